"""What stays open in a request that nothing blocks, which whoever submits or approves it is told once."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app.checks import forecast
from requests_app.checks.findings import Finding, Report, Severity
from requests_app.checks.forecast import Grade
from requests_app.completeness import examining
from requests_app.models import MLARequest


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """How many points stay open, and how many of them are likely to be asked back.

    `key` names these very points: an officer who was told of others is told again. It is "" when
    nothing is open.
    """

    number: int
    likely: int
    key: str

    def words(self) -> str:
        """Return both numbers as a sentence; "" when nothing is open."""
        if not self.number:
            return ""
        stay = ngettext("%(n)d point stays open", "%(n)d points stay open", self.number)
        if not self.likely:
            return (stay + ".") % {"n": self.number}
        asked = ngettext(
            "%(n)d of them is likely to be asked back",
            "%(n)d of them are likely to be asked back",
            self.likely,
        )
        both = {"open": stay % {"n": self.number}, "asked": asked % {"n": self.likely}}
        return _("%(open)s, %(asked)s.") % both


def of(report: Report) -> OpenPoints:
    """Return the points of a report; mere advice is none, for nobody asks back about it."""
    found = [each for each in report.findings if each.severity is not Severity.ADVISE]
    likely = sum(each.grade is Grade.LIKELY for each in forecast.of(found))
    return OpenPoints(len(found), likely, _key(found))


def now(mla: MLARequest) -> OpenPoints:
    """Return what stays open in a request by the law of today."""
    return of(examining.examine_request(mla).report)


def _key(found: list[Finding]) -> str:
    if not found:
        return ""
    lines = sorted(
        f"{each.requirement} {each.section} {each.field} {each.item} {each.facet}" for each in found
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
