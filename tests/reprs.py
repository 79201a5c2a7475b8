"""What Python says of a value, where a page should say it in words."""

import re
from html import unescape

# A script and a template hold no text that anybody reads; a field holds what somebody typed.
UNREAD = re.compile(r"<(script|style|template|textarea)\b.*?</\1>", re.S)
TAG = re.compile(r"<[^>]*>")
NONE_AS_HEADING = re.compile(r"<(h[1-6]|title|th|legend)\b[^>]*>\s*None\s*</\1>")
REPRS = re.compile(
    r"\{'|\['|\bdatetime\.\w|<QuerySet|<[A-Z]\w+: |object at 0x|\bDecimal\('|__proxy__|\bfunctools\.partial"
)


def reprs_in(html: str) -> list[str]:
    """Return each place of the page that shows a value as Python writes it, with what follows."""
    read = UNREAD.sub(" ", html)
    text = unescape(TAG.sub(" ", read))
    shown = [text[found.start() : found.start() + 60] for found in REPRS.finditer(text)]
    return shown + [found.group() for found in NONE_AS_HEADING.finditer(read)]
