"""The form for a declaration of a State under an instrument."""

from django import forms
from django.utils.translation import gettext_lazy

from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import instruments, one, prose, states
from requests_app.views.administration.lawforms.form import Record, RecordForm
from treaties.models import Proposal


class DeclarationForm(RecordForm):
    """One declaration of one State."""

    kind = Proposal.Kind.DECLARATION
    identity = ("state", "instrument", "provision")
    written = frozenset({"state", "instrument", "provision", "text", "effect"})

    state = one(gettext_lazy("State"), states)
    instrument = one(gettext_lazy("Instrument"), instruments)
    provision = forms.CharField(label=gettext_lazy("Article"), max_length=100)
    text = prose(gettext_lazy("What it declares, in own words"))
    effect = prose(gettext_lazy("What that means for a request"), required=False)

    def find(self, of: str) -> Record:
        return current_rows.declaration(of)

    def file(self) -> Record:
        row = {**self.kept(), **self.taken("instrument provision text effect"), **self.fact()}
        return {"state": self.cleaned_data["state"], "declaration": [row]}

    def record(self) -> str:
        return "{state} {instrument} {provision}".format(**self.cleaned_data)
