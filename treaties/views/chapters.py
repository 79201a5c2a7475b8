"""The chapters of an instrument's page, each a list of lines in the order of the data."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from treaties.models import (
    Declaration,
    Instrument,
    Offer,
    Provision,
    RefusalGround,
    Requirement,
    Rule,
    ScopeCondition,
    TimeLimit,
)
from treaties.views.lines import Anchors, Chapter, Line, Tag
from treaties.views.marks import mark
from treaties.views.words import amounts, article, level_tag, nature_tag, topic

Kinds = Mapping[str, str]


def chapters(instrument: Instrument, kinds: Kinds) -> list[Chapter]:
    """Return the chapters of the page.

    Requirements come first, so that a citation of a provision leads to its requirement and not to a
    rule beside it.
    """
    anchors = Anchors()
    own, declared = _requirements(instrument)
    asked = contents(own, kinds, anchors, intro=instrument.contents.get("explanation", ""))
    rest = [
        offers(instrument.offers.all(), kinds, anchors),
        grounds(instrument.refusalgrounds.all(), anchors),
        rules(instrument.rules.all(), anchors),
        time_limits(instrument.timelimits.all(), anchors),
        declarations(instrument.declarations.select_related("state"), declared, kinds, anchors),
    ]
    return [
        scope(instrument.scopeconditions.all(), anchors),
        asked,
        *rest,
        provisions(instrument.provisions.all(), anchors),
    ]


def _requirements(instrument: Instrument) -> tuple[list[Requirement], list[Requirement]]:
    rows = list(instrument.requirements.select_related("state"))
    return [row for row in rows if row.state is None], [row for row in rows if row.state is not None]


def kind_names(codes: Iterable[str], kinds: Kinds) -> str:
    """Return the kinds in words: "all kinds, but not extradition"."""
    codes = list(codes)
    named = [str(kinds.get(code, code)) for code in codes if code != "all" and not code.startswith("-")]
    without = [str(kinds.get(code[1:], code[1:])) for code in codes if code.startswith("-")]
    words = ", ".join(([_("every kind of assistance")] if "all" in codes else []) + named)
    return (
        _("%(kinds)s, but not %(others)s") % {"kinds": words, "others": ", ".join(without)}
        if without
        else words
    )


def requirement_line(row: Requirement, kinds: Kinds, anchors: Anchors) -> Line:
    tags = [level_tag(row.level)]
    if row.attachment:
        tags.append(Tag(_("Attachment")))
    if row.gap_filler:
        tags.append(Tag(_("Only without an assistance treaty"), "warn"))
    only = "" if row.kinds == ["all"] else _("For: %(kinds)s") % {"kinds": kind_names(row.kinds, kinds)}
    notes = [only, _direction(row), row.note]
    return Line(
        text=row.message,
        fact=row,
        article=article(row.provision) if row.instrument_id else row.provision,
        anchors=anchors.take(row.provision),
        tags=tuple(tags),
        notes=tuple(filter(None, notes)),
    )


def _direction(row: Requirement) -> str:
    """Return in words in which direction a rule holds: the two sides of one treaty may have to write
    different things.
    """
    said = [
        (_("when asked by %s"), row.requesting),
        (_("not when asked by %s"), row.not_requesting),
        (_("when the requested State is %s"), row.requested),
    ]
    return "; ".join(words % ", ".join(codes) for words, codes in said if codes)


def contents(rows: Iterable[Requirement], kinds: Kinds, anchors: Anchors, *, intro: str) -> Chapter:
    return Chapter(
        slug="requirements",
        title=_("What a request must contain"),
        intro=intro,
        lines=[requirement_line(row, kinds, anchors) for row in rows],
        empty=_("The portal holds no list of contents of this instrument's own."),
    )


def offers(rows: Iterable[Offer], kinds: Kinds, anchors: Anchors) -> Chapter:
    return Chapter(
        slug="assistance",
        title=_("Kinds of assistance"),
        lines=[
            Line(
                text=kind_names([row.kind], kinds),
                fact=row,
                article=article(row.provision),
                anchors=anchors.take(row.provision),
            )
            for row in rows
        ],
        empty=_("None is recorded article by article."),
    )


def grounds(rows: Iterable[RefusalGround], anchors: Anchors) -> Chapter:
    return Chapter(
        slug="refusal",
        title=_("Grounds for refusal"),
        lines=[
            Line(
                text=row.text,
                fact=row,
                article=article(row.provision),
                anchors=anchors.take(row.provision),
                tags=(nature_tag(row.nature),),
            )
            for row in rows
        ],
        empty=_("None is recorded. The requested State's own law may know some."),
    )


def rules(rows: Iterable[Rule], anchors: Anchors) -> Chapter:
    return Chapter(
        slug="rules",
        title=_("Channel, languages, use, costs and other rules"),
        lines=[
            Line(
                text=row.text,
                fact=row,
                article=article(row.provision),
                anchors=anchors.take(row.provision),
                tags=(Tag(topic(row.topic)),),
                notes=(row.note,) if row.note else (),
            )
            for row in rows
        ],
        empty=_("None is recorded."),
    )


def time_limits(rows: Iterable[TimeLimit], anchors: Anchors) -> Chapter:
    return Chapter(
        slug="time-limits",
        title=_("Time limits"),
        lines=[
            Line(
                text=row.text,
                fact=row,
                article=article(row.provision),
                anchors=anchors.take(row.provision),
                tags=(Tag(amounts(row.amounts)),) if row.amounts else (),
            )
            for row in rows
        ],
        empty=_("None is recorded."),
    )


def scope(rows: Iterable[ScopeCondition], anchors: Anchors) -> Chapter:
    return Chapter(
        slug="scope",
        title=_("When it applies"),
        lines=[
            Line(
                text=row.text,
                fact=row,
                article=article(row.provision),
                anchors=anchors.take(row.provision),
                notes=(row.question,) if row.question else (),
            )
            for row in rows
        ],
        empty=_("No condition is recorded."),
    )


def declarations(
    rows: Iterable[Declaration], required: Iterable[Requirement], kinds: Kinds, anchors: Anchors
) -> Chapter:
    """Return what single States declared, and what they ask because of it."""
    return Chapter(
        slug="declarations",
        title=_("Declarations and reservations that matter"),
        lines=[_declaration_line(row, anchors) for row in rows]
        + [_declared_requirement_line(row, kinds, anchors) for row in required],
        empty=_("None is recorded. That does not prove that no State made any."),
    )


def _declaration_line(row: Declaration, anchors: Anchors) -> Line:
    where = mark(row.state)
    return Line(
        text=row.text,
        fact=row,
        article=article(row.provision),
        anchors=anchors.take(row.provision),
        notes=(row.effect,) if row.effect else (),
        url=where.url,
        link_text=where.name,
    )


def _declared_requirement_line(row: Requirement, kinds: Kinds, anchors: Anchors) -> Line:
    line = requirement_line(row, kinds, anchors)
    where = mark(row.state) if row.state else None
    return replace(line, url=where.url, link_text=where.name) if where else line


def provisions(rows: Iterable[Provision], anchors: Anchors) -> Chapter:
    """Return the provisions whose heading is known; others are named where something rests on them."""
    return Chapter(
        slug="provisions",
        title=_("Articles"),
        lines=[
            Line(
                text=row.title or _("No heading recorded"),
                fact=row,
                article=article(row.number),
                anchors=anchors.take(row.number),
            )
            for row in rows
        ],
        empty=_("No article is recorded."),
    )
