"""The letter of a request as it is bound: submitted, read, approved, printed and shown as one value.

Three parts are bound today. A later room adds its own as one more attribute of `Parts` with "" as its
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
    """What an approval binds, each part by its digest: the text, the law half, phrases and templates."""

    text: str = ""
    setting: str = ""
    wording: str = ""


@dataclass(frozen=True)
class Bound:
    """A text with the setting and the wording that its letter is made of."""

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
        """SHA-256 over the digests of all parts, in hexadecimal."""
        return hashlib.sha256(msgspec.json.encode(self.parts, order="deterministic")).hexdigest()

    def letter(self, stamp: Stamp = DRAFT) -> Letter:
        return compose(self.snapshot, self.setting, stamp)

    def columns(self) -> dict[str, Any]:
        """The columns of a row that keeps this letter."""
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
    """What a letter would say otherwise today. `wording`: phrases or templates are no longer those.

    `digest` is that of the letter of today, by which an officer says to have read the difference.
    """

    lines: tuple[tuple[Piece, ...], ...]
    wording: bool
    digest: str


def of(snapshot: Snapshot) -> Bound:
    """With the law and the wording of this moment."""
    return Bound(snapshot, law_half.setting_of(snapshot), TEMPLATE_DIGEST)


def now(mla: MLARequest) -> Bound:
    return of(snapshots.of(mla))


def read(row: BoundLetter) -> Bound | None:
    """The letter that a row keeps. None means that the row was made before the law half was kept."""
    if row.setting is None:
        return None
    snapshot = msgspec.convert(row.snapshot, Snapshot)
    return Bound(snapshot, msgspec.convert(row.setting, Setting), row.template_digest)


def submit(mla: MLARequest, officer: Officer, letter: Bound) -> None:
    """Keep the letter as it is submitted, for whoever reviews, prints and shows it."""
    Submission.objects.create(request=mla, officer=officer, revision=mla.revision, **letter.columns())
    mla.submitted_digest = letter.digest


def kept(mla: MLARequest) -> Bound | None:
    """The letter that is submitted or approved. None in a draft, and for one from before it was kept."""
    bound = mla.approved_digest or mla.submitted_digest
    row = mla.submissions.filter(bound_digest=bound).first() if bound else None
    return read(row) if row else None


def letter_of(mla: MLARequest) -> Letter:
    """The letter as pages show it: what was approved as it was approved, everything else as it is now."""
    return shown(mla, kept(mla) if mla.approved_digest else None)


def shown(mla: MLARequest, standing: Bound | None) -> Letter:
    """`standing` is the letter that is kept; it is shown from the approval on."""
    if standing and mla.approved_digest:
        return standing.letter(Stamp(approved=True, revision=mla.revision))
    current = now(mla)
    is_approved = bool(mla.approved_digest) and mla.approved_digest == current.parts.text
    return current.letter(Stamp(approved=is_approved, revision=mla.revision))


def is_from_before(mla: MLARequest, standing: Bound | None) -> bool:
    """Submitted or approved before the law half was kept: only its text is bound."""
    return standing is None and bool(mla.approved_digest or mla.submitted_digest)


def by_now(standing: Bound | None) -> Difference | None:
    """What the same text would say otherwise with the law and the wording of today; None means nothing."""
    return difference(standing, of(standing.snapshot)) if standing else None


def difference(standing: Bound | None, current: Bound) -> Difference | None:
    """What differs between the letter that is kept and another one; None means nothing."""
    if standing is None or standing.digest == current.digest:
        return None
    lines = _lines(standing.letter(), current.letter())
    return Difference(lines, standing.wording != current.wording, current.digest)


def _lines(before: Letter, after: Letter) -> tuple[tuple[Piece, ...], ...]:
    """The lines that changed, word by word."""
    old, new = to_text(before).splitlines(), to_text(after).splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [_paired(old[i1:i2], new[j1:j2]) for kind, i1, i2, j1, j2 in steps if kind != "equal"]
    return tuple(line for lines in changed for line in lines)


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[Piece, ...]]:
    pairs = zip_longest(old, new, fillvalue="")
    return [diff.words(before.strip(), after.strip()) for before, after in pairs]
