"""Forms of pasted rows: the text, what holds for all its lines, one line, and what all of them get."""

import re
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app.formats.timestamps import Order
from requests_app.intake import columns
from requests_app.intake.text import MOST_BYTES, decoded, refusal
from requests_app.models import DataItem, Intake, MLARequest, StagedRow
from requests_app.sections import form_context
from requests_app.sections.data import LogTimeField
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.keys import KeysField
from requests_app.sections.states import StateField
from requests_app.sections.zones import ZoneField

# A table has a few columns; what stands beyond is read as it was found.
MOST_COLUMNS = 60


class PasteForm(forms.Form):
    """The pasted text. It is taken as it is: the reader leaves out what no letter may hold, and says so."""

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
        # A file that is too large is not read into memory to be told so.
        content = file.read(MOST_BYTES + 1)
        if refused := refusal(content):
            self.add_error("file", refused)
            return "", ""
        return decoded(content)


class AssumptionsForm(GatedForm):
    """The questions that the text leaves open for all its lines; each is asked once.

    Each word for a zone that says too little has its own question, and each column a choice of what
    it holds: an answer for the whole paste fills in only what no line shows.
    """

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

    def __init__(self, *args: Any, mla: MLARequest, intake: Intake, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        cast(StateField, self.fields["country"]).offer(form_context.of(mla).states)
        self._words = self._add_words(intake)
        self._columns = self._add_columns(intake)

    def _add_words(self, intake: Intake) -> dict[str, str]:
        """The name of each field, and the word that it asks about."""
        said = intake.assumptions.get("zones") or {}
        asked = [name.partition(":")[2] for name in intake.asks if name.startswith("zone:")]
        words = {f"zone-{_slug(word)}": word for word in dict.fromkeys([*asked, *said])}
        for name, word in words.items():
            label = _("Time zone that “%(word)s” means") % {"word": word}
            self.fields[name] = ZoneField(label=label, initial=said.get(word, ""))
        return words

    def _add_columns(self, intake: Intake) -> dict[str, str]:
        said = intake.assumptions.get("roles") or {}
        found = {}
        for column in [each for each in intake.columns if isinstance(each, dict)][:MOST_COLUMNS]:
            key = f"{column['table']}:{column['number']}"
            name = f"column-{column['table']}-{column['number']}"
            found[name] = key
            self.fields[name] = _field_of(column, said.get(key, ""))
        return found

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        values["zones"] = {word: values.pop(name, "") for name, word in self._words.items()}
        values["roles"] = {key: values.pop(name, "") for name, key in self._columns.items()}
        for name in ("zones", "roles"):
            values[name] = {key: value for key, value in values[name].items() if value}
        return values


def _slug(word: str) -> str:
    return re.sub(r"\W+", "-", word)[:40]


def _field_of(column: dict[str, Any], chosen: str) -> forms.ChoiceField:
    """Return the field for a column under its heading; what it was read as comes first and may be set."""
    names = dict(column_roles())
    read_as = names.get(column["role"], _("nothing that is known"))
    how = {
        "name": _("Read as: %(role)s, by its heading."),
        "content": _("Read as: %(role)s, by what stands in it."),
        "officer": _("Read as: %(role)s, as you have said."),
    }.get(column["by"], _("Read as: %(role)s."))
    heading = column["heading"] or _("without a heading")
    label = _("Column %(number)s: %(heading)s") % {"number": column["number"], "heading": heading}
    return forms.ChoiceField(
        label=label,
        required=False,
        initial=chosen,
        help_text=how % {"role": read_as},
        choices=[("", _("As it was read")), *column_roles()],
    )


def column_roles() -> list[tuple[str, Any]]:
    """Return what a column may hold, in the order in which it is offered."""
    kinds = [choice for choice in DataItem.Type.choices if choice[0] in columns.KINDS]
    return [
        ("identifier", _("Identifier, of a kind that each row shows")),
        *kinds,
        ("type", _("Kind of identifier")),
        ("port", _("Source port")),
        ("port_end", _("Last of a range of ports")),
        ("start", _("Time, or beginning")),
        ("end", _("End")),
        ("date", _("Day")),
        ("clock", _("Time of day")),
        ("zone", _("Time zone of the log")),
        ("value_date", _("Value date")),
        ("amount", _("Amount")),
        ("currency", _("Currency")),
        ("provider", _("Provider that holds the data")),
        ("source", _("Where the identifier comes from")),
        ("theirs", _("The other side: a server or destination")),
        ("inside", _("A private address inside a network")),
        ("nothing", _("Nothing that is needed")),
    ]


class StagedRowForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """One line that is mended in its place. The judges, and not the form, say whether it is good then."""

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
    """What every row gets that does not say it itself."""

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
        around = form_context.of(mla)
        cast(StateField, self.fields["provider_state"]).offer(around.states)
        for name, choices in around.nexus.items():
            cast(KeysField, self.fields[name]).choices = choices
        for name in ("location_basis", "relevance"):
            self.fields[name].widget.attrs["rows"] = 2

    def common(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.COMMON if self.cleaned_data.get(name)}
