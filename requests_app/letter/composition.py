"""What the parts of one letter share while it is being composed: wording, numbers, references."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count

from requests_app.content.snapshot import Snapshot
from requests_app.letter import articles, dates, phrases
from requests_app.letter.letter import Clause, Paragraph, Run, Source, Text
from requests_app.letter.phrases import Value
from requests_app.letter.setting import Instrument, Setting

INLINE_ROWS = 200
# Kinds that tell the other State something and ask it for nothing.
_INFORMING = frozenset({"spontaneous_information", "interception_notification"})
# In the scripts of the six languages of the United Nations.
_ENDINGS = ".!?:;…。！？؟۔।"


class Composition:
    """One letter being composed. Its counters run on, so it is used once and thrown away."""

    def __init__(self, snapshot: Snapshot, setting: Setting) -> None:
        self.snapshot = snapshot
        self.setting = setting
        self.phrases = self._wording()
        self.fact_numbers: dict[str, int] = {}
        self.offence_numbers = _numbered(o.id for o in snapshot.offences)
        self.identifier_numbers = _numbered(d.id for d in snapshot.data_items)
        self.marks = {m.id: f"M{n}" for n, m in enumerate(snapshot.measures, 1)}
        self._paragraphs = count(1)
        self._tables = count(1)
        self._schedules = count(1)

    def _wording(self) -> phrases.Phrases:
        setting = self.setting
        wording = phrases.nearest(setting.language).about(
            requesting=setting.requesting.short,
            requesting_formal=setting.requesting.formal,
            requested=setting.requested.short,
            requested_formal=setting.requested.formal,
        )
        route = self.snapshot.channel.route
        key = f"counterpart.{route}" if wording.knows(f"counterpart.{route}") else "counterpart.other"
        return wording.about(counterpart=wording.say(key))

    def say(self, key: str, **values: Value) -> Text:
        return self.phrases.say(key, **values)

    def label(self, key: str, default: str | None = None) -> str:
        return self.phrases.label(key, default)

    def day(self, value: date) -> str:
        return dates.day(value, self.phrases)

    def spell(self, citation: str) -> str:
        return articles.spell(citation, self.phrases)

    def paragraph(self, id_: str, text: Text, source: Source, clauses: Sequence[Clause] = ()) -> Paragraph:
        return Paragraph(id_, next(self._paragraphs), text, source, tuple(clauses))

    def next_table(self) -> int:
        return next(self._tables)

    def next_schedule(self) -> int:
        return next(self._schedules)

    def instrument(self, id_: str) -> Instrument:
        """Return the instrument; one that is not described is cited by its id."""
        return self.setting.instruments.get(id_) or Instrument(title=id_)

    @property
    def main(self) -> Instrument | None:
        ids = self.snapshot.basis_ids
        return self.instrument(ids[0]) if ids else None

    @property
    def informs(self) -> bool:
        kinds = self.snapshot.kinds
        return bool(kinds) and set(kinds) <= _INFORMING

    def term(self, kind: str) -> str:
        """Return the vocabulary's term without its explanation in brackets; the measure itself explains."""
        term = self.setting.terms.get(kind) or kind.replace("_", " ").capitalize()
        return re.sub(r" \([^()]*\)$", "", term)


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(ids, 1)}


def sentences(*texts: Text) -> Text:
    """Return the texts joined by spaces, without the empty ones."""
    runs: list[Run] = []
    for text in filter(None, texts):
        runs += [Run(" "), *text] if runs else text
    return phrases.joined(runs)


def literal(text: str) -> Text:
    """Return what an officer typed, without the blank lines around it."""
    return (Run(text.strip()),) if text.strip() else ()


def sentence(text: str) -> Text:
    """Return what an officer typed, with a full stop where it ends in a word."""
    typed = text.strip()
    if not typed:
        return ()
    return (Run(typed if typed[-1] in _ENDINGS else f"{typed}."),)


def ranges(numbers: Iterable[int]) -> list[str]:
    """Return the numbers in order; three or more in a row become a range: 1, 2, 3, 5 are "1–3" and "5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [text for first, last in runs for text in _range(first, last)]


def _range(first: int, last: int) -> list[str]:
    if last - first > 1:
        return [f"{first}–{last}"]
    return [str(number) for number in range(first, last + 1)]
