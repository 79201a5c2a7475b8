"""What the forms have in common with which an administrator writes a record of the law.

Each makes a data file of the shipped format from the record. The rules for data files judge it; what
is wrong comes back to the field that it came from.
"""

import re
from typing import Any, ClassVar

import tomli_w
from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.sections.clock_fields import DayField
from requests_app.views.administration.lawforms.choices import one, prose
from treaties import curation
from treaties.models import LawFact
from treaties.overlay import stated
from treaties.shipped import BadData, Problem

Record = dict[str, Any]

IS_ID = RegexValidator(
    r"^[a-z0-9][a-z0-9_.-]{0,39}$",
    gettext_lazy("Small letters, digits, dots and hyphens, at most 40."),
)
_OF_FACT = frozenset({"source", "confidence", "verified", "since", "until", "as_of"})
_INDEX = re.compile(r"\[[^\]]*\]")


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


class NothingStands(Exception):
    """There is no record of this key to amend."""


class RecordForm(forms.Form):
    """What every record says of itself, and why it is proposed.

    With `of`, the key of a fact, the form begins with the current row and amends it: what the form
    does not ask for stays as it is.
    """

    kind: ClassVar[str]
    # By which the record is found again; an amendment cannot change them.
    identity: ClassVar[tuple[str, ...]] = ()
    # Keys of the row that the form writes; all others are kept.
    written: ClassVar[frozenset[str]] = frozenset()
    # Where a key of the data file is not called as the field that it was typed in.
    renamed: ClassVar[dict[str, str]] = {}

    source = forms.CharField(label=gettext_lazy("Source"), max_length=500)
    confidence = one(gettext_lazy("How sure"), LawFact.Confidence.choices)
    verified = one(gettext_lazy("Where it was read"), LawFact.Verified.choices)
    since = DayField(label=gettext_lazy("Holds from"), required=False)
    until = DayField(label=gettext_lazy("Holds until"), required=False)
    reason = prose(gettext_lazy("Why this is proposed"))

    _last = ("source", "confidence", "verified", "since", "until", "reason")

    use_required_attribute = False

    def __init__(self, data: Any = None, *, of: str = "") -> None:
        self.standing: Record = self.find(of) if of else {}
        if of and not self.standing:
            raise NothingStands(of)
        super().__init__(data, initial=self.answers() if of else {})
        self.order_fields([name for name in self.fields if name not in self._last])
        for name in self.identity if of else ():
            self.fields[name].disabled = True
        self.content = ""

    def find(self, of: str) -> Record:
        """Return the current row as a data file has it; {} means that there is none."""
        raise NotImplementedError

    def answers(self) -> Record:
        """Return the current row as the form asks for it, without a reason, which is always new."""
        row = self.standing
        return {name: row[name] for name in self.base_fields if name in row and name != "reason"}

    def kept(self) -> Record:
        """Return what the current row says beyond the form."""
        gone = self.written | _OF_FACT
        return {key: value for key, value in self.standing.items() if key not in gone}

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
        if self.standing and not [name for name in self.changed_data if name != "reason"]:
            self.add_error(None, _("This is what stands already. Change something."))
            return
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
        """Return the record's source and day; whoever proposes it has looked at the source today."""
        return {**self.taken("source confidence verified since until"), "as_of": timezone.localdate()}

    def file(self) -> Record:
        raise NotImplementedError

    def record(self) -> str:
        raise NotImplementedError
