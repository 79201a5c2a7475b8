"""What the forms share, in which an administrator writes a record of the law.

Each gives the record as a data file of the shipped format. Whether the record holds together is judged
where data files are judged; what is wrong comes back to the field that it came from.
"""

import re
from typing import Any, ClassVar

import tomli_w
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.sections.drafts import DayField
from requests_app.views.lawforms.choices import one, prose
from treaties import curation
from treaties.models import Fact
from treaties.shipped import BadData, Problem

Record = dict[str, Any]

IS_ID = RegexValidator(
    r"^[a-z0-9][a-z0-9_.-]{0,39}$",
    gettext_lazy("Small letters, digits, dots and hyphens, at most 40."),
)
_INDEX = re.compile(r"\[[^\]]*\]")


def stated(row: Record) -> Record:
    """Without what was left open."""
    return {key: value for key, value in row.items() if value not in (None, "", (), [], {})}


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


class RecordForm(forms.Form):
    """What every record says of itself, and why it is proposed."""

    kind: ClassVar[str]
    # Where a key of the data file is not called as the field that it was typed in.
    renamed: ClassVar[dict[str, str]] = {}

    source = forms.CharField(label=gettext_lazy("Source"), max_length=500)
    confidence = one(gettext_lazy("How sure"), Fact.Confidence.choices)
    verified = one(gettext_lazy("Where it was read"), Fact.Verified.choices)
    since = DayField(label=gettext_lazy("Holds from"), required=False)
    until = DayField(label=gettext_lazy("Holds until"), required=False)
    reason = prose(gettext_lazy("Why this is proposed"))

    _last = ("source", "confidence", "verified", "since", "until", "reason")

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields([name for name in self.fields if name not in self._last])
        self.content = ""

    def clean(self) -> Record:
        answers = super().clean() or self.cleaned_data
        since, until = answers.get("since"), answers.get("until")
        if since and until and since > until:
            self.add_error("until", _("It would end before it begins."))
        if not self.errors:
            self._examine()
        return answers

    def _examine(self) -> None:
        self.content = tomli_w.dumps(self.file())
        try:
            curation.examine(self.content)
        except BadData as refusal:
            for problem in refusal.problems:
                self.add_error(self._field_of(problem), problem.reason)

    def _field_of(self, problem: Problem) -> str | None:
        key = _INDEX.sub("", problem.key).rpartition(".")[2]
        name = self.renamed.get(key, key)
        return name if name in self.fields else None

    def taken(self, names: str) -> Record:
        return stated({name: self.cleaned_data[name] for name in names.split()})

    def fact(self) -> Record:
        return self.taken("source confidence verified since until")

    def file(self) -> Record:
        raise NotImplementedError

    def record(self) -> str:
        raise NotImplementedError
