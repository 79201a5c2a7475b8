import subprocess
import sys
from pathlib import Path

from script.runtime import locks

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from script.runtime import locks
held = locks.share(Path(sys.argv[2]))
print('held', flush=True)
sys.stdin.read()
"""
HOLD_UNTIL_TOLD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from script.runtime import locks
with locks.only_one(Path(sys.argv[2])) as held:
    print('held', flush=True)
    sys.stdin.readline()
    held.leave()
    print('leaving', flush=True)
    sys.stdin.readline()
"""
COME = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from script.runtime import locks
with locks.only_one(Path(sys.argv[2])) as held:
    print('took it' if held else 'gave up', flush=True)
"""


def test_only_one_holds_the_lock_at_a_time(tmp_path):
    path = tmp_path / "lock"

    with locks.only_one(path) as first, locks.only_one(path) as second:
        assert (first is None, second is None) == (False, True)
    with locks.only_one(path) as third:
        assert third is not None


def test_whoever_comes_while_the_holder_is_leaving_waits_and_says_for_what(tmp_path):
    path = tmp_path / "lock"
    holder = started(HOLD_UNTIL_TOLD, path)
    assert holder.stdout.readline() == "held\n"
    tell(holder, "leave")
    assert holder.stdout.readline() == "leaving\n"

    comer = started(COME, path)
    assert comer.stderr.readline() == "-- waiting for the other to end\n"
    tell(holder, "end")

    assert (comer.communicate(timeout=120)[0], holder.wait(timeout=120)) == ("took it\n", 0)


def test_whoever_waited_for_one_that_left_does_not_wait_for_the_next(tmp_path):
    path = tmp_path / "lock"
    path.write_text(locks.LEAVING)

    with locks.only_one(path) as first, locks.only_one(path) as second:
        assert (first is None, second is None, path.read_text()) == (False, True, "")


def test_a_lock_with_users_is_free_when_the_last_has_left(tmp_path):
    path = tmp_path / "lock"
    one, two = locks.share(path), locks.share(path)

    one.close()
    assert not locks.is_free(path)
    two.close()
    assert locks.is_free(path)


def test_a_killed_user_is_not_counted(tmp_path):
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ROOT), str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    assert not locks.is_free(path)

    holder.kill()
    holder.communicate()

    assert locks.is_free(path)


def started(program: str, path: Path) -> subprocess.Popen[str]:
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([sys.executable, "-c", program, str(ROOT), str(path)], text=True, **pipes)


def tell(process: subprocess.Popen[str], word: str) -> None:
    process.stdin.write(f"{word}\n")
    process.stdin.flush()
