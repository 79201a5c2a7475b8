"""Decisions, hearings and earlier contacts: one paragraph for each list, one clause for each entry."""

from collections.abc import Sequence
from datetime import datetime, time

from requests_app.content.history import PriorContact, Step
from requests_app.formats import times
from requests_app.letter import dates
from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Clause, Source, Text
from requests_app.letter.parts.numbering import annex_letter

Said = list[tuple[Source, Text]]


def steps(c: Composition) -> list[Block]:
    return [*_listed(c, "decisions", decisions(c)), *_listed(c, "hearings", hearings(c))]


def earlier(c: Composition) -> list[Block]:
    return _listed(c, "contacts", contacts(c))


def decisions(c: Composition) -> Said:
    return [(_of_step(s), _decision(c, s)) for s in c.snapshot.steps if s.type == "decision" and _named(s)]


def hearings(c: Composition) -> Said:
    return [(_of_step(s), _hearing(c, s)) for s in c.snapshot.steps if s.type == "hearing" and _named(s)]


def contacts(c: Composition) -> Said:
    return [
        (Source("contacts", "with_whom", contact.id), _contact(c, contact))
        for contact in c.snapshot.prior_contacts
        if contact.with_whom.strip() or contact.outcome.strip()
    ]


def _listed(c: Composition, name: str, said: Said) -> list[Block]:
    if not said:
        return []
    clauses = [
        Clause(f"history-{name}-{source.item}", f"({_mark(n)})", text, source)
        for n, (source, text) in enumerate(said)
    ]
    first = said[0][0]
    intro = c.say(f"history.{name}")
    return [c.paragraph(f"history-{name}", intro, Source(first.section, first.field), clauses)]


def _mark(index: int) -> str:
    return annex_letter(index).lower()


def _of_step(step: Step) -> Source:
    return Source("steps", "title", step.id)


def _named(step: Step) -> bool:
    return bool(step.title.strip() or step.court.strip() or step.on)


def _decision(c: Composition, step: Step) -> Text:
    day = c.day(step.on) if step.on else ""
    reference = step.reference.strip()
    pieces = (
        step.title.strip(),
        step.court.strip(),
        day,
        c.label("history.reference").format(text=reference) if reference else "",
        c.label(f"history.final_{step.final}") if step.final else "",
        _annex(c, step),
    )
    return _sentence(pieces)


def _hearing(c: Composition, step: Step) -> Text:
    return _sentence((_when(c, step), step.court.strip(), step.title.strip()))


def _when(c: Composition, step: Step) -> str:
    """Return the time at the court, and the same moment in UTC."""
    day = c.day(step.on) if step.on else ""
    local = ", ".join(filter(None, (day, step.time, step.zone.strip())))
    clock = times.zone(step.zone) if step.zone.strip() else None
    if not (step.on and step.time and clock):
        return local
    moment = dates.utc(datetime.combine(step.on, time.fromisoformat(step.time)), clock)
    return c.label("history.in_utc").format(local=local, utc=f"{c.day(moment.date())}, {moment:%H:%M}")


def _annex(c: Composition, step: Step) -> str:
    ids = [annex.id for annex in c.snapshot.annexes]
    if step.annex not in ids:
        return ""
    return c.label("offences.annex").format(letter=annex_letter(ids.index(step.annex)))


def _contact(c: Composition, contact: PriorContact) -> Text:
    way = c.label(f"history.way.{contact.type}") if contact.type else ""
    state = c.setting.states.get(contact.state, contact.state)
    reference = contact.reference.strip()
    pieces = (
        c.day(contact.on) if contact.on else "",
        contact.with_whom.strip(),
        way,
        state,
        c.label("history.reference").format(text=reference) if reference else "",
    )
    return sentences(_sentence(pieces), sentence(contact.outcome))


def _sentence(pieces: Sequence[str]) -> Text:
    return sentence(", ".join(filter(None, pieces)))
