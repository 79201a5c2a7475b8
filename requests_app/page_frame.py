"""What surrounds every page: where the officer may go, and how the screen is set."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import to_locale

from requests_app import permissions
from requests_app.models import MLARequest, Officer
from treaties import version

Label = str | Promise


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the main navigation: the name of its address, and who may go there."""

    label: Label
    name: str
    open_to: Callable[[Officer], bool]
    counts_reviews: bool = False


def is_at_work(officer: Officer) -> bool:
    """The law is open to every role."""
    return officer.is_active


PLACES = (
    Place(_("My desk"), "desk", permissions.is_caseworker),
    Place(_("Review queue"), "review_queue", permissions.is_supervisor, counts_reviews=True),
    Place(_("Requests"), "request_list", permissions.is_caseworker),
    Place(_("Providers"), "providers", permissions.may_keep_register),
    Place(_("Treaty coverage"), "law_coverage", is_at_work),
    Place(_("Directory"), "law_directory", is_at_work),
    Place(_("Law data"), "proposals", permissions.may_curate_law),
    Place(_("Accounts"), "officers", permissions.may_manage_officers),
    Place(_("Units"), "units", permissions.may_manage_officers),
    Place(_("Audit log"), "audit_log", permissions.may_read_audit),
)


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Navigation and law are asked for by the page that shows them: a fragment of a page shows neither."""
    return {
        "demo": settings.DEMO,
        "theme": "dark" if request.COOKIES.get("theme") == "dark" else "light",
        "set_theme_url": reverse("set_theme"),
        "login_path": reverse(settings.LOGIN_URL),
        "keep_key": key_of_browser(request),
        "saved": getattr(request, "receipt", "") or request.COOKIES.get("receipt", "")[:80],
        "languages": translated_languages(),
        "nav": SimpleLazyObject(partial(navigation, request)),
        "law": SimpleLazyObject(law_version),
    }


def key_of_browser(request: HttpRequest) -> str:
    """Return the key that seals the unsaved text in the officer's browser; it cannot be made without
    a session.
    """
    officer = getattr(request, "user", None)
    if not isinstance(officer, Officer):
        return ""
    seal = salted_hmac("unsaved text in the browser", str(officer.pk), algorithm="sha256")
    return b64encode(seal.digest()).decode()


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the main navigation.

    It is empty before the sign-in, before the officer has chosen a password, and on an error page
    made before either is known.
    """
    officer = getattr(request, "user", None)
    if not isinstance(officer, Officer) or not officer.is_authenticated or officer.must_change_password:
        return []
    return [entry(place, request, officer) for place in PLACES if place.open_to(officer)]


def entry(place: Place, request: HttpRequest, officer: Officer) -> dict[str, Any]:
    url = reverse(place.name)
    return {
        "label": place.label,
        "url": url,
        "current": request.path == url,
        "count": waiting_for_review(officer) if place.counts_reviews else None,
    }


def waiting_for_review(officer: Officer) -> int:
    return permissions.visible_to(officer).filter(state=MLARequest.State.IN_REVIEW).count()


@cache
def translated_languages() -> list[tuple[str, str]]:
    """Return the languages for which the interface has texts."""
    return [(code, str(name)) for code, name in settings.LANGUAGES if code == "en" or has_catalogue(code)]


def has_catalogue(code: str) -> bool:
    catalogue = Path(to_locale(code)) / "LC_MESSAGES" / "django.mo"
    return any((folder / catalogue).exists() for folder in map(Path, settings.LOCALE_PATHS))


def law_version() -> dict[str, Any]:
    loaded = version.data_set()
    return {"version": loaded.version, "loaded_on": loaded.loaded_at.date()} if loaded else {}
