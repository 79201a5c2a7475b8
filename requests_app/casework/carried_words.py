"""Keep whose words came along when a request was made from an earlier one."""

from collections.abc import Collection

from requests_app import snapshots
from requests_app.casework.carry_over import PARTS
from requests_app.casework.drafting import ITEMS
from requests_app.models import MLARequest, RequestEditor

# As the name of a field: what the whole request was made of.
ORIGIN = "origin"
_ATTRIBUTES = {section: snapshots.LISTS[model] for section, model in ITEMS.items()}
_ANY_PLACE = ("", ORIGIN)


def carry(earlier: MLARequest, draft: MLARequest, parts: Collection[str]) -> None:
    """Note the editors of the words that came along.

    The author of the earlier request is noted without a place, so that these words count for good.
    """
    attributes = frozenset(attribute for part in parts for attribute in PARTS[part].attributes)
    if not attributes:
        return
    notes = RequestEditor.objects.filter(request=earlier, stands=True).exclude(officer=draft.author_id)
    carried = [_carried(noted, draft) for noted in notes if _came_along(noted, attributes)]
    if earlier.author_id != draft.author_id:
        carried.append(RequestEditor(request=draft, officer_id=earlier.author_id, field=ORIGIN, revision=1))
    RequestEditor.objects.bulk_create(carried)


def _came_along(noted: RequestEditor, attributes: Collection[str]) -> bool:
    """Whether the note's words came along; a note without a place comes along with anything."""
    if noted.field in _ANY_PLACE:
        return True
    if noted.item:
        return _ATTRIBUTES[noted.section] in attributes
    return snapshots.PATHS.get(noted.field, noted.field).partition(".")[0] in attributes


def _carried(noted: RequestEditor, draft: MLARequest) -> RequestEditor:
    """Return the note for the new request. Measures get new numbers, so that words in them lose their
    place and count for good.
    """
    is_elsewhere = noted.section == "measures"
    return RequestEditor(
        request=draft,
        officer_id=noted.officer_id,
        section=noted.section,
        item="" if is_elsewhere else noted.item,
        field=ORIGIN if is_elsewhere else noted.field,
        found=noted.found,
        put=noted.put,
        revision=1,
    )
