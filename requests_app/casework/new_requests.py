"""How a request is opened: empty, from a file, or from an earlier request."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from requests_app import audit, permissions, snapshots, workflow
from requests_app.audit import Verb
from requests_app.completeness import check_runs
from requests_app.content.snapshot import Snapshot
from requests_app.models import Case, Measure, MLARequest, Officer, Register
from requests_app.sections import from_profile


@transaction.atomic
def start(
    officer: Officer,
    *,
    requested: str,
    kinds: Sequence[str],
    title: str = "",
    case_reference: str = "",
    token: UUID | None = None,
) -> MLARequest:
    """Return a new draft with one measure for each kind; a second click with the same token finds the
    first.
    """
    before = _numbered(officer, token)
    if isinstance(before, MLARequest):
        return before
    mla = _open(officer, reference=before, case_reference=case_reference, token=token, requested=requested)
    mla.title = title
    mla.case_reference = case_reference
    mla.working_language = settings.WORKING_LANGUAGE
    filled = _fill_from_profile(mla, officer)
    mla.save(update_fields=["title", "case_reference", "working_language", *filled])
    for kind in dict.fromkeys(kinds):
        Measure.append_to(mla, kind=kind)
    _record(Verb.STARTED, mla, officer, requested=requested, kinds=list(dict.fromkeys(kinds)))
    return mla


@transaction.atomic
def import_snapshot(snapshot: Snapshot, officer: Officer, *, token: UUID | None = None) -> MLARequest:
    """Return a new draft with the content of a file; it keeps the file's reference when that is free."""
    return open_with(snapshot, officer, Verb.IMPORTED, token=token)


@transaction.atomic
def open_with(
    snapshot: Snapshot,
    officer: Officer,
    verb: Verb,
    *,
    token: UUID | None = None,
    parent: MLARequest | None = None,
    fill: bool = False,
    **detail: object,
) -> MLARequest:
    """Return a new draft with this content, in the case of the request that it goes back to, if there
    is one.

    With `fill`, what the profile of the unit says is filled in where the content says nothing.
    """
    before = _numbered(officer, token, wanted=snapshot.reference)
    if isinstance(before, MLARequest):
        return before
    mla = _open(
        officer,
        reference=before,
        case_reference=parent.case.reference if parent else snapshot.proceedings.case_reference,
        token=token,
        requested=snapshot.requested,
        parent=parent,
    )
    snapshots.fill(mla, snapshot, officer=officer)
    if fill:
        mla.save(update_fields=_fill_from_profile(mla, officer))
    origin = {"parent": parent.reference} if parent else {}
    _record(verb, mla, officer, requested=mla.requested, **origin, **detail)
    return mla


def _fill_from_profile(mla: MLARequest, officer: Officer) -> list[str]:
    """Fill in what the profile says where nothing stands; return the columns that were filled."""
    known = from_profile.values_for(officer, mla.case)
    empty = {column: value for column, value in known.items() if not getattr(mla, column)}
    for column, value in empty.items():
        setattr(mla, column, value)
    return list(empty)


def _numbered(officer: Officer, token: UUID | None, wanted: str = "") -> MLARequest | str:
    """Return the next reference, or the request that this token has made already.

    The lock on the register comes first, so that two clicks at once wait here for each other.
    """
    if not permissions.may_create(officer):
        raise workflow.NotAllowed("start a request")
    year = timezone.localdate().year
    Register.objects.bulk_create([Register(year=year)], ignore_conflicts=True)
    book = Register.objects.select_for_update().get(year=year)
    before = MLARequest.objects.filter(creation_token=token, author=officer).first() if token else None
    if before is not None:
        return before
    if wanted and not MLARequest.objects.filter(reference=wanted).exists():
        return wanted
    return _next(book)


def _next(book: Register) -> str:
    """Return the number after the last; an imported request may have used one of our numbers."""
    taken = True
    while taken:
        book.last += 1
        reference = f"MLA-{book.year}-{book.last:04d}"
        taken = MLARequest.objects.filter(reference=reference).exists()
    book.save(update_fields=["last"])
    return reference


def _open(
    officer: Officer,
    *,
    reference: str,
    case_reference: str,
    token: UUID | None,
    requested: str,
    parent: MLARequest | None = None,
) -> MLARequest:
    return MLARequest.objects.create(
        reference=reference,
        case=parent.case if parent else _case(officer, case_reference or reference),
        parent=parent,
        requesting=settings.HOME_STATE,
        requested=requested,
        author=officer,
        revision=1,
        creation_token=token,
    )


def _case(officer: Officer, reference: str) -> Case:
    """Return the case of that number if the officer may work on it, else a new one of the officer's
    unit.
    """
    known = Case.objects.open_to(officer).filter(reference=reference).order_by("unit_id").first()
    if known is not None:
        return known
    is_closed = Case.objects.filter(unit=officer.unit_id, reference=reference).exists()
    if officer.unit is None or is_closed:
        raise workflow.NotAllowed(f"open a request in case {reference}")
    return Case.objects.create(unit=officer.unit, reference=reference, title=reference)


def _record(verb: Verb, mla: MLARequest, officer: Officer, **detail: object) -> None:
    check_runs.order_check(mla)
    audit.record(verb, actor=officer, reference=mla.reference, **detail)
