"""The completeness panel and the list of sections: what the checker found, as pages show it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app.checks import nexus, translation
from requests_app.checks.decisions import Kind
from requests_app.checks.findings import Finding, Met, Report, Severity
from requests_app.completeness import check_runs, examining
from requests_app.completeness.examining import Examination
from requests_app.content.languages import PairState
from requests_app.models import MLARequest
from requests_app.sections import SECTIONS, Section, form_context
from requests_app.sections.groups import SENDING_IT
from requests_app.views.parts.check_lines import Lines
from requests_app.views.parts.finding_places import Places, rows_of
from requests_app.views.parts.line_bundles import bundled


@dataclass(frozen=True)
class Panel:
    """One check of one request, and everything that pages show of it."""

    mla: MLARequest
    examination: Examination
    checked_at: datetime

    @property
    def report(self) -> Report:
        return self.examination.report

    @cached_property
    def places(self) -> Places:
        return Places(self.mla)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.mla, self.examination, self.places)

    @property
    def kinds(self) -> list[str]:
        """Return the kinds of assistance asked for, each once, in the order of the measures."""
        return list(dict.fromkeys(measure.kind for measure in self.mla.measure_set.all()))

    def counts(self, section: Section, field: str | None, item: str) -> dict[str, int]:
        """Return what is open at one field of a page, or in one row of it."""
        found = [
            f
            for f in self.report.of_section(section.slug)
            if f.item == item and (field is None or f.field == field)
        ]
        to_fix = sum(f.severity is Severity.BLOCK for f in found)
        return {"to_fix": to_fix, "to_check": len(found) - to_fix}

    def completeness(self, current: str = "") -> dict[str, Any]:
        """Return the panel; what is open on the current page comes first."""
        return {
            "met": len(self.report.met),
            "total": self.report.total,
            "must_fix": bundled(_first(self.report.must_fix, current), self.lines),
            "must_fix_count": len(self.report.must_fix),
            "should_check": bundled(_first(self.report.should_check, current), self.lines),
            "should_check_count": len(self.report.should_check),
            "met_items": [_met(met) for met in self.report.met],
            "met_digest": examining.digest_of_met(self.report.met),
            "checked_at": self.checked_at,
            "revision": self.mla.revision,
            "stale": False,
            "answers": [self.lines.given(answer) for answer in self.mla.field_answers.all()],
            "waived": self.settled(Kind.WAIVER),
            "dismissed": self.settled(Kind.DISMISSAL),
        }

    def settled(self, kind: Kind) -> list[dict[str, Any]]:
        return [self.lines.settled(s) for s in self.examination.settled if s.decision.kind is kind]

    @cached_property
    def by_item(self) -> dict[tuple[str, str], list[Finding]]:
        """Return the findings by section and item, sorted once for all rows."""
        found = defaultdict(list)
        for finding in self.report.findings:
            found[finding.section, finding.item].append(finding)
        return found

    @cached_property
    def _severities(self) -> dict[str, Counter[Severity]]:
        """Return how many findings of each severity a section has, counted once for all sections."""
        counts: dict[str, Counter[Severity]] = defaultdict(Counter)
        for (section, _item), findings in self.by_item.items():
            counts[section].update(finding.severity for finding in findings)
        return counts

    def of_row(self, section: Section, key: str) -> list[dict[str, Any]]:
        found = self.by_item.get((section.slug, key), [])
        return [self.lines.open(f) for f in found if f.severity is Severity.BLOCK]

    def tasks(self, current: str = "") -> list[dict[str, Any]]:
        groups: dict[str, list[dict[str, Any]]] = {}
        for section in SECTIONS:
            groups.setdefault(str(section.group), []).append(self._task(section, current))
            if section.slug == "measures":
                groups[str(section.group)].append(self._nexus_task(current))
        if form_context.of(self.mla).languages:
            groups[str(SENDING_IT)].append(self._texts_task(current))
        groups[str(SENDING_IT)].append(self._last_task(current))
        return [{"title": title, "tasks": tasks} for title, tasks in groups.items()]

    def _task(self, section: Section, current: str) -> dict[str, Any]:
        state, label = self._state(section)
        return {
            "title": section.title,
            "url": self.places.section(section),
            "current": section.slug == current,
            "state": state,
            "label": label,
        }

    def _nexus_task(self, current: str) -> dict[str, Any]:
        """Return the entry of the nexus, which is no section: its answers are in the rows of two others."""
        codes = {rule.requirement.code for rule in nexus.RULES}
        found = [f for f in self.report.findings if f.requirement in codes]
        to_fix = sum(f.severity is Severity.BLOCK for f in found)
        to_check = sum(f.severity is Severity.WARN for f in found)
        snapshot = self.examination.snapshot
        state, label = "empty", _("Not yet")
        if to_fix or to_check:
            state, label = ("fix", to_fix_text(to_fix)) if to_fix else ("check", to_check_text(to_check))
        elif any(row.facts for row in snapshot.data_items) or any(m.facts for m in snapshot.measures):
            state, label = "done", _("Done")
        url = reverse("nexus", args=[self.mla.reference])
        title, here = _("What rests on what"), current == "nexus"
        return {"title": title, "url": url, "current": here, "state": state, "label": label}

    def _state(self, section: Section) -> tuple[str, str]:
        severities = self._severities[section.slug]
        to_fix = severities[Severity.BLOCK]
        to_check = severities[Severity.ASK] + severities[Severity.WARN]
        if not has_content(self.mla, section):
            return ("fix", to_fix_text(to_fix)) if to_fix else ("empty", _("Not yet"))
        if to_fix:
            return "fix", to_fix_text(to_fix)
        if to_check:
            return "check", to_check_text(to_check)
        met = any(line.section == section.slug for line in self.report.met)
        return ("done", _("Done")) if met else ("note", _("Started"))

    def _texts_task(self, current: str) -> dict[str, Any]:
        """Return the entry of the page with all texts in both languages, which only a request in two
        languages has.
        """
        states = form_context.of(self.mla).pair_states.values()
        missing = sum(state is PairState.MISSING for state in states)
        behind = sum(state in (PairState.OUTGOING_BEHIND, PairState.WORKING_BEHIND) for state in states)
        state, label = ("done", _("Done")) if states else ("empty", _("Not yet"))
        if behind:
            state, label = "check", ngettext("%(n)s to revise", "%(n)s to revise", behind) % {"n": behind}
        if missing:
            state, label = "fix", ngettext("%(n)s to write", "%(n)s to write", missing) % {"n": missing}
        return {
            "title": _("All texts in both languages"),
            "url": reverse("texts", args=[self.mla.reference]),
            "current": current == translation.SECTION,
            "state": state,
            "label": label,
        }

    def _last_task(self, current: str) -> dict[str, Any]:
        ready = not self.report.is_blocked
        return {
            "title": _("Check your answers"),
            "url": reverse("check_answers", args=[self.mla.reference]),
            "current": current == "check",
            "state": "note" if ready else "empty",
            "label": _("Ready") if ready else _("Not yet"),
        }


def panel_of(mla: MLARequest) -> Panel:
    """Check the request now and return its panel. The rows stay fetched, so that addresses of
    findings need no query.
    """
    return Panel(mla, examining.examine_request(mla), timezone.now())


def kept_panel_of(mla: MLARequest) -> Panel:
    """Return the panel for a page that has just saved: its check is kept as the one that the save
    ordered.
    """
    run = check_runs.under_way(mla)
    panel = panel_of(mla)
    if run is not None:
        check_runs.keep_shown(run, panel.examination)
    return panel


def _first(findings: Iterable[Finding], section: str) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.section != section)


def to_fix_text(number: int) -> str:
    return ngettext("%(n)s to fix", "%(n)s to fix", number) % {"n": number}


def to_check_text(number: int) -> str:
    return ngettext("%(n)s to check", "%(n)s to check", number) % {"n": number}


def has_content(mla: MLARequest, section: Section) -> bool:
    """Whether anybody has worked on the page: it has rows, or an answer with which not every request
    begins.
    """
    if rows_of(mla, section):
        return True
    if section.slug == "basis":
        return bool(mla.bases.all())
    if section.form is None:
        return False
    fresh = _as_it_begins()
    names = section.form.base_fields
    return any(getattr(mla, name, None) != getattr(fresh, name, None) for name in names)


@cache
def _as_it_begins() -> MLARequest:
    """Return a request in which nobody has answered anything, for comparing; it is never saved."""
    return MLARequest()


def _met(met: Met) -> dict[str, Any]:
    return {"message": met.message, "citations": met.citations}
