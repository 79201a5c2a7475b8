"""What the portal writes, without the answers that nobody gave and a shorter file leaves out."""

import json
from typing import Any


def shortened(written: bytes, kept: bytes) -> bytes:
    """Return what was written, without the empty answers that are not in the file that is kept."""
    value = without_what_nobody_gave(json.loads(written), json.loads(kept))
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()


def without_what_nobody_gave(written: Any, kept: Any) -> Any:
    """Return a value of JSON without the empty answers that the other one leaves out."""
    if isinstance(written, dict) and isinstance(kept, dict):
        return {
            name: without_what_nobody_gave(value, kept.get(name))
            for name, value in written.items()
            if name in kept or not _is_empty(value)
        }
    if isinstance(written, list) and isinstance(kept, list) and len(written) == len(kept):
        return [without_what_nobody_gave(*pair) for pair in zip(written, kept, strict=True)]
    return written


def _is_empty(value: Any) -> bool:
    """Whether nobody gave the answer: no text, no number, no item, and no answer in a whole part."""
    if isinstance(value, dict):
        return all(map(_is_empty, value.values()))
    return value is None or value == "" or value == [] or value is False
