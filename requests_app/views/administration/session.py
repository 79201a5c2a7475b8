"""Signing in and out, and an officer's settings of the screen."""

from typing import Any, cast

from django.conf import settings
from django.contrib.auth import logout as end_session
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from requests_app.accounts import signing_in
from requests_app.models import Officer
from requests_app.views.administration import unsaved
from requests_app.views.parts.access import OfficerRequest

THEMES = ("light", "dark", "auto")
A_YEAR = 365 * 24 * 60 * 60


class SignInForm(AuthenticationForm):
    """The form to sign in. After five wrong passwords the right one gets the same answer, in the same
    time, for a while.
    """

    error_messages = {
        "invalid_login": _(
            "Name and password do not match. After five wrong passwords, wait a quarter of an hour."
        ),
        "inactive": _("This account is closed."),
    }

    def confirm_login_allowed(self, user: Any) -> None:
        if signing_in.is_throttled(user):
            raise self.get_invalid_login_error()
        super().confirm_login_allowed(user)


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The page to sign in."""

    form_class = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_valid(form)
        signing_in.record_sign_in(form.get_user())
        sealed = self.request.POST.get("carried", "")
        return unsaved.signed_in(self.request, answer, sealed) if sealed else answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        officer = Officer.objects.filter(username=form.data.get("username", "").replace("\0", "")).first()
        if officer is not None:
            signing_in.record_refusal(officer)
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    signing_in.record_sign_out(cast(OfficerRequest, request).user)
    end_session(request)
    answer = redirect(settings.LOGOUT_REDIRECT_URL)
    answer["Clear-Site-Data"] = '"cache"'
    return answer


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    answer = redirect(safe_next(request))
    theme = request.POST.get("theme")
    if theme in THEMES:
        answer.set_cookie(
            "theme", theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    return answer


def safe_next(request: HttpRequest) -> str:
    """Return an address within the portal; anything else leads to the first page."""
    address = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if own else resolve_url(settings.LOGIN_REDIRECT_URL)
