"""manage.py check_request FILE|REFERENCE [--format json|text] [--on DATE]

Exit code 0: nothing blocks; 1: something does; 2: the request cannot be read, with the place that is wrong.
"""

import argparse
import json
import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from requests_app.checks.findings import Finding, Report
from requests_app.completeness import examining
from requests_app.management.request_sources import from_file_or_reference


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date, such as 2026-11-25") from None


class Command(BaseCommand):
    help = "Check a request against the law and the practice that govern it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|REFERENCE")
        parser.add_argument("--format", choices=["json", "text"], default="text")
        parser.add_argument("--on", type=day, default=None, help="the day to check for; today by default")

    def handle(self, *args: Any, **options: Any) -> None:
        snapshot = from_file_or_reference(options["source"])
        report = examining.report(snapshot, options["on"] or timezone.localdate())
        show = _as_json if options["format"] == "json" else _as_text
        self.stdout.write(show(report))
        if report.is_blocked:
            sys.exit(1)


def _as_json(report: Report) -> str:
    findings = examining.findings_as_json(report.findings)
    summary = examining.summary_as_json(report)
    return json.dumps({"findings": findings, "summary": summary}, indent=2, ensure_ascii=False)


def _as_text(report: Report) -> str:
    lines = [_line(finding) for finding in report.findings]
    counts = ", ".join(f"{count} {name}" for name, count in report.counts().items())
    return "\n".join([*lines, f"{len(report.met)} of {report.total} met; {counts}"])


def _line(finding: Finding) -> str:
    place = "/".join(filter(None, (finding.section, finding.field, finding.item)))
    cited = "; ".join(citation.label for citation in finding.citations)
    return f"{finding.severity:6} {place}: {finding.message} [{cited}]"
