"""Who may know of a case: it can be restricted to named members, and never to nobody; every change is
recorded.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from requests_app import audit, permissions
from requests_app.audit import Verb
from requests_app.models import Case, CaseMember, MLARequest, Officer
from requests_app.workflow import NotAllowed


class LastKeeper(Exception):
    """A restricted case would be left without a member who may add others. `cases` says how many would."""

    def __init__(self, cases: int) -> None:
        super().__init__(f"{cases} restricted cases would be left to nobody.")
        self.cases = cases


@transaction.atomic
def restrict(case: Case, officer: Officer, *, reason: str) -> None:
    """Restrict the case to its members. Whoever does so becomes a member, so that there is always one."""
    locked = _locked(case, officer)
    if locked.restricted:
        return
    _keep_member(locked, officer, member=officer, reason="", until=None)
    locked.restricted, locked.restricted_reason = True, reason
    locked.save(update_fields=["restricted", "restricted_reason"])
    audit.record(Verb.CASE_RESTRICTED, actor=officer, case=case.pk)


@transaction.atomic
def open_to_unit(case: Case, officer: Officer) -> None:
    """Open the case to all of its unit again. Members stay: those of other units still need it."""
    locked = _locked(case, officer)
    if not locked.restricted:
        return
    locked.restricted, locked.restricted_reason = False, ""
    locked.save(update_fields=["restricted", "restricted_reason"])
    audit.record(Verb.CASE_OPENED, actor=officer, case=case.pk)


@transaction.atomic
def add_member(
    case: Case, officer: Officer, *, member: Officer, reason: str, until: dt.date | None
) -> None:
    """Add a member, or give one another last day. Raises LastKeeper."""
    locked = _locked(case, officer)
    if not permissions.is_caseworker(member):
        raise NotAllowed("make somebody a member who works on no request")
    _keep_member(locked, officer, member=member, reason=reason, until=until)
    _refuse_nobody(Case.objects.filter(pk=locked.pk))


@transaction.atomic
def remove_member(case: Case, officer: Officer, *, member: int) -> None:
    """Remove a member; a second click finds nothing to do. Raises LastKeeper."""
    locked = _locked(case, officer)
    found = CaseMember.objects.filter(case=locked, officer=member).select_related("officer").first()
    if found is None:
        return
    found.delete()
    _refuse_nobody(Case.objects.filter(pk=locked.pk))
    _record(Verb.MEMBER_REMOVED, locked, officer, found.officer)


def refuse_orphans(officer: Officer) -> None:
    """Refuse, in the same transaction, a change of an account that leaves a restricted case without a
    keeper. Raises LastKeeper.
    """
    theirs = CaseMember.objects.filter(officer=officer).values("case")
    cases = Case.objects.filter(restricted=True, pk__in=theirs)
    list(cases.order_by("pk").select_for_update().values("pk"))
    _refuse_nobody(cases)


def _locked(case: Case, officer: Officer) -> Case:
    """Return the locked case, so that two members who remove each other do so one after the other."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if not permissions.may_restrict(officer, locked):
        raise NotAllowed("say who may know of this case")
    return locked


def _keep_member(
    case: Case, officer: Officer, *, member: Officer, reason: str, until: dt.date | None
) -> None:
    values = {"reason": reason, "until": until, "granted_by": officer, "granted_at": timezone.now()}
    CaseMember.objects.update_or_create(case=case, officer=member, defaults=values)
    _record(Verb.MEMBER_ADDED, case, officer, member)


def _record(verb: Verb, case: Case, officer: Officer, member: Officer) -> None:
    audit.record(verb, actor=officer, case=case.pk, officer=member.get_username())


def _keepers() -> "QuerySet[CaseMember]":
    """Return the members without a last day who may add others, by the rule of
    `permissions.may_restrict`.
    """
    first = MLARequest.objects.filter(case=OuterRef("case")).order_by("pk").values("author")[:1]
    lasting = CaseMember.objects.filter(
        until__isnull=True, officer__is_active=True, officer__role__in=permissions.CASEWORKERS
    )
    return lasting.filter(Q(officer__role=Officer.Role.SUPERVISOR) | Q(officer=Subquery(first)))


def _refuse_nobody(cases: "QuerySet[Case]") -> None:
    kept = Exists(_keepers().filter(case=OuterRef("pk")))
    left = cases.filter(restricted=True).exclude(kept).count()
    if left:
        raise LastKeeper(left)
