"""One line of the check on a page of its own: why it is asked, and what an officer may decide about it."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from requests_app import casework, permissions, workflow
from requests_app.checks import decisions
from requests_app.checks.decisions import Kind
from requests_app.checks.findings import Finding
from requests_app.completeness import examining
from requests_app.models import Decision, MLARequest, Officer
from requests_app.sections import BY_SLUG
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts.access import OfficerRequest, find, refuse_unless
from requests_app.views.parts.panel import Panel, panel_of
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/finding.html"
MAY = {Kind.DISMISSAL: permissions.may_dismiss, Kind.WAIVER: permissions.may_waive}
DONE = {
    Kind.DISMISSAL: gettext_lazy(
        "Dismissed, with your reason. It is back when the text at that place changes."
    ),
    Kind.WAIVER: gettext_lazy("Waived, with your reason. Whoever approves the request is shown it."),
}
HINTS = {
    Kind.DISMISSAL: gettext_lazy("Why the text stays as it is. The reviewer can read it."),
    Kind.WAIVER: gettext_lazy(
        "Why the request may leave without it. It is printed on the internal dispatch slip."
    ),
}


class ReasonForm(GatedForm):
    """`read` is the digest of the text on the screen: a decision is one about what was read."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Give the reason: it is kept with the request.")},
    )
    read = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args: Any, kind: Kind, **options: Any) -> None:
        super().__init__(*args, auto_id=f"{kind}-%s", use_required_attribute=False, **options)
        self.fields["reason"].help_text = HINTS[kind]


@require_GET
def finding(request: HttpRequest, reference: str, line: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    panel = panel_of(find(request, reference))
    context = _context(request, panel, line)
    if context is None:
        messages.info(request, _("That line is no longer open: it is met by now, or the text has changed."))
        return redirect("check_answers", reference)
    return render(request, f"{PAGE}#why" if request.htmx else PAGE, context)


@require_POST
def decide(request: HttpRequest, reference: str, line: str, kind: Kind) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    refuse_unless(MAY[kind](request.user, mla))
    form = ReasonForm(request.POST, kind=kind)
    if not form.is_valid():
        return _again(request, mla, line, kind, form)
    answers = form.cleaned_data
    try:
        casework.decide(
            mla, request.user, kind=kind, line=line, read=answers["read"], reason=answers["reason"]
        )
    except workflow.Stale:
        form.add_error(
            None, _("The text at this place has changed since you read it. Read it again first.")
        )
        return _again(request, mla, line, kind, form)
    except (casework.NotOpen, workflow.NotAllowed):
        messages.error(
            request, _("Nothing is decided: that line is no longer open, or not yours to decide.")
        )
    else:
        messages.success(request, str(DONE[kind]))
    return _back(request, mla)


@require_POST
def take_back(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    decision = Decision.objects.filter(request=mla, pk=pk).first()
    if decision is None:
        raise Http404
    refuse_unless(MAY[Kind(decision.kind)](request.user, mla))
    casework.take_back_decision(mla, request.user, decision)
    messages.success(request, _("Taken back. The line is open again."))
    return _back(request, mla)


def _back(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    """To where the officer works: the review, the section they came from, or the page before submission."""
    section = request.POST.get("section", "")
    if mla.state == MLARequest.State.IN_REVIEW and permissions.is_supervisor(request.user):
        return redirect("review", mla.reference)
    if section in BY_SLUG:
        return redirect(f"{reverse('section', args=[mla.reference, section])}#completeness")
    return redirect("check_answers", mla.reference)


def _again(
    request: OfficerRequest, mla: MLARequest, line: str, kind: Kind, form: ReasonForm
) -> HttpResponse:
    """The page of the line with the reason as it was sent; the digest is that of the text shown now."""
    context = _context(request, panel_of(mla), line)
    if context is None:
        messages.error(request, _("Nothing is decided: that line is no longer open."))
        return redirect("check_answers", mla.reference)
    forms_of_page = [f | {"form": form} if f["kind"] == kind else f for f in context["decisions"]]
    return render(request, PAGE, context | {"decisions": forms_of_page, "form": form}, status=422)


def _context(request: OfficerRequest, panel: Panel, line: str) -> dict[str, Any] | None:
    """None when there is no such line, open or settled."""
    examination, mla = panel.examination, panel.mla
    settled = next((s for s in examination.settled if s.decision.line == line), None)
    found = settled.finding if settled else _open(panel, line)
    if found is None:
        return None
    read = decisions.text_digest(examination.snapshot, found)
    return {
        "mla": mla,
        "head": head(mla),
        "finding": panel.lines.open(found),
        "settled": panel.lines.settled(settled) if settled else None,
        "may_take_back": bool(settled and MAY[settled.decision.kind](request.user, mla)),
        "read": read,
        "decisions": [] if settled else _forms(request.user, mla, found, line, read),
        "traces": _traces(panel, found),
        "may_answer": permissions.may_edit(request.user, mla),
    }


def _open(panel: Panel, line: str) -> Finding | None:
    return next((f for f in panel.report.findings if decisions.line_of(f) == line), None)


def _forms(officer: Officer, mla: MLARequest, found: Finding, line: str, read: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "form": ReasonForm(kind=kind, initial={"read": read}),
            "url": reverse("dismiss" if kind is Kind.DISMISSAL else "waive", args=[mla.reference, line]),
        }
        for kind in Kind
        if decisions.may_be(kind, found) and MAY[kind](officer, mla)
    ]


def _traces(panel: Panel, found: Finding) -> list[dict[str, Any]]:
    """One chain for each rule behind the line, and for each way on which that rule came."""
    snapshot = panel.examination.snapshot
    return [
        {"rule": code, "message": trace.requirement.message, "steps": trace.steps, "met": trace.is_met}
        for code in found.requirements
        for trace in examining.traces(snapshot, code)
    ]
