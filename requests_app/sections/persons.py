"""People and bodies that the request concerns."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import Person
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_CASE
from requests_app.sections.section import Items, Section

NAME = ("nature", "role", "family_name", "given_names", "original_script", "aliases")
PARTICULARS = ("sex", "birth_date", "birth_place", "nationality", "document", "parents")
WHERE = ("address", "location", "link")


class PersonForm(ItemForm):
    optional = frozenset({"original_script", "aliases", "document", "parents", "sex"})
    fieldsets = (
        (_("Name"), NAME),
        (_("Particulars"), PARTICULARS),
        (_("Where, and what part"), WHERE),
    )

    class Meta:
        model = Person
        fields = (*NAME, *PARTICULARS, *WHERE)
        formfield_callback = draft_field
        help_texts = {
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
