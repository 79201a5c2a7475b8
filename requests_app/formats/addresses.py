"""IP addresses: RFC 791, RFC 4291 and 5952, and the ranges that lead to no customer."""

import ipaddress
import re
from functools import lru_cache
from typing import Final

from requests_app.formats.judgement import Judgement, Sure

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 5737, RFC 3849 and RFC 9637: never assigned, so they can only be examples.
_DOCUMENTATION: Final = tuple(
    ipaddress.ip_network(n)
    for n in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20")
)
# RFC 6598: the addresses that carriers put between themselves and customers who share one public address.
_SHARED: Final = ipaddress.ip_network("100.64.0.0/10")
_NOT_AN_ADDRESS: Final = "This is not an IPv4 or IPv6 address; give one address a row, without its port."
_FOUR_PARTS: Final = re.compile(r"\d{1,4}(?:\.\d{1,4}){3}")
_BRACKETED: Final = re.compile(r"\[([0-9A-Fa-f:.%\w]+)\](?::(\d{1,6}))?")
_WITH_PORT: Final = re.compile(r"(\d{1,4}(?:\.\d{1,4}){3})[:#](\d{1,6})")
_COLONS: Final = re.compile(
    r"[0-9A-Fa-f]{0,5}(?::[0-9A-Fa-f]{0,5}){2,8}(?::?\d{1,3}(?:\.\d{1,3}){3})?(?:%\w+)?"
)
_LEADING_ZERO: Final = re.compile(r"(?:^|\.)0\d")
_PORT_LIKE_END: Final = re.compile(r"::.*:[1-9]\d{2,3}$")
# Whoever warns of an address writes it so that nobody opens it by accident.
_DEFANGED: Final = (
    *((" [at] ", "@"), (" (at) ", "@"), (" [dot] ", "."), (" (dot) ", ".")),
    *(("[.]", "."), ("(.)", "."), ("[dot]", "."), ("(dot)", "."), ("{dot}", "."), ("[:]", ":")),
    *(("[@]", "@"), ("(@)", "@"), ("[at]", "@"), ("(at)", "@"), ("{at}", "@")),
)


@lru_cache(maxsize=4096)
def ip(text: str) -> IPAddress | None:
    """Return the address; one mapped into IPv6 as the IPv4 address that it is. None means that it is
    no address.
    """
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return (isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped) or address


@lru_cache(maxsize=4096)
def is_documentation(address: IPAddress) -> bool:
    return any(address in network for network in _DOCUMENTATION)


@lru_cache(maxsize=4096)
def is_shared(address: IPAddress) -> bool:
    return address in _SHARED


@lru_cache(maxsize=4096)
def is_untraceable(address: IPAddress) -> bool:
    """Whether the address is private, loopback, multicast or reserved: no provider gives it to a
    customer.
    """
    if is_documentation(address) or is_shared(address):
        return False
    return address.is_multicast or not address.is_global


def judge(text: str) -> Judgement:
    """Judge a text that is said to be one address. Nothing is cut off, so a port or a range is wrong."""
    address = ip(text)
    if address is None:
        return Judgement(kind="ip", value=text.strip(), form="IP address", wrong=_why_not(text.strip()))
    return _read(text.strip(), address)


def _why_not(text: str) -> str:
    if _FOUR_PARTS.fullmatch(text) and _LEADING_ZERO.search(text):
        return "A part begins with a zero, which some programs read as an octal number: write it without."
    if _is_network(text):
        return "This is a range of addresses. A provider needs one address a row."
    return _NOT_AN_ADDRESS


def _is_network(text: str) -> bool:
    try:
        return "/" in text and bool(ipaddress.ip_network(text, strict=False))
    except ValueError:
        return False


def _read(text: str, address: IPAddress, *, port: int | None = None, wrong: str = "") -> Judgement:
    form = "IPv4 address" if address.version == 4 else "IPv6 address"
    notes = _notes(text, address)
    likely = port is None and bool(_PORT_LIKE_END.search(text))
    return Judgement(
        kind="ip",
        value=str(address).partition("%")[0],
        form=f"{form} with a port" if port else form,
        sure=Sure.LIKELY if likely else Sure.CERTAIN,
        wrong=wrong,
        notes=notes,
        port=port,
    )


def _notes(text: str, address: IPAddress) -> tuple[str, ...]:
    notes = []
    if address.version == 4 and ":" in text and "::" in text:
        notes.append("Written inside an IPv6 address; it is an IPv4 address.")
    if isinstance(address, ipaddress.IPv6Address):
        if inner := address.sixtofour or (address.teredo and address.teredo[1]):
            notes.append(f"A tunnel address: the machine behind it had the IPv4 address {inner}.")
        if address.scope_id:
            notes.append("The name of a network card was left off.")
        if _PORT_LIKE_END.search(text):
            notes.append("If what follows the last colon is a port, put the address in square brackets.")
    return tuple(notes)


def refanged(text: str) -> str:
    for written, meant in _DEFANGED if "[" in text or "(" in text or "{" in text else ():
        text = text.replace(written, meant).replace(written.upper(), meant)
    return text


def find(text: str) -> Judgement | None:
    """Return the address in a word of a log, with the port behind it; None when there is none."""
    plain = refanged(text.strip().strip("\"'").rstrip(",;"))
    if match := _BRACKETED.fullmatch(plain) or _WITH_PORT.fullmatch(plain):
        return _with_port(*match.groups())
    address, _slash, bits = plain.partition("/")
    if bits.isdigit():
        return _of_range(plain, address, int(bits))
    if _looks_like_one(plain):
        return judge(plain)
    return None


def _looks_like_one(text: str) -> bool:
    if _FOUR_PARTS.fullmatch(text):
        return True
    # Times of day have colons too, but no more than two of them and only figures.
    return bool(_COLONS.fullmatch(text)) and (text.count(":") > 2 or "::" in text)


def _with_port(text: str, digits: str | None) -> Judgement | None:
    address = ip(text)
    if address is None:
        return judge(text) if _FOUR_PARTS.fullmatch(text) else None
    if digits is None:
        return _read(text, address)
    if not 1 <= int(digits) <= 65535:
        return _read(text, address, wrong=f"There is no port {digits}: ports run from 1 to 65535.")
    return _read(text, address, port=int(digits))


def _of_range(whole: str, text: str, bits: int) -> Judgement | None:
    address = ip(text)
    if address is None or not _is_network(whole):
        return judge(whole) if _FOUR_PARTS.fullmatch(text) else None
    if bits == ipaddress.ip_address(text.strip()).max_prefixlen:
        return _read(text, address)
    return Judgement(kind="ip", value=whole, form="range of IP addresses (CIDR)", wrong=_why_not(whole))
