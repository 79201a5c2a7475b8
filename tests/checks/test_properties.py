"""What holds for every request that the schema admits, sensible or not."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from requests_app.checks import engine, library, translation, wording
from requests_app.checks.setting import Setting
from requests_app.content.fields import HOMES, SECTIONS
from requests_app.content.snapshot import Snapshot
from tests.checks.generated import snapshots
from tests.checks.rules import TODAY, example, rule
from treaties.spec import Answer, CitedBasis, Confidence, Level, Refusal

KINDS = ("preservation", "content_data_stored", "realtime_traffic", "video_hearing", "bank_info")
EVERY_FIELD = tuple(rule(name, code=f"every.{name}", attachment=True) for name in HOMES)
EVERY_KIND = tuple(
    rule(name, code=f"{kind}.{name}", applies_to=(kind,), level=level)
    for kind in KINDS
    for name, level in zip(HOMES, [*Level] * len(HOMES), strict=False)
)
PARAMS = {
    "years": 4,
    "any_of": ("transnational",),
    "languages": ["en"],
    "routes": ["diplomatic"],
    "days": 30,
    "shown": ["fact", "day", "source", "relevance"],
    "ground": "speech",
    "not_articles": ["1"],
}
EVERY_CHECK = tuple(
    rule("language", "facts", code=name, check=name, params=PARAMS) for name in library.CHECKS
)
SETTING = Setting(
    tuple(
        CitedBasis(
            basis=f"{answer}-{certain}",
            name="a treaty",
            answer=answer,
            reason="For a reason.",
            source="a register",
            confidence=Confidence.HIGH,
            is_certain=certain,
        )
        for answer in Answer
        for certain in (True, False)
    ),
    tuple(
        Refusal(ground=name, nature="optional", text="A ground.", citation=rule("facts").citation)
        for ground in wording.grounds().values()
        for name in ground.grounds
    ),
)
EVERY_RULE = EVERY_FIELD + EVERY_KIND + EVERY_CHECK
TEXT_FIELDS = ("purpose", "necessity", "other", "title")

thorough = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@thorough
@given(snapshot=snapshots(), on=st.dates())
def test_nothing_raises_and_every_rule_can_be_evaluated(snapshot, on):
    found = engine.run(snapshot, EVERY_RULE, on=on, setting=SETTING)

    assert [f.message for f in found if f.section == "law"] == []


@thorough
@given(snapshot=snapshots())
def test_equal_values_in_give_equal_values_out(snapshot):
    once, again = (engine.report(snapshot, EVERY_RULE, on=TODAY) for _ in range(2))

    assert once == again


@thorough
@given(snapshot=snapshots())
def test_every_finding_leads_to_a_section_and_to_an_item_that_exists(snapshot):
    lists = [value for value in asdict(snapshot).values() if isinstance(value, tuple)]
    ids = {item.id for items in lists for item in items if hasattr(item, "id")}

    for finding in engine.run(snapshot, EVERY_RULE, on=TODAY):
        assert finding.section in (*SECTIONS, translation.SECTION)
        assert finding.field
        assert finding.item == "" or finding.item in ids


@thorough
@given(snapshot=snapshots(), name=st.sampled_from(TEXT_FIELDS), text=st.text(max_size=10))
def test_filling_a_text_never_adds_a_line_that_is_not_answered(snapshot, name, text):
    empty = replace(snapshot, **{name: ""})
    filled = replace(snapshot, **{name: text})

    assert _unanswered(filled) <= _unanswered(empty)


@thorough
@given(data=st.data())
def test_taking_an_answer_away_never_takes_a_finding_away(data):
    snapshot = example("s5-proceeds")
    part = data.draw(
        st.sampled_from(["scope", "authority", "proceedings", "procedure", "channel", "signature"])
    )
    names = [
        n
        for n, v in asdict(getattr(snapshot, part)).items()
        if isinstance(v, str) and n != "request_status"
    ]
    name = data.draw(st.sampled_from(names))
    bare = replace(snapshot, **{part: replace(getattr(snapshot, part), **{name: ""})})

    assert _unanswered(snapshot) <= _unanswered(bare)


def _unanswered(snapshot: Snapshot) -> set[tuple[str, str, str]]:
    return {
        (f.draft_field, f.field, f.item)
        for f in engine.run(snapshot, EVERY_FIELD, on=TODAY)
        if f.draft_field
    }


def test_a_day_at_the_ends_of_the_calendar_does_no_harm():
    for on in (date.min, date.max):
        assert engine.run(example("s1-follow-up"), EVERY_RULE, on=on)
