"""The box with which an officer says that a request goes on though points stay open in it."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from requests_app.completeness.open_points import OpenPoints

KEY: Final = "open_points"
TICK: Final = "with_open"
ID: Final = "id_with_open"


def told(posted: Mapping[str, Any]) -> str:
    """Return the key of the points beside the box that was ticked; "" where it was not ticked."""
    return str(posted.get(KEY, "")) if posted.get(TICK) else ""


def asks(points: OpenPoints) -> str:
    """Return what is said at the box when it was not ticked, or was ticked for other points."""
    return _("%(words)s Look at them again, and tick the box if the request is to go on with them.") % {
        "words": points.words()
    }
