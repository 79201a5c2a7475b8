"""What every answer carries, whoever made it."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from requests_app.views.administration import unsaved
from requests_app.views.parts import carrying

# Long enough for the page that follows; a receipt that is shown twice says the same twice.
RECEIPT_LASTS = 120
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class PrivateResponses:
    """Pages of a signed-in officer are never stored; no page shares its browsing context."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class SignInFirst(LoginRequiredMiddleware):
    """Whoever sends a form and is signed out meanwhile keeps the text through the sign-in."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        is_form = request.method == "POST" and not request.headers.get("HX-Request")
        answer = unsaved.sign_in_again(request) if is_form else None
        return answer or super().handle_no_permission(request, view_func)


class Receipts:
    """A save that is done is acknowledged: to a script in a header, to a form on the page that follows."""

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
