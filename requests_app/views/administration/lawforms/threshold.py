"""The form for what a State's law wants shown before it gives a category of data."""

from django import forms
from django.utils.translation import gettext_lazy

from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import categories, one, prose, states
from requests_app.views.administration.lawforms.form import Record, RecordForm
from treaties.models import Proposal


class ThresholdForm(RecordForm):
    """What must be shown before a State gives data of a category, or how long its law has data kept."""

    kind = Proposal.Kind.THRESHOLD
    identity = ("state", "category")
    written = frozenset({"state", "category", "test", "reference", "must_show"})

    state = one(gettext_lazy("State"), states)
    category = one(gettext_lazy("Category of data or measure"), categories)
    test = prose(gettext_lazy("What its law asks, or how long data are kept"))
    reference = forms.CharField(label=gettext_lazy("Rule of its law"), max_length=200, required=False)
    must_show = prose(gettext_lazy("What a request must show"), required=False)

    def find(self, of: str) -> Record:
        return current_rows.threshold(of)

    def file(self) -> Record:
        row = {**self.kept(), **self.taken("category test reference must_show"), **self.fact()}
        return {"state": self.cleaned_data["state"], "threshold": [row]}

    def record(self) -> str:
        return "{state} {category}".format(**self.cleaned_data)
