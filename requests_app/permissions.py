"""Who may do what: one function for each question.

What an officer may not see does not exist for them: callers answer with the same 404 as for something
that is missing.
"""

from requests_app.models import Case, CaseMember, MLARequest, Officer, RequestEditor
from requests_app.models.case import CaseQuerySet
from requests_app.models.request import MLARequestQuerySet

CASEWORKERS = frozenset({Officer.Role.DRAFTER, Officer.Role.SUPERVISOR})


def is_caseworker(officer: Officer) -> bool:
    return officer.is_active and officer.role in CASEWORKERS


def is_supervisor(officer: Officer) -> bool:
    return officer.is_active and officer.role == Officer.Role.SUPERVISOR


def may_create(officer: Officer) -> bool:
    return is_caseworker(officer) and officer.unit_id is not None


def visible_to(officer: Officer) -> MLARequestQuerySet:
    """Return the requests whose text the officer may read."""
    if not is_caseworker(officer):
        return MLARequest.objects.none()
    return MLARequest.objects.of_case_open_to(officer)


def cases_open_to(officer: Officer) -> CaseQuerySet:
    """Return the cases whose requests the officer may read."""
    return Case.objects.open_to(officer) if is_caseworker(officer) else Case.objects.none()


def may_see(officer: Officer, mla: MLARequest) -> bool:
    """Whether the officer may read this request, by the rule of `visible_to`."""
    if not is_caseworker(officer):
        return False
    case = mla.case
    if case.unit_id == officer.unit_id and not case.restricted:
        return True
    return CaseMember.objects.current().filter(case=case, officer=officer).exists()


def may_restrict(officer: Officer, case: Case) -> bool:
    """Who owns the case, having opened it by its first request, or a supervisor; and may see it."""
    if not cases_open_to(officer).filter(pk=case.pk).exists():
        return False
    first = MLARequest.objects.filter(case=case).order_by("pk").first()
    return is_supervisor(officer) or (first is not None and is_author(officer, first))


def may_edit(officer: Officer, mla: MLARequest) -> bool:
    return mla.state == MLARequest.State.DRAFT and may_see(officer, mla)


def is_author(officer: Officer, mla: MLARequest) -> bool:
    return mla.author_id == officer.pk


def has_words_in(officer: Officer, mla: MLARequest) -> bool:
    """Words of the officer that still stand, whoever has read and returned them since."""
    return RequestEditor.objects.filter(request=mla, officer=officer, stands=True).exists()


def may_take_back(officer: Officer, mla: MLARequest) -> bool:
    return may_see(officer, mla) and (is_author(officer, mla) or has_words_in(officer, mla))


def is_independent_reviewer(officer: Officer, mla: MLARequest) -> bool:
    """Four eyes: a supervisor who is not the author and none of whose words stand in the text.

    To return is to decide as well: whoever wrote takes the text back, and gives no reasons to oneself.
    """
    return (
        is_supervisor(officer)
        and not is_author(officer, mla)
        and may_see(officer, mla)
        and not has_words_in(officer, mla)
    )


def may_reopen(officer: Officer, mla: MLARequest) -> bool:
    """An approval is withdrawn by whoever gave it, or by another one who could have given it."""
    gave_it = mla.approved_by_id == officer.pk and may_see(officer, mla)
    return gave_it or is_independent_reviewer(officer, mla)


def may_dismiss(officer: Officer, mla: MLARequest) -> bool:
    """Advice and matters of style are the drafter's to judge, while there is a draft."""
    return may_edit(officer, mla)


def may_waive(officer: Officer, mla: MLARequest) -> bool:
    """Before the approval, so that whoever approves has seen it, and never on a text of one's own."""
    before_approval = mla.state in (MLARequest.State.DRAFT, MLARequest.State.IN_REVIEW)
    return before_approval and is_independent_reviewer(officer, mla)


# What two officers without a supervisor may ask for: data are kept, and only the path is disclosed.
KINDS_OF_AN_EMERGENCY = frozenset({"preservation", "preserved_traffic_disclosure"})


def may_confirm_emergency(officer: Officer, mla: MLARequest) -> bool:
    """Four eyes of the night: any caseworker who may see it, and neither wrote nor changed it (ADR 9)."""
    return (
        mla.is_emergency
        and may_see(officer, mla)
        and not is_author(officer, mla)
        and not has_words_in(officer, mla)
        and {measure.kind for measure in mla.measure_set.all()} <= KINDS_OF_AN_EMERGENCY
    )


def may_send(officer: Officer, mla: MLARequest) -> bool:
    return may_see(officer, mla)


def may_record(officer: Officer, mla: MLARequest) -> bool:
    """What the other side has said of a request, by whoever works on the case."""
    return may_see(officer, mla)


def may_withdraw(officer: Officer, mla: MLARequest) -> bool:
    return may_see(officer, mla) and (is_author(officer, mla) or is_supervisor(officer))


def may_recall(officer: Officer, mla: MLARequest) -> bool:
    """Nobody withdraws what has left by a click: the letter that says so has left as well."""
    letters = MLARequest.objects.filter(
        parent=mla, request_status="withdrawal", state=MLARequest.State.SENT
    )
    return may_see(officer, mla) and letters.exists()


def may_see_history(officer: Officer, mla: MLARequest) -> bool:
    return may_read_audit(officer) or may_see(officer, mla)


def may_manage_officers(officer: Officer) -> bool:
    return officer.is_active and officer.role == Officer.Role.ADMINISTRATOR


def may_keep_register(officer: Officer) -> bool:
    """Providers are known to the officers who write to them."""
    return is_caseworker(officer)


def may_curate_law(officer: Officer) -> bool:
    return officer.is_active and officer.role == Officer.Role.ADMINISTRATOR


def may_read_audit(officer: Officer) -> bool:
    return officer.is_active and officer.role == Officer.Role.AUDITOR
