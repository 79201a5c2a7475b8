"""What every answer carries, and what an officer must have done before there is one."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from requests_app.views.administration import unsaved
from requests_app.views.parts import carrying
from treaties import version

# Long enough for the page that follows; a receipt that is shown twice says the same twice.
RECEIPT_LASTS = 120
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
# Addresses that an officer may reach whose password somebody else knows.
BEFORE_OWN_PASSWORD = frozenset({"password", "logout", "set_theme", "set_language", "healthz"})


class OneLaw:
    """Makes every page use one version of the law."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with version.one_for_the_page():
            return self.get_response(request)


class PrivateResponses:
    """Keeps pages of signed-in officers from being stored, and every page from sharing its browsing
    context.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class OwnPasswordFirst:
    """Closes every page to an officer whose password somebody else has set, until it has been
    changed.

    An address is open only when it is named here, so that a new one is closed from the start.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _options: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not getattr(request.user, "must_change_password", False):
            return None
        if match is not None and match.url_name in BEFORE_OWN_PASSWORD:
            return None
        if request.method not in ("GET", "HEAD"):
            # A redirect would look to a script like an answer to what it saved.
            raise PermissionDenied
        return _sent_to_password(request)


def _sent_to_password(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": reverse("password")})
    return redirect("password")


class SignInFirst(LoginRequiredMiddleware):
    """Keeps the text of a form that was sent after its officer was signed out, through the sign-in."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        is_form = request.method == "POST" and not request.headers.get("HX-Request")
        answer = unsaved.sign_in_again(request) if is_form else None
        return answer or super().handle_no_permission(request, view_func)


class Receipts:
    """Acknowledges a completed save: to htmx in a header, to a plain form on the page that follows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        receipt: str = getattr(request, "receipt", "")
        if receipt:
            carrying.settle(request, receipt)
            response.headers["X-Saved"] = receipt
            response.set_cookie(
                "receipt",
                receipt,
                max_age=RECEIPT_LASTS,
                samesite="Lax",
                secure=request.is_secure(),
                httponly=True,
            )
        return response
