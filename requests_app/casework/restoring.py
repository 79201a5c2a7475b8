"""Bringing an earlier version back: a save like any other, with revision, event and check."""

from django.db import transaction

from requests_app.casework import drafting, versions
from requests_app.casework.pending import Sent
from requests_app.models import MLARequest, Officer, Version

RESTORES = Sent(restores=True)


@transaction.atomic
def restore(mla: MLARequest, officer: Officer, *, version: Version, base: int) -> MLARequest:
    """Restore the section or item as the version has it. A removed item comes back under its key."""
    if not version.item:
        return _restore_section(mla, officer, version, base)
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


def _restore_section(mla: MLARequest, officer: Officer, version: Version, base: int) -> MLARequest:
    """Restore a section. A basis that is not open today comes back as well: the check says so."""
    values = versions.as_stored(version, MLARequest)
    draft = drafting.save_section(
        mla, officer, section=version.section, base=base, values=values, sent=RESTORES
    )
    if versions.BASES not in version.values:
        return draft
    bases = [(instrument, role, articles) for instrument, role, articles in version.values[versions.BASES]]
    return drafting.choose_bases(mla, officer, base=base, bases=bases, restores=True)
