"""The form for an act by which a State becomes, or ceases to be, bound by an instrument."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from requests_app.sections.clock_fields import DayField
from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import instruments, one, states
from requests_app.views.administration.lawforms.form import Record, RecordForm
from treaties.models import Proposal


class ParticipationForm(RecordForm):
    """One act of one State."""

    kind = Proposal.Kind.PARTICIPATION
    identity = ("instrument", "state")
    written = frozenset({"state", "action", "on", "in_force", "reservations", "instrument"})
    renamed: ClassVar[dict[str, str]] = {"acts": "action"}

    instrument = one(gettext_lazy("Instrument"), instruments)
    state = one(gettext_lazy("State"), states)
    action = one(
        gettext_lazy("What the State did"),
        [
            ("signature", gettext_lazy("signed")),
            ("ratification", gettext_lazy("ratified")),
            ("accession", gettext_lazy("acceded")),
            ("acceptance", gettext_lazy("accepted")),
            ("approval", gettext_lazy("approved")),
            ("succession", gettext_lazy("succeeded")),
            ("suspension", gettext_lazy("suspended it")),
            ("resumption", gettext_lazy("applies it again")),
            ("withdrawal", gettext_lazy("withdrew")),
        ],
    )
    on = DayField(
        label=gettext_lazy("On"),
        help_text=gettext_lazy(
            "Of a withdrawal, the last day; of a suspension or a resumption, the first day. 2026-06-14"
        ),
    )
    in_force = DayField(label=gettext_lazy("In force for the State from"), required=False)
    reservations = forms.BooleanField(label=gettext_lazy("With reservations"), required=False)

    def find(self, of: str) -> Record:
        return current_rows.participation(of)

    def kept(self) -> Record:
        """A note on one act says nothing of another."""
        return super().kept() if self.cleaned_data["action"] == self.standing.get("action") else {}

    def file(self) -> Record:
        fact = self.fact()
        key = f"{self.cleaned_data['state']}-{self.cleaned_data['action']}".lower()
        act = {**self.kept(), **self.taken("state action on in_force reservations"), **fact, "source": key}
        return {
            "instrument": self.cleaned_data["instrument"],
            "acts": [act],
            "sources": {key: fact["source"]},
        }

    def record(self) -> str:
        return "{instrument} {state} {action}".format(**self.cleaned_data)
