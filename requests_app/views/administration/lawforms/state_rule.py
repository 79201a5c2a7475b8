"""The form for what a State's own law says of every request: languages, and help without a treaty."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import one, prose, states
from requests_app.views.administration.lawforms.form import Record, RecordForm, listed
from treaties import models
from treaties.models import Proposal
from treaties.overlay import stated


class StateRuleForm(RecordForm):
    """The languages in which a State takes requests, and whether it assists without a treaty."""

    kind = Proposal.Kind.STATE_RULE
    identity = ("state",)
    renamed: ClassVar[dict[str, str]] = {"accept": "languages", "no_treaty": "possible", "rule": "possible"}

    state = one(gettext_lazy("State"), states)
    languages = forms.CharField(
        label=gettext_lazy("Languages it accepts"),
        required=False,
        help_text=gettext_lazy("Codes with commas: en, fr."),
    )
    languages_rule = prose(gettext_lazy("Remark on the languages"), required=False)
    possible = one(
        gettext_lazy("Assists without a treaty"),
        [("", gettext_lazy("Not said here")), *models.NoTreatyBasis.Possible.choices],
        required=False,
    )
    no_treaty_rule = prose(gettext_lazy("Under which rule"), required=False)

    def clean_no_treaty_rule(self) -> str:
        rule = str(self.cleaned_data["no_treaty_rule"])
        if self.cleaned_data.get("possible") and not rule:
            raise forms.ValidationError(_("Name the rule of its law."))
        return rule

    def clean(self) -> Record:
        if not (self.cleaned_data.get("languages") or self.cleaned_data.get("possible")):
            self.add_error("languages", _("Give the languages, or whether it assists without a treaty."))
        return super().clean()

    def find(self, of: str) -> Record:
        return current_rows.state_rule(of)

    def answers(self) -> Record:
        languages, no_treaty = self.standing["languages_row"], self.standing["no_treaty_row"]
        return {
            **super().answers(),
            "languages": ", ".join(languages.get("accept", ())),
            "languages_rule": languages.get("rule", ""),
            "no_treaty_rule": no_treaty.get("rule", ""),
        }

    def file(self) -> Record:
        answers, fact = self.cleaned_data, self.fact()
        file: Record = {"state": answers["state"]}
        if answers["languages"]:
            accept = listed(answers["languages"])
            file["languages"] = stated({"accept": accept, "rule": answers["languages_rule"], **fact})
        if answers["possible"]:
            file["no_treaty"] = {"possible": answers["possible"], "rule": answers["no_treaty_rule"], **fact}
        return file

    def record(self) -> str:
        return str(self.cleaned_data["state"])
