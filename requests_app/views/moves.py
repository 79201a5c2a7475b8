"""Steps of the procedure that an officer takes from a page: submit, take back, withdraw and the like."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from requests_app import casework, permissions, workflow
from requests_app.models import MLARequest
from requests_app.sections import SECTIONS, Section
from requests_app.views.access import OfficerRequest, find, refuse_unless
from requests_app.views.heads import head
from requests_app.views.panel import Panel, panel_of
from requests_app.views.places import rows_of
from requests_app.views.rows import heading, summary
from requests_app.views.texts import answer_text

PAGE = "requests_app/check.html"

# Steps that need nothing but a click; the others have a page of their own.
BY_BUTTON = {workflow.Action.TAKE_BACK: casework.take_back, workflow.Action.WITHDRAW: casework.withdraw}
DONE = {
    workflow.Action.TAKE_BACK: gettext_lazy("You have taken the request back. You can change it again."),
    workflow.Action.WITHDRAW: gettext_lazy("The request is withdrawn."),
}


@require_GET
def check_answers(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    return render(request, PAGE, _context(request, panel_of(mla)))


@require_POST
def submit(request: HttpRequest, reference: str) -> HttpResponse:
    """Refused while something blocks, with the list of it; a second click lands where the first did."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    if mla.state == MLARequest.State.IN_REVIEW:
        return redirect("request", reference)
    refuse_unless(permissions.may_edit(request.user, mla))
    try:
        casework.submit(mla, request.user)
    except workflow.NotReady:
        panel = panel_of(find(request, reference))
        problems = [{"message": f["message"], "url": f["url"]} for f in panel.completeness()["must_fix"]]
        return render(request, PAGE, _context(request, panel) | {"problems": problems}, status=422)
    messages.success(request, _("Submitted for review. You can take it back until it is decided."))
    return redirect("request", reference)


def _context(request: OfficerRequest, panel: Panel) -> dict[str, Any]:
    mla = panel.mla
    may_edit = permissions.may_edit(request.user, mla)
    return {
        "mla": mla,
        "head": head(mla),
        "groups": [{"title": s.title, "lines": _lines(panel, s)} for s in SECTIONS],
        "completeness": panel.completeness(),
        "problems": [],
        "may_edit": may_edit,
        "may_submit": may_edit,
    }


def _lines(panel: Panel, section: Section) -> list[dict[str, Any]]:
    return [*_answers(panel, section), *_rows(panel, section)]


def _answers(panel: Panel, section: Section) -> list[dict[str, Any]]:
    """Answers that were given, and those that something is still asked of."""
    if section.form is None:
        return []
    form = section.form(mla=panel.mla, instance=panel.mla)
    lines = []
    for name, field in form.fields.items():
        value = answer_text(field, form.initial.get(name))
        open_findings = panel.counts(section, name, "")
        if value or any(open_findings.values()):
            url = f"{panel.places.section(section)}#id_{name}"
            lines.append({"title": field.label, "value": value, "url": url, **open_findings})
    return lines


def _rows(panel: Panel, section: Section) -> list[dict[str, Any]]:
    if section.items is None:
        return []
    lines = []
    for number, row in enumerate(rows_of(panel.mla, section), start=1):
        facts = [f"{line['label']}: {line['value']}" for line in summary(row, section.items)]
        lines.append(
            {
                "title": f"{section.items.singular} {number}",
                "value": "\n".join(filter(None, [heading(row, section.items), *facts])),
                "url": panel.places.item(section, row),
                **panel.counts(section, None, row.key),
            }
        )
    return lines


@require_POST
def move(request: HttpRequest, reference: str, action: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    step = BY_BUTTON.get(action_or_404(action))
    if step is None:
        raise Http404
    try:
        step(mla, request.user)
    except workflow.NotAllowed:
        messages.error(request, _("That step is no longer open: the request has moved on."))
    else:
        messages.success(request, str(DONE[workflow.Action(action)]))
    return redirect("request", reference)


def action_or_404(action: str) -> workflow.Action:
    try:
        return workflow.Action(action)
    except ValueError:
        raise Http404 from None
