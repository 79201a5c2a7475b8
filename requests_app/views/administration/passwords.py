"""The password that an officer chooses: the first one, and any later one."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import accounts
from requests_app.accounts import enrolment, signing_in
from requests_app.models import Officer
from requests_app.views.parts.access import OfficerRequest, posted

LENGTH_HINT = gettext_lazy(
    "At least 12 characters, and none that everybody tries. A sentence that only you would say is good."
)


class EnrolForm(SetPasswordForm):  # type: ignore[type-arg] # generic in the stubs only
    """The first password, chosen by its officer."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["new_password1"].help_text = LENGTH_HINT

    def save(self, commit: bool = True) -> Officer:
        accounts.choose_password(self.user, self.cleaned_data["new_password1"])
        return cast(Officer, self.user)


class OwnPasswordForm(PasswordChangeForm):
    """The form for another password. Wrong tries at the old one count as wrong tries at the sign-in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["new_password1"].help_text = LENGTH_HINT

    def clean_old_password(self) -> str:
        if signing_in.is_throttled(self.user):
            raise forms.ValidationError(
                _("The old password was wrong too often. Wait a quarter of an hour."), code="throttled"
            )
        try:
            return str(super().clean_old_password())
        except forms.ValidationError:
            signing_in.record_refusal(self.user)
            raise

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        chosen = answers.get("new_password1")
        if chosen and chosen == answers.get("old_password"):
            self.add_error("new_password1", _("Choose another password than the old one."))
        return answers


@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; every other session of the officer ends."""
    request = cast(OfficerRequest, request)
    form = OwnPasswordForm(request.user, posted(request))
    if form.is_bound and form.is_valid():
        accounts.choose_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Your password is changed. You are signed out everywhere else."))
        return redirect("desk")
    context = {"form": form, "is_first": request.user.must_change_password}
    return render(request, "requests_app/password.html", context, status=422 if form.errors else 200)


@method_decorator(login_not_required, name="dispatch")
class Enrol(PasswordResetConfirmView):
    """The page to which an enrolment link leads. The address of its form does not hold the token."""

    token_generator = enrolment.tokens
    form_class = EnrolForm
    template_name = "registration/enrol.html"
    success_url = reverse_lazy("login")
    reset_url_token = "form"  # noqa: S105 - the last word of an address

    def get_user(self, uidb64: str) -> Officer | None:
        found = super().get_user(uidb64)
        return found if found is not None and found.is_active else None

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """Django answers a link that is no longer good before it looks at the method."""
        if request.method not in ("GET", "HEAD", "POST"):
            return self.http_method_not_allowed(request)
        answer = cast(HttpResponse, super().dispatch(request, *args, **options))
        if not self.validlink and answer.status_code == 200:
            answer.status_code = 404
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        messages.success(self.request, _("Your password is set. Sign in with it."))
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer
