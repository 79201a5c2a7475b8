"""The data files of a folder, decoded strictly, with the digest of their bytes."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from treaties import files

DATA = Path(__file__).resolve().parent / "data"
File = TypeVar("File", bound=Struct)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and where: a file, the key in it and the reason."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}" if self.key else f"{self.file}: {self.reason}"


class BadData(Exception):
    """The data set is refused whole; `problems` names each file, key and reason."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Shipped:
    """Everything that the files say. The keys of the dicts are names of files, for messages."""

    digest: str
    states: files.StatesFile
    vocabulary: files.VocabularyFile
    instruments: dict[str, files.InstrumentFile]
    participations: dict[str, files.ParticipationFile]
    bilateral: files.BilateralFile
    own_law: dict[str, files.OwnLawFile]
    authorities: files.AuthoritiesFile


@dataclass(slots=True)
class _Reader:
    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def one(self, name: str, shape: type[File]) -> File | None:
        path = self.folder / name
        try:
            return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape)
        except FileNotFoundError:
            self.problems.append(Problem(name, "", "the file is missing"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.problems.append(Problem(name, "", f"is not readable as TOML: {error}"))
        except msgspec.ValidationError as error:
            reason, _, key = str(error).partition(" - at ")
            self.problems.append(Problem(name, key.strip("`").removeprefix("$."), reason))
        return None

    def many(self, name: str, shape: type[File]) -> dict[str, File]:
        found = ((path.relative_to(self.folder).as_posix(), path) for path in _sorted(self.folder / name))
        decoded = ((file, self.one(file, shape)) for file, _ in found)
        return {file: value for file, value in decoded if value is not None}


def _sorted(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def read(folder: Path = DATA) -> Shipped:
    """Return the data set of a folder. Raises BadData with everything that cannot be decoded."""
    return _read(folder, digest_of(folder))


@lru_cache(maxsize=2)
def _read(folder: Path, digest: str) -> Shipped:
    reader = _Reader(folder)
    states = reader.one("states.toml", files.StatesFile)
    vocabulary = reader.one("vocabulary.toml", files.VocabularyFile)
    bilateral = reader.one("bilateral.toml", files.BilateralFile)
    authorities = reader.one("authorities.toml", files.AuthoritiesFile)
    instruments = reader.many("instruments", files.InstrumentFile)
    participations = reader.many("participations", files.ParticipationFile)
    own_law = reader.many("states", files.OwnLawFile)
    if reader.problems or not (states and vocabulary and bilateral and authorities):
        raise BadData(reader.problems)
    return Shipped(digest, states, vocabulary, instruments, participations, bilateral, own_law, authorities)


def digest_of(folder: Path = DATA) -> str:
    """Return the SHA-256 over names and bytes of the data files."""
    total = hashlib.sha256()
    for path in _files(folder):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.toml"))
