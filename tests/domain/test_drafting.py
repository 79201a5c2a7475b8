"""Saving a draft: what is kept, who is on record, and what happens when two officers write at once."""

import uuid

import pytest

from requests_app import audit, casework
from requests_app.casework import Conflict
from requests_app.models import AuditEvent, CheckRun, DataItem, Fact, MLARequest, RequestEditor

pytestmark = pytest.mark.django_db


def last_event() -> dict:
    event = AuditEvent.objects.last()
    return {"verb": event.verb, **event.detail}


# --- sections -----------------------------------------------------------------------------------------


def test_a_saved_section_counts_a_revision_and_leaves_the_rest_alone(mla, drafter, again):
    casework.save_section(mla, drafter, section="facts", base=0, values={"purpose": "Evidence at trial."})

    saved = again(mla)
    assert (saved.purpose, saved.title, saved.revision) == ("Evidence at trial.", mla.title, 1)
    assert saved.section_revisions == {"facts": 1}
    assert last_event() == {
        "verb": "section.saved",
        "section": "facts",
        "fields": ["purpose"],
        "revision": 1,
    }


def test_saving_the_same_again_is_no_act(mla, drafter, again):
    for _ in range(3):
        casework.save_section(mla, drafter, section="facts", base=0, values={"purpose": "Evidence."})

    assert (again(mla).revision, AuditEvent.objects.count()) == (1, 1)


def test_a_stale_save_is_refused_with_both_texts(mla, drafter, colleague, again):
    casework.save_section(mla, colleague, section="facts", base=0, values={"purpose": "Theirs."})

    with pytest.raises(Conflict) as refused:
        casework.save_section(mla, drafter, section="facts", base=0, values={"purpose": "Mine."})

    conflict = refused.value
    assert (conflict.theirs, conflict.yours) == ({"purpose": "Theirs."}, {"purpose": "Mine."})
    assert (conflict.section, conflict.item, conflict.revision) == ("facts", "", 1)
    assert again(mla).purpose == "Theirs."


def test_after_reading_theirs_mine_is_kept(mla, drafter, colleague, again):
    casework.save_section(mla, colleague, section="facts", base=0, values={"purpose": "Theirs."})

    casework.save_section(mla, drafter, section="facts", base=1, values={"purpose": "Both."})

    assert again(mla).purpose == "Both."


def test_two_officers_on_two_sections_do_not_disturb_each_other(mla, drafter, colleague, again):
    casework.save_section(mla, colleague, section="facts", base=0, values={"purpose": "Evidence."})
    casework.save_section(mla, drafter, section="procedures", base=0, values={"costs": "Ordinary."})

    assert (again(mla).purpose, again(mla).costs) == ("Evidence.", "Ordinary.")
    assert again(mla).section_revisions == {"facts": 1, "procedures": 2}


@pytest.mark.parametrize(
    "name", ["state", "author", "author_id", "approved_digest", "revision", "reference", "id"]
)
def test_a_form_cannot_reach_what_is_not_text(mla, drafter, name):
    with pytest.raises(ValueError, match="no such fields"):
        casework.save_section(mla, drafter, section="facts", base=0, values={name: "1"})


def test_whoever_changes_the_text_is_on_record_once(mla, drafter, colleague):
    for purpose in ("One.", "Two."):
        casework.save_section(mla, colleague, section="facts", base=9, values={"purpose": purpose})

    kept = RequestEditor.objects.values_list("officer__username", "field", "found", "put", "stands")
    assert list(kept) == [("colleague", "purpose", "", "Two.", True)]


def test_an_outsider_cannot_save(mla, outsider, again):
    with pytest.raises(casework.NotAllowed):
        casework.save_section(mla, outsider, section="facts", base=0, values={"purpose": "X"})

    assert (again(mla).revision, AuditEvent.objects.count()) == (0, 0)


def test_a_save_costs_a_fixed_number_of_statements(mla, drafter, django_assert_num_queries):
    casework.save_section(mla, drafter, section="facts", base=0, values={"purpose": "One."})

    with django_assert_num_queries(11):
        casework.save_section(mla, drafter, section="facts", base=1, values={"purpose": "Two."})


# --- items --------------------------------------------------------------------------------------------


def test_items_are_numbered_on(mla, drafter):
    second = casework.add_item(mla, drafter, section="facts")
    third = casework.add_item(mla, drafter, section="facts")

    assert [(item.key, item.position) for item in (second, third)] == [("f2", 2), ("f3", 3)]
    assert last_event() == {"verb": "item.added", "section": "facts", "item": "f3", "revision": 0}


def test_a_number_once_given_does_not_return(mla, drafter):
    second = casework.add_item(mla, drafter, section="facts")
    casework.add_item(mla, drafter, section="facts")
    casework.delete_item(mla, drafter, section="facts", item=second, base=9)

    assert casework.add_item(mla, drafter, section="facts").key == "f4"


def test_a_second_click_on_add_finds_the_first_row(mla, drafter):
    token = uuid.uuid4()

    first, second = (casework.add_item(mla, drafter, section="facts", token=token) for _ in range(2))

    assert (first, mla.fact_set.count()) == (second, 2)


def test_a_saved_item_keeps_the_fields_that_were_not_sent(mla, drafter):
    item = mla.dataitem_set.get()

    casework.save_item(mla, drafter, section="data", item=item, base=0, values={"port": 443})

    item.refresh_from_db()
    assert (item.port, item.identifier, item.revision) == (443, "harbour.lantern@example.org", 1)
    assert last_event()["fields"] == ["port"]


def test_a_stale_item_is_refused_with_both_texts(mla, drafter, colleague):
    item = mla.fact_set.get()
    casework.save_item(mla, colleague, section="facts", item=item, base=0, values={"text": "Theirs."})

    with pytest.raises(Conflict) as refused:
        casework.save_item(mla, drafter, section="facts", item=item, base=0, values={"text": "Mine."})

    assert (refused.value.item, refused.value.theirs) == ("f1", {"text": "Theirs."})
    assert Fact.objects.get(pk=item.pk).text == "Theirs."


def test_an_item_that_changed_is_not_removed_unseen(mla, drafter, colleague):
    item = mla.fact_set.get()
    casework.save_item(mla, colleague, section="facts", item=item, base=0, values={"text": "Theirs."})

    with pytest.raises(Conflict):
        casework.delete_item(mla, drafter, section="facts", item=item, base=0)

    assert mla.fact_set.exists()


def test_removing_twice_is_no_error(mla, drafter):
    item = mla.fact_set.get()

    for _ in range(2):
        casework.delete_item(mla, drafter, section="facts", item=item, base=0)

    assert AuditEvent.objects.filter(verb="item.deleted").count() == 1


def test_an_item_of_another_request_is_out_of_reach(mla, drafter, unit):
    from tests.cast import CaseFactory, MLARequestFactory, OfficerFactory

    other = MLARequestFactory(author=OfficerFactory(), case=CaseFactory(unit=unit))
    item = Fact.append_to(other, text="Of the other.")

    with pytest.raises(Fact.DoesNotExist):
        casework.save_item(mla, drafter, section="facts", item=item, base=9, values={"text": "X"})


@pytest.mark.parametrize("name", ["key", "request", "revision", "position", "id"])
def test_a_form_cannot_reach_what_holds_an_item_in_place(mla, drafter, name):
    item = mla.fact_set.get()

    with pytest.raises(ValueError, match="no such fields"):
        casework.save_item(mla, drafter, section="facts", item=item, base=0, values={name: 5})


def test_a_new_measure_is_of_the_kind_of_the_last(mla, drafter):
    mla.measure_set.update(kind="traffic_data_stored")

    assert casework.add_item(mla, drafter, section="measures").kind == "traffic_data_stored"


# --- bases and answers --------------------------------------------------------------------------------


def test_bases_are_replaced_as_a_whole(mla, drafter):
    chosen = [("untoc", "main", "18"), ("budapest", "additional", "31")]

    casework.choose_bases(mla, drafter, base=0, bases=chosen)
    casework.choose_bases(mla, drafter, base=0, bases=chosen)

    assert list(mla.bases.values_list("instrument", "role", "articles")) == chosen
    assert AuditEvent.objects.filter(verb="request.bases_chosen").count() == 1


def test_a_stale_choice_of_bases_is_refused(mla, drafter, colleague):
    casework.choose_bases(mla, colleague, base=0, bases=[("untoc", "main", "18")])

    with pytest.raises(Conflict) as refused:
        casework.choose_bases(mla, drafter, base=0, bases=[("comity", "main", "")])

    assert refused.value.theirs == {"bases": [("untoc", "main", "18")]}


def test_choosing_bases_does_not_make_the_page_beside_it_stale(mla, drafter, again):
    casework.choose_bases(mla, drafter, base=0, bases=[("untoc", "main", "18")])
    casework.save_section(mla, drafter, section="basis", base=0, values={"transnational": "yes"})

    assert again(mla).transnational == "yes"


def test_an_answer_is_given_changed_and_taken_back(mla, drafter):
    for value in ("Nobody is known.", "Nobody is known.", "A witness only.", ""):
        casework.answer_field(mla, drafter, draft_field="persons", kind="unknown", value=value)

    assert not mla.field_answers.exists()
    assert AuditEvent.objects.filter(verb="field.answered").count() == 3


@pytest.mark.parametrize(
    ("draft_field", "kind", "value"), [("nonsense", "unknown", "X"), ("deadline", "applicable", "maybe")]
)
def test_an_answer_to_no_question_is_refused(mla, drafter, draft_field, kind, value):
    with pytest.raises(ValueError, match=r"no field|yes or no"):
        casework.answer_field(mla, drafter, draft_field=draft_field, kind=kind, value=value)


# --- the check that follows a save --------------------------------------------------------------------


def test_a_save_orders_one_check_however_often_it_is_repeated(mla, drafter):
    for number in range(3):
        casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": f"Text {number}."})

    assert list(CheckRun.objects.values_list("revision", "status")) == [(3, "queued")]


def test_no_text_of_the_case_is_in_the_history(mla, drafter):
    item = mla.dataitem_set.get()
    casework.save_item(
        mla, drafter, section="data", item=item, base=0, values={"identifier": "canary@example.org"}
    )
    casework.save_section(
        mla, drafter, section="facts", base=0, values={"purpose": "Canary in the purpose."}
    )
    casework.answer_field(
        mla, drafter, draft_field="persons", kind="unknown", value="Canary in the answer."
    )

    history = " ".join(str(row) for row in AuditEvent.objects.values_list())

    assert "anary" not in history
    assert audit.verify().ok
    assert DataItem.objects.get().identifier == "canary@example.org"
    assert MLARequest.objects.get().purpose == "Canary in the purpose."


# --- a save whose answer was lost ---------------------------------------------------------------------


def from_page(name, mla, officer, purpose, *, base=0):
    values, sent = {"purpose": purpose}, casework.Sent(page=name)
    return casework.save_section(mla, officer, section="facts", base=base, values=values, sent=sent)


def test_a_page_to_which_an_answer_was_lost_goes_on_from_its_own_save(mla, drafter, again):
    from_page("one", mla, drafter, "Evidence.")
    from_page("one", mla, drafter, "Evidence at trial.")

    assert (again(mla).purpose, again(mla).revision) == ("Evidence at trial.", 2)


@pytest.mark.parametrize("other", ["two", ""])
def test_any_other_page_of_the_same_officer_is_as_stale_as_somebody_else(mla, drafter, again, other):
    from_page("one", mla, drafter, "Evidence.")

    with pytest.raises(Conflict):
        from_page(other, mla, drafter, "Other evidence.")

    assert again(mla).purpose == "Evidence."


def test_what_somebody_wrote_after_the_lost_answer_is_not_overwritten(mla, drafter, colleague, again):
    from_page("one", mla, drafter, "Evidence.")
    from_page("two", mla, colleague, "Theirs.", base=1)

    with pytest.raises(Conflict):
        from_page("one", mla, drafter, "Evidence at trial.")

    assert again(mla).purpose == "Theirs."


def test_an_act_that_keeps_no_version_is_not_overwritten_either(mla, drafter, again):
    from_page("one", mla, drafter, "Evidence.")
    MLARequest.objects.filter(pk=mla.pk).update(section_revisions={"facts": 5})

    with pytest.raises(Conflict):
        from_page("one", mla, drafter, "Evidence at trial.")


def test_a_row_knows_its_page_too(mla, drafter):
    row, sent = mla.fact_set.get(), casework.Sent(page="one")
    for text in ("It rained.", "It rained all day."):
        casework.save_item(
            mla, drafter, section="facts", item=row, base=0, values={"text": text}, sent=sent
        )

    row.refresh_from_db()
    assert row.text == "It rained all day."
