"""Who has words in a text, whatever way they came in, and what the database makes of it."""

import itertools

import pytest
from django.db import IntegrityError, connection, transaction

from requests_app import casework, permissions
from requests_app.casework.carried_words import carry
from requests_app.casework.continuing import Way, Wish
from requests_app.casework.nexus_links import Ticks, face_of
from requests_app.models import DataItem, Fact, Measure, MLARequest, RequestEditor, Version

pytestmark = pytest.mark.django_db

SENTENCE = "The mailbox was used to sell the stolen goods."


def has_words(mla, officer) -> bool:
    return permissions.has_words_in(officer, mla)


def _section(mla, officer):
    casework.save_section(mla, officer, section="facts", base=9, values={"purpose": SENTENCE})


def _item(mla, officer):
    casework.save_item(
        mla, officer, section="facts", item=mla.fact_set.first(), base=99, values={"text": SENTENCE}
    )


def _added(mla, officer):
    casework.add_item(mla, officer, section="facts", text=SENTENCE)


def _measure(mla, officer):
    casework.add_item(mla, officer, section="measures")


def _removed(mla, officer):
    casework.delete_item(mla, officer, section="facts", item=mla.fact_set.first(), base=99)


def _bases(mla, officer):
    casework.choose_bases(mla, officer, base=9, bases=[("comity", "main", "")])


def _answer(mla, officer):
    casework.answer_field(mla, officer, draft_field="persons", kind="unknown", value=SENTENCE)


def _order(mla, officer):
    second = Fact.append_to(mla, text="Another.")
    casework.place_item(mla, officer, section="facts", item=second, place=1)


def _ticks(mla, officer):
    row = DataItem.objects.get(request=mla)
    tick = Ticks(
        section="data",
        faces={row.key: face_of("data", row)},
        added=frozenset(),
        removed=frozenset({("facts", "f1")}),
    )
    casework.save_links(mla, officer, ticks=[tick])


def _translation(mla, officer):
    MLARequest.objects.filter(pk=mla.pk).update(working_language="no", language="en", purpose="Bevis.")
    values = {"text:purpose": "Evidence for the case."}
    casework.save_section(mla, officer, section="facts", base=9, values=values)


def _restored(mla, officer):
    for text in ("An earlier text.", "A later text."):
        casework.save_section(mla, mla.author, section="facts", base=9, values={"purpose": text})
    oldest = Version.objects.filter(request=mla, section="facts").last()
    casework.restore(mla, officer, version=oldest, base=9)


WAYS_IN = [
    _section, _item, _added, _measure, _removed, _bases, _answer, _order, _ticks, _translation, _restored,
]  # fmt: skip


@pytest.mark.parametrize("write", WAYS_IN)
def test_whatever_somebody_writes_are_words_of_theirs(mla, colleague, drafter, write):
    write(mla, colleague)

    assert (has_words(mla, colleague), has_words(mla, drafter)) == (True, False)


@pytest.mark.parametrize("write", WAYS_IN)
def test_what_the_author_writes_needs_no_note(mla, drafter, write):
    write(mla, drafter)

    assert not RequestEditor.objects.exists()


def test_every_change_of_a_text_says_whose_words_it_makes(mla, colleague):
    """Rows of each kind, each of their columns: what is not noted would be words of nobody."""
    for section, model in casework.drafting.ITEMS.items():
        item = casework.add_item(mla, mla.author, section=section)
        for name in casework.versions.columns_of(model):
            if model._meta.get_field(name).get_internal_type() != "TextField":
                continue
            casework.save_item(
                mla, colleague, section=section, item=item, base=10**6, values={name: SENTENCE}
            )
            place = RequestEditor.objects.filter(section=section, item=item.key, field=name, stands=True)
            assert place.exists(), (section, name)


# --- free again ---------------------------------------------------------------------------------------


def test_what_is_set_back_is_nobodys(mla, colleague):
    _section(mla, colleague)
    casework.save_section(mla, colleague, section="facts", base=9, values={"purpose": ""})

    assert not has_words(mla, colleague)


def test_a_sentence_of_somebody_else_replaces_them(mla, colleague, drafter):
    _section(mla, colleague)
    casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": "To learn who paid."})

    assert not has_words(mla, colleague)


def test_a_comma_of_somebody_else_replaces_nothing(mla, colleague, drafter):
    _section(mla, colleague)
    comma = SENTENCE.replace("used", "used,")
    casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": comma})

    assert has_words(mla, colleague)


def test_words_that_are_brought_back_stand_again(mla, colleague, drafter, supervisor):
    _section(mla, colleague)
    casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": "Other."})
    casework.save_section(mla, supervisor, section="facts", base=9, values={"purpose": SENTENCE})

    assert (has_words(mla, colleague), has_words(mla, supervisor)) == (True, True)


def test_words_go_with_the_row_and_come_back_with_it(mla, colleague, drafter):
    _item(mla, colleague)
    casework.delete_item(mla, drafter, section="facts", item=mla.fact_set.first(), base=99)
    gone = has_words(mla, colleague)
    version = Version.objects.filter(request=mla, section="facts", removed=True).get()
    casework.restore(mla, drafter, version=version, base=99)

    assert (gone, has_words(mla, colleague)) == (False, True)


def test_a_row_that_was_added_and_removed_leaves_nothing(mla, colleague):
    row = casework.add_item(mla, colleague, section="facts", text=SENTENCE)
    casework.delete_item(mla, colleague, section="facts", item=row, base=99)

    assert not has_words(mla, colleague)


def test_a_removed_row_stands_out_until_it_is_back(mla, colleague, drafter):
    _removed(mla, colleague)
    version = Version.objects.filter(request=mla, section="facts", removed=True).get()
    casework.restore(mla, drafter, version=version, base=99)

    assert not has_words(mla, colleague)


def test_words_that_were_merged_or_pruned_among_the_versions_stand_all_the_same(mla, colleague, drafter):
    _section(mla, colleague)
    Version.objects.filter(request=mla).delete()

    assert has_words(mla, colleague)


# --- carried over -------------------------------------------------------------------------------------


def copy_of(mla, officer, *parts):
    return casework.go_on(mla, officer, Way.COPY, Wish(carry=frozenset(parts)))


def test_words_come_along_with_the_part_that_holds_them(mla, colleague, supervisor):
    _item(mla, supervisor)

    with_facts, without = (copy_of(mla, colleague, part) for part in ("facts", "persons"))

    assert (has_words(with_facts, supervisor), has_words(without, supervisor)) == (True, False)


def test_the_author_of_the_earlier_request_has_words_in_what_was_carried(mla, colleague, drafter):
    carried, empty = copy_of(mla, colleague, "facts"), copy_of(mla, colleague)

    assert (has_words(carried, drafter), has_words(empty, drafter)) == (True, False)


def test_words_are_carried_on_from_copy_to_copy(mla, colleague, drafter, supervisor):
    _item(mla, supervisor)
    second = copy_of(copy_of(mla, drafter, "facts"), colleague, "facts")

    assert (has_words(second, supervisor), has_words(second, drafter)) == (True, True)


def test_measures_are_numbered_anew_so_that_words_in_them_stand_for_good(mla, supervisor):
    measure = Measure.objects.get(request=mla)
    values = {"description": SENTENCE}
    casework.save_item(mla, supervisor, section="measures", item=measure, base=99, values=values)
    copied = copy_of(mla, mla.author)
    Measure.append_to(copied, kind="preservation")
    carry(mla, copied, {"measures"})
    casework.save_item(
        copied,
        mla.author,
        section="measures",
        item=copied.measure_set.get(),
        base=99,
        values={"description": "Other."},
    )

    assert has_words(copied, supervisor)


# --- plain SQL ----------------------------------------------------------------------------------------


def refused(statement: str, *values: object) -> bool:
    connection.check_constraints()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM requests_app_requesteditor",
        "TRUNCATE requests_app_requesteditor",
        "UPDATE requests_app_requesteditor SET stands = false",
        "UPDATE requests_app_requesteditor SET officer_id = officer_id + 1",
        "UPDATE requests_app_requesteditor SET field = 'other'",
        "UPDATE requests_app_requesteditor SET found = put",
        "UPDATE requests_app_requesteditor SET revision = 0",
    ],
)
def test_the_database_forgets_no_editor(mla, colleague, statement):
    _section(mla, colleague)

    assert refused(statement)


def test_the_database_lets_no_editor_approve_and_those_whose_words_are_gone(mla, colleague, drafter):
    approve = (
        "UPDATE requests_app_mlarequest"
        " SET state = 'approved', approved_digest = repeat('d', 64), approved_by_id = %s WHERE id = %s"
    )
    _section(mla, colleague)
    while_it_stands = refused(approve, colleague.pk, mla.pk)
    casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": "To learn who paid."})

    assert (while_it_stands, refused(approve, colleague.pk, mla.pk)) == (True, False)


def test_one_note_is_enough_however_often_two_write_in_turn(mla, colleague, drafter):
    for officer, number in itertools.product((colleague, drafter), range(3)):
        casework.save_section(
            mla, officer, section="facts", base=99, values={"purpose": f"Text {officer} {number}"}
        )

    assert RequestEditor.objects.filter(officer=colleague).count() == 1
