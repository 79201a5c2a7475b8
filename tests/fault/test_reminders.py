"""A worker is killed between the mail and the mark, and two beats run at once: each mail leaves once."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from requests_app import casework
from requests_app.models import MLARequest, Reminder
from tests import database
from tests.cast import OfficerFactory
from tests.fault.services import PATIENCE_SECONDS, wait_until

pytestmark = pytest.mark.fault

REMIND = (
    "import django; django.setup(); from requests_app.preservation import reminders; reminders.remind()"
)


class Server:
    """A mail server of the test's own. Told so, it takes a mail and never says that it has."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.mails: list[str] = []
        self.silent = False
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self._talk, args=(client,), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        lines = client.makefile("rw", encoding="utf-8")

        def say(text: str) -> None:
            lines.write(f"{text}\r\n")
            lines.flush()

        say("220 fictional.example.org")
        for line in lines:
            word = line.split(" ")[0].strip().upper()
            if word == "DATA":
                say("354 go on")
                self.mails.append("".join(iter(lines.readline, ".\n")))
                if self.silent:
                    return
                say("250 taken")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 fictional.example.org")


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    yield found
    found.listener.close()


@pytest.fixture
def running(requests_of) -> MLARequest:
    author, (mla,) = requests_of(1)
    author.email = "drafter@example.org"
    author.save()
    MLARequest.objects.filter(pk=mla.pk).update(
        state="sent", approved_digest="0" * 64, approved_by=OfficerFactory(unit=author.unit)
    )
    today = dt.date.today()
    casework.confirm_preservation(
        MLARequest.objects.get(pk=mla.pk),
        author,
        confirmed_on=today,
        stated_until=today + dt.timedelta(days=7),
    )
    return mla


@pytest.fixture
def beat(server) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """A run of the reminders in a process of its own; none outlives its test."""
    begun: list[subprocess.Popen[bytes]] = []
    environ = {
        **os.environ,
        "DATABASE_URL": database.url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
        "DJANGO_SETTINGS_MODULE": "mla_portal.settings",
    }

    def begin() -> subprocess.Popen[bytes]:
        begun.append(subprocess.Popen([sys.executable, "-c", REMIND], env=environ))
        return begun[-1]

    yield begin
    for process in begun:
        process.kill()
        process.wait()


def test_two_beats_at_once_send_one_mail(running, server, beat):
    both = [beat(), beat()]

    assert [one.wait(timeout=PATIENCE_SECONDS) for one in both] == [0, 0]
    assert (len(server.mails), Reminder.objects.get().status) == (1, "sent")


def test_a_worker_killed_between_mail_and_mark_sends_nothing_twice(running, server, beat):
    server.silent = True
    first = beat()
    wait_until(lambda: bool(server.mails), what="the mail has left")
    first.send_signal(signal.SIGKILL)
    first.wait()
    server.silent = False

    assert beat().wait(timeout=PATIENCE_SECONDS) == 0

    assert (len(server.mails), Reminder.objects.get().status) == (1, "claimed")
