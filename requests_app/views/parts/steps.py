"""What comes next, in one request and in all on which an officer works."""

from datetime import date
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app.completeness import check_runs
from requests_app.models import CheckRun, MLARequest
from requests_app.models.request import MLARequestQuerySet
from requests_app.preservation import deadline_clock
from requests_app.views.parts import deadlines
from requests_app.views.parts.deadlines import Deadline

State = MLARequest.State
READY = (State.APPROVED, State.SIGNED)
# More than that is no plan for a day.
MOST = 4
_LOOKED_AT = 50


def next_of(mla: MLARequest, *, to_fix: int | None, returned: bool) -> dict[str, str]:
    """Return one step in words, with the page on which it is taken; "" and "" for a request that was
    sent.
    """
    if mla.state in READY:
        return _to("dispatch", mla, _("Send it"))
    if mla.state == State.IN_REVIEW:
        return _to("request", mla, _("See where it stands"))
    if mla.state != State.DRAFT:
        return {"step": "", "step_url": ""}
    if returned:
        return _to("request", mla, _("Read the reasons"))
    if to_fix is None:
        return _to("request", mla, _("Go on drafting"))
    if to_fix:
        words = ngettext("Fix %(n)s point", "Fix %(n)s points", to_fix) % {"n": to_fix}
        return _to("check_answers", mla, words)
    return _to("check_answers", mla, _("Check and submit"))


def _to(page: str, mla: MLARequest, words: str) -> dict[str, str]:
    return {"step": words, "step_url": reverse(page, args=[mla.reference])}


def pressing(mine: MLARequestQuerySet) -> list[dict[str, str]]:
    """Return the few most urgent steps: what was returned, is ready to be sent, or has a day."""
    today = timezone.localdate()
    waiting = Q(state__in=READY) | Q(state=State.DRAFT, reviews__isnull=False)
    found = mine.filter(waiting | deadlines.pressing()).distinct()
    found = deadlines.with_next_day(found, today).order_by(F("next_day").asc(nulls_last=True), "pk")
    chosen = list(found.prefetch_related("reviews")[:_LOOKED_AT])
    clocks = deadline_clock.clocks(chosen)
    nearest = {mla.pk: deadlines.nearest(mla, clocks.get(mla.pk), today) for mla in chosen}
    chosen = [mla for mla in chosen if nearest[mla.pk] or _waits_for_us(mla)]
    chosen.sort(key=lambda mla: _day(nearest[mla.pk], today))
    return [_card(mla, nearest[mla.pk], today) for mla in chosen[:MOST]]


def _waits_for_us(mla: MLARequest) -> bool:
    return mla.state in READY or (mla.state == State.DRAFT and bool(mla.reviews.all()))


def _day(deadline: Deadline | None, today: date) -> date:
    """Return the day of a step; one without a day counts as due today."""
    return deadline.day if deadline else today


def _card(mla: MLARequest, deadline: Deadline | None, today: date) -> dict[str, str]:
    step = next_of(mla, to_fix=None, returned=bool(mla.reviews.all()))
    return {
        "when": deadline.text(today) if deadline else _("Now"),
        "tone": deadline.tone(today) if deadline else "warn",
        "title": mla.title or mla.reference,
        "text": ", ".join(filter(None, [mla.reference, str(mla.get_state_display()), _note(deadline)])),
        "url": step["step_url"] or reverse("request", args=[mla.reference]),
        "link_text": step["step"] or _("Open the request"),
    }


def _note(deadline: Deadline | None) -> str:
    return f"{deadline.label} {date_format(deadline.day, 'j F')}" if deadline else ""


def of_changed_law(mine: MLARequestQuerySet) -> list[dict[str, Any]]:
    """Return the texts of which the law asks something else than when they were written."""
    found = check_runs.affected(mine).select_related("request").defer("findings", "settled")[:10]
    return [_affected(run) for run in found]


def _affected(run: CheckRun) -> dict[str, Any]:
    more = run.summary["block"] - (run.before_law or {}).get("block", 0)
    if more > 0:
        words = ngettext("%(n)s more to fix", "%(n)s more to fix", more) % {"n": more}
    elif more < 0:
        words = ngettext("%(n)s less to fix", "%(n)s less to fix", -more) % {"n": -more}
    else:
        words = _("Nothing more to fix; what is to be checked may have changed")
    return {
        "reference": run.request.reference,
        "title": run.request.title,
        "url": reverse("check_answers", args=[run.request.reference]),
        "text": words,
        "more": max(more, 0),
        "waiting": run.status != CheckRun.Status.DONE,
    }
