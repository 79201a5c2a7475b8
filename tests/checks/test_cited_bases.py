"""A basis that does not bind both States on the day is found; silence of the data denies nothing."""

import dataclasses
from datetime import date

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis, Measure, Snapshot
from tests.checks.rules import TODAY, example
from treaties.spec import Answer, CitedBasis, Confidence, Verified


def cited(answer, *, certain=False, source="a register"):
    return CitedBasis(
        basis="treaty",
        name="A treaty",
        answer=answer,
        reason="One side is not bound.",
        source=source,
        confidence=Confidence.HIGH,
        is_certain=certain,
    )


def found(*cited_bases):
    lines = engine.run(Snapshot(), (), on=TODAY, setting=Setting(cited_bases))
    return [(f.requirement, f.severity.value) for f in lines if f.requirement.startswith("portal.basis-")]


BLOCKS = [("portal.basis-not-in-force", "block")]
WARNS = [("portal.basis-in-doubt", "warn")]


@pytest.mark.parametrize("answer", [Answer.NOT_IN_FORCE, Answer.NO, Answer.NOT_LISTED, Answer.NOT_KNOWN])
def test_only_what_is_certain_blocks(answer):
    assert found(cited(answer, certain=True)) == BLOCKS
    assert found(cited(answer)) == WARNS


@pytest.mark.parametrize("answer", [Answer.YES, Answer.OPEN])
def test_a_basis_that_carries_is_passed_in_silence(answer):
    assert found(cited(answer)) == []


def test_a_basis_that_was_replaced_blocks_where_that_was_read_and_is_doubted_otherwise():
    assert found(cited(Answer.REPLACED, certain=True)) == [("portal.basis-replaced", "block")]
    assert found(cited(Answer.REPLACED)) == WARNS
    assert found(cited(Answer.MAY_BE_REPLACED)) == WARNS


def test_a_basis_that_wants_a_form_is_pointed_out_and_keeps_nothing_back():
    assert found(dataclasses.replace(cited(Answer.YES), route="Use the form.")) == [
        ("portal.basis-is-no-letter", "advise")
    ]


@pytest.mark.django_db
def test_the_kinds_that_a_request_asks_for_decide_whether_its_basis_was_replaced(law):
    evidence, service = (
        asked(kind, "ecma-1959", requesting="FRA", requested="ESP")
        for kind in ("evidence_statements", "service_documents")
    )

    assert evidence == ["portal.basis-replaced"]
    assert service == []


@pytest.mark.django_db
def test_what_was_kept_may_be_asked_beside_what_replaces_it(law):
    kinds = ("evidence_statements", "service_documents")

    both = asked(kinds, "dir-2014-41", "ecma-1959", requesting="FRA", requested="ESP")
    one = asked(kinds, "ecma-1959", requesting="FRA", requested="ESP")

    assert "portal.basis-replaced" not in both
    assert "portal.basis-replaced" in one


def asked(kinds, *bases, **sides):
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    snapshot = Snapshot(
        **sides,
        bases=tuple(LegalBasis(instrument=code) for code in bases),
        measures=tuple(Measure(id=f"m{n}", kind=kind) for n, kind in enumerate(kinds)),
    )
    lines = engine.run(snapshot, (), on=DAY, setting=examining.setting_of(snapshot, DAY))
    return [
        f.requirement for f in lines if f.requirement in {"portal.basis-replaced", "portal.basis-in-doubt"}
    ]


DAY = date(2026, 11, 30)


def test_a_text_that_is_not_loaded_is_advice_that_can_be_dismissed():
    assert found(cited(Answer.TEXT_NOT_LOADED)) == [("portal.basis-not-read", "advise")]


def test_the_finding_cites_what_the_data_say_of_that_basis():
    lines = engine.run(
        Snapshot(), (), on=TODAY, setting=Setting((cited(Answer.NOT_IN_FORCE, certain=True),))
    )

    line = next(f for f in lines if f.requirement == "portal.basis-not-in-force")

    assert (line.section, line.field) == ("basis", "bases")
    assert line.message.startswith("A treaty: One side is not bound.")
    assert [(c.instrument, c.source, c.verified) for c in line.citations] == [
        ("treaty", "a register", Verified.TEXT)
    ]


def test_each_basis_has_a_line_of_its_own():
    two = (cited(Answer.NOT_KNOWN), replace_basis(cited(Answer.NOT_KNOWN), "other"))

    assert found(*two) == WARNS * 2


def replace_basis(given, basis):
    return CitedBasis(**{name: getattr(given, name) for name in given.__slots__} | {"basis": basis})


def of_bases(snapshot, on=TODAY):
    lines = examining.report(snapshot, on).findings
    return [(f.requirement, f.severity.value) for f in lines if f.requirement.startswith("portal.basis-")]


def citing(instrument, requesting="NOR", requested="GBR"):
    bases = (LegalBasis(instrument=instrument),)
    return replace(example("s1-preservation"), bases=bases, requesting=requesting, requested=requested)


def test_a_treaty_before_its_day_blocks_and_on_it_does_not(law):
    """Norway was bound by the Budapest Convention from 1 October 2006."""
    assert of_bases(citing("budapest"), date(2006, 9, 30)) == BLOCKS
    assert of_bases(citing("budapest", "NOR", "EST"), date(2006, 10, 1)) == []


def test_a_state_on_which_the_data_are_silent_is_doubted_and_not_denied(law):
    assert of_bases(citing("budapest", "NOR", "IND")) == WARNS


def test_who_has_only_signed_may_have_consented_since(law):
    assert {severity for _, severity in of_bases(citing("budapest-2ap"))} <= {"warn"}


def test_an_instrument_that_nobody_knows_is_doubted(law):
    assert of_bases(citing("no-such-treaty")) == WARNS


def test_the_rules_have_another_digest_when_a_basis_stands_otherwise(law):
    then, now = (examining.examine(citing("budapest"), day) for day in (date(2006, 9, 30), TODAY))

    assert then.rules_digest != now.rules_digest
