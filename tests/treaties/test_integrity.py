"""A file that is wrong is refused whole, with file, key and reason, and the database stays as it was."""

import re

import pytest

from requests_app.checks.library import CHECKS, CONDITIONS
from treaties import checks, integrity, loader, models, shipped
from treaties.shipped import BadData


def spoil(path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


FAULTS = {
    "a resumption of what was not suspended": (
        "participations/nl-hk-2002.toml",
        'action = "suspension"',
        'action = "resumption"',
        r"participations/nl-hk-2002.toml: acts\[2\]: HKG: a resumption does not follow",
    ),
    "a suspension without its day": (
        "participations/nl-hk-2002.toml",
        'action = "suspension", on = 2020-11-10',
        'action = "suspension"',
        r"participations/nl-hk-2002.toml: acts\[2\]: HKG: a suspension needs its day",
    ),
    "a replacement of itself": (
        "instruments/coe-198.toml",
        'instruments = ["coe-141"]',
        'instruments = ["coe-198"]',
        r'instruments/coe-198.toml: replaces.instruments: "coe-198" is not known',
    ),
    "a replacement for a kind that does not exist": (
        "instruments/eu-2000.toml",
        'kinds = ["service_by_post"]',
        'kinds = ["service_by_pigeon"]',
        r'instruments/eu-2000.toml: replaces.kinds: "service_by_pigeon" is not known',
    ),
    "a scheme that obliges": (
        "instruments/harare-scheme.toml",
        "no_duty = true",
        "no_duty = false",
        r"instruments/harare-scheme.toml: kind: a scheme has no_duty and a membership, and no parties",
    ),
    "a territory of a territory": (
        "states.toml",
        'kind = "territory", part_of = "NLD"',
        'kind = "territory", part_of = "HKG"',
        r"states.toml: ABW: only a territory is part of a State, and of a State only",
    ),
    "unknown key": (
        "instruments/budapest.toml",
        'level = "mandatory"',
        'level = "mandatory"\nmandatory = true',
        r"instruments/budapest.toml: requirement\[0\]: .*unknown field `mandatory`",
    ),
    "unknown level": (
        "instruments/untoc.toml",
        'level = "mandatory"',
        'level = "must"',
        r"instruments/untoc.toml: requirement\[0\]\.level: Invalid enum value 'must'",
    ),
    "unknown check": (
        "states/usa.toml",
        'check = "penalty_at_least"',
        'check = "penalty_above"',
        r'states/usa.toml: requirement\[\d\]\.check: "penalty_above" is not known',
    ),
    "check without its parameter": (
        "states/usa.toml",
        "params = { years = 1.002 }",
        "params = { year = 1.002 }",
        r'states/usa.toml: requirement\[\d\]\.params: check "penalty_at_least" needs "years"',
    ),
    "unknown condition": (
        "states/usa.toml",
        "when = { notification_barred = true }",
        "when = { user_told = true }",
        r'states/usa.toml: requirement\[\d\]\.when: "user_told" is not known',
    ),
    "missing provision": (
        "instruments/budapest.toml",
        'provision = "29(2)(a)"',
        'provision = "92(2)(a)"',
        r'instruments/budapest.toml: requirement\[0\]\.provision: "92" is not among the provisions',
    ),
    "unknown kind of assistance": (
        "instruments/budapest.toml",
        'kinds = ["preservation"]',
        'kinds = ["preservaton"]',
        r'instruments/budapest.toml: requirement\[0\]\.kinds: "preservaton" is not known',
    ),
    "unknown draft field": (
        "instruments/budapest.toml",
        'fields = ["requesting_authority"]',
        'fields = ["asking_authority"]',
        r'instruments/budapest.toml: requirement\[0\]\.fields: "asking_authority" is not known',
    ),
    "wrong ISO code": (
        "participations/budapest.toml",
        'state = "ALB", action = "signature"',
        'state = "ALX", action = "signature"',
        r'participations/budapest.toml: acts\[0\]\.state: "ALX" is no State of states.toml',
    ),
    "code of another form": (
        "participations/budapest.toml",
        'state = "ALB", action = "signature"',
        'state = "al", action = "signature"',
        r"participations/budapest.toml: acts\[0\]\.state: Expected `str` matching regex",
    ),
    "overlapping periods": (
        "participations/budapest.toml",
        "acts = [",
        'acts = [\n  { state = "ALB", action = "accession", on = 2001-01-01, source = "s1" },',
        r"participations/budapest.toml: acts\[\d\]: ALB is bound already: the periods overlap",
    ),
    "a rule that ends before it begins": (
        "instruments/untoc.toml",
        'level = "mandatory"',
        'level = "mandatory"\nsince = 2020-01-01\nuntil = 2019-01-01',
        r"instruments/untoc.toml: requirement\[0\]: begins on 2020-01-01, after it ends on 2019-01-01",
    ),
    "a source that nobody named": (
        "participations/untoc.toml",
        'source = "s1"',
        'source = "s99"',
        r'participations/untoc.toml: acts.source: "s99" is not known',
    ),
    "the same id twice": (
        "instruments/untoc.toml",
        'id = "untoc-18-15-b"',
        'id = "untoc-18-15-a"',
        r'instruments and states: requirement: "untoc-18-15-a" stands there 2 times',
    ),
    "a protocol to nothing": (
        "instruments/ecma-2ap-2001.toml",
        'supplements = "ecma-1959"',
        'supplements = "ecma-1957"',
        r'instruments/ecma-2ap-2001.toml: supplements: "ecma-1957" is not known',
    ),
    "a kind in a group that is not there": (
        "vocabulary.toml",
        'group = "electronic"',
        'group = "electronics"',
        r'vocabulary.toml: kind\[0\]\.group: "electronics" is not known',
    ),
    "not TOML": (
        "vocabulary.toml",
        "groups = [",
        "groups = [[",
        r"vocabulary.toml: is not readable as TOML: .*line \d+",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_file_is_refused_with_file_key_and_reason(fault, data):
    name, old, new, message = FAULTS[fault]
    spoil(data / name, old, new)

    with pytest.raises(BadData) as refusal:
        problems = integrity.problems(shipped.read(data))
        raise BadData(problems)

    assert re.search(message, str(refusal.value)), str(refusal.value)


@pytest.mark.django_db
def test_a_bad_file_leaves_the_database_as_it_was(data):
    loader.load()
    before = list(models.Requirement.objects.values())
    spoil(data / "instruments/budapest.toml", "Name the authority that asks", "Say who asks")
    spoil(data / "states/usa.toml", 'check = "penalty_at_least"', 'check = "penalty_above"')

    with pytest.raises(BadData):
        loader.load(data)

    assert list(models.Requirement.objects.values()) == before


@pytest.mark.django_db
def test_a_fault_found_while_writing_leaves_the_database_empty(data, monkeypatch):
    def broken(report):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(loader, "_record", broken)

    with pytest.raises(RuntimeError):
        loader.load(data)

    assert models.State.objects.count() == 0


def test_a_missing_file_is_named(data):
    (data / "authorities.toml").unlink()

    with pytest.raises(BadData, match=r"authorities.toml: the file is missing"):
        shipped.read(data)


def test_the_law_names_exactly_the_checks_and_conditions_that_there_are():
    assert set(checks.CHECKS) == set(CHECKS)
    assert set(CONDITIONS) == checks.CONDITIONS
