"""Four eyes: the queue of a unit, and the page on which a supervisor reads the letter and decides."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import audit, casework, permissions, workflow
from requests_app.checks.decisions import Kind
from requests_app.completeness import open_points
from requests_app.documents import letters
from requests_app.documents.letters import Bound
from requests_app.letter.setting import Stamp
from requests_app.models import MLARequest, Officer, RequestEditor, Review
from requests_app.models.request import MLARequestQuerySet
from requests_app.render import html
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts import listing, open_points_form
from requests_app.views.parts.access import OfficerRequest, find, refuse_unless
from requests_app.views.parts.events import events_of, told_of_last_move
from requests_app.views.parts.panel import Panel, panel_of
from requests_app.views.parts.request_heads import head


class DecisionForm(GatedForm):
    """`digest` is of the letter on the page, `waivers` what is waived in it: what is approved was read."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[
            ("approve", gettext_lazy("Approve. The text is locked and the PDF is made.")),
            ("return", gettext_lazy("Return with reasons. The drafter can change the text again.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whether you approve or return the request.")},
    )
    reasons = forms.CharField(
        label=gettext_lazy("Reasons"),
        help_text=gettext_lazy("Needed when you return the request. The drafter reads them first."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    waivers = forms.RegexField(
        r"^(\d+( \d+)*)?$", widget=forms.HiddenInput, max_length=5000, required=False
    )

    def clean_waivers(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["waivers"].split()]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("decision") == "return" and not answers.get("reasons"):
            self.add_error("reasons", _("Say what has to change before it can be approved."))
        return answers


@require_GET
def review_queue(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_supervisor(request.user))
    q = listing.search_text(request)
    waiting = queue_of(request.user)
    theirs = of_others(waiting, request.user)
    found = listing.find(theirs, q)
    page = listing.page_of(request, found.requests)
    now = timezone.now()
    context = {
        "now": now,
        "rows": [listing.waiting_row(row, now) for row in listing.rows(page.object_list)],
        "page": listing.paging(request, page),
        "q": q,
        "hidden_count": waiting.count() - theirs.count(),
    }
    return render(request, "requests_app/review_queue.html", context)


def queue_of(officer: Officer) -> MLARequestQuerySet:
    """Return the requests that wait: the most urgent first, then those that have waited longest."""
    waiting = permissions.visible_to(officer).filter(state=MLARequest.State.IN_REVIEW)
    level = MLARequest.UrgencyLevel
    ranks = (When(urgency_level=level.EMERGENCY, then=0), When(urgency_level=level.URGENT, then=1))
    return waiting.order_by(Case(*ranks, default=2), "submitted_at", "pk")


def of_others(waiting: MLARequestQuerySet, officer: Officer) -> MLARequestQuerySet:
    """Return the requests without those in which words of the officer stand."""
    own = RequestEditor.objects.filter(officer=officer, stands=True).values("request")
    return waiting.exclude(author=officer).exclude(pk__in=own)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    refuse_unless(permissions.is_supervisor(request.user))
    if request.method == "POST":
        return _decide(request, mla)
    if mla.state != MLARequest.State.IN_REVIEW:
        return redirect("request", reference)
    audit.record(audit.Verb.LETTER_READ, actor=request.user, reference=reference, revision=mla.revision)
    panel = panel_of(mla)
    letter = letters.of(panel.examination.snapshot)
    form = DecisionForm(initial=_read(panel, letter))
    return render(request, "requests_app/review.html", _context(request, panel, letter, form))


def _read(panel: Panel, letter: Bound) -> dict[str, str]:
    """Return what the reviewer has on the screen, which the decision names."""
    waivers = " ".join(str(pk) for pk in sorted(panel.examination.waivers))
    return {"digest": letter.digest, "waivers": waivers}


def _decide(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        panel = panel_of(mla)
        context = _context(request, panel, letters.of(panel.examination.snapshot), form)
        return render(request, "requests_app/review.html", context, status=422)
    try:
        _carry_out(mla, request.user, form.cleaned_data, told=open_points_form.told(request.POST))
    except workflow.NotTold as untold:
        return _asked_again(request, mla, form, open_points_form.asks(untold.points))
    except workflow.Stale:
        messages.error(
            request,
            _(
                "The letter, or what is waived in it, is not the one that was submitted and that you read. "
                "This is how it is now: read it again."
            ),
        )
        return redirect("review", mla.reference)
    except workflow.NotReady:
        messages.error(
            request,
            _("It cannot be approved: something that blocks it is still open. Return it with the list."),
        )
        return redirect("review", mla.reference)
    except workflow.AlreadyMade:
        return redirect("request", mla.reference)
    except workflow.NotAllowed:
        refuse_unless(_waits_for(request.user, mla))
        messages.error(request, told_of_last_move(mla))
        return redirect("request", mla.reference)
    messages.success(request, _("Your decision is recorded."))
    return redirect("request", mla.reference)


def _asked_again(request: OfficerRequest, mla: MLARequest, form: DecisionForm, said: str) -> HttpResponse:
    panel = panel_of(mla)
    context = _context(request, panel, letters.of(panel.examination.snapshot), form)
    told = {"problems": [{"message": said, "url": f"#{open_points_form.ID}"}], "untold": said}
    return render(request, "requests_app/review.html", context | told, status=422)


def _carry_out(mla: MLARequest, officer: Officer, answers: dict[str, Any], *, told: str) -> None:
    if answers["decision"] == "approve":
        casework.approve(mla, officer, digest=answers["digest"], waivers=answers["waivers"], told=told)
    else:
        casework.return_for_changes(mla, officer, reason=answers["reasons"], digest=answers["digest"])


def _waits_for(officer: Officer, mla: MLARequest) -> bool:
    """Whether the refused decision was open to this officer until a moment ago."""
    return permissions.is_independent_reviewer(officer, mla)


def _context(request: OfficerRequest, panel: Panel, letter: Bound, form: DecisionForm) -> dict[str, Any]:
    mla = panel.mla
    why_not, standing = why_not_decide(request.user, mla), letters.kept(mla)
    reviews = list(mla.reviews.select_related("reviewer"))
    return {
        "mla": mla,
        "head": head(mla),
        "version": {
            "number": 1 + sum(review.decision == Review.Decision.RETURNED for review in reviews),
            "submitted_at": mla.submitted_at,
            "by": str(mla.author),
            "note": "",
        },
        "letter_html": html.preview(letter.letter(Stamp(revision=mla.revision))),
        "changed": letters.difference(standing, letter),
        "from_before": letters.is_from_before(mla, standing),
        "points": open_points.of(panel.report),
        "may_decide": not why_not,
        "why_not": why_not,
        "form": form,
        "waived": panel.settled(Kind.WAIVER),
        "completeness": panel.completeness() | {"waived": []},
        "may_waive": permissions.may_waive(request.user, mla),
        "reviews": [shown_review(r) for r in reviews],
        "events": events_of(mla.reference, limit=10),
        **_neighbours(request.user, mla),
    }


def why_not_decide(officer: Officer, mla: MLARequest) -> str:
    """Return why this officer may not decide on the text; "" means that the officer may."""
    if mla.state != MLARequest.State.IN_REVIEW:
        return _("It is not in review.")
    if permissions.is_author(officer, mla):
        return _("You drafted this request, so somebody else has to decide on it.")
    if permissions.has_words_in(officer, mla):
        return _("Words of yours stand in this text, so somebody else has to decide on it.")
    return "" if permissions.is_independent_reviewer(officer, mla) else _("Only a supervisor decides.")


def shown_review(review: Review) -> dict[str, Any]:
    return {
        "at": review.decided_at,
        "by": str(review.reviewer),
        "decision": review.decision,
        "decision_label": review.get_decision_display(),
        "reasons": review.reason,
    }


def _neighbours(officer: Officer, mla: MLARequest) -> dict[str, str]:
    queue = list(of_others(queue_of(officer), officer).values_list("reference", flat=True)[:200])
    if mla.reference not in queue:
        return {"previous_url": "", "next_url": "", "position": ""}
    at = queue.index(mla.reference)
    return {
        "previous_url": reverse("review", args=[queue[at - 1]]) if at else "",
        "next_url": reverse("review", args=[queue[at + 1]]) if at + 1 < len(queue) else "",
        "position": _("%(place)s of %(count)s") % {"place": at + 1, "count": len(queue)},
    }
