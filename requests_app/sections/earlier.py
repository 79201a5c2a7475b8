"""What the letter goes back to: an earlier request, other contacts, and questions that are answered."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest, Reply
from requests_app.sections.drafts import DraftForm, ItemForm, draft_field
from requests_app.sections.groups import THE_REQUEST
from requests_app.sections.section import Items, Section

EARLIER = ("earlier_reference", "earlier_on", "earlier_theirs", "earlier_authority")


class EarlierForm(DraftForm):
    """The fields of the section."""

    optional = frozenset({*EARLIER, "earlier_note"})
    fieldsets = (
        (_("This letter"), ("request_status",)),
        (_("The request it goes back to"), (*EARLIER, "earlier_note")),
        (_("Other requests and contacts"), ("prior_made", "prior_requests")),
    )

    class Meta:
        model = MLARequest
        fields = ("request_status", *EARLIER, "earlier_note", "prior_made", "prior_requests")
        formfield_callback = draft_field
        help_texts = {
            "earlier_reference": _("Our reference, as it stands on that letter."),
            "earlier_theirs": _("From their acknowledgement or answer."),
            "earlier_note": _(
                "For a reminder: what is still awaited. For a withdrawal: why, and what may stop."
            ),
            "prior_requests": _(
                "Earlier requests, police contacts and preservations in this case, with dates."
            ),
        }


class ReplyForm(ItemForm):
    """The fields of one reply to a question of the requested State."""

    optional = frozenset({"number"})

    class Meta:
        model = Reply
        fields = ("number", "question", "answer")
        formfield_callback = draft_field
        help_texts = {
            "number": _("Such as 2 or 3(b). Without one the answers are numbered in their order here."),
            "question": _("In their words or in short; it is quoted above the answer."),
        }


SECTION = Section(
    slug="earlier",
    group=THE_REQUEST,
    title=_("Earlier requests"),
    intro=_(
        "Whether this letter stands alone or goes back to another. A new request may need nothing here."
    ),
    form=EarlierForm,
    items=Items(
        model=Reply,
        form=ReplyForm,
        singular=_("answer"),
        title=_("Answers to questions of the requested State"),
        hint=_("One row for each question, so that the letter answers in the same numbering."),
        heading="question",
        summary=("number", "answer"),
    ),
)
