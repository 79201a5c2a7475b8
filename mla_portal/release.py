"""Which release of the portal this is, for the foot of each page."""

from django.conf import settings
from django.http import HttpRequest


def release(request: HttpRequest) -> dict[str, str]:
    """Return the version for those who signed in; a stranger need not know what is out of date here."""
    user = getattr(request, "user", None)
    return {"portal_version": settings.VERSION} if user and user.is_authenticated else {}
