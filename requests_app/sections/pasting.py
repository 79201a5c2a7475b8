"""Forms of pasted rows: the text, what holds for all its lines, one line, and what all of them get."""

from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app.formats.timestamps import Order
from requests_app.intake.text import MOST_BYTES, decoded
from requests_app.models import DataItem, MLARequest, StagedRow
from requests_app.sections import surroundings
from requests_app.sections.data import LogTimeField
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.keys import KeysField
from requests_app.sections.states import StateField
from requests_app.sections.zones import ZoneField

# Files of programs that a reader would take for text only by mistake, by their first bytes.
_NO_TEXT = {
    b"PK\x03\x04": _(
        "This is a spreadsheet or an archive. Save it as CSV, or copy the cells and paste them."
    ),
    b"%PDF": _("This is a PDF. Open it, copy the rows and paste them."),
    b"\xd0\xcf\x11\xe0": _("This is an old Office file. Save it as CSV, or copy the cells and paste them."),
    b"\x1f\x8b": _("This file is compressed. Unpack it first."),
}


class PasteForm(forms.Form):
    """Text goes in as it is: what no letter may hold is left off by the reader, and said so."""

    text = forms.CharField(
        label=_("Paste rows here"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "class": "p-mono", "spellcheck": "false", "wrap": "off", "dir": "ltr"}
        ),
        help_text=_("A log, a table from a spreadsheet, or CSV. Up to 10,000 lines."),
    )
    file = forms.FileField(
        label=_("Or choose a text or CSV file"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.log,.tsv,text/*"}),
    )
    zone = ZoneField(
        label=_("Time zone of the log"),
        help_text=_("For times that do not say it themselves. You can also answer later."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        # A zero byte in a log is no reason to refuse the log.
        self.fields["text"].validators = []

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if file := values.get("file"):
            values["content"], values["encoding"] = self._text_of(file)
        else:
            values["content"], values["encoding"] = values.get("text") or "", ""
        if not self.errors and not values["content"].strip():
            self.add_error("text", _("Paste at least one line, or choose a file."))
        return values

    def _text_of(self, file: Any) -> tuple[str, str]:
        if file.size > MOST_BYTES:
            size = {"size": MOST_BYTES // 2**20}
            self.add_error("file", str(_("The file is larger than %(size)s MB. Divide it.") % size))
            return "", ""
        content = file.read()
        refusal = next((text for start, text in _NO_TEXT.items() if content.startswith(start)), None)
        if refusal is not None:
            self.add_error("file", str(refusal))
            return "", ""
        return decoded(content)


class AssumptionsForm(GatedForm):
    """What the text leaves open for all its lines alike; asked once."""

    zone = ZoneField(label=_("Time zone of times that do not show one"))
    order = forms.ChoiceField(
        label=_("Dates such as 03/04/2026"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (Order.DAY_FIRST, _("3 April: the day stands first")),
            (Order.MONTH_FIRST, _("4 March: the month stands first")),
        ],
    )
    year = forms.IntegerField(
        label=_("Year of dates without one"), required=False, min_value=1970, max_value=2100
    )
    country = StateField(label=_("Country of telephone numbers without + and country code"))
    kind = forms.ChoiceField(
        label=_("Text that names nothing known is"),
        required=False,
        choices=[("", _("Nothing: leave it to be mended")), *DataItem.Type.choices],
    )

    def __init__(self, *args: Any, mla: MLARequest, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        cast(StateField, self.fields["country"]).offer(surroundings.of(mla).states)


class StagedRowForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """One line, mended in its place. Whether it is good then, the judges say and not the form."""

    start = LogTimeField(label=_("From"))
    end = LogTimeField(label=_("To"))
    zone = ZoneField(label=_("Time zone of the log"))

    class Meta:
        model = StagedRow
        fields = ("type", "identifier", "port", "start", "end", "zone")
        formfield_callback = draft_field

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        for field in self.fields.values():
            field.required = False
        self.fields["identifier"].widget.attrs |= {"spellcheck": "false", "autocomplete": "off"}


class TakeForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """What all rows get that do not say it themselves."""

    provider_state = StateField(label=_("State of the provider"))
    facts = KeysField(label=_("Facts they rest on"))
    offences = KeysField(label=_("Offences they bear on"))
    measures = KeysField(label=_("Measures that concern them"))
    doubtful = forms.BooleanField(label=_("Take the rows to look at as well"), required=False)
    duplicates = forms.BooleanField(label=_("Take duplicates as well"), required=False)

    COMMON: ClassVar = (
        "provider",
        "provider_state",
        "location_basis",
        "relevance",
        "source",
        "facts",
        "offences",
        "measures",
    )

    class Meta:
        model = DataItem
        fields = ("provider", "provider_state", "location_basis", "relevance", "source")
        formfield_callback = draft_field

    def __init__(self, *args: Any, mla: MLARequest, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        around = surroundings.of(mla)
        cast(StateField, self.fields["provider_state"]).offer(around.states)
        for name, choices in around.nexus.items():
            cast(KeysField, self.fields[name]).choices = choices
        for name in ("location_basis", "relevance"):
            self.fields[name].widget.attrs["rows"] = 2

    def common(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.COMMON if self.cleaned_data.get(name)}
