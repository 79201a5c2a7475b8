"""The letter of a request as it is bound: submitted, read, approved, printed and shown as one value.

Three parts are bound today. A further part becomes one more attribute of `Parts` with "" as its
default, so that what was bound before keeps its digest.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest
from typing import Any

import msgspec

from requests_app import snapshots
from requests_app.content import snapshot as content
from requests_app.content.snapshot import Snapshot
from requests_app.documents import law_half
from requests_app.letter import diff
from requests_app.letter import setting as settings
from requests_app.letter.compose import compose
from requests_app.letter.diff import Piece
from requests_app.letter.letter import Letter
from requests_app.letter.setting import DRAFT, Setting, Stamp
from requests_app.models import MLARequest, Officer, Submission
from requests_app.models.bound import BoundLetter
from requests_app.render.digest import TEMPLATE_DIGEST
from requests_app.render.text import to_text


class Parts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an approval binds, each part by its digest: the text, what the law gives, phrases and
    templates.
    """

    text: str = ""
    setting: str = ""
    wording: str = ""


@dataclass(frozen=True)
class Bound:
    """A text with the setting and the wording of which its letter is made."""

    snapshot: Snapshot
    setting: Setting
    wording: str

    @cached_property
    def parts(self) -> Parts:
        return Parts(
            text=content.digest(self.snapshot), setting=settings.digest(self.setting), wording=self.wording
        )

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 over the digests of all parts, in hexadecimal."""
        return hashlib.sha256(msgspec.json.encode(self.parts, order="deterministic")).hexdigest()

    def letter(self, stamp: Stamp = DRAFT) -> Letter:
        return compose(self.snapshot, self.setting, stamp)

    def columns(self) -> dict[str, Any]:
        """Return the columns of a row that keeps this letter."""
        return {
            "snapshot": msgspec.to_builtins(self.snapshot),
            "snapshot_digest": self.parts.text,
            "setting": msgspec.to_builtins(self.setting),
            "setting_digest": self.parts.setting,
            "template_digest": self.parts.wording,
            "bound_digest": self.digest,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """What the letter would say differently today. `wording` says that phrases or templates have
    changed.

    `digest` is that of today's letter; an officer who has read the difference names it.
    """

    lines: tuple[tuple[Piece, ...], ...]
    wording: bool
    digest: str


def of(snapshot: Snapshot) -> Bound:
    """Return the text bound with the law and the wording of this moment."""
    return Bound(snapshot, law_half.setting_of(snapshot), TEMPLATE_DIGEST)


def now(mla: MLARequest) -> Bound:
    return of(snapshots.of(mla))


def read(row: BoundLetter) -> Bound | None:
    """Return the letter that a row keeps. None means that the row is older than the keeping of what
    the law gives.
    """
    if row.setting is None:
        return None
    snapshot = msgspec.convert(row.snapshot, Snapshot)
    return Bound(snapshot, msgspec.convert(row.setting, Setting), row.template_digest)


def submit(mla: MLARequest, officer: Officer, letter: Bound) -> None:
    """Keep the letter as it is submitted, for whoever reviews, prints and shows it."""
    Submission.objects.create(request=mla, officer=officer, revision=mla.revision, **letter.columns())
    mla.submitted_digest = letter.digest


def kept(mla: MLARequest) -> Bound | None:
    """Return the letter that was submitted or approved. None for a draft, and for one from before
    letters were kept.
    """
    bound = mla.approved_digest or mla.submitted_digest
    row = mla.submissions.filter(bound_digest=bound).first() if bound else None
    return read(row) if row else None


def letter_of(mla: MLARequest) -> Letter:
    """Return the letter as pages show it: an approved one as it was approved, any other as it is now."""
    return shown(mla, kept(mla) if mla.approved_digest else None)


def shown(mla: MLARequest, standing: Bound | None) -> Letter:
    """Return the letter to show. `standing` is the one that is kept; it is shown from the approval on."""
    if standing and mla.approved_digest:
        return standing.letter(Stamp(approved=True, revision=mla.revision))
    current = now(mla)
    is_approved = bool(mla.approved_digest) and mla.approved_digest == current.parts.text
    return current.letter(Stamp(approved=is_approved, revision=mla.revision))


def is_from_before(mla: MLARequest, standing: Bound | None) -> bool:
    """Whether it was submitted or approved before letters were kept, so that only its text is bound."""
    return standing is None and bool(mla.approved_digest or mla.submitted_digest)


def by_now(standing: Bound | None) -> Difference | None:
    """Return what the same text would say differently with today's law and wording; None means nothing."""
    return difference(standing, of(standing.snapshot)) if standing else None


def difference(standing: Bound | None, current: Bound) -> Difference | None:
    """Return what differs between the kept letter and another one; None means nothing."""
    if standing is None or standing.digest == current.digest:
        return None
    lines = _lines(standing.letter(), current.letter())
    return Difference(lines, standing.wording != current.wording, current.digest)


def _lines(before: Letter, after: Letter) -> tuple[tuple[Piece, ...], ...]:
    """Return the lines that changed, word by word."""
    old, new = to_text(before).splitlines(), to_text(after).splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [_paired(old[i1:i2], new[j1:j2]) for kind, i1, i2, j1, j2 in steps if kind != "equal"]
    return tuple(line for lines in changed for line in lines)


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[Piece, ...]]:
    pairs = zip_longest(old, new, fillvalue="")
    return [diff.words(before.strip(), after.strip()) for before, after in pairs]
