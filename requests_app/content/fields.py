"""Where each canonical draft field of the vocabulary is answered: a section of the wizard and a field.

One home for the link between the law, which speaks of draft fields, and the pages, which have forms.
`items` names the list of the snapshot when every item answers the field for itself.
"""

from dataclasses import dataclass


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
    """A measure may answer a draft field in parts: "video-reason" is the reason for the field video."""
    return name.partition("-")[0]


def home_of(name: str) -> Home:
    """Of a draft field, or of one particular of it."""
    if name == draft_field_of(name):
        return HOMES[name]
    if column := column_of(name):
        return Home("measures", column, items="measures")
    return _particular(name)


def column_of(name: str) -> str:
    """The column of a measure that holds the particular; "" for what stands among its particulars."""
    column = name.partition("-")[2]
    return column if column in _COLUMNS else ""


HOMES: dict[str, Home] = {
    "scope_statement": Home("basis", "scope_statement"),
    "requesting_authority": Home("authority", "requesting_office"),
    "conducting_authority": Home("authority", "conducting_office"),
    "case_reference": Home("authority", "case_reference"),
    "case_nature": Home("authority", "nature"),
    "proceedings_stage": Home("authority", "stage"),
    "prior_requests": Home("earlier", "prior_requests"),
    "facts": Home("facts", "text", items="facts"),
    "purpose": Home("facts", "purpose"),
    "offences": Home("offences", "title", items="offences"),
    "offence_law_text": Home("offences", "law_text", items="offences"),
    "max_penalty": Home("offences", "max_years", items="offences"),
    "dual_criminality_note": Home("offences", "conduct", items="offences"),
    "persons": Home("persons", "family_name", items="persons"),
    "data_specification": Home("data", "identifier", items="data_items"),
    "provider": Home("data", "provider", items="data_items"),
    "time_period": Home("data", "start", items="data_items"),
    "location_basis": Home("data", "location_basis", items="data_items"),
    "relevance": Home("data", "relevance", items="data_items"),
    "assistance_description": Home("measures", "description", items="measures"),
    "necessity": Home("measures", "necessity"),
    "preservation": Home("measures", "follow_up_intended"),
    "addressee": _particular("addressee"),
    "witness": _particular("witness"),
    "questions": _particular("questions"),
    "oath": _particular("oath"),
    "detainee": _particular("detainee"),
    "video": _particular("video"),
    "search_target": _particular("search_target"),
    "property": _particular("property"),
    "confiscation_order": _particular("confiscation_order"),
    "interception": _particular("interception"),
    "special_procedure": Home("procedures", "special_procedure"),
    "domestic_order": Home("procedures", "domestic_order"),
    "presence": Home("procedures", "presence"),
    "use_undertaking": Home("procedures", "use_undertaking"),
    "reciprocity": Home("procedures", "reciprocity"),
    "costs": Home("procedures", "costs"),
    "other": Home("procedures", "other"),
    "confidentiality": Home("confidentiality", "confidentiality_wanted"),
    "urgency": Home("confidentiality", "urgency_level"),
    "deadline": Home("confidentiality", "deadline"),
    "channel": Home("channel", "route"),
    "form": Home("channel", "means"),
    "language": Home("channel", "language"),
    "contact": Home("channel", "reply_office"),
    "signature": Home("channel", "signatory_name"),
}

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
