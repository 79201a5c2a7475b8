"""The history of acts: appended to one chain, and verified link by link.

Each event carries the digest of the one before, keyed with a secret of its own. An advisory lock
makes appends follow each other; it is held until the transaction ends, so an act records itself last.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from django.conf import settings
from django.db import connection, transaction
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from requests_app.models import AuditEvent, Officer, Transmission

GENESIS = "0" * 64
SYSTEM = "system"
# Any number that nothing else in the database locks.
_LOCK = 0x4D4C41
_SHORTEST_PRINTED = 8


class Verb(TextChoices):
    """The acts that are recorded. Reading sensitive content, or being refused, is an act too."""

    STARTED = "request.started", _("Started the request")
    IMPORTED = "request.imported", _("Imported the request")
    EMERGENCY_CALLED = "request.emergency", _("Asked in an emergency")
    CONTINUED = "request.continued", _("Started from another request")
    BASES_CHOSEN = "request.bases_chosen", _("Chose the legal bases")
    SECTION_SAVED = "section.saved", _("Changed a section")
    ITEM_ADDED = "item.added", _("Added an item")
    ITEM_SAVED = "item.saved", _("Changed an item")
    ITEM_DELETED = "item.deleted", _("Removed an item")
    LINKS_SAVED = "links.saved", _("Changed what rests on what")
    ROWS_STAGED = "rows.staged", _("Pasted rows of data")
    ROW_MENDED = "rows.mended", _("Mended a pasted row")
    ROWS_TAKEN = "rows.taken", _("Took pasted rows into the schedule")
    ROWS_DISCARDED = "rows.discarded", _("Discarded pasted rows")
    FIELD_ANSWERED = "field.answered", _("Answered a question of the check")
    FINDING_DISMISSED = "finding.dismissed", _("Dismissed a line of the check")
    FINDING_WAIVED = "finding.waived", _("Waived a line of the check")
    DECISION_TAKEN_BACK = "decision.taken_back", _("Took back a dismissal or a waiver")
    FILE_EXAMINED = "file.examined", _("Examined an attached file")
    FILE_SEEN = "file.seen", _("Looked at a page of an attached file")
    FILE_CLEARED = "file.cleared", _("Cleared away a file that nothing needs any more")
    FILE_ATTACHED = "file.attached", _("Attached a file")
    SUBMITTED = "request.submit", _("Submitted for review")
    TAKEN_BACK = "request.take_back", _("Took back from review")
    RETURNED = "request.return", _("Returned with reasons")
    APPROVED = "request.approve", _("Approved")
    REOPENED = "request.reopen", _("Withdrew the approval")
    CONFIRMED_EMERGENCY = "request.confirm_emergency", _("Confirmed the emergency request")
    SENT = "request.send", _("Recorded the dispatch")
    ACKNOWLEDGED = "request.acknowledge", _("Recorded the acknowledgement")
    PRESERVATION_CONFIRMED = "request.confirm_preservation", _("Recorded the preservation")
    RECALLED = "request.recall", _("Withdrew the request by a letter")
    WITHDRAWN = "request.withdraw", _("Withdrew the request")
    DOCUMENT_ORDERED = "document.ordered", _("Ordered the document")
    DOCUMENT_RENDERED = "document.rendered", _("Made the document")
    JOB_FAILED = "job.failed", _("Gave up work in the background")
    REQUEST_READ = "request.read", _("Opened the request")
    OVERLAP_READ = "overlap.read", _("Was told which units ask the same")
    LETTER_READ = "letter.read", _("Read the letter")
    DOCUMENT_READ = "document.read", _("Downloaded the document")
    FILE_READ = "file.read", _("Downloaded an attached file")
    EXPORTED = "request.exported", _("Exported the request")
    HISTORY_READ = "history.read", _("Read the history")
    ACCESS_DENIED = "access.denied", _("Was refused access")
    SIGNED_IN = "officer.signed_in", _("Signed in")
    SIGNED_OUT = "officer.signed_out", _("Signed out")
    SIGN_IN_REFUSED = "officer.sign_in_refused", _("Was refused at sign-in")
    UNIT_CHANGED = "unit.changed", _("Made or changed a unit")
    OFFICER_CHANGED = "officer.changed", _("Changed an account")
    PASSWORD_SET = "officer.password_set", _("Set a first password")
    PASSWORD_CHANGED = "officer.password_changed", _("Changed the own password")
    ENROLMENT_OFFERED = "officer.enrolment_offered", _("Printed a link to choose a password")
    CASE_RESTRICTED = "case.restricted", _("Restricted a case to its members")
    CASE_OPENED = "case.opened", _("Opened a restricted case to its unit")
    MEMBER_ADDED = "case.member_added", _("Made an officer a member of a case")
    MEMBER_REMOVED = "case.member_removed", _("Ended the membership of a case")
    PROVIDER_SAVED = "provider.saved", _("Changed the register of providers")
    CONSENT_RECORDED = "consent.recorded", _("Recorded data that needed no request")
    CONSENT_READ = "consent.read", _("Read the record of a consent")
    LAW_PROPOSED = "law.proposed", _("Proposed a change of the law data")
    LAW_CONFIRMED = "law.confirmed", _("Confirmed a change of the law data")
    LAW_REJECTED = "law.rejected", _("Rejected a change of the law data")
    LAW_WITHDRAWN = "law.withdrawn", _("Withdrew a change of the law data")
    LAW_KEPT = "law.kept", _("Kept the own version of a record although a release differs")
    LAW_VERIFIED = "law.verified", _("Verified a fact of the law against a source")
    LAW_AFFECTED = "law.affected", _("Found that the law asks something else of the request by now")
    CHAIN_VERIFIED = "audit.verified", _("Verified the history")
    CHAIN_BROKEN = "audit.broken", _("Found the history broken")


@dataclass(frozen=True, slots=True)
class Link:
    """Number and digest of one event. Printed, it is an anchor, which shows when the chain was cut
    after it.
    """

    seq: int
    digest: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the link in "SEQ:DIGEST"; the digest may be shortened, as it is on printed pages."""
        seq, _colon, digest = text.strip().partition(":")
        if not seq.isdecimal() or not _is_hexadecimal(digest):
            raise ValueError(f"{text!r} is not an anchor: write SEQ:DIGEST, as printed with a dispatch.")
        return cls(int(seq), digest.lower())

    def matches(self, digest: str) -> bool:
        return digest.startswith(self.digest)


def _is_hexadecimal(digest: str) -> bool:
    return _SHORTEST_PRINTED <= len(digest) <= 64 and all(c in "0123456789abcdefABCDEF" for c in digest)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `broken_at` is the number of the first event that is not as written."""

    count: int
    head: str
    broken_at: int | None = None
    reason: str = ""
    anchors: int = 0

    @property
    def ok(self) -> bool:
        return self.broken_at is None


def record(verb: str, *, actor: Officer | None, reference: str = "", **detail: Any) -> AuditEvent:
    """Append one event in the transaction of the act. `detail` takes ids, digests and names, no text."""
    with transaction.atomic(savepoint=False):
        last, at = _last_link_and_time()
        event = AuditEvent(
            seq=last.seq + 1,
            at=at,
            actor=actor,
            actor_name=actor.get_username() if actor else SYSTEM,
            verb=str(verb),
            reference=reference,
            detail=detail,
            previous=last.digest,
        )
        event.digest = digest_of(event)
        event.save(force_insert=True)
    return event


def head() -> str:
    """Return the last link as "SEQ:DIGEST"; "" means that nothing has happened yet."""
    last = AuditEvent.objects.order_by("-seq").values_list("seq", "digest").first()
    return str(Link(*last)) if last else ""


def _last_link_and_time() -> tuple[Link, datetime]:
    """Take the lock, then read the last link in a second statement, which sees what the previous
    holder committed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(
            "SELECT clock_timestamp(), seq, digest FROM (SELECT 1) AS always LEFT JOIN"
            " (SELECT seq, digest FROM requests_app_auditevent ORDER BY seq DESC LIMIT 1) AS last ON true"
        )
        at, seq, digest = cursor.fetchone()
    return Link(seq or 0, digest or GENESIS), at


def digest_of(event: AuditEvent) -> str:
    return hmac.new(settings.AUDIT_KEY.encode(), canonical(event), hashlib.sha256).hexdigest()


def canonical(event: AuditEvent) -> bytes:
    """Return the bytes that are sealed, with times to the microsecond as the database keeps them."""
    sealed: Mapping[str, Any] = {
        "seq": event.seq,
        "at": event.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "actor": event.actor_id,
        "actor_name": event.actor_name,
        "verb": event.verb,
        "reference": event.reference,
        "detail": event.detail,
        "previous": event.previous,
    }
    return json.dumps(sealed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def dispatched() -> list[Link]:
    """Return the anchors that have left this authority: each dispatch recorded the head of the chain."""
    heads = Transmission.objects.exclude(audit_head="").values_list("audit_head", flat=True)
    return [Link.parse(head) for head in heads]


def verify(anchors: Iterable[Link] = ()) -> Verdict:
    """Walk the whole chain, a few thousand rows in memory at a time, and compare it with the anchors."""
    expected = {anchor.seq: anchor for anchor in anchors}
    last = Link(0, GENESIS)
    for event in _stream():
        reason = _fault(event, last) or _against(expected.get(event.seq), event.digest)
        if reason:
            return Verdict(last.seq, str(last), last.seq + 1, reason)
        last = Link(event.seq, event.digest)
    cut = [anchor for anchor in expected.values() if anchor.seq > last.seq]
    if cut:
        return Verdict(
            last.seq,
            str(last),
            last.seq + 1,
            f"the chain ends at {last.seq}, an anchor knows {max(a.seq for a in cut)}",
        )
    return Verdict(last.seq, str(last) if last.seq else "", anchors=len(expected))


def _stream() -> Iterator[AuditEvent]:
    return AuditEvent.objects.order_by("seq").iterator(chunk_size=2000)


def _fault(event: AuditEvent, last: Link) -> str:
    if event.seq != last.seq + 1:
        return f"the event after {last.seq} is numbered {event.seq}"
    if event.previous != last.digest:
        return "it does not follow the event before it"
    if not hmac.compare_digest(event.digest, digest_of(event)):
        return "its content is not what was recorded"
    return ""


def _against(anchor: Link | None, digest: str) -> str:
    if anchor is None or anchor.matches(digest):
        return ""
    return "it is not the event that the anchor names"
