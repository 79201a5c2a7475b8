"""What a drafter should know before relying on an instrument."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from treaties import citations, relations
from treaties.advice.case import Case
from treaties.advice.coverage import Coverage
from treaties.law import Declaration
from treaties.relations import Bond, GapFillers, Status
from treaties.spec import Verified

# Reservations to a power at home limit the assistance that uses it, and definitions limit dual criminality.
_AT_HOME = {"14": "33", "20": "33", "21": "34"}
_OFFENCES = frozenset(str(article) for article in range(2, 12))

_THRESHOLDS = {
    "preservation": ("preservation",),
    "preserved_traffic_disclosure": ("preservation",),
    "subscriber_info": ("subscriber", "retention"),
    "traffic_data_stored": ("traffic", "retention", "coercive"),
    "content_data_stored": ("content", "stored_content", "coercive"),
    "search_seizure_data": ("content", "search", "coercive"),
    "search_seizure": ("search", "coercive"),
    "realtime_traffic": ("realtime_traffic", "traffic", "coercive"),
    "interception_content": ("interception", "coercive"),
    "documents_records": ("production", "evidence", "coercive"),
    "evidence_statements": ("evidence",),
    "freeze_seize_proceeds": ("property", "coercive"),
    "trace_proceeds": ("property",),
}
# A State may ask one thing for each category of data.
_DATA = {
    "preservation": _lazy("preservation"),
    "subscriber": _lazy("subscriber data"),
    "traffic": _lazy("traffic data"),
    "realtime_traffic": _lazy("traffic data in real time"),
    "content": _lazy("content"),
    "stored_content": _lazy("stored content"),
    "interception": _lazy("interception"),
    "search": _lazy("a search"),
    "coercive": _lazy("coercive measures"),
    "evidence": _lazy("evidence"),
    "production": _lazy("production"),
    "property": _lazy("property"),
    "retention": _lazy("retained data"),
}


def of(case: Case, bond: Bond, coverage: Coverage, *, usable: bool) -> Iterator[str]:
    yield from _not_given(case, bond, coverage)
    if bond.instrument.text_needed:
        yield _("The text is not loaded: its list of contents is a stand-in. Check the treaty itself.")
    yield from _doubts(case, bond)
    if not usable:
        yield from _notes(bond)
        return
    yield from _open_scope(case, bond)
    yield from _gap_fillers(case, bond)
    yield from _lists(case, bond, coverage)
    yield from _declarations(case, bond, coverage)
    yield from _time_limits(case, bond, coverage)
    yield from _notes(bond)


def _not_given(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    if coverage.missing and (coverage.articles or coverage.replaced):
        terms = (case.law.kinds[code].term if code in case.law.kinds else code for code in coverage.missing)
        yield _("It does not provide for: %s.") % "; ".join(terms)
    elif coverage.missing:
        yield _("It provides for nothing that is asked.")
    for code, provision in coverage.yielded.items():
        values = {"term": case.law.kinds[code].term, "provision": provision}
        yield (
            _("%(term)s (art %(provision)s) gives way to the treaty, unless both agree to apply it.")
            % values
        )
    if bond.instrument.no_duty:
        yield (
            _("Nothing obliges the other State: its own statute decides whether and how it helps.")
            if bond.instrument.kind == "scheme"
            else _("Nothing obliges the other State. It expects an assurance of reciprocity.")
        )
        if "preservation" in case.kinds and not case.preserves_by_order:
            yield _(
                "There is no duty to preserve: ask through the 24/7 contact or the police, and expect loss."
            )


def _doubts(case: Case, bond: Bond) -> Iterator[str]:
    """Yield a warning for everything that rests on less than a dated source that somebody read."""
    for standing in (bond.requesting, bond.requested):
        name = case.law.state_in_text(standing.state)
        if standing.status is Status.PARTY_UNDATED and not bond.instrument.membership:
            yield _("%s: the day of entry into force is not known; confirm it.") % name
        if standing.binds and standing.source.startswith("memory"):
            yield _("%s: participation was not read in a source; confirm it.") % name
        if standing.binds and standing.remark:
            yield f"{name}: {standing.remark}."


def _open_scope(case: Case, bond: Bond) -> Iterator[str]:
    for scope in case.open_conditions(bond.instrument):
        yield _("To be shown (art %(provision)s): %(text)s") % {
            "provision": scope.provision,
            "text": scope.text,
        }
    if case.needs_its_own_offence(bond.instrument):
        offence = next(scope for scope in bond.instrument.scope if scope.needs.get("convention_offence"))
        yield _("Only for its own offences: %s") % offence.text


def _gap_fillers(case: Case, bond: Bond) -> Iterator[str]:
    gap = relations.gap_fillers(
        bond.instrument.code, case.requesting, case.requested, case.on, law=case.law
    )
    if gap is None:
        return
    names = ", ".join(case.law.instruments[code].name for code in gap.treaties or gap.silent)
    values = {"provisions": ", ".join(gap.provisions), "treaties": names}
    if gap.apply is False:
        yield _("Arts %(provisions)s do not apply: %(treaties)s governs.") % values
    elif gap.treaties:
        yield _("Arts %(provisions)s may give way: whether %(treaties)s governs is not certain.") % values
    else:
        yield from _as_far_as_known(values)


def _as_far_as_known(values: dict[str, str]) -> Iterator[str]:
    """No list of treaties is ever complete, so that silence switches nothing on for certain."""
    yield (
        _(
            "Arts %(provisions)s apply if no treaty on mutual assistance binds the two. The portal knows "
            "none; look whether there is one."
        )
        % values
    )
    if values["treaties"]:
        yield _("Whether both are bound by one of these is not known: %(treaties)s.") % values


def _lists(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    """Yield a warning for the kinds for which the instrument has no list of contents of its own."""
    contents = bond.instrument.contents
    bare = [code for code in coverage.articles if not contents.provision_for(code)]
    if bare and not bond.instrument.supplements and not bond.instrument.text_needed:
        terms = "; ".join(case.law.kinds[code].term for code in bare if code in case.law.kinds)
        yield _("It has no list of contents for: %s. The list of another text stands in.") % terms


def _bears_on(declaration: Declaration, coverage: Coverage, gap: GapFillers | None) -> bool:
    """Whether a rule concerns an article relied on, the procedure, or the definition of offences."""
    if gap and citations.falls_within(declaration.provision, gap.provisions):
        return gap.apply is not False
    relied_on = {article for each in coverage.articles.values() for article in citations.articles(each)}
    articles = {_AT_HOME.get(each, each) for each in citations.articles(declaration.provision)}
    return bool(articles & relied_on) or (bool(declaration.effect) and bool(articles & _OFFENCES))


def _declarations(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    """Yield the declarations of the requested State that change how to write to it."""
    name = case.law.state_in_text(case.requested)
    code = bond.instrument.code
    found = [d for d in case.law.declarations_of.get(case.requested, ()) if d.instrument == code]
    gap = relations.gap_fillers(code, case.requesting, case.requested, case.on, law=case.law)
    for each in (each for each in found if _bears_on(each, coverage, gap)):
        sure = "" if each.verified is Verified.TEXT else _(" (not read in a source)")
        values = {"state": name, "provision": each.provision, "text": each.text, "sure": sure}
        yield _("%(state)s on art %(provision)s: %(text)s%(sure)s") % values
    if bond.requested.reservations and not found:
        yield _("%s made reservations or declarations; their text is not loaded.") % name


def _time_limits(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    """Yield the time limits of the kinds that are asked for."""
    for limit in bond.instrument.time_limits:
        if not limit.kinds or set(limit.kinds) & set(coverage.articles):
            yield f"{limit.text} (art {limit.provision})"


def thresholds(case: Case) -> Iterator[str]:
    """Yield what the requested State's law wants shown for these kinds of data."""
    wanted = {"any", *(category for kind in case.kinds for category in _THRESHOLDS.get(kind, ()))}
    name = case.law.state_in_text(case.requested)
    for each in case.law.thresholds_of.get(case.requested, ()):
        if each.category in wanted:
            sure = "" if each.verified is Verified.TEXT else _(" (not read in a source)")
            values = {
                "state": name,
                "test": each.test,
                "show": each.must_show,
                "ref": each.reference,
                "sure": sure,
            }
            if each.category in _DATA:
                values["data"] = str(_DATA[each.category])
                text = _("%(state)s asks for %(data)s: %(test)s Show: %(show)s [%(ref)s]%(sure)s")
            else:
                text = _("%(state)s asks: %(test)s Show: %(show)s [%(ref)s]%(sure)s")
            yield text % values


def _notes(bond: Bond) -> Iterator[str]:
    if bond.instrument.status_note:
        yield bond.instrument.status_note
