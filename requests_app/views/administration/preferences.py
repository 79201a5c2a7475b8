"""What an officer, and what a unit, wants the portal to know of them once and for all."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import accounts, permissions
from requests_app.models import Unit, UnitProfile
from requests_app.sections.contacts import email_of
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.languages import LanguageField
from requests_app.sections.zones import ZoneField
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless

PAGE = "requests_app/preferences.html"
DAYS = (60, 45, 30, 21, 14, 7, 3, 2, 1)


class ReminderForm(forms.Form):
    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("A mail so many days before a preservation ends"),
        choices=[(n, ngettext_lazy("%(n)s day before", "%(n)s days before", n) % {"n": n}) for n in DAYS],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: no mails. The desk shows the clock in any case."),
    )


class ProfileForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    zone = ZoneField(label=gettext_lazy("Time zone"))
    language = LanguageField(label=gettext_lazy("Language of letters"))

    class Meta:
        model = UnitProfile
        fields = (
            "office",
            "address",
            "email",
            "phone",
            "hours",
            "zone",
            "legal_power",
            "signatory_name",
            "signatory_function",
            "place",
            "language",
            "full_request_days",
        )
        formfield_callback = draft_field

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        cast(Any, self.fields["email"]).validators.append(email_of)

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"


@require_http_methods(["GET", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    form = ReminderForm(posted(request), initial={"days": request.user.reminder_days})
    if form.is_bound and form.is_valid():
        request.user.reminder_days = sorted(form.cleaned_data["days"], reverse=True)
        request.user.save(update_fields=["reminder_days"])
        messages.success(request, _("The days are saved."))
        return redirect("reminder_settings")
    title = _("Mails about preservations")
    return _page(request, form, title, "desk")


@require_http_methods(["GET", "POST"])
def unit_profile(request: HttpRequest, pk: int) -> HttpResponse:
    """What every letter of the unit says; in an emergency nobody has the time to type it."""
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    unit = get_object_or_404(Unit, pk=pk)
    profile = UnitProfile.objects.filter(unit=unit).first() or UnitProfile(unit=unit)
    form = ProfileForm(posted(request), instance=profile)
    if form.is_bound and form.is_valid():
        accounts.save_profile(form.save(commit=False), request.user, sorted(form.changed_data))
        messages.success(request, _("The settings of the unit are saved."))
        return redirect("unit_profile", pk)
    title = _("Settings of %(unit)s") % {"unit": unit}
    return _page(request, form, title, "officers")


def _page(request: OfficerRequest, form: forms.Form, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return render(request, PAGE, context, status=422 if form.errors else 200)
