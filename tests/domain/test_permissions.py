"""Who may see and change what: the cast, one question at a time."""

import pytest

from requests_app import permissions
from requests_app.models import CaseMember, MLARequest, Officer, RequestEditor

State = MLARequest.State


@pytest.fixture
def cast(drafter, colleague, supervisor, outsider, administrator, auditor):
    return {
        "drafter": drafter,
        "colleague": colleague,
        "supervisor": supervisor,
        "outsider": outsider,
        "administrator": administrator,
        "auditor": auditor,
    }


def who(question, cast, mla):
    return {name for name, officer in cast.items() if question(officer, mla)}


def test_the_text_is_open_to_caseworkers_of_the_unit(cast, mla):
    assert who(permissions.may_see, cast, mla) == {"drafter", "colleague", "supervisor"}


def test_the_list_follows_the_same_rule_as_the_request(cast, mla):
    listed = {name for name, officer in cast.items() if mla in permissions.visible_to(officer)}

    assert listed == who(permissions.may_see, cast, mla)


def test_a_restricted_case_is_open_to_its_members_only(cast, mla, supervisor, colleague):
    mla.case.restricted = True
    mla.case.save()
    CaseMember.objects.create(case=mla.case, officer=colleague, reason="Assigned", granted_by=supervisor)

    assert who(permissions.may_see, cast, mla) == {"colleague"}
    assert {name for name, officer in cast.items() if mla in permissions.visible_to(officer)} == {
        "colleague"
    }


def test_a_member_of_another_unit_sees_the_case(cast, mla, outsider, supervisor):
    CaseMember.objects.create(case=mla.case, officer=outsider, reason="Second", granted_by=supervisor)

    assert permissions.may_see(outsider, mla)
    assert list(permissions.visible_to(outsider)) == [mla]


def test_membership_gives_an_administrator_or_auditor_no_content(
    cast, mla, administrator, auditor, supervisor
):
    for officer in (administrator, auditor):
        CaseMember.objects.create(case=mla.case, officer=officer, reason="Mistake", granted_by=supervisor)

    assert who(permissions.may_see, cast, mla) == {"drafter", "colleague", "supervisor"}
    assert not permissions.visible_to(administrator).exists()


def test_a_suspended_officer_sees_nothing(mla, drafter):
    drafter.is_active = False

    assert not permissions.may_see(drafter, mla)
    assert not permissions.visible_to(drafter).exists()


def test_an_officer_without_a_unit_sees_nothing_and_starts_nothing(mla, drafter):
    drafter.unit = None

    assert not permissions.may_see(drafter, mla)
    assert not permissions.may_create(drafter)


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_only_a_draft_may_be_edited(mla, drafter, state):
    assert permissions.may_edit(drafter, mla)

    mla.state = state

    assert not permissions.may_edit(drafter, mla)


def test_only_an_independent_supervisor_reviews(cast, mla):
    assert who(permissions.is_independent_reviewer, cast, mla) == {"supervisor"}


def test_a_supervisor_with_words_in_the_text_decides_nothing_on_it(cast, mla, supervisor):
    RequestEditor.objects.create(request=mla, officer=supervisor)

    assert who(permissions.is_independent_reviewer, cast, mla) == set()
    assert who(permissions.may_reopen, cast, mla) == set()
    assert who(permissions.may_take_back, cast, mla) == {"drafter", "supervisor"}


def test_a_supervisor_whose_words_are_gone_is_independent(cast, mla, supervisor):
    RequestEditor.objects.create(request=mla, officer=supervisor, stands=False)

    assert who(permissions.is_independent_reviewer, cast, mla) == {"supervisor"}


def test_whoever_gave_an_approval_may_withdraw_it(cast, mla, colleague):
    mla.approved_by = colleague

    assert who(permissions.may_reopen, cast, mla) == {"colleague", "supervisor"}


def test_an_author_who_became_supervisor_stays_the_author(cast, mla, drafter):
    drafter.role = Officer.Role.SUPERVISOR
    drafter.save()

    assert not permissions.is_independent_reviewer(drafter, mla)
    assert not permissions.may_reopen(drafter, mla)


def test_the_author_and_editors_take_back(cast, mla, colleague):
    RequestEditor.objects.create(request=mla, officer=colleague)

    assert who(permissions.may_take_back, cast, mla) == {"drafter", "colleague"}


def test_histories_are_open_to_the_auditor_and_to_readers_of_the_text(cast, mla):
    assert who(permissions.may_see_history, cast, mla) == {"drafter", "colleague", "supervisor", "auditor"}


def test_roles_do_what_they_are_for(cast):
    may = {
        permissions.may_create: {"drafter", "colleague", "supervisor", "outsider"},
        permissions.may_manage_officers: {"administrator"},
        permissions.may_curate_law: {"administrator"},
        permissions.may_read_audit: {"auditor"},
    }

    assert {q: {n for n, officer in cast.items() if q(officer)} for q in may} == may
