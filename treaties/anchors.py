"""Where a provision stands on the page of its instrument."""

import re

from django.urls import reverse

LAW_OF_STATE = re.compile(r"^(?:law-)?([A-Z]{3})$")
# "18(9)-(29)" is one reference, "23, 25(1)" and "14, 16 and 18" are several.
SEPARATOR = re.compile(r"\s*(?:,|;|\band\b)\s*")


def parts(provision: str) -> list[str]:
    """Return the single provisions that a reference names."""
    return [part for part in SEPARATOR.split(provision) if part]


def anchor(provision: str) -> str:
    """Return the HTML id of a provision: `p-29-2-a` for "29(2)(a)"."""
    return "p-" + re.sub(r"[\W_]+", "-", provision.lower()).strip("-")


def url_of_citation(instrument: str, provision: str = "") -> str:
    """Return the address of the page of an instrument, or of a State for its own law (`law-USA`), at
    the provision.
    """
    state = LAW_OF_STATE.match(instrument)
    page = reverse("law_state", args=[state[1]]) if state else reverse("law_instrument", args=[instrument])
    named = parts(provision)
    return f"{page}#{anchor(named[0])}" if named else page
