"""What holds for every template: the content security policy, and the rules of components."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from requests_app.templatetags.portal import LOOKS, PLAIN_LOOK

TEMPLATES = Path(settings.BASE_DIR) / "templates"
EVERY = sorted(TEMPLATES.rglob("*.html"))
# Read by the PDF engine alone, which has no policy and takes its style sheet from the page.
ON_SCREEN = [path for path in EVERY if path != TEMPLATES / "letter" / "printed.html"]
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
SPRITE = Path(settings.BASE_DIR) / "static" / "vendor" / "icons" / "sprite.svg"

FORBIDDEN = {
    "inline style": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "style element": re.compile(r"<style\b", re.I),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "htmx code": re.compile(r"\bhx-on\b|\bhx-vals\s*=\s*[\"']js:|\bhx-trigger\s*=\s*[\"'][^\"']*\[", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
    "another host": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape\s+off"),
}


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(TEMPLATES)) for path in paths]


@pytest.mark.parametrize("path", ON_SCREEN, ids=names(ON_SCREEN))
def test_template_keeps_the_content_security_policy(path):
    text = path.read_text()

    assert [rule for rule, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        ('<p style="color: red">', "inline style"),
        ("<style>p {}</style>", "style element"),
        ("<script>go()</script>", "inline script"),
        ('<a onclick="go()">', "event handler"),
        ('<div hx-trigger="click[ctrlKey]">', "htmx code"),
        ('<a href="javascript:go()">', "javascript address"),
        ('<script src="//cdn.example.net/x.js">', "another host"),
        ("{{ text|safe }}", "unescaped text"),
    ],
)
def test_the_rules_see_what_they_forbid(bad, rule):
    assert FORBIDDEN[rule].search(bad)


@pytest.mark.parametrize("path", COMPONENTS, ids=names(COMPONENTS))
def test_component_says_first_what_it_takes(path):
    first = path.read_text().splitlines()[0]

    assert re.fullmatch(r"\{# .+ Takes(:| nothing).*\. #\}", first)


@pytest.mark.parametrize("path", EVERY, ids=names(EVERY))
def test_components_are_included_with_only(path):
    includes = re.findall(r"\{% include \"components/[^%]+%\}", path.read_text())

    assert [tag for tag in includes if not tag.endswith(" only %}")] == []


def test_every_component_is_used():
    used = {name for path in EVERY for name in re.findall(r"components/([a-z_]+)\.html", path.read_text())}

    assert {path.stem for path in COMPONENTS} - used == set()


def test_the_sprite_holds_the_icons_in_use_and_no_other():
    drawn = {icon for _tone, icon in [*LOOKS.values(), PLAIN_LOOK]}
    for path in EVERY:
        text = path.read_text()
        drawn |= set(re.findall(r"\{% icon \"([a-z0-9-]+)\"", text))
        drawn |= set(re.findall(r"\bicon=\"([a-z0-9-]+)\"", text))

    assert set(re.findall(r'<symbol id="([a-z0-9-]+)"', SPRITE.read_text())) == drawn


def test_a_block_that_a_page_fills_stands_in_a_page_that_it_extends():
    """Django drops the text of a block that no parent has, and says nothing."""
    assert {
        name: lost for path, name in zip(EVERY, names(EVERY), strict=True) if (lost := lost_blocks(path))
    } == {}


BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")
PARENT = re.compile(r"{%-?\s*extends\s+\"([^\"]+)\"")
NESTED = re.compile(r"{%-?\s*(end)?block\b")


def lost_blocks(path: Path) -> list[str]:
    text = path.read_text()
    parent = PARENT.search(text)
    if not parent:
        return []
    known = blocks_above(TEMPLATES / parent[1])
    return [name for name in outer_blocks(text) if name not in known]


def blocks_above(path: Path) -> set[str]:
    text = path.read_text()
    parent = PARENT.search(text)
    return set(BLOCK.findall(text)) | (blocks_above(TEMPLATES / parent[1]) if parent else set())


def outer_blocks(text: str) -> list[str]:
    """Return the blocks that stand in no other block of the same file: those the parent must place."""
    found, depth = [], 0
    for tag in NESTED.finditer(text):
        if tag[1]:
            depth -= 1
            continue
        if depth == 0:
            found.append(BLOCK.match(text, tag.start())[1])
        depth += 1
    return found
