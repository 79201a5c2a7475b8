"""The letter as HTML: within a page of the portal, and as the document for the PDF engine.

Both come from one template, so that what was reviewed is what is printed. Every text is escaped.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from requests_app.letter.letter import Letter


def preview(letter: Letter) -> SafeString:
    """Return a fragment for a page of the portal, without h1 and without links."""
    return _rendered("letter/preview.html", letter)


def printed(letter: Letter) -> str:
    """Return a whole document, whose only reference is the style sheet of the letter,
    `asset:letter.css`.
    """
    return _rendered("letter/printed.html", letter)


def _rendered(template: str, letter: Letter) -> SafeString:
    """Return the HTML in the letter's language; the officer's language and formats must not reach it."""
    with override(letter.language):
        return render_to_string(template, {"letter": letter})
