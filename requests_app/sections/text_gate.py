"""What no text of a request may hold: characters that a reader cannot see and a printer cannot print."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.checks.characters import HIDDEN


def refuse_hidden_characters(text: object) -> None:
    found = HIDDEN.search(str(text))
    if found:
        raise ValidationError(
            _("Character %(number)s cannot be seen (%(code)s). Delete it, or type the text again."),
            code="hidden_character",
            params={"number": found.start() + 1, "code": f"U+{ord(found.group()):04X}"},
        )


def as_stored(text: str) -> str:
    """One form for equal texts: composed characters, and one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
