"""The command that prints what the adviser answers to the questions of docs/advice.toml."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from treaties import advisor, cited_bases, current
from treaties.advice import printed
from treaties.law import Law
from treaties.management.commands import law_report

DOCUMENT = settings.BASE_DIR / "docs" / "advice.md"
QUESTIONS = settings.BASE_DIR / "docs" / "advice.toml"

_INTRODUCTION = """\
# What the adviser says

Made by `script/manage advice_report --write` from the questions in [advice.toml](advice.toml); a test holds
it equal to what the shipped law answers. `+` is why a basis fits or does not, `!` what to watch, which
stands here for the first basis alone; `script/manage advise` prints all of it.
"""


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who asks whom for what on a day, and what a practitioner says of the answer."""

    region: str
    requesting: str = msgspec.field(name="from")
    requested: str = msgspec.field(name="to")
    kinds: tuple[str, ...]
    on: date
    max_penalty_years: float | None = None
    transnational: bool = False
    organised_group: bool = False
    remark: str = ""


class _Questions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: tuple[Question, ...]


class Command(BaseCommand):
    help = "What the adviser answers to the questions of docs/advice.toml."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--write", action="store_true", help="rewrite docs/advice.md from the shipped data files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["write"]:
            DOCUMENT.write_text(law_report.of_the_shipped_law(_document), encoding="utf-8")
        else:
            self.stdout.write(_document(), ending="")


def questions() -> tuple[Question, ...]:
    return msgspec.toml.decode(QUESTIONS.read_bytes(), type=_Questions).question


def _document() -> str:
    with translation.override("en"):
        return "\n".join([*_lines(current.read("")), ""])


def _lines(law: Law) -> Iterator[str]:
    yield _INTRODUCTION
    for region, asked in groupby(questions(), key=lambda each: each.region):
        yield f"## {region}\n"
        for each in asked:
            yield from _answer(law, each)


def _answer(law: Law, each: Question) -> Iterator[str]:
    pair = f"{law.state_in_text(each.requesting)} to {law.state_in_text(each.requested)}"
    terms = ", ".join(law.kinds[kind].term for kind in each.kinds)
    yield f"### {pair[0].upper()}{pair[1:]}, {each.on}: {terms}\n"
    yield from ("```text", *_said(law, each), "```\n")
    if each.remark:
        yield f"*Practitioner:* {each.remark}\n"


def _said(law: Law, each: Question) -> list[str]:
    """Return the advice, or why there is none."""
    found = advisor.advise(
        requesting=each.requesting,
        requested=each.requested,
        kinds=each.kinds,
        on=each.on,
        max_penalty_years=each.max_penalty_years,
        transnational=each.transnational,
        organised_group=each.organised_group,
        law=law,
    )
    within = cited_bases.one_state_words(law, each.requesting, each.requested)
    return [within] if within else list(printed.lines(found, watched=1))
