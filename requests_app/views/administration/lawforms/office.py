"""The form for an office of a State."""

from django import forms
from django.utils.translation import gettext_lazy

from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import one, prose, states
from requests_app.views.administration.lawforms.form import IS_ID, Record, RecordForm, listed
from treaties import models
from treaties.models import Proposal


class OfficeForm(RecordForm):
    """One office, never a person."""

    kind = Proposal.Kind.AUTHORITY
    identity = ("id",)
    written = frozenset(
        {"id", "state", "function", "office", "original", "address", "email", "phone"}
        | {"languages", "instruments"}
    )

    id = forms.CharField(
        label=gettext_lazy("Short id"),
        validators=[IS_ID],
        help_text=gettext_lazy("Of a new office, for example gbr-central-authority-9."),
    )
    state = one(gettext_lazy("State"), states)
    function = one(gettext_lazy("What it is"), models.Authority.Function.choices)
    office = prose(gettext_lazy("Name of the office, in English"))
    original = prose(gettext_lazy("Name in its own language"), required=False)
    address = prose(gettext_lazy("Postal address"), required=False)
    email = forms.EmailField(label=gettext_lazy("Email"), required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=100, required=False)
    languages = forms.CharField(
        label=gettext_lazy("Languages"),
        required=False,
        help_text=gettext_lazy("Codes with commas: en, fr."),
    )
    instruments = forms.CharField(
        label=gettext_lazy("Acts only under these instruments"),
        required=False,
        help_text=gettext_lazy("Short ids with commas: budapest, untoc."),
    )

    def find(self, of: str) -> Record:
        return current_rows.office(of)

    def answers(self) -> Record:
        lists = {name: ", ".join(self.standing.get(name, ())) for name in ("languages", "instruments")}
        return {**super().answers(), **lists}

    def file(self) -> Record:
        row = {
            **self.kept(),
            **self.taken("id state function office original address email phone"),
            "instruments": listed(self.cleaned_data["instruments"]),
            "languages": listed(self.cleaned_data["languages"]),
            **self.fact(),
        }
        return {"offices": [row]}

    def record(self) -> str:
        return str(self.cleaned_data["id"])
