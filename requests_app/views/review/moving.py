"""Steps of the procedure that an officer takes from a page: submit, take back and the like."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from requests_app import casework, permissions, workflow
from requests_app.models import MLARequest
from requests_app.views.drafting import preflight
from requests_app.views.parts import open_points_form
from requests_app.views.parts.access import OfficerRequest, find, refuse_unless
from requests_app.views.parts.events import told_of_last_move
from requests_app.views.parts.panel import panel_of

PAGE = "requests_app/check.html"

# Steps that need nothing but a click; the others have a page of their own.
BY_BUTTON = {workflow.Action.TAKE_BACK: casework.take_back}
DONE = {
    workflow.Action.TAKE_BACK: gettext_lazy("You have taken the request back. You can change it again."),
}


@require_GET
def check_answers(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    return render(request, PAGE, preflight.context(request, panel_of(mla)))


@require_POST
def submit(request: HttpRequest, reference: str) -> HttpResponse:
    """Submit the request, or show what blocks it; a second click leads to the same page as the first."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    if mla.state == MLARequest.State.IN_REVIEW:
        return redirect("request", reference)
    refuse_unless(permissions.may_edit(request.user, mla))
    try:
        casework.submit(mla, request.user, told=open_points_form.told(request.POST))
    except workflow.NotReady:
        panel = panel_of(find(request, reference))
        problems = [{"message": f["message"], "url": f["url"]} for f in panel.completeness()["must_fix"]]
        return render(request, PAGE, preflight.context(request, panel) | {"problems": problems}, status=422)
    except workflow.NotTold as untold:
        panel = panel_of(find(request, reference))
        said = open_points_form.asks(untold.points)
        told = {"problems": [{"message": said, "url": f"#{open_points_form.ID}"}], "untold": said}
        return render(request, PAGE, preflight.context(request, panel) | told, status=422)
    messages.success(request, _("Submitted for review. You can take it back until it is decided."))
    return redirect("request", reference)


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
        messages.error(request, told_of_last_move(mla))
    else:
        messages.success(request, str(DONE[workflow.Action(action)]))
    return redirect("request", reference)


def action_or_404(action: str) -> workflow.Action:
    try:
        return workflow.Action(action)
    except ValueError:
        raise Http404 from None
