"""What a page of the wizard shows around its form: its place, what is still open, and the next page."""

import uuid
from typing import Any

from requests_app import permissions
from requests_app.completeness import annex_states
from requests_app.models import Annex
from requests_app.models.content import Item
from requests_app.sections import SECTIONS, Section, form_context
from requests_app.sections.drafts import DraftForm, ItemForm
from requests_app.views.drafting import annexes, staged
from requests_app.views.drafting.rows import Wanted, shown, table
from requests_app.views.parts.access import OfficerRequest
from requests_app.views.parts.finding_places import rows_of
from requests_app.views.parts.panel import Panel
from requests_app.views.parts.request_heads import head

# Pages with a field for the name of a provider.
NAMING = ("data", "measures")


def frame(request: OfficerRequest, panel: Panel, section: Section) -> dict[str, Any]:
    return {
        "mla": panel.mla,
        "head": head(panel.mla),
        "section": section,
        "tasks": panel.tasks(section.slug),
        "completeness": panel.completeness(section.slug),
        "may_edit": permissions.may_edit(request.user, panel.mla),
        "of": "section",
        "save": None,
        "providers": form_context.of(panel.mla).providers if section.slug in NAMING else {},
    }


def section_context(
    request: OfficerRequest, panel: Panel, section: Section, form: DraftForm | None
) -> dict[str, Any]:
    number = SECTIONS.index(section)
    return frame(request, panel, section) | {
        "form": form,
        "place": {"number": number + 1, "count": len(SECTIONS)},
        **(table(panel, section, Wanted.by(request)) if section.items else {"rows": None}),
        "add_token": uuid.uuid4(),
        "pastes": staged.waiting(panel.mla) if section.items and section.items.pasted else [],
        "previous": _step(panel, number - 1),
        "next": _step(panel, number + 1),
    }


def item_context(
    request: OfficerRequest, panel: Panel, section: Section, row: Item, form: ItemForm
) -> dict[str, Any]:
    found = rows_of(panel.mla, section)
    number = next(place for place, other in enumerate(found, start=1) if other.pk == row.pk)
    return frame(request, panel, section) | {
        "form": form,
        "row": shown(panel, section, row, number, in_place=False, form=form),
        "attached": _attached(row),
        "next": _neighbour(panel, section, found, number),
        "previous": _neighbour(panel, section, found, number - 2),
    }


def _attached(row: Item) -> dict[str, Any] | None:
    """Return the file of an annex; None where there is none."""
    if not isinstance(row, Annex) or row.stored_as is None:
        return None
    file = annex_states.of(row.request).get(row.stored_as)
    return annexes.shown(row, file) if file else None


def _step(panel: Panel, index: int) -> dict[str, Any] | None:
    if not 0 <= index < len(SECTIONS):
        return None
    return {"title": SECTIONS[index].title, "url": panel.places.section(SECTIONS[index])}


def _neighbour(panel: Panel, section: Section, found: list[Item], index: int) -> dict[str, Any] | None:
    if section.items is None or not 0 <= index < len(found):
        return None
    title = f"{section.items.singular} {index + 1}"
    return {"title": title, "url": panel.places.item(section, found[index])}
