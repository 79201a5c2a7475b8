"""What a State's own law and declarations ask of whoever writes to it."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from treaties.anchors import url_of_citation
from treaties.models import AcceptedLanguages, Declaration, NoTreatyBasis, Requirement, State, Threshold
from treaties.views.chapters import Kinds, requirement_line
from treaties.views.lines import Anchors, Chapter, Line
from treaties.views.marks import languages
from treaties.views.words import article


def own_law(state: State, kinds: Kinds, categories: Mapping[str, str]) -> list[Chapter]:
    anchors = Anchors()
    rows = list(state.requirements.select_related("instrument"))
    return [
        how(state),
        required([row for row in rows if row.instrument is None], kinds, anchors),
        *thresholds(state, categories, anchors),
        declarations(state, [row for row in rows if row.instrument is not None], kinds, anchors),
        red_flags(state),
    ]


def accepted(state: State) -> AcceptedLanguages | None:
    return AcceptedLanguages.objects.filter(state=state).first()


def no_treaty(state: State) -> NoTreatyBasis | None:
    return NoTreatyBasis.objects.filter(state=state).first()


def how(state: State) -> Chapter:
    lines = [line for line in (_language_line(state), _no_treaty_line(state)) if line]
    return Chapter(
        slug="how",
        title=_("Languages, and help without a treaty"),
        lines=lines,
        empty=_("Not known to the portal. Ask the central authority which languages it accepts."),
    )


def _language_line(state: State) -> Line | None:
    row = accepted(state)
    if row is None:
        return None
    notes = (row.rule,) if row.rule else ()
    return Line(text=languages(row.languages), fact=row, article=_("Accepts"), notes=notes)


def _no_treaty_line(state: State) -> Line | None:
    row = no_treaty(state)
    if row is None:
        return None
    label = row.get_possible_display().capitalize()
    return Line(text=f"{label}. {row.rule}", fact=row, article=_("Without a treaty"))


def required(rows: list[Requirement], kinds: Kinds, anchors: Anchors) -> Chapter:
    return Chapter(
        slug="law",
        title=_("What its own law asks of a request"),
        lines=[requirement_line(row, kinds, anchors) for row in rows],
        empty=_("Nothing is recorded. That does not mean that its law asks nothing."),
    )


# These say how long data live, and not what must be shown for them.
_KEPT = frozenset({"preservation", "retention"})


def thresholds(state: State, categories: Mapping[str, str], anchors: Anchors) -> list[Chapter]:
    """Return the thresholds in two chapters; how long data are kept comes first, for whoever asks for
    preservation.
    """
    rows = list(state.thresholds.all())
    return [
        Chapter(
            slug="kept",
            title=_("How long data are kept"),
            lines=[_threshold_line(row, categories, anchors) for row in rows if row.category in _KEPT],
            empty=_(
                "Not known to the portal. Providers may keep them for days only: ask for preservation."
            ),
        ),
        Chapter(
            slug="thresholds",
            title=_("What must be shown, by category of data"),
            lines=[_threshold_line(row, categories, anchors) for row in rows if row.category not in _KEPT],
            empty=_("Nothing is recorded."),
        ),
    ]


def _threshold_line(row: Threshold, categories: Mapping[str, str], anchors: Anchors) -> Line:
    shown = _("Show: %s") % row.must_show if row.must_show else ""
    return Line(
        text=row.test,
        fact=row,
        article=categories.get(row.category, row.category.replace("_", " ").capitalize()),
        anchors=anchors.take(row.reference),
        notes=tuple(filter(None, [row.reference, shown])),
    )


def declarations(state: State, required: list[Requirement], kinds: Kinds, anchors: Anchors) -> Chapter:
    declared = [declaration_line(row) for row in state.declarations.select_related("instrument")]
    return Chapter(
        slug="declarations",
        title=_("Declarations and reservations that matter"),
        lines=declared + [_declared_line(row, kinds, anchors) for row in required],
        empty=_("None is recorded. That does not prove that it made none."),
    )


def declaration_line(row: Declaration) -> Line:
    return Line(
        text=row.text,
        fact=row,
        article=f"{row.instrument.name}, {article(row.provision)}",
        notes=(row.effect,) if row.effect else (),
        url=url_of_citation(row.instrument_id, row.provision),
        link_text=_("The article"),
    )


def _declared_line(row: Requirement, kinds: Kinds, anchors: Anchors) -> Line:
    """Return the line for a declaration, with the instrument under which it was made."""
    line = requirement_line(row, kinds, anchors)
    return replace(line, article=f"{row.instrument.name}, {line.article}") if row.instrument else line


def red_flags(state: State) -> Chapter:
    return Chapter(
        slug="red-flags",
        title=_("Why it sends requests back"),
        lines=[Line(text=row.text, fact=row) for row in state.red_flags.all()],
        empty=_("Nothing is recorded."),
    )
