"""Paths of the exchange format, and the field of the wizard where each is typed.

Read off the forms by hand. The checker has its own list; two that agree are worth more than one.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

Json = dict[str, Any]
Path = tuple[str | int, ...]
ANY: Final = "*"


class Place(NamedTuple):
    section: str
    field: str
    item: str = ""

    def covers(self, section: str, field: str, item: str) -> bool:
        """A list that is gone takes all of its fields with it."""
        return (self.section, self.item) == (section, item) and self.field in (ANY, field)


# The longest prefix counts; what it maps to is the section and what stands before the name of the field.
_SECTIONS: Final = {
    "scope": ("basis", ""),
    "authority": ("authority", ""),
    "authority.requesting": ("authority", "requesting_"),
    "authority.conducting": ("authority", "conducting_"),
    "proceedings": ("authority", ""),
    "facts": ("facts", ""),
    "offences": ("offences", ""),
    "persons": ("persons", ""),
    "data_items": ("data", ""),
    "measures": ("measures", ""),
    "measures.particulars": ("measures", ""),
    "preservation": ("measures", ""),
    "procedure": ("procedures", ""),
    "confidentiality": ("confidentiality", ""),
    "urgency": ("confidentiality", ""),
    "channel": ("channel", ""),
    "channel.reply_contact": ("channel", "reply_"),
    "channel.confirmation_contact": ("channel", "confirmation_"),
    "signature": ("channel", ""),
    "annexes": ("annexes", ""),
    "earlier": ("earlier", "earlier_"),
    "steps": ("steps", ""),
    "prior_contacts": ("contacts", ""),
    "unknown": ("", ""),
    "applicable": ("", ""),
}
_NAMED_OTHERWISE: Final = {
    "requesting": ("basis", "requested"),
    "requested": ("basis", "requested"),
    "bases": ("basis", "bases"),
    "bases.role": ("basis", "bases"),
    "purpose": ("facts", "purpose"),
    "necessity": ("measures", "necessity"),
    "other": ("procedures", "other"),
    "scope.statement": ("basis", "scope_statement"),
    "proceedings.prior_requests": ("earlier", "prior_requests"),
    "preservation.reference": ("measures", "preservation_reference"),
    "preservation.expires_on": ("measures", "preservation_expires_on"),
    "procedure.special": ("procedures", "special_procedure"),
    "procedure.reason": ("procedures", "special_procedure_reason"),
    "confidentiality.wanted": ("confidentiality", "confidentiality_wanted"),
    "confidentiality.reason": ("confidentiality", "confidentiality_reason"),
    "urgency.level": ("confidentiality", "urgency_level"),
    "urgency.reason": ("confidentiality", "urgency_reason"),
    "signature.name": ("channel", "signatory_name"),
    "bases.instrument": ("basis", "bases"),
    "bases.articles": ("basis", "bases"),
    "channel.address": ("channel", "addressee_address"),
    "signature.function": ("channel", "signatory_function"),
    "signature.place": ("channel", "signature_place"),
    "signature.date": ("channel", "signature_date"),
    "earlier": ("earlier", ANY),
    "earlier.made_on": ("earlier", "earlier_on"),
    "preservation": ("measures", ANY),
    "preservation.made_on": ("measures", "preserved_on"),
    "preservation.authority": ("measures", "preservation_authority"),
    "unknown.persons": ("persons", ANY),
    "applicable.presence": ("procedures", "presence"),
    "measures.particulars": ("measures", ANY),
    # A document that is missing has no row of its own: the page of annexes asks for its kind.
    "annexes": ("annexes", "kind"),
}
_LISTS: Final = {
    *("facts", "offences", "persons", "data_items", "measures", "annexes", "steps", "prior_contacts"),
}


def of(request: Json, path: Path) -> Place:
    """Where the drafter changes what stands at the path; `request` is the one before it was spoilt."""
    name = ".".join(step for step in path if isinstance(step, str))
    if name in _LISTS and name != "annexes":
        return Place(_SECTIONS[name][0], ANY)
    if name in _NAMED_OTHERWISE:
        return Place(*_NAMED_OTHERWISE[name])
    *_, field = name.split(".")
    prefix = max((p for p in _SECTIONS if name.startswith(f"{p}.")), key=len)
    section, before = _SECTIONS[prefix]
    return Place(section, before + field, _item(request, path))


def _item(request: Json, path: Path) -> str:
    if path[0] in _LISTS and len(path) > 1:
        return str(request[path[0]][path[1]]["id"])
    return ""


def read(request: Json, path: Path) -> Any:
    """None where a step is missing."""
    value: Any = request
    for step in path:
        value = value.get(step) if isinstance(step, str) else value[step]
        if value is None:
            return None
    return value


def each(request: Json, name: str) -> Iterable[Path]:
    """The paths that a dotted name stands for: one, or one for each item of the list it begins with."""
    first, *rest = name.split(".")
    if first in _LISTS and rest:
        return [(first, n, *rest) for n in range(len(request[first]))]
    return [(first, *rest)]
