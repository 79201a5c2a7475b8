"""Where each canonical draft field of the vocabulary is answered: a section of the wizard and a field.

One home for the link between the law, which speaks of draft fields, and the pages, which have forms: each
answer declares the draft field that it answers.
`items` names the list of the snapshot when every item answers the field for itself.
"""

from dataclasses import dataclass

from requests_app.content.declared import ANSWERS


@dataclass(frozen=True, slots=True)
class Home:
    """`particular` fields live in `Measure.particulars` under the id of the draft field itself."""

    section: str
    field: str
    items: str = ""
    particular: bool = False


def _particular(name: str) -> Home:
    return Home("measures", name, items="measures", particular=True)


# Columns of a measure that a particular may name: it is answered there, and no second time.
_COLUMNS = frozenset({"categories", "form_of_evidence"})


def draft_field_of(name: str) -> str:
    """Return the draft field of a key. A measure may answer one in parts: "video-reason" belongs to
    "video".
    """
    return name.partition("-")[0]


def home_of(name: str) -> Home:
    """Return the home of a draft field, or of one particular of it."""
    if name == draft_field_of(name):
        return HOMES[name]
    if column := column_of(name):
        return Home("measures", column, items="measures")
    return _particular(name)


def column_of(name: str) -> str:
    """Return the column of a measure that holds the particular; "" means that it stands among its
    particulars.
    """
    column = name.partition("-")[2]
    return column if column in _COLUMNS else ""


# Draft fields that are asked for with the measure that needs them, and held among its particulars.
_PARTICULAR = (
    "addressee",
    "witness",
    "questions",
    "oath",
    "detainee",
    "video",
    "search_target",
    "property",
    "confiscation_order",
    "interception",
)

HOMES: dict[str, Home] = {
    **{a.draft_field: Home(a.section, a.column, items=a.list) for a in ANSWERS if a.draft_field},
    **{name: _particular(name) for name in _PARTICULAR},
}
assert len(HOMES) == len(_PARTICULAR) + sum(bool(a.draft_field) for a in ANSWERS)  # noqa: S101 - one home each

# Kinds of assistance whose object is described row by row in the schedule of data. A measure of another
# kind says for itself what is wanted, who holds it, for which period and why.
SCHEDULED_KINDS: frozenset[str] = frozenset(
    {
        "preservation",
        "preservation_extension",
        "preserved_traffic_disclosure",
        "subscriber_info",
        "traffic_data_stored",
        "content_data_stored",
        "search_seizure_data",
        "realtime_traffic",
        "interception_content",
        "interception_notification",
        "domain_registration_info",
        "direct_subscriber_order",
        "emergency_disclosure",
        "emergency_mla",
        "transborder_access",
    }
)

# Measures that reach into the future by their nature; every other one asks for what exists already.
LIVE_KINDS: frozenset[str] = frozenset(
    {"realtime_traffic", "interception_content", "interception_notification", "bank_monitoring"}
)

# Identifiers of money, which is followed for years.
MONEY_TYPES: frozenset[str] = frozenset({"bank_account", "card", "wallet"})

# Kinds that ask for records: which records is said in the field for it, not in the description of the act.
RECORD_KINDS: frozenset[str] = frozenset(
    {
        "documents_records",
        "bank_info",
        "bank_monitoring",
        "virtual_asset_records",
        "government_records",
    }
)

# The order of the wizard. `templates` and `sections` follow it; the checker sorts findings by it.
SECTIONS: tuple[str, ...] = (
    "basis",
    "authority",
    "steps",
    "earlier",
    "contacts",
    "facts",
    "offences",
    "persons",
    "data",
    "measures",
    "procedures",
    "confidentiality",
    "channel",
    "annexes",
)

assert {a.section for a in ANSWERS} - {""} == set(SECTIONS)  # noqa: S101 - a page without an answer, or one misspelt
