"""The letter as HTML: inside a page of the portal, and as the document the PDF engine reads.

Both come from one template, so that what was reviewed is what is printed. Every text is escaped.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from requests_app.letter.letter import Letter


def preview(letter: Letter) -> SafeString:
    """A fragment without a heading of the first rank and without links."""
    return _rendered("letter/preview.html", letter)


def printed(letter: Letter) -> str:
    """A whole document; its only reference is the style sheet of the letter, `asset:letter.css`."""
    return _rendered("letter/printed.html", letter)


def _rendered(template: str, letter: Letter) -> SafeString:
    """The officer's own language must not reach the letter, nor its date and number formats."""
    with override(letter.language):
        return render_to_string(template, {"letter": letter})
