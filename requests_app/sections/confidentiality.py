"""Who must not learn of the request, and by when it is needed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.section import Section

SECRECY = (
    "classification",
    "confidentiality_wanted",
    "confidentiality_reason",
    "no_notification",
    "no_notification_reason",
)
URGENCY = ("urgency_level", "urgency_category", "urgency_reason", "deadline", "deadline_reason")


class ConfidentialityForm(DraftForm):
    """The fields of the section."""

    optional = frozenset({"urgency_category", "no_notification_reason"})
    fieldsets = ((_("Confidentiality"), SECRECY), (_("Urgency"), URGENCY))

    class Meta:
        model = MLARequest
        fields = (*SECRECY, *URGENCY)
        formfield_callback = draft_field
        help_texts = {
            "classification": _("Printed at the head and foot of every page."),
            "no_notification": _("Some States tell the customer unless they are asked not to."),
            "urgency_reason": _("Facts, not adjectives: what is lost, and on which day."),
        }

    urgency_level = forms.ChoiceField(
        label=_("Urgency"),
        choices=[*MLARequest.UrgencyLevel.choices, ("", _("Not answered yet"))],
        widget=forms.RadioSelect,
    )


SECTION = Section(
    slug="confidentiality",
    group=THE_ASSISTANCE,
    title=_("Confidentiality and urgency"),
    intro=_("Every reason you give here is one that the requested State can act on."),
    form=ConfidentialityForm,
)
