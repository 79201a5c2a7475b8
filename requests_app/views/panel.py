"""The completeness panel and the task list: what the checker found, in the shapes the pages take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app import completeness
from requests_app.checks.fields import HOMES
from requests_app.checks.findings import Finding, Met, Report, Severity
from requests_app.models import FieldAnswer, MLARequest
from requests_app.models.answers import YesNo
from requests_app.sections import BY_SLUG, SECTIONS, Section
from requests_app.sections.groups import SENDING_IT
from requests_app.views.places import Places, label_of, rows_of
from treaties.spec import Level


@dataclass(frozen=True)
class Panel:
    """One check of one request, as it stands, and everything pages show of it."""

    mla: MLARequest
    report: Report
    checked_at: datetime

    @property
    def places(self) -> Places:
        return Places(self.mla)

    @property
    def kinds(self) -> list[str]:
        """Kinds of assistance asked for, each once, in the order of the measures."""
        return list(dict.fromkeys(measure.kind for measure in self.mla.measure_set.all()))

    def counts(self, section: Section, field: str | None, item: str) -> dict[str, int]:
        """What is open at one field of a page, or in one row of it."""
        found = [
            f
            for f in self.report.of_section(section.slug)
            if f.item == item and (field is None or f.field == field)
        ]
        to_fix = sum(f.severity is Severity.BLOCK for f in found)
        return {"to_fix": to_fix, "to_check": len(found) - to_fix}

    def completeness(self, current: str = "") -> dict[str, Any]:
        """What is open on the page at hand comes first."""
        return {
            "met": len(self.report.met),
            "total": self.report.total,
            "must_fix": [self.shown(f) for f in _first(self.report.must_fix, current)],
            "should_check": [self.shown(f) for f in _first(self.report.should_check, current)],
            "met_items": [_met(met) for met in self.report.met],
            "checked_at": self.checked_at,
            "revision": self.mla.revision,
            "stale": False,
            "answers": [self._given(answer) for answer in self.mla.field_answers.all()],
        }

    def _given(self, answer: FieldAnswer) -> dict[str, str]:
        """What was said instead of a field, to be read and taken back."""
        home = HOMES[answer.draft_field]
        section = BY_SLUG[home.section]
        form = section.items.form if home.items and section.items else section.form
        applies = answer.kind == FieldAnswer.Kind.APPLICABLE
        value = str(YesNo(answer.value).label) if applies else answer.value
        return {
            "label": f"{section.title}, {label_of(form, home.field)}".rstrip(", "),
            "question": str(FieldAnswer.Kind(answer.kind).label),
            "value": value,
            "kind": answer.kind,
            "url": reverse("answer_field", args=[self.mla.reference, answer.draft_field]),
        }

    def shown(self, finding: Finding) -> dict[str, Any]:
        return {
            "message": finding.message,
            "why": "",
            "citations": finding.citations,
            "url": self.places.of(finding),
            "link_text": self.places.words(finding),
            "verified": "" if finding.severity is Severity.BLOCK else finding.citations[0].verified.value,
            "answer": self._answer(finding),
        }

    def _answer(self, finding: Finding) -> dict[str, str] | None:
        """What the officer may say instead: that it does not apply, or why it cannot be known."""
        if finding.severity is not Severity.ASK:
            return None
        applicable = finding.level is Level.WHERE_APPLICABLE
        return {
            "kind": "applicable" if applicable else "unknown",
            "field": finding.draft_field,
            "url": reverse("answer_field", args=[self.mla.reference, finding.draft_field]),
            "id": f"answer-{finding.section}-{finding.draft_field}-{finding.item or 'all'}",
        }

    def of_row(self, section: Section, key: str) -> list[dict[str, Any]]:
        found = (f for f in self.report.of_section(section.slug) if f.item == key)
        return [self.shown(f) for f in found if f.severity is Severity.BLOCK]

    def tasks(self, current: str = "") -> list[dict[str, Any]]:
        groups: dict[str, list[dict[str, Any]]] = {}
        for section in SECTIONS:
            groups.setdefault(str(section.group), []).append(self._task(section, current))
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

    def _state(self, section: Section) -> tuple[str, str]:
        findings = self.report.of_section(section.slug)
        to_fix = sum(f.severity is Severity.BLOCK for f in findings)
        to_check = sum(f.severity in (Severity.ASK, Severity.WARN) for f in findings)
        if not has_content(self.mla, section):
            return ("fix", to_fix_text(to_fix)) if to_fix else ("empty", _("Not yet"))
        if to_fix:
            return "fix", to_fix_text(to_fix)
        if to_check:
            return "check", ngettext("%(n)s to check", "%(n)s to check", to_check) % {"n": to_check}
        met = any(line.section == section.slug for line in self.report.met)
        return ("done", _("Done")) if met else ("note", _("Started"))

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
    """Checks the request now. Its rows stay fetched, so that addresses of findings cost no query."""
    return Panel(mla, completeness.for_request(mla), timezone.now())


def _first(findings: Iterable[Finding], section: str) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.section != section)


def to_fix_text(number: int) -> str:
    return ngettext("%(n)s to fix", "%(n)s to fix", number) % {"n": number}


def has_content(mla: MLARequest, section: Section) -> bool:
    """Whether anybody has worked on the page: rows, or an answer with which not every request begins."""
    if rows_of(mla, section):
        return True
    if section.slug == "basis":
        return bool(mla.bases.all())
    if section.form is None:
        return False
    fresh = MLARequest()
    names = section.form.base_fields
    return any(getattr(mla, name, None) != getattr(fresh, name, None) for name in names)


def _met(met: Met) -> dict[str, Any]:
    return {"message": met.message, "citations": met.citations}
