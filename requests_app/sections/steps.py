"""Decisions and hearings in the proceedings at home."""

from datetime import datetime
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.models import Step
from requests_app.sections import form_context
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_REQUEST
from requests_app.sections.section import Items, Section
from requests_app.sections.zones import ZoneField

CLOCK = "%H:%M"


class ClockField(forms.CharField):
    """Hours and minutes on the twenty-four-hour clock."""

    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": _("Write the time like 09:30.")}
    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "p-date"})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return datetime.strptime(text, CLOCK).strftime(CLOCK)  # noqa: DTZ007 - the zone is a field of its own
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class StepForm(ItemForm):
    """The fields of one step of the proceedings."""

    time = ClockField(
        label=_("Time of the hearing"), help_text=_("Hours and minutes: 09:30"), max_length=10
    )
    zone = ZoneField(label=_("Time zone"))
    annex = forms.ChoiceField(label=_("Annex that holds a copy"))

    optional = frozenset({"time", "zone", "reference", "final", "annex"})
    fieldsets = (
        (_("What, where, when"), ("type", "title", "court", "on")),
        (_("The hearing"), ("time", "zone"), "type=hearing"),
        (_("The decision"), ("reference", "final", "annex"), "type=decision"),
    )

    class Meta:
        model = Step
        fields = ("type", "title", "court", "on", "time", "zone", "reference", "final", "annex")
        formfield_callback = draft_field
        help_texts = {
            "title": _("Such as order of seizure, detention order, main hearing."),
            "reference": _("The number under which the decision is filed."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        annexes = form_context.of(self.mla).annexes
        gone = self.instance.annex
        kept = [(gone, gone.upper())] if gone and gone not in dict(annexes) else []
        cast(forms.ChoiceField, self.fields["annex"]).choices = [("", _("None")), *annexes, *kept]


SECTION = Section(
    slug="steps",
    group=THE_REQUEST,
    title=_("Decisions and hearings"),
    intro=_(
        "What courts and prosecutors have decided, and the dates that are set. Leave it empty if none."
    ),
    items=Items(
        model=Step,
        form=StepForm,
        singular=_("step"),
        title=_("Steps of the proceedings"),
        hint=_("A date in court is a reason to hurry. A decision shows that the measure is lawful."),
        heading="title",
        summary=("type", "court", "on", "time", "zone", "final"),
    ),
)
