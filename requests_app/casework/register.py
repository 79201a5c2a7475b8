"""The register of providers, and records of data that needed no request."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from requests_app import audit, permissions, workflow
from requests_app.audit import Verb
from requests_app.models import Case, Consent, Officer, Provider, ProviderVersion


class EntryChanged(Exception):
    """Somebody else changed the entry after its form was loaded; nothing was overwritten."""


@transaction.atomic
def save_provider(provider: Provider, officer: Officer, *, base: int) -> Provider:
    """Save the entry's new values; the earlier entry is kept as well."""
    if not permissions.may_keep_register(officer):
        raise workflow.NotAllowed("change the register of providers")
    if provider.pk:
        standing = Provider.objects.select_for_update().get(pk=provider.pk)
        if standing.revision != base:
            raise EntryChanged
        if standing.values == provider.values:
            return standing
    provider.revision = base + 1
    provider.save()
    ProviderVersion.objects.create(
        provider=provider, revision=provider.revision, values=_plain(provider.values), officer=officer
    )
    audit.record(Verb.PROVIDER_SAVED, actor=officer, provider=provider.pk, revision=provider.revision)
    return provider


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in values.items()}


@transaction.atomic
def record_consent(consent: Consent, officer: Officer, *, case: Case, token: UUID | None) -> Consent:
    """Keep the record with the case; a second click with the same token finds the first record."""
    if not Case.objects.open_to(officer).filter(pk=case.pk).exists():
        raise workflow.NotAllowed("record a consent in this case")
    before = Consent.objects.filter(creation_token=token, officer=officer).first() if token else None
    if before is not None:
        return before
    consent.case, consent.officer, consent.creation_token = case, officer, token
    consent.save()
    audit.record(
        Verb.CONSENT_RECORDED, actor=officer, consent=consent.pk, case=case.pk, ground=consent.ground
    )
    return consent


@transaction.atomic
def read_consent(consent: Consent, officer: Officer) -> None:
    audit.record(Verb.CONSENT_READ, actor=officer, consent=consent.pk)
