"""What happened, in numbered paragraphs, and what the material is wanted for."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import Fact, MLARequest
from requests_app.sections.drafts import DraftForm, ItemForm, draft_field
from requests_app.sections.groups import THE_CASE
from requests_app.sections.section import Items, Section


class PurposeForm(DraftForm):
    """The field of the section that is given once."""

    class Meta:
        model = MLARequest
        fields = ("purpose",)
        formfield_callback = draft_field
        help_texts = {"purpose": _("How the material will be used in the proceedings, and nowhere else.")}


class FactForm(ItemForm):
    """The fields of one fact."""

    optional = frozenset({"on", "until", "place", "learned"})

    class Meta:
        model = Fact
        fields = ("text", "on", "until", "place", "learned")
        formfield_callback = draft_field
        help_texts = {
            "text": _("One paragraph of the letter: who did what, when, where and how."),
            "learned": _("For example: statement of a witness, examination of a seized computer."),
        }


SECTION = Section(
    slug="facts",
    group=THE_CASE,
    title=_("Facts"),
    intro=_(
        "Tell the story in the order in which it happened. Each paragraph gets a number in the letter."
    ),
    form=PurposeForm,
    items=Items(
        model=Fact,
        form=FactForm,
        singular=_("paragraph"),
        title=_("Paragraphs"),
        hint=_("Data and measures can point to a paragraph, so keep one event in each."),
        heading="text",
        summary=("on", "until", "place"),
    ),
)
