"""Words for what the law data name by code: topics, levels, natures of grounds, amounts of time."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from treaties.models import Requirement
from treaties.views.lines import Tag, Words

Level = Requirement.Level

TOPICS: dict[str, Words] = {
    "authentication": _("Authentication"),
    "channel": _("Channel"),
    "confidentiality": _("Confidentiality"),
    "costs": _("Costs"),
    "dual_criminality": _("Dual criminality"),
    "execution": _("Execution"),
    "languages": _("Languages"),
    "network_24_7": _("24/7 network"),
    "postponement": _("Postponement"),
    "relation_to_other_treaties": _("Other treaties"),
    "return_of_evidence": _("Return of evidence"),
    "spontaneous_information": _("Information unasked"),
    "urgency": _("Urgency"),
    "use_limitation": _("Use limitation"),
}

LEVELS: dict[str, Tag] = {
    Level.MANDATORY: Tag(_("Must have"), "accent"),
    Level.WHERE_POSSIBLE: Tag(_("Where possible")),
    Level.WHERE_APPLICABLE: Tag(_("Where applicable")),
    Level.RECOMMENDED: Tag(_("Recommended")),
}

NATURES: dict[str, Tag] = {
    "mandatory": Tag(_("Must refuse"), "bad"),
    "mandatory_or_optional": Tag(_("Must or may refuse"), "bad"),
    "optional": Tag(_("May refuse")),
    "optional_by_declaration": Tag(_("May refuse, by declaration")),
    "optional_by_reservation": Tag(_("May refuse, by reservation")),
    "barred": Tag(_("No ground for refusal"), "ok"),
    "barred_as_sole_ground": Tag(_("No sole ground for refusal"), "ok"),
}

_DAYS: dict[str, Words] = {
    "days": _("%s"),
    "days_min": _("at least %s"),
    "days_max": _("at most %s"),
    "days_serve": _("%s to serve"),
    "days_subscriber": _("%s for subscriber information"),
    "days_traffic": _("%s for traffic data"),
}


def level_tag(level: str) -> Tag:
    return LEVELS.get(level, Tag(level))


def nature_tag(nature: str) -> Tag:
    return NATURES.get(nature, Tag(plain(nature).capitalize()))


def topic(code: str) -> Words:
    return TOPICS.get(code, plain(code).capitalize())


def plain(code: str) -> str:
    """Return a code of the data as words, where nobody gave it a better name."""
    return code.replace("_", " ")


def amounts(given: Mapping[str, int]) -> str:
    """Return amounts of time in words: {"days_max": 45} is "at most 45 days"."""
    days = [str(words) % _days(given[key]) for key, words in _DAYS.items() if key in given]
    hours = given.get("hours")
    return ", ".join(days + ([ngettext("%d hour", "%d hours", hours) % hours] if hours else []))


def _days(count: int) -> str:
    return ngettext("%d day", "%d days", count) % count


def article(provision: str) -> str:
    """Return a provision of a treaty as an article: "arts 25(1), 26". "practice" and the like stay as
    they are.
    """
    if not provision[:1].isdigit():
        return provision
    several = any(mark in provision for mark in (",", ";", " and "))
    return f"{'arts' if several else 'art'} {provision}"
