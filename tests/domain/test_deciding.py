"""Lines of the check that an officer settles: advice dismissed, and what blocks waived, with other eyes."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from requests_app import casework, snapshots, workflow
from requests_app.checks import decisions
from requests_app.checks.decisions import Kind
from requests_app.checks.findings import Severity
from requests_app.completeness import check_runs, decided, examining
from requests_app.content.snapshot import digest
from requests_app.models import AuditEvent, CheckRun, Decision, MLARequest, RequestEditor
from tests.cast import OfficerFactory

LONG = "The suspect " + "went on and " * 40 + "left."


def again(mla):
    return MLARequest.objects.get(pk=mla.pk)


def examined(mla):
    return examining.examine_request(again(mla))


def codes(findings):
    return {finding.requirement for finding in findings}


def open_line(mla, code):
    return next(f for f in examined(mla).report.findings if f.requirement == code)


def decide(mla, officer, kind, finding, reason="A fictional reason."):
    read = decisions.text_digest(snapshots.of(again(mla)), finding)
    return casework.decide(
        again(mla), officer, kind=kind, line=decisions.line_of(finding), read=read, reason=reason
    )


def write_purpose(mla, officer, text):
    draft = again(mla)
    return casework.save_section(
        draft, officer, section="facts", base=draft.revision, values={"purpose": text}
    )


@pytest.fixture
def wordy(complete_mla, drafter):
    return write_purpose(complete_mla, drafter, LONG)


@pytest.fixture
def blocked(complete_mla, drafter):
    """Complete but for things that the law of the request demands."""
    complete_mla.fact_set.all().delete()
    draft = casework.save_section(
        complete_mla,
        drafter,
        section="measures",
        base=complete_mla.revision,
        values={"necessity": ""},
    )
    assert len(examined(draft).report.must_fix) > 1
    return draft


def waive_all(mla, officer):
    return [decide(mla, officer, Kind.WAIVER, finding) for finding in examined(mla).report.must_fix]


def test_a_dismissed_line_stays_dismissed_for_its_text_and_is_back_with_another(wordy, drafter):
    decision = decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))

    settled = examined(wordy)
    write_purpose(wordy, drafter, LONG.replace("suspect", "witness"))
    other_text = examined(wordy)
    write_purpose(wordy, drafter, LONG)
    same_text = examined(wordy)

    assert "portal.long-sentence" not in codes(settled.report.findings)
    assert [(s.finding.requirement, s.decision.pk) for s in settled.settled] == [
        ("portal.long-sentence", decision.pk)
    ]
    assert "portal.long-sentence" in codes(other_text.report.findings)
    assert "portal.long-sentence" not in codes(same_text.report.findings)


def test_a_change_elsewhere_does_not_bring_a_dismissed_line_back(wordy, drafter):
    decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))
    draft = again(wordy)

    casework.save_section(
        draft, drafter, section="facts", base=draft.revision, values={"title": "Another title"}
    )

    assert "portal.long-sentence" not in codes(examined(wordy).report.findings)


def test_what_was_dismissed_can_be_taken_back_and_stays_on_record(wordy, drafter, colleague):
    decision = decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))

    casework.take_back_decision(wordy, colleague, decision)
    casework.take_back_decision(wordy, drafter, decision)

    decision.refresh_from_db()
    assert "portal.long-sentence" in codes(examined(wordy).report.findings)
    assert (decision.officer, decision.taken_back_by) == (drafter, colleague)
    verbs = list(AuditEvent.objects.order_by("seq").values_list("verb", "actor_name"))[-2:]
    assert verbs == [("finding.dismissed", "drafter"), ("decision.taken_back", "colleague")]


def test_a_second_click_decides_once(wordy, drafter):
    line = open_line(wordy, "portal.long-sentence")

    first, second = (
        decide(wordy, drafter, Kind.DISMISSAL, line),
        decide(wordy, drafter, Kind.DISMISSAL, line),
    )

    assert first == second
    assert Decision.objects.count() == 1


def test_a_dismissal_makes_nobody_an_editor(wordy, supervisor, drafter):
    decide(wordy, supervisor, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))

    assert not RequestEditor.objects.filter(request=wordy, officer=supervisor).exists()
    assert again(wordy).revision == wordy.revision


def test_what_the_law_demands_cannot_be_dismissed(blocked, drafter):
    with pytest.raises(casework.NotOpen):
        decide(blocked, drafter, Kind.DISMISSAL, examined(blocked).report.must_fix[0])


@pytest.mark.parametrize("severity", [Severity.ASK, Severity.WARN])
def test_a_question_or_a_warning_of_the_law_is_answered_and_not_dismissed(mla, law, drafter, severity):
    on_law = [f for f in examined(mla).report.findings if f.severity is severity]
    on_law = [f for f in on_law if not f.requirement.startswith("portal.")]

    assert on_law
    assert not any(decisions.may_be_dismissed(finding) for finding in on_law)


def test_advice_cannot_be_waived(wordy, supervisor):
    with pytest.raises(casework.NotOpen):
        decide(wordy, supervisor, Kind.WAIVER, open_line(wordy, "portal.long-sentence"))


def test_a_text_that_changed_meanwhile_is_read_again_first(wordy, drafter):
    line = open_line(wordy, "portal.long-sentence")

    with pytest.raises(workflow.Stale):
        casework.decide(
            wordy, drafter, kind=Kind.DISMISSAL, line=decisions.line_of(line), read="0" * 64, reason="So."
        )
    assert not Decision.objects.exists()


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_no_decision_without_a_reason(wordy, drafter, reason):
    with pytest.raises(ValueError, match="reason"):
        decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"), reason=reason)


def test_a_waived_request_passes_each_gate_and_the_waiver_is_in_the_evidence(blocked, drafter, supervisor):
    waivers = [decision.pk for decision in waive_all(blocked, supervisor)]

    submitted = casework.submit(again(blocked), drafter)
    casework.approve(submitted, supervisor, digest=submitted.submitted_digest, waivers=waivers)

    runs = CheckRun.objects.exclude(gate="save").order_by("pk")
    kept = [[line["decision"]["pk"] for line in run.settled] for run in runs]
    assert [run.gate for run in runs] == ["submit", "approve"]
    assert [sorted(pks) for pks in kept] == [waivers, waivers]
    assert runs[0].settled[0]["decision"]["by"] == "Supervisor Fictional"
    told = AuditEvent.objects.filter(verb__in=["request.submit", "request.approve"])
    assert [event.detail["waivers"] for event in told] == [waivers, waivers]


def test_the_gate_holds_while_one_of_the_lines_is_not_waived(blocked, drafter, supervisor):
    first, *others = examined(blocked).report.must_fix
    assert others
    decide(blocked, supervisor, Kind.WAIVER, first)

    with pytest.raises(workflow.NotReady) as refusal:
        casework.submit(again(blocked), drafter)

    assert codes(refusal.value.findings) == codes(others)


def test_an_approval_that_did_not_show_the_waiver_is_refused(blocked, drafter, supervisor):
    waivers = [decision.pk for decision in waive_all(blocked, supervisor)]
    submitted = casework.submit(again(blocked), drafter)

    for shown in ([], waivers[1:]):
        with pytest.raises(workflow.Stale):
            casework.approve(submitted, supervisor, digest=submitted.submitted_digest, waivers=shown)
    assert again(blocked).state == "in_review"


def test_nobody_waives_in_a_text_of_their_own(blocked, drafter, colleague, supervisor, unit):
    finding = examined(blocked).report.must_fix[0]
    author = OfficerFactory(username="author", unit=unit, role="supervisor")
    MLARequest.objects.filter(pk=blocked.pk).update(author=author)
    RequestEditor.objects.create(request=blocked, officer=supervisor)

    for officer in (drafter, colleague, author, supervisor):
        with pytest.raises(workflow.NotAllowed):
            decide(blocked, officer, Kind.WAIVER, finding)
    assert not Decision.objects.exists()


def test_the_waiver_of_somebody_who_then_writes_counts_for_nothing(blocked, supervisor, drafter):
    waive_all(blocked, supervisor)
    assert not examined(blocked).report.is_blocked

    write_purpose(blocked, supervisor, "To prove the offence in court.")

    assert examined(blocked).report.is_blocked
    with pytest.raises(workflow.NotReady):
        casework.submit(again(blocked), drafter)


def test_a_waiver_is_neither_given_nor_taken_back_after_the_approval(blocked, drafter, supervisor):
    waivers = waive_all(blocked, supervisor)
    submitted = casework.submit(again(blocked), drafter)
    pks = [waiver.pk for waiver in waivers]
    casework.approve(submitted, supervisor, digest=submitted.submitted_digest, waivers=pks)

    with pytest.raises(workflow.NotAllowed):
        casework.take_back_decision(again(blocked), supervisor, waivers[0])
    with pytest.raises(workflow.NotAllowed):
        casework.decide(
            again(blocked),
            supervisor,
            kind=Kind.WAIVER,
            line=waivers[0].line,
            read=waivers[0].text_digest,
            reason="Once more.",
        )


def test_a_waiver_lapses_when_a_rule_behind_the_line_changes(blocked, supervisor):
    waive_all(blocked, supervisor)
    examination = examined(blocked)
    lines = [s.finding for s in examination.settled]
    changed = [
        replace(rule, message="Another demand.") if rule.code == lines[0].requirement else rule
        for rule in examining.every_rule(examination.rules)
    ]

    before = [decisions.rules_digest(examining.every_rule(examination.rules), line) for line in lines]
    after = [decisions.rules_digest(changed, line) for line in lines]

    assert before[0] != after[0]
    Decision.objects.exclude(line=decisions.line_of(lines[0])).delete()
    waiver = decided.of(blocked)[0]
    fresh = examining.report(examination.snapshot)
    still_open, settled = decisions.apply(fresh, [waiver], snapshot=examination.snapshot, rules=changed)
    assert settled == ()
    assert still_open.is_blocked


def test_a_waiver_says_when_the_text_at_its_place_has_changed(blocked, supervisor, drafter):
    waive_all(blocked, supervisor)
    draft = again(blocked)
    casework.save_section(
        draft, drafter, section="measures", base=draft.revision, values={"preservation_provider": "Other"}
    )

    changed = {line.finding.section: line.changed for line in examined(blocked).settled}

    assert changed == {"measures": True, "facts": False, "data": False}


def test_the_database_refuses_a_waiver_without_other_eyes(blocked, drafter, supervisor):
    RequestEditor.objects.create(request=blocked, officer=supervisor)
    values = {
        "request": blocked,
        "kind": "waiver",
        "line": "x",
        "rule": "x",
        "section": "facts",
        "message": "x",
        "text_digest": "0",
        "rules_digest": "0",
        "reason": "x",
    }

    for officer in (drafter, supervisor):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(officer=officer, **values)
    Decision.objects.create(officer=drafter, **{**values, "kind": "dismissal"})


def test_the_database_keeps_a_decision_as_it_was(wordy, drafter):
    decision = decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))

    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(reason="Another reason.")


def test_the_numbers_of_the_lists_are_made_again(wordy, drafter):
    CheckRun.objects.filter(request=wordy).update(
        status="done", finished_at=timezone.now() - dt.timedelta(1)
    )

    decide(wordy, drafter, Kind.DISMISSAL, open_line(wordy, "portal.long-sentence"))

    run = CheckRun.objects.get(request=wordy, revision=wordy.revision)
    assert run.status == "queued"
    run.status, run.fence = "running", 1
    run.save()
    check_runs.run_check(run)
    run.refresh_from_db()
    assert [line["requirement"] for line in run.settled] == ["portal.long-sentence"]
    assert digest(snapshots.of(again(wordy))) == run.snapshot_digest
