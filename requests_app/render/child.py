"""The process that turns letters into PDF: started once, it forks for each letter and limits the
fork.

Forking a process that has imported the engine, read the style sheet and opened the fonts saves more
than half of the time of a letter. The fork has limits, no network and no writable file, and ends
after its one letter. HTML and PDF pass through memory, so that no case text touches the disk.
"""

import json
import os
import re
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from requests_app import sandbox
from requests_app.render import coverage, engine
from requests_app.sandbox import DONE, FAILED, TOO_COMPLEX

_WARMING = '<link rel="stylesheet" href="asset:letter.css"><body class="l-letter"><p>A <em>b</em> <b>c</b>'


@dataclass(frozen=True, slots=True)
class Shop:
    """What is needed for every letter, read once."""

    assets: dict[str, bytes]
    blank: re.Pattern[str]

    def pdf(self, html: str) -> bytes:
        return engine.pdf(coverage.spelled(html, self.blank), self.assets)


def serve(channel: socket.socket, shop: Shop) -> None:
    """Print letters until the other end of the socket closes, which also happens when the parent dies."""
    shop.pdf(_WARMING)
    _be_silent()
    channel.send(b"{}")
    while True:
        message, files, _, _ = socket.recv_fds(channel, 4096, 2)
        if not message:
            return
        channel.send(json.dumps({"status": _in_a_fork(json.loads(message), files, shop)}).encode())
        for file in files:
            os.close(file)


def _be_silent() -> None:
    """Discard standard error from the first letter on, because the engine might quote the letter there."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)


def _in_a_fork(limits: dict[str, Any], files: list[int], shop: Shop) -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(_letter(limits, files, shop))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _letter(limits: dict[str, Any], files: list[int], shop: Shop) -> int:
    """Print one letter and end with an exit code: nothing that a letter says may reach a log."""
    try:
        source, target = files
        sandbox.limit(**limits)
        html = os.pread(source, os.fstat(source).st_size, 0).decode()
        sandbox.forbid()
        sandbox.write(target, shop.pdf(html))
    except (MemoryError, RecursionError):
        return TOO_COMPLEX
    except BaseException:
        return FAILED
    return DONE


def main() -> None:
    channel = socket.socket(fileno=int(sys.argv[1]))
    assets, fonts = Path(sys.argv[2]), Path(sys.argv[3])
    styles = {file.name: file.read_bytes() for file in sorted(assets.glob("letter*.css"))}
    serve(channel, Shop(styles, coverage.missing(sorted(fonts.glob("*.ttf")))))


if __name__ == "__main__":
    main()
