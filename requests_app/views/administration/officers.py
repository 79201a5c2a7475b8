"""Accounts of the officers, for administrators."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import accounts, casework, permissions
from requests_app.completeness import check_runs
from requests_app.models import Officer, Unit
from requests_app.sections.drafts import GatedForm
from requests_app.views.administration import beginning
from requests_app.views.parts import listing
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless

PER_PAGE = 50
_ONLY_KEEPER = gettext_lazy(
    "Restricted cases that nobody else could open to others: %(n)s. "
    "This officer names another member first. Until then, a new first password keeps this officer out."
)


class OfficerForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """An account with its unit and roles."""

    password = forms.CharField(
        label=gettext_lazy("First password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy(
            "At least 12 characters; the officer must change it at the next sign-in. "
            "Empty keeps the one that is set."
        ),
    )

    class Meta:
        model = Officer
        fields = ("username", "first_name", "last_name", "email", "role", "unit", "is_active")

    def __init__(self, *args: Any, administrator: Officer, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        self.administrator = administrator
        # The history names officers by it.
        self.fields["username"].disabled = self.instance.pk is not None
        open_units = Unit.objects.filter(Q(is_active=True) | Q(pk=self.instance.unit_id))
        cast(Any, self.fields["unit"]).queryset = open_units
        if self.instance.pk == administrator.pk:
            # One's own is changed on a page that asks for the old one.
            del self.fields["password"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if "password" in self.fields:
            self._clean_password(answers.get("password", ""))
        if answers.get("role") in permissions.CASEWORKERS and not answers.get("unit"):
            self.add_error("unit", _("Drafters and supervisors work in a unit. Choose one."))
        elif answers.get("is_active") and answers.get("unit") and not answers["unit"].is_active:
            self.add_error("unit", _("This unit is closed. Choose another one."))
        if self.instance.pk == self.administrator.pk and not self._stays_administrator(answers):
            self.add_error(None, _("You cannot close your own account or take away your own role."))
        return answers

    def _clean_password(self, password: str) -> None:
        if not password:
            if self.instance.pk is None:
                self.add_error("password", _("Give a first password."))
            return
        try:
            validate_password(password, self.instance)
        except forms.ValidationError as weak:
            self.add_error("password", weak)

    @staticmethod
    def _stays_administrator(answers: dict[str, Any]) -> bool:
        return bool(answers.get("is_active")) and answers.get("role") == Officer.Role.ADMINISTRATOR


@require_GET
def officers(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    page = Paginator(Officer.objects.select_related("unit"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "officers": [_shown(o) for o in page.object_list],
        "page": listing.paging(request, page),
        "first_steps": beginning.first_steps(),
        "broken": [{"code": code, "requests": len(of)} for code, of in check_runs.not_evaluated().items()],
    }
    return render(request, "requests_app/officers.html", context)


@require_http_methods(["GET", "POST"])
def officer_new(request: HttpRequest) -> HttpResponse:
    return _edit(cast(OfficerRequest, request), None)


@require_http_methods(["GET", "POST"])
def officer(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    return _edit(request, get_object_or_404(Officer, pk=pk))


def _edit(request: OfficerRequest, subject: Officer | None) -> HttpResponse:
    refuse_unless(permissions.may_manage_officers(request.user))
    form = OfficerForm(posted(request), instance=subject, administrator=request.user)
    if form.is_bound and form.is_valid():
        password = form.cleaned_data.get("password", "")
        try:
            kept = accounts.save(form.save(commit=False), request.user, password=password)
        except casework.LastKeeper as last:
            form.add_error(None, _ONLY_KEEPER % {"n": last.cases})
        else:
            messages.success(request, _("The account of %(name)s is saved.") % {"name": kept})
            return redirect("officers")
    context = {"form": form, "officer": _shown(subject) if subject else None}
    return render(request, "requests_app/officer_form.html", context, status=422 if form.errors else 200)


def _shown(subject: Officer) -> dict[str, Any]:
    return {
        "name": str(subject),
        "username": subject.username,
        "role_label": subject.get_role_display(),
        "unit": subject.unit.name if subject.unit else "",
        "unit_url": reverse("unit_profile", args=[subject.unit_id]) if subject.unit_id else "",
        "active": subject.is_active,
        "last_login": subject.last_login,
        "url": reverse("officer", args=[subject.pk]),
    }
