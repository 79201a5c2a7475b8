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


def test_only_one_holds_the_lock_at_a_time(tmp_path):
    path = tmp_path / "lock"

    with locks.only_one(path) as first, locks.only_one(path) as second:
        assert (first, second) == (True, False)
    with locks.only_one(path) as third:
        assert third


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
