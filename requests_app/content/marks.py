"""By what two requests are recognised as asking for the same: identifiers and persons, in one
spelling, digested.

They are digests, so that this index holds no second copy of what the case is about.
"""

import hashlib
import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from requests_app.content.snapshot import Person, Snapshot

_BY_FIGURES = frozenset({"phone", "card", "device"})
_BY_LETTERS = frozenset({"bank_account"})


def of(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(_digest(mark) for mark in _marks(snapshot))


def _marks(snapshot: Snapshot) -> Iterator[str]:
    for item in snapshot.data_items:
        if spelled := _spelled(item.type, item.identifier):
            yield f"{item.type}:{spelled}"
    for person in snapshot.persons:
        if spelled := _person(person):
            yield f"person:{spelled}"


@lru_cache(maxsize=8192)
def _spelled(kind: str, identifier: str) -> str:
    """Return the one spelling of an identifier. It is kept, because each save asks for all rows again."""
    text = unicodedata.normalize("NFKC", identifier).strip().casefold()
    if kind in _BY_FIGURES:
        return re.sub(r"\D", "", text).removeprefix("00")
    if kind in _BY_LETTERS:
        return re.sub(r"\W", "", text)
    if kind == "ip":
        return _address(text)
    if kind in {"url", "domain"}:
        return re.sub(r"^https?://(www\.)?|/$", "", text)
    return text


def _address(text: str) -> str:
    """Return one spelling for all spellings of an IPv6 address; what is no address stays as it was
    typed.
    """
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return text


def _person(person: Person) -> str:
    """Return the person; "" without a day of birth or a document, because many share a name."""
    name = " ".join(sorted(_words(f"{person.family_name} {person.given_names}")))
    sure = str(person.birth_date or "") or re.sub(r"\W", "", person.document.casefold())
    return f"{name}:{sure}" if name and sure else ""


def _words(text: str) -> list[str]:
    """Return the words without accents: a passport and a file may spell a name differently."""
    plain = unicodedata.normalize("NFKD", text)
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)).casefold())


def _digest(mark: str) -> str:
    return hashlib.sha256(mark.encode()).hexdigest()
