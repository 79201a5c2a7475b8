"""What binds two States, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from treaties import cited_bases, relations, replacing
from treaties.anchors import url_of_citation
from treaties.law import Law
from treaties.relations import Bond, Standing, Status
from treaties.spec import Confidence
from treaties.views.lines import Tag, Words
from treaties.views.marks import written

# The weaker side decides what the two have; these in this order.
_WEAKEST = (
    Status.NOT_KNOWN,
    Status.ENDED,
    Status.SUSPENDED,
    Status.NOT_PARTY,
    Status.NOT_LISTED,
    Status.SIGNED,
    Status.NOT_YET,
)
TAGS: dict[Status, Tag] = {
    Status.NOT_KNOWN: Tag(gettext_lazy("Not known"), "outline"),
    Status.ENDED: Tag(gettext_lazy("Withdrawn"), "bad"),
    Status.SUSPENDED: Tag(gettext_lazy("Suspended"), "bad"),
    Status.NOT_PARTY: Tag(gettext_lazy("Reported as not party"), "outline"),
    Status.NOT_LISTED: Tag(gettext_lazy("Not on the list of parties"), "outline"),
    Status.SIGNED: Tag(gettext_lazy("Signed, not in force"), "warn"),
    Status.NOT_YET: Tag(gettext_lazy("Not yet in force"), "warn"),
    Status.IN_FORCE: Tag(gettext_lazy("In force"), "ok"),
    Status.PARTY_UNDATED: Tag(gettext_lazy("In force, date not known"), "ok"),
}
SAME_SIDE = Tag(gettext_lazy("Not between these two"), "outline")
OPEN = Tag(gettext_lazy("Open to all"), "accent")
SCHEME = Tag(gettext_lazy("No treaty: open to its members"), "accent")
NOT_OPEN = Tag(gettext_lazy("No treaty: not open to both"), "outline")
ONE_STATE = Tag(gettext_lazy("Parts of one State"), "outline")
_SURENESS = (
    Confidence.LOW,
    Confidence.LOW_MEDIUM,
    Confidence.MEDIUM,
    Confidence.MEDIUM_HIGH,
    Confidence.HIGH,
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """How sure a bond is, and the sources of both sides."""

    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class BondLine:
    """One instrument between two States, as pages show it."""

    name: str
    url: str
    reference: str
    tag: Tag
    since: date | None
    sides: list[str]
    notes: list[Words]
    fact: Provenance


def weakest(each: Bond) -> Status:
    """Return what two States have under an instrument: the status of the less bound one."""
    sides = (each.requesting.status, each.requested.status)
    unbound = [status for status in _WEAKEST if status in sides]
    if unbound:
        return unbound[0]
    return Status.PARTY_UNDATED if Status.PARTY_UNDATED in sides else Status.IN_FORCE


def tag(each: Bond) -> Tag:
    if each.within_one_state:
        return ONE_STATE
    if each.instrument.needs_no_participation:
        return OPEN
    if each.instrument.kind == "scheme":
        return SCHEME if each.in_force else NOT_OPEN
    status = weakest(each)
    return SAME_SIDE if status in relations.BINDING and not each.in_force else TAGS[status]


def since(each: Bond) -> date | None:
    """Return the later of both days of entry into force; None means that the instrument is not in
    force between them, or a day is not known.
    """
    days = [each.requesting.since, each.requested.since]
    known = [day for day in days if day]
    return max(known) if each.in_force and len(known) == len(days) else None


def provenance(each: Bond) -> Provenance:
    """Return the confidence of the less sure side, and the sources of both."""
    sides = (each.requesting, each.requested)
    sources = dict.fromkeys(side.source for side in sides if side.source)
    return Provenance("; ".join(sources), min((side.confidence for side in sides), key=_SURENESS.index))


def lines(
    found: Iterable[Bond], on: date, law: Law, names: dict[str, str], references: dict[str, str]
) -> list[BondLine]:
    return [line(each, on, law, names, references.get(each.instrument.code, "")) for each in found]


def line(each: Bond, on: date, law: Law, names: dict[str, str], reference: str) -> BondLine:
    code = each.instrument.code
    dated = not each.instrument.binds_nobody and each.instrument.kind != "model"
    return BondLine(
        name=each.instrument.name,
        url=url_of_citation(code),
        reference=reference,
        tag=tag(each),
        since=since(each),
        sides=[side_words(side, names) for side in (each.requesting, each.requested)] if dated else [],
        notes=[note for note in notes(each, on, law, names) if note],
        fact=provenance(each),
    )


def side_words(side: Standing, names: dict[str, str]) -> str:
    """Return one side in words: "Norway: party since 1 October 2006"."""
    words = {
        Status.IN_FORCE: _("party since %(since)s"),
        Status.PARTY_UNDATED: _("party, date not known"),
        Status.NOT_YET: _("in force from %(since)s") if side.since else _("consented, not yet in force"),
        Status.SIGNED: _("signed only"),
        Status.ENDED: _("party until %(until)s"),
        Status.SUSPENDED: _("suspended since %(suspended)s"),
        Status.NOT_PARTY: _("reported as not party"),
        Status.NOT_LISTED: _("not on the list of parties, complete on %(as_of)s"),
        Status.NOT_KNOWN: _("not known"),
    }[side.status]
    days = {name: written(getattr(side, name)) for name in ("since", "until", "suspended", "as_of")}
    return f"{names.get(side.state, side.state)}: {words % days}"


def notes(each: Bond, on: date, law: Law, names: dict[str, str]) -> list[Words]:
    instrument = each.instrument
    return [
        cited_bases.route(instrument),
        *_replaced(each, on, law),
        _supplements(each, law),
        _gap_fillers(each, on, law),
        _("Its text is not loaded: contents follow the usual list of such treaties")
        if instrument.text_needed
        else "",
        _("Not known to be usable now") if not instrument.usable_now else "",
        _("Creates no duty to assist") if instrument.no_duty else "",
        _reservations(each, names),
        *_remarks(each, names),
        instrument.status_note,
    ]


def _supplements(each: Bond, law: Law) -> str:
    parent = law.instruments.get(each.instrument.supplements)
    return _("Supplements the %s and applies only with it") % parent.name if parent else ""


def _gap_fillers(each: Bond, on: date, law: Law) -> str:
    """Return whether provisions for States without a treaty apply: yes, no, or not sure."""
    if not each.in_force:
        return ""
    gap = relations.gap_fillers(
        each.instrument.code, each.requesting.state, each.requested.state, on, law=law
    )
    if gap is None:
        return ""
    treaties = ", ".join(law.instruments[code].name for code in gap.treaties or gap.silent)
    said = {
        True: _("Arts %(articles)s apply unless a treaty binds the two: none is known"),
        False: _("Arts %(articles)s do not apply: %(treaties)s binds the two"),
        None: _("Not sure whether arts %(articles)s apply: %(treaties)s may bind the two"),
    }[gap.apply]
    return said % {"articles": ", ".join(gap.provisions), "treaties": treaties}


def _replaced(each: Bond, on: date, law: Law) -> list[Words]:
    """What stands, or may stand, in its place between the two, and for which kinds."""
    if not each.in_force:
        return []
    pair = (each.requesting.state, each.requested.state)
    found = replacing.of(each.instrument.code, *pair, on, law=law)
    kinds = [(one, [kind for kind in law.kinds if one.row.concerns(kind)]) for one in found]
    return [
        text
        for one, concerned in kinds
        for text in (cited_bases.replaced_words(law, one, concerned, *pair), one.row.text)
    ]


def _remarks(each: Bond, names: dict[str, str]) -> list[Words]:
    sides = (each.requesting, each.requested)
    return [f"{names.get(side.state, side.state)}: {side.remark}" for side in sides if side.remark]


def _reservations(each: Bond, names: dict[str, str]) -> str:
    side = each.requested
    return (
        _("%s made reservations or declarations") % names.get(side.state, side.state)
        if side.reservations
        else ""
    )
