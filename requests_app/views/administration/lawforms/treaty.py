"""The form for a bilateral treaty, or for the head of an instrument with a shipped text."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.sections.clock_fields import DayField
from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import draft_fields, kinds, many, one, prose, states
from requests_app.views.administration.lawforms.form import IS_ID, Record, RecordForm
from treaties import citations, models, shipped
from treaties.models import Proposal

_TEXT = ("offer_article", "offers", "contents_article", "requirements")
_PARTIES = ("first_state", "second_state")


class TreatyForm(RecordForm):
    """A whole bilateral treaty; of an instrument with a shipped text only its head.

    A treaty that the portal knows by name gets its text here.
    """

    kind = Proposal.Kind.TREATY
    identity = ("id",)
    renamed: ClassVar[dict[str, str]] = {
        "parties": "second_state",
        "provisions": "contents_article",
        "amends": "id",
    }

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

    def __init__(self, data: Any = None, *, of: str = "") -> None:
        self.is_shipped = any(file.id == of for file in shipped.read().instruments.values())
        super().__init__(data, of=of)
        if self.is_shipped:
            self.fields["in_force"].required = False
            for name in (*_TEXT, *_PARTIES):
                del self.fields[name]

    def find(self, of: str) -> Record:
        return current_rows.treaty(of)

    def answers(self) -> Record:
        row = self.standing
        offers, rules = row.get("offer", []), row.get("requirement", [])
        parties = dict(zip(_PARTIES, row.get("parties", ()), strict=False))
        return {
            **super().answers(),
            **parties,
            "name": row.get("name") or models.Instrument.objects.get(code=row["id"]).name,
            "offers": [offer["kind"] for offer in offers],
            "offer_article": offers[0]["provision"] if offers else "",
            "contents_article": row.get("contents", {}).get("lists", {}).get("all", ""),
            "requirements": [rule["fields"][0] for rule in rules if rule["fields"]],
        }

    def clean_second_state(self) -> str:
        if self.cleaned_data["second_state"] == self.cleaned_data.get("first_state"):
            raise forms.ValidationError(_("A treaty of two has two parties. Choose another State."))
        return str(self.cleaned_data["second_state"])

    def clean_id(self) -> str:
        code = str(self.cleaned_data["id"])
        if not self.standing and models.Instrument.objects.filter(code=code).exists():
            raise forms.ValidationError(
                _("There is an instrument with this id. Propose a change on its page.")
            )
        return code

    def clean_offers(self) -> list[str]:
        return self._with_all_that_stand("offers")

    def clean_requirements(self) -> list[str]:
        return self._with_all_that_stand("requirements")

    def _with_all_that_stand(self, name: str) -> list[str]:
        chosen: list[str] = self.cleaned_data[name]
        if set(self.initial.get(name, ())) - set(chosen):
            raise forms.ValidationError(
                _("Nothing that stands is taken away here. Give a rule that no longer holds its last day.")
            )
        return chosen

    def file(self) -> Record:
        return self._head() if self.is_shipped else self._whole()

    def _head(self) -> Record:
        """The rows below it keep their own sources; where the new head comes from becomes a remark."""
        source = _("Amended by this authority: %s") % self.cleaned_data["source"]
        return {
            "amends": self.cleaned_data["id"],
            **self.taken("name title reference adopted in_force"),
            "remarks": [source],
        }

    def _whole(self) -> Record:
        answers = self.cleaned_data
        contents, offer = answers["contents_article"], answers["offer_article"]
        stands = self._stands()
        cited = dict.fromkeys([*citations.articles(offer), *citations.articles(contents)], "")
        return {
            **stands,
            **self.taken("id name title reference adopted in_force"),
            "kind": "bilateral",
            "subject": "mla",
            "usable_now": True,
            "text_needed": False,
            "parties": [answers[name] for name in _PARTIES],
            **self.fact(),
            "contents": {"general": True, "lists": {"all": contents}},
            "provisions": cited | stands.get("provisions", {}),
            "offer": [{"kind": kind, "provision": offer} for kind in answers["offers"]],
            "requirement": self._rules(stands.get("requirement", []), contents),
        }

    def _stands(self) -> Record:
        """Of a treaty that is known by name, whose members and what it supplements."""
        if not self.standing.get("by_name_only"):
            return self.standing
        return {key: self.standing[key] for key in ("membership", "supplements") if key in self.standing}

    def _rules(self, standing_rules: list[Record], contents: str) -> list[Record]:
        """A rule that stands stays as it is; one that is new begins with the words of its field."""
        answered = {field for rule in standing_rules for field in rule["fields"]}
        new = [code for code in self.cleaned_data["requirements"] if code not in answered]
        return [*standing_rules, *(self._requirement(code, contents) for code in new)]

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
