"""Bringing an earlier version back: a save like any other, with its revision, its event and its check."""

from django.db import transaction

from requests_app.casework import drafting, versions
from requests_app.casework.pending import Sent
from requests_app.models import MLARequest, Officer, Version

RESTORES = Sent(restores=True)


@transaction.atomic
def restore(mla: MLARequest, officer: Officer, *, version: Version, base: int) -> MLARequest:
    """The section or item as the version has it. An item that was removed comes back under its key."""
    if not version.item:
        values = versions.as_stored(version, MLARequest)
        return drafting.save_section(
            mla, officer, section=version.section, base=base, values=values, sent=RESTORES
        )
    model = drafting.ITEMS[version.section]
    values = versions.as_stored(version, model)
    row = model._default_manager.filter(request=mla, key=version.item).first()
    if row is None:
        drafting.bring_back(mla, officer, section=version.section, key=version.item, values=values)
        return mla
    values.pop("id", None)
    return drafting.save_item(
        mla, officer, section=version.section, item=row, base=base, values=values, sent=RESTORES
    )
