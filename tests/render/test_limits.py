"""A letter that runs on is ended, and the next one does not notice."""

import os
from pathlib import Path

import pytest

from requests_app.render import pdf
from tests.render.conftest import pages_of


def _nested(tag: str, depth: int) -> str:
    return tag * depth + "x"


SHORT = pdf.Limits(cpu=4, wall=6.0, memory=768 << 20)
BOMBS = {
    "nested flex boxes": _nested('<div style="display:flex">', 24),
    "nested blocks": _nested("<div>", 2_000),
    "many rows": "<table>" + "<tr><td>a<td>b<td>c<td>d" * 60_000,
    "a word of a megabyte": "a" * 1_000_000,
    "combining marks": "a" + "\u0301" * 100_000,
    "many small pages": '<p style="break-after:page">x' * 20_000,
    "no break and slashes": f'<p style="white-space:nowrap">{"a/" * 200_000}',
}


def processor_seconds(engine: pdf._Process) -> float:
    """What the letters that have ended took from the processor: a busy machine does not lengthen that."""
    fields = Path(f"/proc/{engine._child.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_ends_in_time_and_the_next_letter_is_made(bomb):
    engine = pdf._process()
    before = processor_seconds(engine)
    try:
        pdf.to_pdf(f"<!doctype html><body>{BOMBS[bomb]}", limits=SHORT)
    except pdf.RenderFailed as outcome:
        assert str(outcome)

    # An engine that is no more was ended by the clock, and what it took with it.
    assert not engine.alive or processor_seconds(engine) - before < SHORT.cpu + 1
    assert pages_of(pdf.to_pdf("<!doctype html><body><p>next")) == ["next"]


def test_time_and_memory_are_called_too_complex():
    with pytest.raises(pdf.TooComplex):
        pdf.to_pdf(f"<!doctype html><body>{BOMBS['nested flex boxes']}", limits=pdf.Limits(cpu=2))
    with pytest.raises(pdf.TooComplex):
        # So much time that only the memory can run out.
        pdf.to_pdf(
            "<!doctype html><body>" + "a" * (80 << 20),
            limits=pdf.Limits(memory=400 << 20, cpu=600, wall=45),
        )


def test_a_machine_that_is_too_busy_is_not_the_letters_fault():
    with pytest.raises(pdf.RenderFailed) as failure:
        pdf.to_pdf(f"<!doctype html><body>{BOMBS['nested flex boxes']}", limits=pdf.Limits(wall=0.5))

    assert not isinstance(failure.value, pdf.TooComplex)


def test_a_process_that_was_killed_is_replaced():
    pdf.to_pdf("<p>first")
    os.kill(pdf._process()._child.pid, 9)
    pdf._process()._child.wait()

    assert pages_of(pdf.to_pdf("<!doctype html><body><p>second")) == ["second"]


def test_a_process_that_dies_on_the_way_is_a_failure_that_may_heal():
    process = pdf._process()
    os.kill(process._child.pid, 9)

    with pytest.raises(pdf.RenderFailed) as failure:
        process.render("<p>x", pdf.LIMITS)
    assert not isinstance(failure.value, pdf.TooComplex)


def test_a_forked_worker_starts_a_process_of_its_own():
    pdf.to_pdf("<p>parent")
    mine = pdf._process()._child.pid

    pid = os.fork()
    if pid == 0:
        ok = (
            pdf._current is None
            and pdf.to_pdf("<p>x").startswith(b"%PDF")
            and pdf._process()._child.pid != mine
        )
        pdf.close()
        os._exit(0 if ok else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert pdf._process()._child.pid == mine


def test_the_engine_gets_no_secret_of_the_portal(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    pdf.close()
    pdf.to_pdf("<p>x")

    environment = Path(f"/proc/{pdf._process()._child.pid}/environ").read_bytes()

    assert b"canary" not in environment
    assert b"DATABASE_URL" not in environment
