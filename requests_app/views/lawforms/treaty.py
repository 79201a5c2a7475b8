from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.sections.drafts import DayField
from requests_app.views.lawforms.choices import (
    draft_fields,
    kinds,
    many,
    one,
    prose,
    states,
)
from requests_app.views.lawforms.form import IS_ID, Record, RecordForm
from treaties import citations, models
from treaties.models import Fact, Proposal


class TreatyForm(RecordForm):
    kind = Proposal.Kind.TREATY
    renamed: ClassVar[dict[str, str]] = {"parties": "second_state", "provisions": "contents_article"}

    id = forms.CharField(
        label=gettext_lazy("Short id"),
        validators=[IS_ID],
        help_text=gettext_lazy("It never changes, for example no-xx-2026."),
    )
    name = forms.CharField(label=gettext_lazy("Short name"), max_length=200)
    title = prose(gettext_lazy("Full title"))
    reference = forms.CharField(label=gettext_lazy("Reference"), max_length=200, required=False)
    first_state = one(gettext_lazy("One party"), states)
    second_state = one(gettext_lazy("The other party"), states)
    adopted = DayField(label=gettext_lazy("Signed on"), required=False)
    in_force = DayField(label=gettext_lazy("In force from"))
    offer_article = forms.CharField(
        label=gettext_lazy("Article that provides for assistance"), max_length=100
    )
    offers = many(gettext_lazy("Assistance that it provides for"), kinds)
    contents_article = forms.CharField(
        label=gettext_lazy("Article that lists what a request contains"), max_length=100
    )
    requirements = many(gettext_lazy("What a request must contain"), draft_fields)

    def clean_second_state(self) -> str:
        if self.cleaned_data["second_state"] == self.cleaned_data.get("first_state"):
            raise forms.ValidationError(_("A treaty of two has two parties. Choose another State."))
        return str(self.cleaned_data["second_state"])

    def clean_id(self) -> str:
        """A treaty whose text the portal has is amended rule by rule, or half of it would go."""
        code = str(self.cleaned_data["id"])
        row = models.Instrument.objects.filter(code=code).first()
        if row and row.origin == Fact.Origin.SHIPPED:
            raise forms.ValidationError(_("The shipped data have this id. Amend its rules one by one."))
        return code

    def file(self) -> Record:
        answers = self.cleaned_data
        contents, offer = answers["contents_article"], answers["offer_article"]
        return {
            **self.taken("id name title reference adopted in_force"),
            "kind": "bilateral",
            "subject": "mla",
            "usable_now": True,
            "text_needed": False,
            "parties": [answers["first_state"], answers["second_state"]],
            **self.fact(),
            "contents": {"general": True, "lists": {"all": contents}},
            "provisions": dict.fromkeys([*citations.articles(offer), *citations.articles(contents)], ""),
            "offer": [{"kind": kind, "provision": offer} for kind in answers["offers"]],
            "requirement": [self._requirement(code, contents) for code in answers["requirements"]],
        }

    def _requirement(self, code: str, provision: str) -> Record:
        label = models.DraftField.objects.get(code=code).label
        return {
            "id": f"{self.cleaned_data['id']}-{code}",
            "provision": provision,
            "element": code,
            "message": _("State: %(what)s.") % {"what": label},
            "level": "mandatory",
            "kinds": ["all"],
            "fields": [code],
        }

    def record(self) -> str:
        return str(self.cleaned_data["id"])
