"""Part: the legal basis. Duties under a treaty and courtesy are kept in separate paragraphs."""

from datetime import date

from requests_app.content.snapshot import LegalBasis
from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Source, Text
from requests_app.letter.setting import Instrument

_ORDER = {"main": 0, "additional": 1, "fallback": 2}
_POINTS = ("computer_related", "electronic_evidence", "transnational", "organised_group")


def blocks(c: Composition) -> list[Block]:
    found = bases(c)
    if text := scope(c):
        found.append(c.paragraph("basis-scope", text, Source("basis", "scope_statement")))
    return found


def bases(c: Composition) -> list[Block]:
    """Return the paragraphs of the bases. Reciprocity is assured once, with the first basis that
    creates no duty.
    """
    ordered = sorted(c.snapshot.bases, key=lambda basis: _ORDER[basis.role])
    courtesy = [basis for basis in ordered if c.instrument(basis.instrument).kind != "treaty"]
    return [
        c.paragraph(
            f"basis-{basis.instrument}",
            sentences(_basis(c, basis), c.say("basis.assurance") if basis in courtesy[:1] else ()),
            Source("basis", "instrument", basis.instrument),
        )
        for basis in ordered
    ]


def _basis(c: Composition, basis: LegalBasis) -> Text:
    instrument = c.instrument(basis.instrument)
    if instrument.kind == "treaty":
        return sentences(_treaty(c, basis, instrument), in_force(c, instrument))
    place = "main" if basis.role == "main" else "also"
    return c.say(f"basis.{instrument.kind}_{place}")


def _treaty(c: Composition, basis: LegalBasis, instrument: Instrument) -> Text:
    cited = c.spell(basis.articles)
    return c.say(
        f"basis.{basis.role}" if cited else f"basis.{basis.role}_whole",
        articles=cited,
        title=instrument.title,
        made=made(c, instrument),
        short=_short(c, instrument),
    )


def made(c: Composition, instrument: Instrument) -> Text:
    if instrument.adopted is None:
        return ()
    day = c.day(instrument.adopted)
    if instrument.place:
        return c.say("basis.made_place_date", place=instrument.place, day=day)
    return c.say("basis.made_date", day=day)


def _short(c: Composition, instrument: Instrument) -> Text:
    """Return the reference and the defined term in one pair of brackets."""
    named = instrument.short if instrument.short != instrument.title else ""
    if instrument.reference and named:
        return c.say("basis.reference_short", reference=instrument.reference, short=named)
    if instrument.reference:
        return c.say("basis.reference", reference=instrument.reference)
    return c.say("basis.short", short=named) if named else ()


def in_force(c: Composition, instrument: Instrument) -> Text:
    """Return the days of entry into force that are known; unknown ones are left out."""
    first, second = instrument.in_force_requesting, instrument.in_force_requested
    if first and second:
        key = "basis.in_force_same" if first == second else "basis.in_force_both"
        return c.say(key, first=c.day(first), second=c.day(second))
    if first:
        return _in_force_one(c, c.setting.requesting.short, first)
    return _in_force_one(c, c.setting.requested.short, second) if second else ()


def _in_force_one(c: Composition, state: str, since: date) -> Text:
    return c.say("basis.in_force_one", state=state, first=c.day(since))


def scope(c: Composition) -> Text:
    answers = c.snapshot.scope
    points = [c.label(f"scope.{name}") for name in _POINTS if getattr(answers, name) == "yes"]
    stated = c.say("basis.scope", points=c.phrases.listed(points)) if points else ()
    return sentences(stated, sentence(answers.statement))
