"""The embedded PostgreSQL: created, started and stopped with PostgreSQL's own programs.

The Python interface of its wheel is not used: it adds a system user and opens parent directories to
all.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from script.runtime.housing import Housing
from script.runtime.say import CannotGoOn, say

ROLE = "portal"
# Tests forge and cut the audit chain to see it found out, which the portal itself must not be able to do.
TEST_ROLE = "portal_test"
DATABASE = "mla_portal"
LOCALE = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
# A log that quotes failed statements, or the keys of a violated constraint, would hold what was typed.
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '"{sockets}"'
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
log_min_error_statement = panic
log_error_verbosity = terse
"""


@dataclass(frozen=True)
class Postgres:
    """The embedded PostgreSQL of one checkout."""

    programs: Path
    housing: Housing
    role: str = ROLE

    @property
    def data(self) -> Path:
        return self.housing.home / "postgres"

    @property
    def url(self) -> str:
        return f"postgres://{self.role}@/{DATABASE}?host={quote(str(self.housing.sockets), safe='/')}"

    def is_running(self) -> bool:
        return self._succeeds("pg_isready", "--quiet", *self._connection)

    def start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._create_cluster()
        self._check_version()
        self._write_settings()
        self._forget_a_dead_server()
        log = self.housing.home / "log" / "postgres.log"
        self._run("pg_ctl", "--pgdata", str(self.data), "--log", str(log), "--wait", "--silent", "start")
        self._ensure_database()

    def stop(self) -> None:
        self._run("pg_ctl", "--pgdata", str(self.data), "--mode", "fast", "--wait", "--silent", "stop")

    def _create_cluster(self) -> None:
        """Create the cluster beside its place and move it there, so that half a cluster is never used."""
        say("making a database for this checkout")
        partial = self.data.with_name("postgres.partial")
        shutil.rmtree(partial, ignore_errors=True)
        self.housing.give(partial)
        access = ("--username=postgres", "--auth=trust")
        self._run("initdb", "--pgdata", str(partial), *access, *LOCALE, "--no-instructions")
        with (partial / "postgresql.conf").open("a") as file:
            file.write("include 'portal.conf'\n")
        partial.rename(self.data)

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        version = self._run("postgres", "--version").split()[2]
        if version.partition(".")[0] != made_by:
            raise CannotGoOn(
                f"{self.data} was made by PostgreSQL {made_by} and this is {version}: "
                "move the data with pg_dump (docs/operations.md), or delete the directory to start empty."
            )

    def _write_settings(self) -> None:
        sockets = str(self.housing.sockets).replace("'", "''")
        (self.data / "portal.conf").write_text(SETTINGS.format(sockets=sockets))

    def _forget_a_dead_server(self) -> None:
        """Remove lock files of a dead server: after a crash another process may have the id that they
        name.
        """
        for lock in (self.data / "postmaster.pid", self.housing.sockets / ".s.PGSQL.5432.lock"):
            if lock.exists() and not _is_postgres(lock.read_text().partition("\n")[0]):
                lock.unlink()

    def _ensure_database(self) -> None:
        found = self._query(
            "SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles"
        ).split()
        for role in {ROLE, TEST_ROLE}.difference(found):
            self._query(f"CREATE ROLE {role} LOGIN CREATEDB")
        self._query(f"GRANT SET ON PARAMETER session_replication_role TO {TEST_ROLE}")
        if DATABASE not in found:
            self._query(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def _query(self, statement: str) -> str:
        return self._run("psql", *self._connection, "--no-psqlrc", "-qtAc", statement, "postgres")

    @property
    def _connection(self) -> tuple[str, ...]:
        return ("--host", str(self.housing.sockets), "--username", "postgres")

    def _succeeds(self, program: str, *arguments: str) -> bool:
        command = [str(self.programs / program), *arguments]
        done = subprocess.run(command, check=False, capture_output=True, **self.housing.spawning)
        return done.returncode == 0

    def _run(self, program: str, *arguments: str) -> str:
        """Run a program with its output in a file: the server that pg_ctl leaves behind would keep a
        pipe open.
        """
        transcript = self.housing.home / "log" / "commands.log"
        with transcript.open("w+") as file:
            done = subprocess.run(
                [str(self.programs / program), *arguments],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                **self.housing.spawning,
            )
            file.seek(0)
            output = file.read()
        if done.returncode:
            last = output.strip().splitlines()[-1:] or ["no message"]
            raise CannotGoOn(f"PostgreSQL: {program} failed: {last[0]} ({transcript.parent})")
        return output


def _is_postgres(pid: str) -> bool:
    try:
        return b"postgres" in Path("/proc", pid, "cmdline").read_bytes()
    except FileNotFoundError:
        return not Path("/proc/self").exists()
