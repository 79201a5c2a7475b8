"""Identifiers as the provider that holds the data would read them.

Every judge takes text and returns what is wrong with it in words for the drafter, "" when nothing is.
None of them looks anything up: an identifier may be well formed and still not exist.
"""

import ipaddress
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

import phonenumbers
from stdnum import iban, luhn

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 5737 and RFC 3849: never assigned, so they can only be examples.
_DOCUMENTATION: Final = tuple(
    ipaddress.ip_network(n) for n in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)
# RFC 6598: the addresses that carriers put between themselves and customers who share one public address.
_SHARED: Final = ipaddress.ip_network("100.64.0.0/10")
_HASH_LENGTHS: Final = {32, 40, 56, 64, 96, 128}
_IBAN_LIKE: Final = re.compile(r"[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{8,}")
_DOMAIN_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


def ip(text: str) -> IPAddress | None:
    """The address, one that is mapped into IPv6 as the IPv4 address that it is; None when it is none."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return (isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped) or address


def is_documentation(address: IPAddress) -> bool:
    return any(address in network for network in _DOCUMENTATION)


def is_shared(address: IPAddress) -> bool:
    return address in _SHARED


def is_untraceable(address: IPAddress) -> bool:
    """Private, loopback, multicast or reserved: no provider ever gave this address to a customer."""
    if is_documentation(address) or is_shared(address):
        return False
    return address.is_multicast or not address.is_global


def _judge_ip(text: str) -> str:
    return (
        "" if ip(text) else "This is not an IPv4 or IPv6 address; give one address a row, without its port."
    )


def _judge_email(text: str) -> str:
    """Shape only: what stands before the @ is the provider's own affair."""
    local, _, domain = text.strip().rpartition("@")
    if local and not re.search(r"\s", local) and not _judge_domain(domain):
        return ""
    return "This is not an e-mail address."


def _judge_phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return "Write the number in international form, with + and the country code."
    if phonenumbers.is_possible_number(number):
        return ""
    return "The number has too few or too many digits for its country."


def _judge_url(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return "This is not a web address."
    if parts.scheme and parts.netloc and not re.search(r"\s", text.strip()):
        return ""
    return "Give the whole web address, with https:// and without blanks."


def _judge_domain(text: str) -> str:
    try:
        name = text.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return "This is not a domain name."
    labels = name.split(".")
    if len(labels) > 1 and all(_DOMAIN_LABEL.fullmatch(label) for label in labels):
        return ""
    return "This is not a domain name: give it without http:// and without a path."


def _judge_bank_account(text: str) -> str:
    """Only what begins like an IBAN can be judged; account numbers differ from bank to bank."""
    if not _IBAN_LIKE.fullmatch(text.strip()) or iban.is_valid(text):
        return ""
    return "The check digits of this IBAN are wrong."


def _judge_card(text: str) -> str:
    digits = re.sub(r"[ -]", "", text)
    # A number that is masked, as on a receipt, is all that many files have.
    if not digits.isascii() or not digits.isdigit() or luhn.is_valid(digits):
        return ""
    return "The check digit of this card number is wrong."


def _judge_hash(text: str) -> str:
    value = text.strip().rpartition(":")[2]
    if len(value) in _HASH_LENGTHS and re.fullmatch(r"[0-9A-Fa-f]+", value):
        return ""
    return "This is not a hash value in hexadecimal of a known length."


_JUDGES: Final[dict[str, Callable[[str], str]]] = {
    "email": _judge_email,
    "phone": _judge_phone,
    "ip": _judge_ip,
    "url": _judge_url,
    "domain": _judge_domain,
    "bank_account": _judge_bank_account,
    "card": _judge_card,
    "file_hash": _judge_hash,
}


def problem(kind: str, text: str) -> str:
    """What is wrong with an identifier of this kind; "" when nothing is, or when nobody can tell."""
    judge = _JUDGES.get(kind)
    return judge(text) if judge else ""
