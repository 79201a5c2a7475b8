"""The clock of a preservation: who says until when, what extends it, and what stops it."""

import datetime as dt

import pytest

from requests_app import casework, snapshots, workflow
from requests_app.models import AuditEvent, Confirmation, LegalBasis, MLARequest
from requests_app.preservation import deadline_clock
from tests.cast import CaseFactory, MLARequestFactory, add_content

State = MLARequest.State
DAY = dt.date(2026, 11, 20)


def sent(mla: MLARequest, by, state: str = State.SENT, **fields) -> MLARequest:
    """As it is once it has left; how it gets there is tried elsewhere."""
    MLARequest.objects.filter(pk=mla.pk).update(
        state=state, approved_digest="0" * 64, approved_by=by, **fields
    )
    return MLARequest.objects.get(pk=mla.pk)


@pytest.fixture
def preservation(db, law, mla, supervisor) -> MLARequest:
    return sent(mla, supervisor)


@pytest.fixture
def preservation_in(db, law, mla, supervisor):
    """The same request, to another State."""
    return lambda state: sent(mla, supervisor, requested=state)


def confirmed(mla: MLARequest, officer, **fields) -> Confirmation:
    return casework.confirm_preservation(mla, officer, confirmed_on=DAY, **fields)


def test_the_convention_gives_sixty_days_where_the_law_of_the_state_is_not_known(preservation, drafter):
    confirmation = confirmed(preservation, drafter, their_reference="UK-FICT-88")

    assert (confirmation.ends_on, confirmation.rule) == (
        dt.date(2027, 1, 19),
        "Budapest Convention, art 29(7)",
    )


def test_the_law_of_the_state_counts_where_it_was_read(preservation_in, drafter):
    confirmation = confirmed(preservation_in("USA"), drafter)

    assert confirmation.ends_on == DAY + dt.timedelta(days=90)
    assert "18 USC 2703(f)" in confirmation.rule


def test_a_longer_law_that_nobody_read_does_not_count(preservation_in, drafter):
    assert confirmed(preservation_in("ESP"), drafter).ends_on == DAY + dt.timedelta(days=60)


def test_a_shorter_law_counts_even_unread(preservation_in, drafter):
    assert confirmed(preservation_in("JPN"), drafter).ends_on == DAY + dt.timedelta(days=30)


def test_where_nothing_binds_and_nothing_is_known_no_day_is_made_up(preservation_in, drafter):
    confirmation = confirmed(preservation_in("IRN"), drafter)

    assert (confirmation.ends_on, confirmation.rule) == (None, "")


def test_what_the_other_side_says_wins(preservation_in, drafter):
    stated = dt.date(2026, 12, 5)

    confirmation = confirmed(preservation_in("USA"), drafter, stated_until=stated)

    assert (confirmation.ends_on, confirmation.rule) == (stated, "")


def test_a_confirmation_is_a_move_and_stands_in_the_history(preservation, drafter):
    confirmed(preservation, drafter, their_reference="UK-FICT-88")

    preservation.refresh_from_db()
    last = AuditEvent.objects.order_by("-seq").values_list("verb", "reference", "actor").first()
    assert (preservation.state, preservation.their_reference) == (State.ACKNOWLEDGED, "UK-FICT-88")
    assert last == ("request.confirm_preservation", preservation.reference, drafter.pk)


def test_a_second_click_records_nothing_twice(preservation, drafter):
    token = "5f0c6a2e-6e0f-4d0c-9c7b-7c1c6b1f2a10"

    first, second = (confirmed(preservation, drafter, token=token) for _ in range(2))

    assert (first.pk, Confirmation.objects.count()) == (second.pk, 1)


def test_the_provider_whose_data_run_out_first_counts(preservation, drafter):
    confirmed(preservation, drafter, provider="Mailhost", stated_until=dt.date(2027, 3, 1))
    confirmed(preservation, drafter, provider="Cloudhost", stated_until=dt.date(2027, 2, 1))

    assert deadline_clock.clock_of(preservation).ends_on == dt.date(2027, 2, 1)


def test_an_extension_moves_the_end(preservation, drafter, supervisor):
    confirmed(preservation, drafter, provider="Mailhost")
    extension = casework.go_on(preservation, drafter, casework.Way.EXTENSION)
    confirmed(sent(extension, supervisor), drafter, provider="Mailhost", stated_until=dt.date(2027, 3, 20))

    clock = deadline_clock.clock_of(preservation)

    assert (clock.ends_on, clock.is_running) == (dt.date(2027, 3, 20), True)


def test_a_full_request_that_has_left_holds_the_data(preservation, drafter, supervisor):
    confirmed(preservation, drafter)
    full = casework.follow_up(preservation, drafter, kinds=["content_data_stored"])
    assert deadline_clock.clock_of(preservation).is_running

    sent(full, supervisor)

    clock = deadline_clock.clock_of(preservation)
    assert (clock.held_by, clock.is_running) == (full, False)


def test_without_such_a_convention_nothing_holds_them(law, mla, drafter, supervisor):
    LegalBasis.objects.filter(request=mla).update(instrument="comity")
    preservation = sent(mla, supervisor)
    confirmed(preservation, drafter)
    sent(casework.follow_up(preservation, drafter), supervisor)

    assert deadline_clock.clock_of(preservation).is_running


def test_the_state_that_a_lead_points_to_has_a_clock_of_its_own(preservation, drafter, supervisor):
    confirmed(preservation, drafter, their_reference="UK-FICT-88")
    wish = casework.Wish(requested="ESP", kinds=["preservation"])
    lead = sent(casework.go_on(preservation, drafter, casework.Way.LEAD, wish), supervisor)
    assert deadline_clock.clock_of(lead) is None

    confirmed(lead, drafter, their_reference="ES-FICT-1", stated_until=dt.date(2026, 12, 4))

    clock = deadline_clock.clock_of(lead)
    quoted = snapshots.of(casework.follow_up(lead, drafter)).preservation
    assert (clock.preservation, clock.ends_on) == (lead, dt.date(2026, 12, 4))
    assert (quoted.reference, quoted.expires_on) == ("ES-FICT-1", dt.date(2026, 12, 4))
    assert deadline_clock.clock_of(preservation).ends_on == dt.date(2027, 1, 19)


def test_clocks_cost_the_same_for_one_and_for_three(preservation, drafter, django_assert_num_queries):
    confirmed(preservation, drafter)
    others = [
        add_content(MLARequestFactory(author=drafter, case=CaseFactory(unit=drafter.unit)))
        for _ in range(2)
    ]

    for listed in ([preservation], [preservation, *others]):
        with django_assert_num_queries(4):
            deadline_clock.clocks(listed)


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.APPROVED, State.WITHDRAWN])
def test_only_what_has_left_is_confirmed(law, mla, drafter, supervisor, state):
    with pytest.raises(workflow.NotAllowed):
        confirmed(sent(mla, supervisor, state), drafter)


def test_only_a_preservation_is_confirmed(law, mla, drafter, supervisor):
    mla.measure_set.update(kind="subscriber_info")
    preservation = sent(mla, supervisor)

    with pytest.raises(workflow.NotAllowed):
        confirmed(preservation, drafter)


def test_an_outsider_confirms_nothing(preservation, outsider):
    with pytest.raises(workflow.NotAllowed):
        confirmed(preservation, outsider)
