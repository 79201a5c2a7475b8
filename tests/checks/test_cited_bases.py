"""A basis that does not bind both States on the day is found; silence of the data denies nothing."""

from datetime import date

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis, Snapshot
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
