"""Who may know of a case: restricting it, its members, and opening it to its unit again."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from requests_app import casework, permissions
from requests_app.models import Case, CaseMember, Officer
from requests_app.sections.clock_fields import DayField
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless

NOBODY_LEFT = gettext_lazy(
    "Nobody would be left who may name members. Add a supervisor, without a last day, first."
)


class ReasonForm(GatedForm):
    """Why a case is restricted."""

    reason = forms.CharField(
        label=gettext_lazy("Why only members may know of it"),
        max_length=300,
        help_text=gettext_lazy("Its members read this here."),
    )


class OfficerField(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs only
    """Chooses a drafter or supervisor of any unit: the role decides what a member may do."""

    def label_from_instance(self, officer: Any) -> str:
        return f"{officer} ({officer.unit})" if officer.unit else str(officer)


class MemberForm(GatedForm):
    """A new member of a case, with a last day or without."""

    officer = OfficerField(label=gettext_lazy("Officer"), queryset=Officer.objects.none())
    reason = forms.CharField(label=gettext_lazy("Reason (optional)"), max_length=300, required=False)
    until = DayField(label=gettext_lazy("Last day (optional)"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        working = Officer.objects.filter(is_active=True, role__in=permissions.CASEWORKERS)
        cast(Any, self.fields["officer"]).queryset = working.select_related("unit")

    def clean_until(self) -> Any:
        day = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day


@require_http_methods(["GET", "POST"])
def members(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    case = _find(request, pk)
    if request.method == "POST":
        refuse_unless(permissions.may_restrict(request.user, case))
    form = MemberForm(posted(request))
    if form.is_bound and form.is_valid() and _added(request, case, form):
        return redirect("case_members", case.pk)
    return _page(request, case, member_form=form)


@require_POST
def restrict(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    case = _find_mine(request, pk)
    form = ReasonForm(request.POST, auto_id="id_restrict_%s")
    if form.is_valid():
        casework.restrict_case(case, request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Only members see the case from now on. You are one of them."))
        return redirect("case_members", case.pk)
    return _page(request, case, reason_form=form)


@require_POST
def open_to_unit(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    case = _find_mine(request, pk)
    casework.open_case_to_unit(case, request.user)
    messages.success(request, _("The unit sees the case again."))
    return _back(request, case)


@require_POST
def member_end(request: HttpRequest, pk: int, officer: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    case = _find_mine(request, pk)
    try:
        casework.remove_member(case, request.user, member=officer)
    except casework.LastKeeper:
        messages.error(request, str(NOBODY_LEFT))
    else:
        messages.success(request, _("The membership has ended."))
    return _back(request, case)


def _find(request: OfficerRequest, pk: int) -> Case:
    case = permissions.cases_open_to(request.user).select_related("unit").filter(pk=pk).first()
    if case is None:
        raise Http404
    return case


def _find_mine(request: OfficerRequest, pk: int) -> Case:
    case = _find(request, pk)
    refuse_unless(permissions.may_restrict(request.user, case))
    return case


def _added(request: OfficerRequest, case: Case, form: MemberForm) -> bool:
    answers = form.cleaned_data
    member, reason, until = answers["officer"], answers["reason"], answers["until"]
    try:
        casework.add_member(case, request.user, member=member, reason=reason, until=until)
    except casework.LastKeeper:
        form.add_error("until", str(NOBODY_LEFT))
        return False
    messages.success(request, _("%(name)s is a member of the case.") % {"name": member})
    return True


def _back(request: OfficerRequest, case: Case) -> HttpResponse:
    """Redirect to the page, or to the first page when the officer may no longer see the case."""
    sees = permissions.cases_open_to(request.user).filter(pk=case.pk).exists()
    return redirect("case_members", case.pk) if sees else redirect("desk")


def _page(
    request: OfficerRequest,
    case: Case,
    *,
    member_form: MemberForm | None = None,
    reason_form: ReasonForm | None = None,
) -> HttpResponse:
    bound = [form for form in (member_form, reason_form) if form is not None and form.errors]
    context = {
        "case": case,
        "rows": _rows(case),
        "may_change": permissions.may_restrict(request.user, case),
        "member_form": member_form or MemberForm(),
        "reason_form": reason_form or ReasonForm(auto_id="id_restrict_%s"),
        "wrong": bound[0] if bound else None,
        "breadcrumb": [
            {"label": _("Requests"), "url": reverse("request_list")},
            {"label": case.reference, "url": reverse("case", args=[case.pk])},
            {"label": _("Who may know of it")},
        ],
    }
    return render(request, "requests_app/case_members.html", context, status=422 if bound else 200)


def _rows(case: Case) -> list[dict[str, Any]]:
    today = timezone.localdate()
    rows = CaseMember.objects.filter(case=case).select_related("officer__unit", "granted_by")
    return [
        {
            "name": str(row.officer),
            "role": row.officer.get_role_display(),
            "unit": str(row.officer.unit or ""),
            "reason": row.reason,
            "granted_by": str(row.granted_by),
            "granted_at": row.granted_at,
            "until": row.until,
            "has_ended": row.until is not None and row.until < today,
            "end_url": reverse("case_member_end", args=[case.pk, row.officer_id]),
        }
        for row in rows.order_by("officer__username")
    ]
