"""Text that was sent without a session: carried through the sign-in, shown, and sent again by a
button.

Nothing is saved on the way. The button sends the form to its own address, where token, rights and
revision are checked as for any save.
"""

from typing import Any, cast
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as refuse_form
from django.views.decorators.http import require_http_methods

from requests_app.sections import BY_SLUG
from requests_app.views.parts import carrying
from requests_app.views.parts.access import OfficerRequest
from requests_app.views.parts.carrying import Carried

NOT_SIGNED_IN = 401
# Fields that say how a form is sent, and nothing that an officer wrote.
TECHNICAL = frozenset(
    {"revision", "page", "copy", "seen", "bases-were", "then", "path", "show", "resolving"}
)


def sign_in_again(request: HttpRequest) -> HttpResponse | None:
    """Return the sign-in page with the text that was sent; None when there is none to carry."""
    carried = carrying.of_form(request)
    if carried is None:
        return None
    sealed = carrying.seal(carried)
    context = {
        "form": AuthenticationForm(request),
        "next": carried.path,
        "carried": sealed,
        "is_too_long": not sealed,
    }
    return render(request, "registration/login.html", context, status=NOT_SIGNED_IN)


def signed_in(request: HttpRequest, answer: HttpResponse, sealed: str) -> HttpResponse:
    """Return the answer to a sign-in that carried text: a redirect to that text, if it is this
    officer's.
    """
    if carrying.keep(request, sealed, str(request.user.pk)):
        return redirect("unsaved")
    messages.error(
        request,
        _(
            "The text that was sent before this sign-in was written by another officer, or is too old."
            " It was dropped."
        ),
    )
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Keep the text of a form of ours whose token is too old; refuse any other form."""
    if request.headers.get("HX-Request") or not _is_from_us(request):
        return refuse_form(request, reason=reason)
    if not request.user.is_authenticated:
        return sign_in_again(request) or refuse_form(request, reason=reason)
    if carrying.keep(request, _sealed_by(request), str(request.user.pk)):
        return redirect("unsaved")
    return refuse_form(request, reason=reason)


def _sealed_by(request: HttpRequest) -> str:
    carried = carrying.of_form(request)
    return carrying.seal(carried) if carried else request.POST.get("carried", "")


def _is_from_us(request: HttpRequest) -> bool:
    """Whether the form comes from our site: browsers say so, and no page can make them say another."""
    origin = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())


@require_http_methods(["GET", "POST"])
def unsaved(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    carried = carrying.kept(request)
    if request.method == "POST" or carried is None:
        carrying.drop(request)
        return redirect(carried.path if carried and _opens(carried.path) else "desk")
    context = {"carried": carried, "texts": _texts(carried)}
    return render(request, "requests_app/unsaved.html", context)


def _opens(path: str) -> bool:
    try:
        return bool(resolve(urlsplit(path).path))
    except Resolver404:
        return False


def _texts(carried: Carried) -> list[dict[str, Any]]:
    """Return what the officer wrote, field by field, under the labels of the page where it was written."""
    labels = _labels(urlsplit(carried.path).path)
    return [
        {"label": labels.get(name.removeprefix("mine-"), ""), "text": value}
        for name, value in carried.fields
        if name not in TECHNICAL and value.strip()
    ]


def _labels(path: str) -> dict[str, Any]:
    try:
        found = resolve(path)
    except Resolver404:
        return {}
    section = BY_SLUG.get(found.kwargs.get("slug", "basis"))
    forms = [section.form, section.items.form if section.items else None] if section else []
    return {name: field.label for form in forms if form for name, field in form.base_fields.items()}
