"""HTML to PDF in a process that may be killed. Linux only: memory files and limits come from the
kernel.

A letter that takes too much time or memory ends as `TooComplex`, whatever it contains; the next
letter gets a fresh process. Only the exit code comes back, never a text of the engine.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from django.conf import settings

from requests_app.render.digest import TEMPLATE_DIGEST as TEMPLATE_DIGEST
from requests_app.sandbox import DONE, TOO_COMPLEX

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_START = 30.0
ASSETS: Path = settings.BASE_DIR / "static" / "letter"
FONTS: Path = settings.BASE_DIR / "static" / "fonts" / "print"


class RenderFailed(Exception):
    """The engine could not make the letter; trying again may help."""


class TooComplex(RenderFailed):
    """The letter needs more time or memory than a letter may have; trying again will not help."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one letter: bytes of memory and of the file, seconds of processor time and of the
    clock.

    A hostile letter uses up processor time; the clock alone runs out only where the machine itself is
    overloaded.
    """

    memory: int = 1 << 30
    size: int = 64 << 20
    cpu: int = 20
    wall: float = 60.0


LIMITS = Limits()
# Measured with bench/schedule.py on a busy machine of two cores: 5,000 rows take 76 s of the processor,
# 140 s of the clock and 1.1 GB. Here is twice that and more; the limit of the task follows (tasks.py).
MEMORY_OF_A_ROW = 256 << 10
CPU_OF_A_ROW = 0.04
WALL_OF_A_ROW = 0.06


def limits_for(rows: int) -> Limits:
    """Return the limits, raised for each row of a long schedule by the measured cost of a row.

    Everything else keeps the limits of a letter, so that a hostile letter gains nothing.
    """
    return Limits(
        memory=LIMITS.memory + rows * MEMORY_OF_A_ROW,
        size=LIMITS.size,
        cpu=LIMITS.cpu + int(rows * CPU_OF_A_ROW),
        wall=LIMITS.wall + rows * WALL_OF_A_ROW,
    )


def to_pdf(html: str, *, limits: Limits = LIMITS) -> bytes:
    """Return the PDF, which takes its title, language and date from the document."""
    with _lock:
        return _process().render(html, limits)


class _Process:
    """The child process and the socket to it. It is never shared between processes: a fork starts its
    own.
    """

    def __init__(self) -> None:
        self.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._child = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "requests_app.render.child",
                    str(theirs.fileno()),
                    str(ASSETS),
                    str(FONTS),
                ],
                pass_fds=(theirs.fileno(),),
                cwd=settings.BASE_DIR,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            self._answer(_START)
        except OSError as broken:
            self.stop()
            raise RenderFailed(
                "The PDF engine does not start: see the log for the missing library."
            ) from broken

    @property
    def alive(self) -> bool:
        return self._child.poll() is None

    def render(self, html: str, limits: Limits) -> bytes:
        source, target = os.memfd_create("letter"), os.memfd_create("pdf")
        try:
            with open(source, "wb", closefd=False) as file:
                file.write(html.encode())
            order = json.dumps({"memory": limits.memory, "cpu": limits.cpu, "size": limits.size})
            socket.send_fds(self.channel, [order.encode()], [source, target])
            _judge(self._answer(limits.wall)["status"])
            return os.pread(target, os.fstat(target).st_size, 0)
        except TimeoutError:
            self.stop()
            raise RenderFailed("The machine was too busy to render the letter.") from None
        except OSError as broken:
            self.stop()
            raise RenderFailed("The rendering process ended unexpectedly.") from broken
        finally:
            os.close(source)
            os.close(target)

    def _answer(self, seconds: float) -> dict[str, int]:
        self.channel.settimeout(seconds)
        message = self.channel.recv(4096)
        if not message:
            raise BrokenPipeError("closed")
        answer: dict[str, int] = json.loads(message)
        return answer

    def stop(self) -> None:
        """Kill the whole session, because the fork that hangs is a child of the child."""
        self.channel.close()
        if self.alive:
            os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait()


def _judge(status: int) -> None:
    if status == DONE:
        return
    if status in (TOO_COMPLEX, -signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ):
        raise TooComplex("The letter needs more time or memory than a letter may have.")
    raise RenderFailed(f"The engine ended with status {status}.")


def _environment() -> dict[str, str]:
    """Return the environment of the engine: no secret of the portal, and only our fonts."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "FONTCONFIG_FILE": str(_font_configuration())}


def _font_configuration() -> Path:
    """Return the font configuration; raise for a missing folder, because Pango would end the process."""
    if not any(FONTS.glob("*.ttf")):
        raise RenderFailed(f"There are no fonts in {FONTS}.")
    home = settings.VAR_DIR / "fontconfig"
    home.mkdir(parents=True, exist_ok=True)
    text = _FONTCONFIG.format(fonts=escape(str(FONTS)), cache=escape(str(home)))
    file: Path = home / "fonts.conf"
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return file


_lock = threading.Lock()
_current: _Process | None = None


def _process() -> _Process:
    global _current
    if _current is None or not _current.alive:
        _current = _Process()
    return _current


def _forget() -> None:
    """Forget the parent's process after a fork, which must neither use nor stop it."""
    global _current, _lock
    _lock = threading.Lock()
    if _current is not None:
        _current.channel.close()
        _current = None


@atexit.register
def close() -> None:
    """End the rendering process; the next letter starts another one."""
    global _current
    if _current is not None:
        _current.stop()
        _current = None


os.register_at_fork(after_in_child=_forget)
