"""Why an instrument fits, or why it does not."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treaties import cited_bases, relations, replacing
from treaties.advice.case import Case
from treaties.advice.coverage import Coverage
from treaties.cited_bases import day_in_words, replaced_words, why_not
from treaties.relations import Bond, Standing, Status
from treaties.replacing import Replaced


def of(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    if said := cited_bases.route(bond.instrument):
        yield said
    yield from _binding(case, bond)
    yield from _replacement(case, bond, coverage)
    yield from _carried(case, bond, coverage)
    yield from _scope(case, bond)
    yield from _place(case, bond)


def _binding(case: Case, bond: Bond) -> Iterator[str]:
    instrument = bond.instrument
    if instrument.kind == "scheme":
        yield from _scheme(case, bond)
        return
    if instrument.no_duty and not instrument.parties:
        yield _without_treaty(case)
        return
    if bond.in_force and instrument.usable_now:
        yield _("In force between %(a)s (%(since_a)s) and %(b)s (%(since_b)s).") % {
            "a": case.law.state_in_text(case.requesting),
            "since_a": _since(bond.requesting),
            "b": case.law.state_in_text(case.requested),
            "since_b": _since(bond.requested),
        }
        return
    for standing in (bond.requesting, bond.requested):
        if not standing.binds:
            yield why_not(case.law, standing)
    if not instrument.usable_now:
        yield _("The instrument is not known to be in force.")


def _scheme(case: Case, bond: Bond) -> Iterator[str]:
    """Members of an organisation that help under their own statutes: nothing is in force between them."""
    if not bond.in_force:
        yield _("It is open to members of the organisation that made it only.")
        return
    yield _(
        "No treaty, and in force nowhere: %(a)s and %(b)s belong to those who made it, and each helps "
        "under its own statute."
    ) % {"a": case.law.state_in_text(case.requesting), "b": case.law.state_in_text(case.requested)}
    if case.requested in case.law.no_treaty_basis:
        yield _without_treaty(case)


def _replacement(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    """What has taken its place for something that is asked, or may have; and whose place it takes."""
    pair = (case.requesting, case.requested)
    for each, kinds in _by_statement({**coverage.replaced, **coverage.doubted}):
        yield replaced_words(case.law, each, kinds, *pair)
        if each.row.text:
            yield each.row.text
    if not bond.in_force:
        return
    named = [
        case.law.instruments[code].name
        for code in replacing.by(bond.instrument, *pair, case.on, tuple(coverage.articles), law=case.law)
    ]
    if named:
        yield _("Between the two it stands in place of: %s.") % "; ".join(named)


def _by_statement(found: dict[str, Replaced]) -> Iterator[tuple[Replaced, list[str]]]:
    for each in dict.fromkeys(found.values()):
        yield each, [kind for kind, said in found.items() if said == each]


def _since(standing: Standing) -> str:
    if standing.status is Status.PARTY_UNDATED:
        return _("a party, date not known")
    return _("since %s") % day_in_words(standing.since)


def _without_treaty(case: Case) -> str:
    basis = case.law.no_treaty_basis.get(case.requested)
    state = case.law.state_in_text(case.requested)
    if basis is None:
        return _("Whether %s assists without a treaty under its own law is not known.") % state
    words = {
        "yes": _("%(state)s assists without a treaty under its own law: %(rule)s"),
        "limited": _("%(state)s assists without a treaty within limits of its own law: %(rule)s"),
        "no": _("%(state)s does not assist without a treaty: %(rule)s"),
    }
    return words[basis.possible] % {"state": state, "rule": basis.rule}


def _carried(case: Case, bond: Bond, coverage: Coverage) -> Iterator[str]:
    kinds = case.law.kinds
    for code, provision in coverage.articles.items():
        term = kinds[code].term if code in kinds else code
        general = coverage.through.get(code)
        if not provision:
            yield _("%s: may be asked for; the text of the treaty is not loaded.") % term
        elif general:
            values = {"term": term, "provision": _article(provision), "general": kinds[general].term}
            yield _("%(term)s: no provision of its own, asked for as %(general)s (%(provision)s).") % values
        elif not bond.instrument.no_duty:
            yield _("%(term)s: %(provision)s.") % {"term": term, "provision": _article(provision)}


def _article(provision: str) -> str:
    if provision == "see text":
        return _("article to be looked up")
    return f"art {provision}" if provision[:1].isdigit() else provision


def _scope(case: Case, bond: Bond) -> Iterator[str]:
    """Yield the conditions of scope that the known facts meet."""
    if not bond.in_force:
        return
    unmet = {scope.code for scope in case.open_conditions(bond.instrument)}
    for scope in bond.instrument.scope:
        if scope.needs and not scope.needs.get("convention_offence") and scope.code not in unmet:
            yield _("Scope: %(text)s (art %(provision)s)") % {
                "text": scope.text,
                "provision": scope.provision,
            }


def _place(case: Case, bond: Bond) -> Iterator[str]:
    instrument = bond.instrument
    if instrument.sole_basis == "no" and not instrument.supplements:
        yield _("It cannot stand alone as a legal basis.")
    if instrument.supplements and instrument.supplements in case.law.instruments:
        parent = case.law.instruments[instrument.supplements].name
        yield _("It supplements %s: cite both.") % parent
    if instrument.no_duty and bond.in_force:
        treaties = relations.governing_treaties(case.requesting, case.requested, case.on, law=case.law)
        named = [each.instrument.name for each in treaties if each.is_certain]
        if named:
            yield _("A treaty binds the two States (%s): this is for what it does not cover.") % ", ".join(
                named
            )
