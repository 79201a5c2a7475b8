"""Where the exchange format holds what the law calls an element, and how it is taken out.

Several places may hold one answer: the text of the law is quoted or annexed. What is taken out is then
taken out of all of them, because half an answer is an answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.completeness.places import Json, Path, each, read
from requests_app.content.declared import ANSWERS, is_free_text

# Draft field of the vocabulary -> places that hold it, one in each item where it begins with a list. A
# single text stands where it is declared.
_HELD_IN: Final = {
    **{
        answer.draft_field: answer.path
        for answer in ANSWERS
        if answer.draft_field and not answer.list and is_free_text(answer.hint)
    },
    "scope_statement": "scope.statement",
    "requesting_authority": "authority.requesting.office",
    "conducting_authority": "authority.conducting.office",
    "case_reference": "proceedings.case_reference",
    "case_nature": "proceedings.nature",
    "proceedings_stage": "proceedings.stage",
    "prior_requests": "proceedings.prior_requests",
    "facts": "facts.text",
    "purpose": "purpose",
    "offences": "offences.title",
    "offence_law_text": "offences.law_text",
    "max_penalty": "offences.max_years",
    "dual_criminality_note": "offences.conduct",
    "persons": "persons.family_name",
    "assistance_description": "measures.description",
    "necessity": "necessity",
    "special_procedure": "procedure.special",
    "domestic_order": "procedure.domestic_order",
    "presence": "procedure.presence",
    "use_undertaking": "procedure.use_undertaking",
    "reciprocity": "procedure.reciprocity",
    "costs": "procedure.costs",
    "other": "other",
    "confidentiality": "confidentiality.wanted",
    "deadline": "urgency.deadline",
    "channel": "channel.route",
    "form": "channel.means",
    "language": "channel.language",
    "signature": "signature.name",
    **{
        name: f"measures.particulars.{name}"
        for name in (
            *("addressee", "witness", "questions", "oath", "detainee", "video", "search_target"),
            *("property", "confiscation_order", "interception"),
        )
    },
}
# What is said of the object of a measure: in the rows of the schedule that name it, or in the measure.
_OF_OBJECT: Final = {
    "data_specification": ("data_items.identifier", "measures.categories"),
    "provider": ("data_items.provider", "measures.holder"),
    "time_period": ("data_items.start", "measures.start"),
    "location_basis": ("data_items.location_basis", "measures.particulars.location_basis"),
    "relevance": ("data_items.relevance", "measures.reason"),
}
_LISTS: Final = {"facts": "facts", "offences": "offences", "persons": "persons"}
# Annexes that answer a field as well as a text does.
_ALSO_IN: Final = {"offence_law_text": ("law_text",), "domestic_order": ("order", "certificate")}
# Papers that a rule means when it asks for an attachment. Text of law that is quoted needs no paper.
PAPERS: Final = {
    "domestic_order": ("order", "certificate"),
    "confiscation_order": ("order",),
    "language": ("translation",),
    "signature": ("certificate",),
    "addressee": ("other",),
}


@dataclass(frozen=True)
class Spot:
    """One answer to one draft field. `paths` are emptied together; a path to an item removes it."""

    draft_field: str
    paths: tuple[Path, ...]


def spots(request: Json) -> Iterator[Spot]:
    """Every answer that the request gives, item by item, and every list of items as a whole."""
    for name, home in _HELD_IN.items():
        for path in each(request, home):
            if read(request, path) not in (None, "", []):
                yield Spot(name, (path, *_annexes(request, _ALSO_IN.get(name, ()))))
    for name, (in_rows, in_measure) in _OF_OBJECT.items():
        for path in each(request, in_rows if request["data_items"] else in_measure):
            if read(request, path):
                yield Spot(name, (path,))
    yield from (Spot(name, ((items,),)) for name, items in _LISTS.items() if request[items])
    yield from _preservation(request)


def _preservation(request: Json) -> Iterator[Spot]:
    """A preservation promises the request that follows; a disclosure quotes what was preserved."""
    is_asked = any(measure["kind"] == "preservation" for measure in request["measures"])
    field = "follow_up_intended" if is_asked else "reference"
    yield Spot("preservation", (("preservation", field),))


def papers(request: Json, draft_field: str) -> tuple[Path, ...]:
    return _annexes(request, PAPERS.get(draft_field, ()))


def _annexes(request: Json, kinds: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(("annexes", n) for n, annex in enumerate(request["annexes"]) if annex["kind"] in kinds)
