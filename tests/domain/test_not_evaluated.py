"""A rule that could not be evaluated reaches those who can mend it."""

import pytest
from django.core.management import CommandError, call_command

from requests_app.checks import library
from requests_app.completeness import check_runs, examining
from requests_app.models import CheckRun
from tests.cast import MLARequestFactory


@pytest.fixture
def mla(law, drafter):
    return MLARequestFactory(author=drafter)


def kept(mla):
    return check_runs.keep(mla, CheckRun.Gate.SUBMIT, examining.examine_request(mla))


def test_nothing_is_listed_while_every_rule_works(mla, capsys):
    kept(mla)

    call_command("rules_not_evaluated")

    assert (check_runs.not_evaluated(), capsys.readouterr().out) == ({}, "Every rule was evaluated.\n")


def test_a_broken_check_is_listed_with_its_rules_and_the_request(mla, monkeypatch, capsys):
    def broken(*_arguments):
        raise LookupError

    monkeypatch.setitem(library.CHECKS, "answered", broken)
    kept(mla)
    kept(mla)

    with pytest.raises(CommandError, match="could not be evaluated"):
        call_command("rules_not_evaluated")

    found = check_runs.not_evaluated()
    assert found
    assert {tuple(references) for references in found.values()} == {(mla.reference,)}
    assert all(f"{code}: {mla.reference}" in capsys.readouterr().out for code in list(found)[:1])
