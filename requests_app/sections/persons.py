"""People and bodies that the request concerns."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from requests_app.models import Person
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_CASE
from requests_app.sections.section import Items, Section

NAME = ("nature", "role", "family_name", "given_names", "original_script", "transliteration", "aliases")
ORIGIN = ("birth_date", "birth_place", "nationality", "further_nationalities")
NATURAL = ("sex", "document", "parents", "custody", "custody_place")
LEGAL = ("registration_number", "registered_office", "representatives")
WHERE = ("address", "location", "link")


# A longer one is a text that went into the wrong field.
LONGEST_NAME = 200


class PersonForm(ItemForm):
    """The fields of one person."""

    optional = frozenset(
        {
            *("original_script", "transliteration", "aliases", "further_nationalities"),
            *("sex", "document", "parents", "custody", "custody_place"),
            *("registration_number", "registered_office", "representatives"),
        }
    )
    fieldsets = (
        (_("Name"), NAME),
        (_("Origin"), ORIGIN),
        (_("Of a person"), NATURAL, "nature=natural"),
        (_("Of a company or other body"), LEGAL, "nature=legal"),
        (_("Where, and what part"), WHERE),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("family_name", "given_names"):
            self.fields[name].validators.append(MaxLengthValidator(LONGEST_NAME))

    class Meta:
        model = Person
        fields = (*NAME, *ORIGIN, *NATURAL, *LEGAL, *WHERE)
        formfield_callback = draft_field
        help_texts = {
            "original_script": _("As the passport or the register of the State writes it."),
            "transliteration": _(
                "The document or standard: passport, ICAO 9303, ISO 9, national register."
            ),
            "further_nationalities": _("Each of them: some States do not hand over their own nationals."),
            "representatives": _("Name and function of those who may act for it."),
            "link": _("What connects the person with the facts. A witness is not a suspect: say which."),
        }


SECTION = Section(
    slug="persons",
    group=THE_CASE,
    title=_("Persons"),
    intro=_("Name everyone the requested State has to know about, and no one else."),
    items=Items(
        model=Person,
        form=PersonForm,
        singular=_("person"),
        title=_("Persons concerned"),
        hint=_("Personal particulars print in an annex that only those who execute the request receive."),
        heading="family_name",
        summary=("given_names", "role", "birth_date", "nationality"),
    ),
)
