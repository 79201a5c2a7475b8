"""What finds a value that a page shows as Python writes it finds each kind of them, and no prose."""

import pytest

from tests.reprs import reprs_in


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<h1>{&#x27;name&#x27;: &#x27;Kari&#x27;}</h1>", 1),
        ("<p>[&#x27;en&#x27;]</p>", 1),
        ("<p>Since datetime.date(2026, 1, 1)</p>", 1),
        ("<p>&lt;QuerySet []&gt;</p>", 1),
        ("<p>&lt;Officer: Kari&gt;</p>", 1),
        ("<li>&lt;django.forms.Form object at 0x7f&gt;</li>", 1),
        ('<h2 id="x"> None </h2>', 1),
        ("<title>None</title>", 1),
        ("<h2>None of these</h2><p>It is {so} (&#x27;quoted&#x27; [1] &lt;b&gt;)</p>", 0),
        ("<h2>None of these</h2><p>It is {so} [1] &lt;b&gt;, at &#x27;once&#x27;</p>", 0),
        ("<textarea>{&#x27;typed&#x27;</textarea><script>f({'a'})</script>", 0),
        ("<div hx-vals='{\"a\": 1}'></div>", 0),
    ],
)
def test_what_python_says_of_a_value_is_found(html, count):
    assert len(reprs_in(html)) == count
