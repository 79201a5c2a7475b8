"""Words of somebody in an earlier request are theirs in the one that was made of it."""

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
    """Which words of its author came along nobody has noted, so that those stand for good."""
    attributes = frozenset(attribute for part in parts for attribute in PARTS[part].attributes)
    if not attributes:
        return
    notes = RequestEditor.objects.filter(request=earlier, stands=True).exclude(officer=draft.author_id)
    carried = [_carried(noted, draft) for noted in notes if _came_along(noted, attributes)]
    if earlier.author_id != draft.author_id:
        carried.append(RequestEditor(request=draft, officer_id=earlier.author_id, field=ORIGIN, revision=1))
    RequestEditor.objects.bulk_create(carried)


def _came_along(noted: RequestEditor, attributes: Collection[str]) -> bool:
    """A note without a place comes along with whatever is carried."""
    if noted.field in _ANY_PLACE:
        return True
    if noted.item:
        return _ATTRIBUTES[noted.section] in attributes
    return snapshots.PATHS.get(noted.field, noted.field).partition(".")[0] in attributes


def _carried(noted: RequestEditor, draft: MLARequest) -> RequestEditor:
    """Measures are numbered anew, so that their places mean other rows: words in them stand for good."""
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
