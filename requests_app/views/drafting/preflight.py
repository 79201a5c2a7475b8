"""Before submission: everything that is open, what the other side will probably ask, and every answer."""

from typing import Any

from django.utils.translation import gettext as _

from requests_app import permissions
from requests_app.checks import forecast
from requests_app.checks.decisions import Kind
from requests_app.checks.findings import Severity
from requests_app.checks.forecast import Ground
from requests_app.completeness import open_points
from requests_app.sections import BY_SLUG, SECTIONS, Section
from requests_app.views.drafting.rows import heading, summary
from requests_app.views.parts import law_names
from requests_app.views.parts.access import OfficerRequest
from requests_app.views.parts.answer_texts import answer_text
from requests_app.views.parts.finding_places import rows_of
from requests_app.views.parts.line_bundles import bundled
from requests_app.views.parts.panel import Panel
from requests_app.views.parts.request_heads import head


def context(request: OfficerRequest, panel: Panel) -> dict[str, Any]:
    mla = panel.mla
    may_edit = permissions.may_edit(request.user, mla)
    return {
        "mla": mla,
        "head": head(mla),
        "counts": panel.report.counts(),
        "points": open_points.of(panel.report),
        "open": _open(panel),
        "expected": _expected(panel),
        "requested": law_names.state(mla.requested),
        "groups": [{"title": s.title, "lines": _lines(panel, s)} for s in SECTIONS],
        "completeness": panel.completeness(),
        "problems": [],
        "may_edit": may_edit,
        "may_submit": may_edit,
        "may_waive": permissions.may_waive(request.user, mla),
    }


def _open(panel: Panel) -> list[dict[str, Any]]:
    """By section, in the order of the wizard; what no page can mend comes last."""
    slugs = [section.slug for section in SECTIONS]
    slugs += sorted({f.section for f in panel.report.findings} - set(slugs))
    return [group for slug in slugs if (group := _open_of(panel, slug))["lines"]]


def _open_of(panel: Panel, slug: str) -> dict[str, Any]:
    section = BY_SLUG.get(slug)
    found = panel.report.of_section(slug)
    return {
        "title": section.title if section else _("The law data"),
        "url": panel.places.section(section) if section else "",
        "lines": [line | {"tone": _tone(line)} for line in bundled(found, panel.lines)],
    }


def _tone(line: dict[str, Any]) -> str:
    return "bad" if line["severity"] == Severity.BLOCK.value else "warn"


def _expected(panel: Panel) -> list[dict[str, Any]]:
    """What is waived is not there either, and will be missed by whoever reads the letter."""
    grounds = {
        Ground.DEMANDED: _("The law of this request demands it."),
        Ground.USUAL: _("Requested authorities often ask about this."),
        Ground.OPEN: _("It is open."),
    }
    waived = [s.finding for s in panel.examination.settled if s.decision.kind is Kind.WAIVER]
    return [
        {
            "message": each.finding.message,
            "grade": each.grade.value,
            "ground": grounds[each.ground],
            "url": panel.places.of(each.finding),
            "where": panel.places.words(each.finding),
        }
        for each in forecast.of([*panel.report.findings, *waived])
    ]


def _lines(panel: Panel, section: Section) -> list[dict[str, Any]]:
    return [*_answers(panel, section), *_rows(panel, section)]


def _answers(panel: Panel, section: Section) -> list[dict[str, Any]]:
    """Return the answers that were given, and those of which something is still asked."""
    if section.form is None:
        return []
    form = section.form(mla=panel.mla, instance=panel.mla)
    lines = []
    for name, field in form.fields.items():
        value = answer_text(field, form.initial.get(name))
        open_findings = panel.counts(section, name, "")
        if value or any(open_findings.values()):
            url = f"{panel.places.section(section)}#id_{name}"
            lines.append({"title": field.label, "value": value, "url": url, **open_findings})
    return lines


def _rows(panel: Panel, section: Section) -> list[dict[str, Any]]:
    if section.items is None:
        return []
    lines = []
    for number, row in enumerate(rows_of(panel.mla, section), start=1):
        facts = [f"{line['label']}: {line['value']}" for line in summary(row, section.items)]
        lines.append(
            {
                "title": f"{section.items.singular} {number}",
                "value": "\n".join(filter(None, [heading(row, section.items), *facts])),
                "url": panel.places.item(section, row),
                **panel.counts(section, None, row.key),
            }
        )
    return lines
