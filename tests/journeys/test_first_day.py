"""From an empty production database to the first request that is sent, as docs/deployment.md tells it.

Commands and processes are read out of the document, so that it cannot say anything else than what works.
"""

import os
import re
import secrets
import shlex
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import violations
from tests.cast import PASSWORD
from tests.fault.services import Program, Valkey, wait_until
from tests.journeys import procedure
from tests.journeys.drafter import Drafter

pytestmark = pytest.mark.journey

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "deployment.md").read_text()
COMMAND = re.compile(r"^ {4}\.venv/bin/python (manage\.py .+)$", re.MULTILINE)
PROCESS = re.compile(r"^\| `mla-\w+` \| `(.+)` \|$", re.MULTILINE)
VARIABLE = re.compile(r"`([A-Z_]{4,})`")
# Set for the tests, and by the tests of browsers.
OF_TESTS = ("DEMO", "DJANGO_ALLOW_ASYNC_UNSAFE")
FIRST = "a first password on paper"


def commands(name: str) -> list[str]:
    """The lines of the document that call this command of manage.py, in their order."""
    found = [line for line in COMMAND.findall(DOCUMENT) if line.split()[1] == name]
    assert found, f"the document does not call {name}"
    return found


class Installation:
    """A portal in production, with an environment of its own and nothing in its database."""

    def __init__(self, home: Path, database: str, broker: str) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.own = {
            "PRODUCTION": "true",
            "SECRET_KEY": secrets.token_urlsafe(64),
            "AUDIT_KEY": secrets.token_urlsafe(64),
            "ALLOWED_HOSTS": "localhost",
            "CSRF_TRUSTED_ORIGINS": self.url,
            "DATABASE_URL": database,
            "REDIS_URL": broker,
            "VAR_DIR": str(home),
            "EMAIL_URL": "dummymail://",
            "TIME_ZONE": "UTC",
            "LANGUAGE_CODE": "en",
            "HOME_STATE": "NOR",
        }
        self.environ = {key: value for key, value in os.environ.items() if key not in OF_TESTS} | self.own
        self.programs = [
            Program(self.words(line), self.environ, home / f"{number}.log")
            for number, line in enumerate(PROCESS.findall(DOCUMENT))
        ]

    def words(self, line: str) -> str:
        """The line of a process, on the port and in the directory of the test."""
        line = line.removeprefix("python ").replace("--port 8000", f"--port {self.port}")
        line = line.replace("var/run", str(self.home))
        return line if line.startswith("manage.py") else f"-m {line}"

    def manage(self, line: str) -> str:
        done = subprocess.run(
            [sys.executable, *shlex.split(line)],
            env=self.environ,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    def is_healthy(self) -> bool:
        asked = urllib.request.Request(f"{self.url}/healthz", headers={"X-Forwarded-Proto": "https"})
        try:
            with urllib.request.urlopen(asked) as answer:
                return answer.status == 200
        except OSError:
            return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def empty_database() -> Iterator[str]:
    """Made by the statement of the document, under a name of its own; the role of the tests owns it."""
    name = f"first_day_{secrets.token_hex(4)}"
    (statement,) = re.findall(r"^ {4}(CREATE DATABASE .+;)$", DOCUMENT, re.MULTILINE)
    own = os.environ["DATABASE_URL"]
    connection = psycopg2.connect(own)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("portal OWNER portal", name))
        yield urlunsplit(urlsplit(own)._replace(path=f"/{name}"))
        # Not by force, which the role may not use on a worker of the server that tidies up in there.
        cursor.execute(f"DROP DATABASE {name}")
    connection.close()


@pytest.fixture
def broker(tmp_path_factory) -> Iterator[str]:
    valkey = Valkey(tmp_path_factory.mktemp("v"))
    valkey.start()
    yield valkey.url
    valkey.kill()


@pytest.fixture
def installation(empty_database, broker, tmp_path) -> Iterator[Installation]:
    """Installed and started: nothing in it but the law."""
    found = Installation(tmp_path, empty_database, broker)
    for name in ("check", "migrate", "load_treaties", "collectstatic"):
        for line in commands(name):
            found.manage(line)
    for program in found.programs:
        program.start()
    try:
        wait_until(found.is_healthy, what="all four processes of the document are well")
        yield found
    finally:
        for program in found.programs:
            program.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Behind a proxy that ends TLS: what it adds to a request is added here."""
    context = browser.new_context(extra_http_headers={"X-Forwarded-Proto": "https"})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


class Newcomer(Drafter):
    """Somebody who has never been here."""

    def fill(self, **answers: str) -> None:
        form = self.page.locator("main form.p-write-form").first
        self.answer_all(form, {name: [value] for name, value in answers.items()})
        self.look()

    def look(self) -> None:
        assert violations(self.page) == [], self.page.url

    def enrol(self, link: str) -> None:
        self.page.goto(link)
        self.fill(new_password1=PASSWORD, new_password2=PASSWORD)
        self.press("Set the password")

    def come_for_the_first_time(self, username: str) -> None:
        """With the password of the administrator, which opens nothing but the page to change it."""
        self.page.context.clear_cookies()
        self.open("/sign-in/")
        form = self.page.locator("main form").first
        self.answer(form, "username", username)
        self.answer(form, "password", FIRST)
        self.press("Sign in")
        self.open("/requests/")
        assert urlsplit(self.page.url).path == "/password/"
        self.fill(old_password=FIRST, new_password1=PASSWORD, new_password2=PASSWORD)
        self.press("Change the password")

    def do_next(self, step: str) -> None:
        """What the first page of an administrator says comes next."""
        self.open("/")
        self.look()
        self.page.get_by_role("link", name=step).click()

    def make_officer(self, step: str, username: str, role: str) -> None:
        self.do_next(step)
        form = self.page.locator("main form.p-write-form")
        form.locator("[name=unit]").select_option(label="Computer crime")
        given, family = username.title().split(".")
        self.fill(username=username, first_name=given, last_name=family, role=role, password=FIRST)
        self.press("Open the account")


def test_the_document_names_no_variable_that_the_test_does_without(tmp_path):
    table = DOCUMENT.partition("| Variable |")[2].partition("\n\n")[0]

    named = {name for line in table.splitlines() for name in VARIABLE.findall(line.partition(" | ")[0])}

    assert named == set(Installation(tmp_path, "", "").own)


def test_the_first_day_ends_with_a_request_that_is_sent(installation, page):
    links = [
        re.findall(r"^http\S+/enrol/\S+$", installation.manage(line), re.MULTILINE)[0]
        for line in commands("create_administrator")
    ]
    (to_import,) = commands("import_request")
    drafter, supervisor = to_import.split()[-1], "astrid.eksempel"
    officer = Newcomer(page, installation.url)
    for link in links:
        officer.enrol(link)
    officer.sign_in(commands("create_administrator")[0].split()[2])
    officer.do_next("Make a unit")
    officer.fill(code="cyber", name="Computer crime", signatory_name="K. Specimen", zone="Europe/Oslo")
    officer.press("Save")
    officer.make_officer("Make a drafter", drafter, "drafter")
    officer.make_officer("Make a supervisor, who approves", supervisor, "supervisor")
    officer.open("/")
    assert not page.get_by_role("heading", name="What comes next").count()

    officer.come_for_the_first_time(drafter)
    reference = installation.manage(to_import).strip()
    procedure.submit(officer, reference, nothing)
    officer.come_for_the_first_time(supervisor)
    procedure.decide(officer, reference, "approve", "", nothing)
    assert procedure.download(officer, reference, nothing).startswith(b"%PDF")
    procedure.dispatch(officer, reference, nothing)

    officer.open(f"/requests/{reference}/")
    assert page.locator("main").get_by_text("Recorded the dispatch").count()
    installation.manage("manage.py verify_audit")


def nothing(_name: str) -> None:
    """Pages of the procedure are looked at in other journeys."""
