"""Where a release differs from a record of this authority, and what was decided about it.

Taking the release's version is a change of the law here and is made as every change is: one
administrator proposes it, another confirms it. Keeping one's own version changes nothing; who decided
so is kept.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import tomli_w
from django.utils.translation import gettext as _

from treaties import curation, overlay, rows, shipped, verification
from treaties.models import LawFact, Proposal, ReleaseDecision


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A local row, and what the shipped data say under the same id."""

    row: LawFact
    fields: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A record of this authority with the rows that differ. `offered` is the record as the release
    has it.

    `decision` is set when somebody decided to keep our version, `awaiting` when taking the release's
    version was proposed.
    """

    proposal: Proposal
    rows: tuple[RowDifference, ...]
    offered: str
    decision: ReleaseDecision | None
    awaiting: Proposal | None

    @property
    def digest(self) -> str:
        return _digest(self.offered)


def differences() -> list[Difference]:
    """Return all differences, those that nobody has decided on first."""
    of_record = _by_proposal(_rows())
    data = shipped.read()
    kept = {
        (each.kind, each.record, each.digest): each for each in ReleaseDecision.objects.select_related("by")
    }
    open_ = {(each.kind, each.record, each.content): each for each in _open_proposals()}
    found = []
    for proposal, differing in of_record.items():
        offered = _offered(data, proposal)
        record = (proposal.kind, proposal.record)
        decision = kept.get((*record, _digest(offered)))
        found.append(Difference(proposal, differing, offered, decision, open_.get((*record, offered))))
    return sorted(found, key=lambda each: (each.decision is not None, -each.proposal.pk))


def _open_proposals() -> Iterable[Proposal]:
    return Proposal.objects.filter(state=Proposal.State.PROPOSED).select_related("proposed_by")


def _rows() -> list[RowDifference]:
    tables = rows.tables(shipped.read())
    verification.lay(row for _model, theirs in tables for row in theirs)
    return [
        RowDifference(ours[row.pk], curation.compared(model, ours[row.pk], row))
        for model, theirs in tables
        if (ours := model._default_manager.filter(origin=LawFact.Origin.LOCAL).in_bulk())
        for row in theirs
        if row.pk in ours and curation.values(model, row) != curation.values(model, ours[row.pk])
    ]


def _by_proposal(found: list[RowDifference]) -> dict[Proposal, tuple[RowDifference, ...]]:
    """Return each row with the last proposal that wrote it."""
    if not found:
        return {}
    confirmed = Proposal.objects.filter(state=Proposal.State.CONFIRMED).order_by("decided_at", "pk")
    writer = {
        (name, key): proposal
        for proposal in confirmed.select_related("proposed_by", "decided_by")
        for name, key in proposal.wrote
    }
    grouped: dict[Proposal, tuple[RowDifference, ...]] = {}
    for each in found:
        proposal = writer.get((verification.table(each.row), str(each.row.pk)))
        if proposal is not None:
            grouped[proposal] = (*grouped.get(proposal, ()), each)
    return grouped


def _offered(data: shipped.Shipped, proposal: Proposal) -> str:
    """Return the release's version of the record; "" means that it has none as a whole, and nothing
    can be taken over.
    """
    file = overlay.extract(data, overlay.decode(proposal.content))
    return tomli_w.dumps(overlay.plain(file)) if file else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def difference_of(pk: int) -> Difference | None:
    return next((each for each in differences() if each.proposal.pk == pk), None)


def take(person: Any, found: Difference, reason: str) -> Proposal:
    """Propose what the release says. Raises BadData when it no longer fits."""
    words = _("What the shipped data say is taken over. %(reason)s") % {"reason": reason}
    return curation.propose(person, found.proposal.kind, found.proposal.record, found.offered, words)


def keep(person: Any, found: Difference, reason: str) -> ReleaseDecision:
    """Keep our version until a release differs again. A second click finds the first decision."""
    decision, _new = ReleaseDecision.objects.get_or_create(
        kind=found.proposal.kind,
        record=found.proposal.record,
        digest=found.digest,
        defaults={"reason": reason, "by": person},
    )
    return decision
