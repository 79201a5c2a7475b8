"""One line of the check as pages show it: what to do, why, where, and what may be said instead."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from requests_app.checks import decisions
from requests_app.checks.decisions import Settled
from requests_app.checks.findings import Finding, Severity
from requests_app.completeness import examining
from requests_app.completeness.examining import Examination
from requests_app.content.fields import HOMES
from requests_app.models import FieldAnswer, MLARequest
from requests_app.models.answers import YesNo
from requests_app.sections import BY_SLUG
from requests_app.views.parts.finding_places import Places, label_of
from treaties.spec import Level


@dataclass(frozen=True)
class Lines:
    """Makes the lines of the check of one request, for pages to show."""

    mla: MLARequest
    examination: Examination
    places: Places

    def open(self, finding: Finding) -> dict[str, Any]:
        line = decisions.line_of(finding)
        return {
            "line": line,
            "section": finding.section,
            "severity": finding.severity.value,
            "page": reverse("finding", args=[self.mla.reference, line]),
            "message": finding.message,
            "citations": finding.citations,
            "url": self.places.of(finding),
            "link_text": self.places.words(finding),
            "verified": "" if finding.severity is Severity.BLOCK else finding.citations[0].verified.value,
            "more": examining.explained(self.examination, finding),
            "answer": self._answer(finding),
            "dismiss": self._dismissal(finding, line),
        }

    def settled(self, settled: Settled) -> dict[str, Any]:
        """Return a line that an officer has dismissed or waived."""
        decision = settled.decision
        return {
            "message": settled.finding.message,
            "citations": settled.finding.citations,
            "where": self.places.words(settled.finding),
            "url": self.places.of(settled.finding),
            "page": reverse("finding", args=[self.mla.reference, decision.line]),
            "kind": decision.kind.value,
            "pk": decision.pk,
            "reason": decision.reason,
            "by": decision.by,
            "at": decision.at,
            "changed": settled.changed,
            "take_back": reverse("decision_take_back", args=[self.mla.reference, decision.pk]),
        }

    def given(self, answer: FieldAnswer) -> dict[str, str]:
        """Return what was said instead of a field."""
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

    def _answer(self, finding: Finding) -> dict[str, str] | None:
        """Return what the officer may say instead: that it does not apply, or why it cannot be known.
        None where nothing may be.
        """
        if finding.severity is not Severity.ASK:
            return None
        applicable = finding.level is Level.WHERE_APPLICABLE
        return {
            "kind": "applicable" if applicable else "unknown",
            "field": finding.draft_field,
            "url": reverse("answer_field", args=[self.mla.reference, finding.draft_field]),
            "id": f"answer-{finding.section}-{finding.draft_field}-{finding.item or 'all'}",
        }

    def _dismissal(self, finding: Finding, line: str) -> dict[str, str] | None:
        if not decisions.may_be_dismissed(finding):
            return None
        return {
            "url": reverse("dismiss", args=[self.mla.reference, line]),
            "read": decisions.text_digest(self.examination.snapshot, finding),
            "id": f"dismiss-{line}",
        }
