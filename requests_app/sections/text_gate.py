"""What no text of a request may hold: characters that a reader cannot see and a printer cannot print."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# C0 and C1 controls except tab and line ends, bidirectional controls and marks, tags, lone surrogates, and
# soft hyphens. Joiners stay: Persian, Arabic and Indic words need them.
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


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
