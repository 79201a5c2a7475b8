"""The schedule of data: each row is one identifier over one period, with what it is to prove."""

from datetime import datetime
from functools import partial
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.models import DataItem
from requests_app.sections import form_context, providers
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.keys import KeysField
from requests_app.sections.section import Items, Section
from requests_app.sections.states import StateField
from requests_app.sections.zones import ZoneField

LOG_TIME = "%Y-%m-%d %H:%M:%S"


class LogTimeField(forms.CharField):
    """The time of a log, to the second and without a zone; a "T" in the middle is read as a blank."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the time as the log shows it: 2026-04-27 15:41:07."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "p-mono", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=30, required=False, widget=widget, **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value).replace("T", " ")
        if not text:
            return ""
        try:
            return datetime.strptime(text, LOG_TIME).strftime(LOG_TIME)  # noqa: DTZ007 - the zone is a field of its own
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DataItemForm(ItemForm):
    """The fields of one data item."""

    start = LogTimeField(label=_("From"))
    end = LogTimeField(label=_("To"))
    zone = ZoneField(label=_("Time zone of the log"))
    provider_state = StateField(label=_("State of the provider"))
    facts = KeysField(label=_("Facts it rests on"))
    offences = KeysField(label=_("Offences it bears on"))
    measures = KeysField(label=_("Measures that concern it"))

    optional = frozenset({"port", "provider_state", "source"})

    class Meta:
        model = DataItem
        fields = (
            "type",
            "identifier",
            "port",
            "start",
            "end",
            "zone",
            "provider",
            "provider_state",
            "location_basis",
            "relevance",
            "source",
            "facts",
            "offences",
            "measures",
        )
        formfield_callback = draft_field
        help_texts = {
            "port": _("Needed for an IP address that customers share."),
            "location_basis": _("What shows that this provider, or this State, holds the data."),
            "relevance": _("What the data will prove, and how."),
            "source": _("The log, the file or the witness."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("location_basis", "relevance"):
            self.fields[name].widget.attrs["rows"] = 2
        self.fields["identifier"].widget.attrs |= {
            "class": "p-mono",
            "spellcheck": "false",
            "autocomplete": "off",
        }
        self.fields["port"].widget.attrs["data-meant-for"] = "type=ip"
        providers.offer(self, self.mla, "provider", self.instance.provider)
        for name in form_context.NEXUS:
            cast(KeysField, self.fields[name]).choices = partial(self._rows_of, name)

    def _rows_of(self, name: str) -> list[tuple[str, str]]:
        """Read when a box is shown or ticked: the save of another answer needs no facts."""
        return form_context.of(self.mla).nexus[name]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("start"), values.get("end")
        if start and end and end < start:
            self.add_error("end", _("The period ends before it begins."))
        providers.fill_state(values, self.mla)
        return values


SECTION = Section(
    slug="data",
    group=THE_ASSISTANCE,
    title=_("Data sought"),
    intro=_("List each account, address or number whose data you want. Use one row for each period."),
    items=Items(
        model=DataItem,
        form=DataItemForm,
        singular=_("row"),
        title=_("Identifiers and periods"),
        hint=_(
            "Give times exactly as the log shows them, with its zone. The letter prints every time in UTC."
        ),
        pasted=True,
        heading="identifier",
        summary=("type", "start", "end", "zone", "provider"),
        columns=(("type", "identifier", "port"), ("start", "end"), ("zone",), ("provider",)),
        more=(
            "provider_state",
            "location_basis",
            "relevance",
            "source",
            "facts",
            "offences",
            "measures",
        ),
    ),
)
