"""Additions of this authority to the law: one administrator writes them, another confirms them."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from requests_app import casework, permissions
from requests_app.completeness import affected_requests, check_runs
from requests_app.models import MLARequest, Officer
from requests_app.sections.text_gate import refuse_hidden_characters
from requests_app.views.administration.lawforms import FORMS, NothingStands, RecordForm
from requests_app.views.parts import listing
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless
from treaties import curation, current, releases
from treaties.models import Proposal
from treaties.shipped import BadData

PER_PAGE = 50


class DecisionForm(forms.Form):
    """Whether to take the release's version or keep our own, with the reason."""

    choice = forms.ChoiceField(choices=[("take", ""), ("keep", "")])
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=1000,
        validators=[refuse_hidden_characters],
        error_messages={"required": gettext_lazy("Give the reason: a colleague will ask in a year.")},
    )

    use_required_attribute = False


@require_GET
def proposals(request: HttpRequest) -> HttpResponse:
    request = _curator(request)
    found = Proposal.objects.select_related("proposed_by", "decided_by")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    kinds = [(kind, Proposal.Kind(kind).label) for kind in FORMS]
    context = {"proposals": page.object_list, "page": listing.paging(request, page), "kinds": kinds}
    return render(request, "requests_app/proposals.html", context)


@require_http_methods(["GET", "POST"])
def proposal_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Show the data file that would result (first button), or propose it (second button)."""
    request = _curator(request)
    if kind not in FORMS:
        raise Http404
    form = _form(request, kind)
    if form.is_bound and form.is_valid() and "propose" in request.POST:
        return redirect("proposal", _propose(request.user, form).pk)
    context = {"form": form, "title": Proposal.Kind(kind).label, "of": request.GET.get("of", "")}
    return render(request, "requests_app/proposal_form.html", context, status=422 if form.errors else 200)


def _form(request: OfficerRequest, kind: str) -> RecordForm:
    """Return the form. `of` names the fact that is amended; "" means that the record is new."""
    try:
        return FORMS[kind](posted(request), of=request.GET.get("of", ""))
    except NothingStands:
        raise Http404 from None


def _propose(officer: Officer, form: RecordForm) -> Proposal:
    return casework.propose_law(
        officer,
        kind=form.kind,
        record=form.record(),
        content=form.content,
        reason=form.cleaned_data["reason"],
    )


@require_GET
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    request = _curator(request)
    return _shown(request, _found(pk), [])


@require_POST
def proposal_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    request = _curator(request)
    proposal = _found(pk)
    try:
        casework.confirm_law(request.user, proposal)
    except curation.SamePerson:
        return _shown(request, proposal, [_("Another administrator confirms what you proposed.")], 422)
    except curation.NotOpen:
        return _shown(request, _found(pk), [_("Somebody has decided on it already.")], 422)
    except BadData as refusal:
        return _shown(request, proposal, [str(problem) for problem in refusal.problems], 422)
    messages.success(request, _("%(record)s is law in this portal.") % {"record": proposal})
    return redirect("proposal", pk)


@require_POST
def proposal_turn_down(request: HttpRequest, pk: int) -> HttpResponse:
    request = _curator(request)
    try:
        casework.turn_down_law(request.user, _found(pk))
    except curation.NotOpen:
        return _shown(request, _found(pk), [_("Somebody has decided on it already.")], 422)
    return redirect("proposal", pk)


@require_GET
def proposal_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the record as a data file of the shipped format."""
    request = _curator(request)
    proposal = _found(pk)
    name = f"{slugify(proposal.record)}.toml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(
        curation.exported(proposal.content), content_type="application/toml; charset=utf-8", headers=headers
    )


@require_GET
def differences(request: HttpRequest) -> HttpResponse:
    """Show where the shipped data differ from a record of this authority, and what was decided."""
    return _differing(_curator(request), None, 200)


@require_POST
def difference_decided(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep our version at once, or propose the release's version to another administrator."""
    request = _curator(request)
    found = releases.difference_of(pk)
    if found is None:
        messages.info(request, _("There is no such difference any more."))
        return redirect("law_differences")
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _differing(request, (pk, form), 422)
    return _decide(request, found, form.cleaned_data)


def _decide(request: OfficerRequest, found: releases.Difference, answers: dict[str, str]) -> HttpResponse:
    if answers["choice"] == "take":
        return redirect("proposal", casework.take_release(request.user, found, answers["reason"]).pk)
    casework.keep_own(request.user, found, answers["reason"])
    messages.success(
        request, _("Recorded: %(record)s stays as it is here.") % {"record": found.proposal.record}
    )
    return redirect("law_differences")


def _differing(
    request: OfficerRequest, refused: tuple[int, DecisionForm] | None, status: int
) -> HttpResponse:
    pk, refused_form = refused or (0, None)
    shown = [
        {"difference": each, "form": refused_form if each.proposal.pk == pk else DecisionForm()}
        for each in releases.differences()
    ]
    problems = [
        {"message": error, "url": f"#reason-{pk}"}
        for errors in (refused_form.errors.values() if refused_form else ())
        for error in errors
    ]
    context = {"differences": shown, "problems": problems}
    return render(request, "requests_app/law_differences.html", context, status=status)


def _curator(request: HttpRequest) -> OfficerRequest:
    officer_request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_curate_law(officer_request.user))
    return officer_request


def _found(pk: int) -> Proposal:
    return get_object_or_404(Proposal.objects.select_related("proposed_by", "decided_by"), pk=pk)


def _shown(
    request: OfficerRequest, proposal: Proposal, refusals: list[str], status: int = 200
) -> HttpResponse:
    changes, problems = _changes(proposal)
    touched = _touched(proposal) if changes else []
    context: dict[str, Any] = {
        "proposal": proposal,
        "changes": changes,
        "touched": touched,
        "problems": [{"message": text, "url": "#decision"} for text in (*refusals, *problems)],
        "own": proposal.proposed_by_id == request.user.pk,
    }
    return render(request, "requests_app/proposal.html", context, status=status)


def _touched(proposal: Proposal) -> list[str]:
    """Return references of unsent requests of which something else would be asked; their text stays
    hidden.
    """
    drafts = MLARequest.objects.filter(state__in=check_runs.UNDECIDED)
    if not drafts.exists():
        return []
    after = curation.as_if(proposal.content)
    return affected_requests.affected(drafts, before=current.law(), after=after, on=timezone.localdate())


def _changes(proposal: Proposal) -> tuple[list[curation.Change], list[str]]:
    """Return what an open proposal would change, and the problems that keep it from being confirmed;
    a closed one has neither.
    """
    if not proposal.is_open:
        return [], []
    try:
        return curation.changes(proposal.content), []
    except BadData as refusal:
        return [], [str(problem) for problem in refusal.problems]
