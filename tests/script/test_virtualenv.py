import hashlib
import importlib.util
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from script.runtime import virtualenv
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn

ENSUREPIP = importlib.util.find_spec("ensurepip")
# Python's own, else Debian's, else what was unpacked for this very checkout because it has neither.
WHEELS = [
    *([Path(ENSUREPIP.origin).parent / "_bundled"] if ENSUREPIP else []),
    Path("/usr/share/python-wheels"),
    Path(__file__).parents[2] / "var/native/usr/share/python-wheels",
]
ELSEWHERE = {"DATABASE_URL": "postgres://portal@/portal", "REDIS_URL": "redis://localhost"}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Iterator[Checkout]:
    """One for all tests here, because making it takes seconds; its pip is from this machine."""
    made = Checkout(tmp_path_factory.mktemp("checkout"), process={})
    made.make_directories()
    write_locks(made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(virtualenv.packages, "provide", put_a_wheel_of_pip_where_debian_does)
        virtualenv.ensure(made)
        yield made


@pytest.fixture
def checkout(made) -> Checkout:
    write_locks(made)
    virtualenv.ensure(made)
    return made


def test_nothing_is_done_twice(checkout, capsys):
    virtualenv.ensure(checkout)

    assert capsys.readouterr().err == ""


def test_packages_are_installed_when_their_list_changes(checkout, capsys):
    for text in ("# one", "# one", "# two"):
        write_locks(checkout, runtime=text)
        virtualenv.ensure(checkout)

    assert capsys.readouterr().err.count("installing the Python packages of requirements.txt") == 2


def test_a_list_that_cannot_be_installed_says_why_and_is_tried_again(checkout):
    write_locks(checkout, runtime=line(checkout, "absent", there=False))

    for _ in range(2):
        with pytest.raises(CannotGoOn, match=r"(?s)pip could not install requirements\.txt.*absent"):
            virtualenv.ensure(checkout)


def test_a_package_without_a_hash_is_not_installed(checkout):
    bare = line(checkout, "bare").partition(" --hash")[0]
    write_locks(checkout, runtime=bare)

    with pytest.raises(CannotGoOn, match=r"(?i)hashes are required"):
        virtualenv.ensure(checkout)

    assert "bare" not in installed(checkout)


def test_a_file_with_other_contents_than_the_lock_says_is_not_installed(checkout):
    altered = line(checkout, "altered").rpartition(":")[0] + f":{hashlib.sha256(b'other').hexdigest()}"
    write_locks(checkout, runtime=altered)

    with pytest.raises(CannotGoOn, match=r"(?s)HASH.*altered"):
        virtualenv.ensure(checkout)

    assert "altered" not in installed(checkout)


def test_a_package_that_no_lock_names_any_more_is_removed(checkout, capsys):
    write_locks(checkout, runtime=line(checkout, "former"))
    virtualenv.ensure(checkout)
    before = installed(checkout)
    write_locks(checkout, runtime=line(checkout, "Lat_ter"))

    virtualenv.ensure(checkout)

    assert ("former" in before, installed(checkout) - virtualenv.OF_THE_ENVIRONMENT) == (True, {"lat-ter"})
    assert "no lock names: former" in capsys.readouterr().err


def test_the_embedded_servers_are_installed_from_the_day_on_that_they_are_needed(checkout):
    write_locks(checkout, embedded=line(checkout, "server-program"))
    production = Checkout(checkout.root, process=ELSEWHERE)

    virtualenv.ensure(production)
    in_production = installed(checkout)
    virtualenv.ensure(Checkout(checkout.root, process={"DATABASE_URL": ELSEWHERE["DATABASE_URL"]}))

    assert ("server-program" in in_production, "server-program" in installed(checkout)) == (False, True)


def test_what_is_needed_follows_the_environment():
    here, elsewhere = Checkout(Path("/nowhere"), process={}), Checkout(Path("/nowhere"), process=ELSEWHERE)

    always = ["requirements-build.txt", "requirements.txt"]
    assert virtualenv.needed(here) == [*always, "requirements-embedded.txt"]
    assert virtualenv.needed(elsewhere) == always
    # The tests kill and freeze servers of their own, whatever the portal uses.
    assert virtualenv.needed(elsewhere, development=True) == [
        *always,
        "requirements-embedded.txt",
        "requirements-dev.txt",
    ]


def test_a_broken_one_is_made_anew_even_where_python_came_without_pip(checkout, monkeypatch, capsys):
    checkout.python.unlink()
    checkout.python.symlink_to("/nowhere/python")
    monkeypatch.setattr(virtualenv, "_has_ensurepip", lambda: False)

    virtualenv.ensure(checkout)

    assert (checkout.venv / "bin" / "pip").exists()
    assert "making a virtual environment" in capsys.readouterr().err


def put_a_wheel_of_pip_where_debian_does(_packages, *, purpose: str, unpack_to: Path) -> None:
    wheels = unpack_to / "usr/share/python-wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    wheel = next(wheel for place in WHEELS for wheel in place.glob("pip-*.whl"))
    if not (wheels / wheel.name).exists():
        (wheels / wheel.name).symlink_to(wheel)


def write_locks(checkout: Checkout, *, runtime: str = "", embedded: str = "") -> None:
    texts = {virtualenv.BUILD: "", virtualenv.RUNTIME: runtime, virtualenv.EMBEDDED: embedded}
    for name, text in texts.items():
        (checkout.root / name).write_text(f"--no-index --find-links {checkout.root}\n{text}\n")


def line(checkout: Checkout, name: str, *, there: bool = True) -> str:
    """One line of a lock, for the smallest wheel that pip takes, which is made unless it is not `there`."""
    stem = f"{name.replace('-', '_')}-1"
    wheel, info = checkout.root / f"{stem}-py3-none-any.whl", f"{stem}.dist-info"
    if there:
        with zipfile.ZipFile(wheel, "w") as file:
            file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
            file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            file.writestr(f"{info}/RECORD", f"{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    digest = hashlib.sha256(wheel.read_bytes() if there else b"").hexdigest()
    return f"{name}==1 --hash=sha256:{digest}"


def installed(checkout: Checkout) -> set[str]:
    found = (checkout.venv / "lib").glob("python3*/site-packages/*.dist-info")
    return {virtualenv.normal(path.name.partition("-")[0]) for path in found}
