"""What no text of a request may hold: characters that a reader cannot see or a printer cannot print."""

import re
import unicodedata
from typing import Final

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


# A run of letters and figures that no word, name, number or address is as long as.
_LONGEST_RUN: Final = 1_000
_RUN: Final = re.compile(rf"(?<!\w)\w{{{_LONGEST_RUN + 1},}}")


def refuse_endless_words(text: object) -> None:
    found = _RUN.search(str(text))
    if found:
        raise ValidationError(
            _(
                "Character %(number)s begins a word of %(length)s letters; no word has more than %(most)s. "
                "Divide it, or attach it as an annex."
            ),
            code="endless_word",
            params={"number": found.start() + 1, "length": len(found.group()), "most": _LONGEST_RUN},
        )


def as_stored(text: str) -> str:
    """Return the one stored form of equal texts: composed characters, and one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
