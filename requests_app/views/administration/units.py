"""Units of the authority, and what the letters of each say of it; for administrators."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.validators import validate_slug
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import accounts, permissions
from requests_app.models import Unit, UnitProfile
from requests_app.sections.contacts import email_of
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.languages import LanguageField
from requests_app.sections.zones import ZoneField
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless


class UnitForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """The unit, and what each of its letters says, because nobody has time to type it in an emergency."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=50,
        validators=[validate_slug],
        help_text=gettext_lazy(
            "A short word without spaces, for example cyber. It stays: the history names the unit by it."
        ),
    )
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    is_active = forms.BooleanField(
        label=gettext_lazy("Open: officers work in it"), required=False, initial=True
    )
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

    field_order = ("code", "name", "is_active")

    def __init__(self, *args: Any, unit: Unit, **options: Any) -> None:
        self.unit = unit
        own = {"code": unit.code, "name": unit.name, "is_active": unit.is_active}
        super().__init__(*args, initial=own, use_required_attribute=False, **options)
        cast(Any, self.fields["email"]).validators.append(email_of)
        self.fields["code"].disabled = unit.pk is not None

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if Unit.objects.filter(code=code).exclude(pk=self.unit.pk).exists():
            raise forms.ValidationError(_("There is a unit with this code already."))
        return code

    def clean_is_active(self) -> bool:
        stays = bool(self.cleaned_data["is_active"])
        working = self.unit.pk and self.unit.officers.filter(is_active=True).count()
        if working and not stays:
            raise forms.ValidationError(
                _("Officers still work in this unit: %(n)s. Move them or close their accounts first.")
                % {"n": working}
            )
        return stays

    def clean(self) -> dict[str, Any]:
        """Give the office the unit's name where no other one is given, because every letter names an
        office.
        """
        answers = super().clean() or self.cleaned_data
        answers["office"] = answers.get("office") or answers.get("name", "")
        return answers

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"

    def unit_as_answered(self) -> Unit:
        for name in ("code", "name", "is_active"):
            setattr(self.unit, name, self.cleaned_data[name])
        return self.unit


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    working = Count("officers", filter=Q(officers__is_active=True))
    rows = [_shown(unit) for unit in Unit.objects.annotate(working=working)]
    return render(request, "requests_app/units.html", {"units": rows})


def _shown(unit: Any) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "active": unit.is_active,
        "officers": unit.working,
        "url": reverse("unit_profile", args=[unit.pk]),
    }


@require_http_methods(["GET", "POST"])
def unit_new(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    return _edit(request, Unit(), UnitProfile())


@require_http_methods(["GET", "POST"])
def unit_profile(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_manage_officers(request.user))
    unit = get_object_or_404(Unit, pk=pk)
    profile = UnitProfile.objects.filter(unit=unit).first() or UnitProfile(unit=unit)
    return _edit(request, unit, profile)


def _edit(request: OfficerRequest, unit: Unit, profile: UnitProfile) -> HttpResponse:
    title = _("Settings of %(unit)s") % {"unit": unit} if unit.pk else _("New unit")
    form = UnitForm(posted(request), unit=unit, instance=profile)
    if form.is_bound and form.is_valid():
        changed = sorted(form.changed_data)
        kept = accounts.save_unit(form.unit_as_answered(), form.save(commit=False), request.user, changed)
        messages.success(request, _("The unit %(unit)s is saved.") % {"unit": kept})
        return redirect("units")
    context = {"form": form, "title": title, "back": "units"}
    return render(request, "requests_app/preferences.html", context, status=422 if form.errors else 200)
