"""Identifiers as the provider that holds the data would read them.

The same judges serve the checker, which knows the kind of an identifier, and the intake, which finds
it in pasted text. None of them looks anything up: an identifier may be well formed and still not
exist.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from requests_app.formats import addresses, hardware, messengers, names, numbers, tokens
from requests_app.formats.addresses import IPAddress, ip, is_documentation, is_shared, is_untraceable
from requests_app.formats.judgement import Judgement, Sure

__all__ = [
    "IPAddress",
    "Judgement",
    "Sure",
    "find",
    "ip",
    "is_documentation",
    "is_shared",
    "is_untraceable",
    "judge",
    "problem",
]

JUDGES: Final[dict[str, Callable[[str], Judgement]]] = {
    "email": names.judge_email,
    "phone": numbers.judge_phone,
    "ip": addresses.judge,
    "url": names.judge_url,
    "domain": names.judge_domain,
    "bank_account": numbers.judge_bank_account,
    "card": numbers.judge_card,
    "device": hardware.judge_device,
    "wallet": tokens.judge_wallet,
    "message": names.judge_message_id,
    "file_hash": tokens.judge_hash,
}
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_MESSAGE: Final = re.compile(r"(?:message-id:\s*)?<[^\s<>@]+@[^\s<>@]+>", re.IGNORECASE)
_MAILBOX: Final = re.compile(
    r"\"[^\"]+\"@[^\s<>@]+"
    r"|(?:mailto:)?[^\s<>@,;=:\"{}()]+@[^\s<>@,;=\"{}()]+"
    r"|[^<>@=:;]*<[^\s<>@]+@[^\s<>@]+>"
)
_PHONE: Final = re.compile(r"(?:tel:)?(?:\+|\uff0b|00)[\d ()/.-]{5,22}(?:ext\.? ?\d+)?", re.IGNORECASE)


# A web address may be long; what is longer than this is none of them, and no judge needs to look.
LONGEST: Final = 2_000
TOO_LONG: Final = "No identifier is as long as this."


# The same schedule is checked after each save.
@lru_cache(maxsize=4096)
def problem(kind: str, text: str) -> str:
    """Return what is wrong with an identifier of this kind; "" when nothing is, or when nobody can tell."""
    if len(text) > LONGEST:
        return TOO_LONG
    judge_of = JUDGES.get(kind)
    return judge_of(text).wrong if judge_of else ""


def judge(kind: str, text: str, country: str = "") -> Judgement:
    """Judge a text that is said to be of this kind; a port or a name around it is taken off."""
    if len(text) > LONGEST:
        return Judgement(
            kind=kind, value=text.strip(), form="as written", sure=Sure.DOUBTFUL, wrong=TOO_LONG
        )
    if kind == "ip":
        return addresses.find(text) or addresses.judge(text)
    if kind in ("email", "account", "phone") and (messenger := messengers.find(text)):
        return messenger
    if kind == "phone":
        return numbers.judge_phone(text, country)
    if kind in JUDGES:
        return JUDGES[kind](text)
    return Judgement(kind=kind, value=text.strip(), form="as written", sure=Sure.LIKELY)


def find(text: str, country: str = "") -> Judgement | None:
    """Return what a text is by itself, when nobody said; None for a word that is nothing in particular."""
    if len(text) > LONGEST:
        return None
    plain = addresses.refanged(text.strip())
    for shape, kind in ((_MESSAGE, "message"), (_URL, "url"), (_PHONE, "phone")):
        if shape.fullmatch(plain):
            return judge(kind, plain, country)
    if "@" in plain:
        return messengers.find(plain) or _mailbox(plain)
    return (
        hardware.find(plain)
        or addresses.find(plain)
        or tokens.find_wallet(plain)
        or tokens.find_hash(plain)
        or numbers.find_bank_account(plain)
        or numbers.find_digits(plain, country)
        or names.find_domain(plain)
    )


def _mailbox(text: str) -> Judgement | None:
    """Return a mailbox, alone or with its owner's name before it; a line of a log that holds an @ is
    none.
    """
    return names.judge_email(text) if _MAILBOX.fullmatch(text) else None
