"""Saving one text in the outgoing language, from the page that shows all of them.

Such a save is stale when this text has changed on either side, not when its neighbours have: a
translator saves forty texts of one section one after the other.
"""

from django.db import transaction

from requests_app import snapshots, workflow
from requests_app.casework import drafting, renditions
from requests_app.casework.conflicts import Conflict
from requests_app.casework.pending import Sent
from requests_app.checks.translation import SECTION
from requests_app.content.languages import digest_of
from requests_app.models import MLARequest, Officer
from requests_app.models.content import Item
from requests_app.sections import SECTIONS

SLUGS = {snapshots.LISTS[model]: slug for slug, model in drafting.ITEMS.items()}


def seen_of(working: str, outgoing: str) -> str:
    """Return the digest by which a page names the two texts that it showed."""
    return digest_of(f"{digest_of(working)} {digest_of(outgoing)}")


@transaction.atomic
def save_translation(
    mla: MLARequest, officer: Officer, *, path: str, text: str | None, seen: str, agreed: bool = False
) -> MLARequest:
    """Save one text. Without a text, the working text serves in both languages, as a title or a name
    may.

    `agreed` says that both texts mean the same as they stand, whichever was written last.
    """
    draft = workflow.lock(mla)
    row = _row_of(draft, path)
    working, outgoing = renditions.both_sides(draft, row or draft, path)
    section = section_of(path)
    if seen != seen_of(working, outgoing):
        raise Conflict(
            section=section,
            item=row.key if row else "",
            theirs={"working": working, "text": outgoing},
            yours={"text": text},
            revision=draft.revision,
        )
    values = {f"{renditions.MARK}{path}": working if text is None else text}
    sent = Sent(agreed=frozenset({path} if agreed or text is None else ()))
    base = draft.revision
    if row is None:
        return drafting.save_section(draft, officer, section=section, base=base, values=values, sent=sent)
    return drafting.save_item(
        draft, officer, section=section, item=row, base=base, values=values, sent=sent
    )


def section_of(path: str) -> str:
    """Return the page on which the text is drafted; reasons why nothing is known are given beside the
    check.
    """
    part = path.partition(".")[0]
    if part in SLUGS:
        return SLUGS[part]
    column = renditions.COLUMN_OF.get(path, "")
    return next((page.slug for page in SECTIONS if page.form and column in page.form.base_fields), SECTION)


def _row_of(draft: MLARequest, path: str) -> Item | None:
    part, _dot, rest = path.partition(".")
    if part not in SLUGS:
        return None
    model = drafting.ITEMS[SLUGS[part]]
    return model._default_manager.get(request=draft, key=rest.partition(".")[0])
