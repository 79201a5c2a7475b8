"""What every page of the frame shows: the law data version, and how many texts wait for review."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def chrome(request: HttpRequest) -> dict[str, Any]:
    return {"demo": settings.DEMO}
