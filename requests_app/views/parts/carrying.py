"""What a form sent after the session had ended: carried through the sign-in, sealed.

The server keeps nothing of it until its officer has signed in again: the sign-in form brings it
along, encrypted with a key of that officer, so that the next person at the browser cannot read it.
"""

import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

LASTS = 12 * 60 * 60
LONGEST = 1_500_000
NONCE, TAG = 12, 16
# Of these the page that sends the text again has its own; a password is never kept.
OWN = frozenset({"csrfmiddlewaretoken", "officer"})
PLACE = "carried"


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a form was sent, by whom, and what it said, field by field."""

    officer: str
    path: str
    fields: tuple[tuple[str, str], ...]


def of_form(request: HttpRequest) -> Carried | None:
    """Return what was sent; None when the page did not say whose it was, or when nothing was written."""
    officer = request.POST.get("officer", "")
    fields = tuple(
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in OWN and "password" not in name
    )
    if not (officer and fields):
        return None
    named = () if request.POST.get("copy") else (("copy", get_random_bytes(16).hex()),)
    return Carried(officer, request.get_full_path(), (*fields, *named))


def seal(carried: Carried) -> str:
    """Return the text sealed for the sign-in form; "" when it is too long to be carried."""
    clear = json.dumps([int(time.time()), carried.path, carried.fields]).encode()
    if len(clear) > LONGEST:
        return ""
    nonce = get_random_bytes(NONCE)
    sealed, tag = AES.new(_key_of(carried.officer), AES.MODE_GCM, nonce=nonce).encrypt_and_digest(clear)
    return urlsafe_b64encode(nonce + tag + sealed).decode()


def opened(sealed: str, officer: str) -> Carried | None:
    """Return the carried text; None when it is another officer's, not ours, or too old."""
    try:
        raw = urlsafe_b64decode(sealed)
        cipher = AES.new(_key_of(officer), AES.MODE_GCM, nonce=raw[:NONCE])
        clear = cipher.decrypt_and_verify(raw[NONCE + TAG :], raw[NONCE : NONCE + TAG])
    except ValueError:
        return None
    at, path, fields = json.loads(clear)
    if time.time() - at > LASTS:
        return None
    return Carried(officer, path, tuple((name, value) for name, value in fields))


def _key_of(officer: str) -> bytes:
    return sha256(
        salted_hmac("text carried through the sign-in", officer, algorithm="sha256").digest()
    ).digest()


def keep(request: HttpRequest, sealed: str, officer: str) -> bool:
    """Keep the text in the session of its own officer until it is saved or discarded; return whether
    it is that officer's.
    """
    if len(sealed) > 2 * LONGEST or opened(sealed, officer) is None:
        return False
    request.session[PLACE] = sealed
    return True


def kept(request: HttpRequest) -> Carried | None:
    """Return what waits in the session to be saved; None when nothing does."""
    sealed = request.session.get(PLACE, "")
    return opened(sealed, str(request.user.pk)) if sealed else None


def settle(request: HttpRequest, receipt: str) -> None:
    """Remove from the session what the receipt says is saved."""
    carried = kept(request) if PLACE in request.session else None
    if carried and ("copy", receipt.partition(":")[2]) in carried.fields:
        drop(request)


def drop(request: HttpRequest) -> None:
    request.session.pop(PLACE, None)
