"""Characters that a reader cannot see and a printer cannot print."""

import re
from typing import Final

# C0 and C1 controls except tab and line ends, bidirectional controls and marks, tags, lone surrogates, and
# soft hyphens. Joiners stay: Persian, Arabic and Indic words need them.
HIDDEN: Final = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
