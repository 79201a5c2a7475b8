"""The columns of a table: which delimiter divides it, and what each column holds, in whatever order."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from requests_app.formats import identifiers, timestamps
from requests_app.intake.text import Line

DELIMITERS: Final = ("\t", ";", "|", ",")
_SAMPLE: Final = 200
# The share of lines that must have one and the same number of cells, and of cells that must be of one kind.
_MOST: Final = 0.8

# Words of headings, without blanks and signs; the columns of the schedule, and kinds of identifiers.
_WORDS: Final = {
    "type": "type kind identifiertype typ",
    "identifier": "identifier id value selector indicator kennung",
    "ip": "ip ipaddress ipaddr ipv4 ipv6 sourceip srcip clientip remoteip cip sourceaddress srcaddr saddr"
    " remoteaddr remoteaddress clientaddress src ipadresse direccionip adresseip idorigh loginip publicip"
    " address sourceipaddress",
    "port": "port sourceport srcport clientport cport remoteport spt sport idorigp puerto quellport ipport",
    "start": "time timestamp datetime dateandtime start starttime from begin first firstseen"
    " logintime login loggedin zeit zeitpunkt zeitstempel tidspunkt tid ts eventtime when utctime"
    " timeutc utc creationtime dateheure fechahora",
    "date": "date datum dato fecha day tag",
    "end": "end endtime to until stop last lastseen logouttime ende til finish",
    "zone": "zone timezone tz utcoffset offset zeitzone tidssone",
    "email": "email emailaddress mail mailbox epost correo",
    "account": "account user username useraccount userid accountname handle nickname benutzer csusername"
    " profile",
    "phone": "phone telephone phonenumber telephonenumber msisdn mobile tel telefon number",
    "bank_account": "iban accountnumber bankaccount konto kontonummer",
    "device": "imei imeisv device deviceid serial",
    "card": "card cardnumber pan",
    "wallet": "wallet walletaddress bitcoinaddress btcaddress ethaddress btc eth",
    "file_hash": "hash md5 sha1 sha256 sha512 filehash checksum",
    "url": "url link uri webaddress",
    "domain": "domain domainname host hostname",
    "message": "messageid msgid",
    "provider": "provider isp operator carrier holder anbieter",
    "source": "origin evidence exhibit logfile",
}
_MEANING: Final = {word: role for role, words in _WORDS.items() for word in words.split()}
# What W3C logs call s-ip and s-port is the server's own; the same letters mean the source elsewhere.
_SERVERS: Final = {"s-ip", "s-port", "dst", "dst_ip", "dst_port", "destination ip", "destination port"}
KINDS: Final = [
    "ip",
    "email",
    "phone",
    "bank_account",
    "wallet",
    "device",
    "card",
    "account",
    "message",
    "url",
    "file_hash",
    "domain",
]


@dataclass(frozen=True, slots=True)
class Layout:
    """`roles` is a role for each column, "" for one that says nothing; no delimiter means free lines.

    `heading` is the number of the line that names the columns, 0 when none does; `utc` says that its times
    are in UTC by the format's own definition.
    """

    delimiter: str = ""
    roles: tuple[str, ...] = ()
    heading: int = 0
    utc: bool = False

    @property
    def is_table(self) -> bool:
        return bool(self.delimiter)


FREE: Final = Layout()


def cells_of(text: str, delimiter: str) -> list[str]:
    """The cells of one line, unquoted; a quote that nothing closes swallows no other line."""
    if delimiter == "  ":
        return re.split(r"\s{2,}", text.strip())
    if delimiter == " ":
        return text.split()
    try:
        cells = next(csv.reader([text.replace("\n", " ")], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        cells = text.split(delimiter)
    cells = [cell.strip() for cell in cells]
    return cells[1:-1] if delimiter == "|" and len(cells) > 2 and not cells[0] and not cells[-1] else cells


def layout_of(lines: Sequence[Line]) -> Layout:
    """From the first lines; a table without a heading only where each column that counts is of one kind."""
    sample = [line for line in lines[:_SAMPLE] if len(line.text) < 2_000]
    if declared := next(filter(None, (_declared(line) for line in sample)), None):
        return declared
    data = [line for line in sample if not line.plain.lstrip().startswith("#")]
    for delimiter in (*DELIMITERS, "  "):
        if data and (headed := _headed(data, delimiter)):
            return headed
    for delimiter in DELIMITERS:
        if found := _headless(data, delimiter):
            return found
    return FREE


def _declared(line: Line) -> Layout | None:
    """W3C extended log format, and the logs of Zeek: the heading is a directive."""
    text = line.plain
    if not re.match(r"#fields:?\s", text, re.IGNORECASE):
        return None
    delimiter = "\t" if "\t" in text else " "
    names = re.sub(r"^#fields:?\s*", "", text, flags=re.IGNORECASE)
    roles = tuple(role_of(name) for name in names.split(None if delimiter == " " else "\t"))
    is_w3c = text.lower().startswith("#fields:")
    return Layout(delimiter, _date_and_time(roles), line.number, utc=is_w3c)


def role_of(heading: str) -> str:
    name = heading.strip().strip("\"'").lower()
    if name in _SERVERS:
        return ""
    if name.replace("-", "").replace(" ", "") == "messageid":
        return "message"
    bare = re.sub(r"\(.*?\)|[^\w]|_", "", name)
    return _MEANING.get(bare, "")


def _date_and_time(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Where the day has a column of its own, the column of the time holds the time of day."""
    if "date" not in roles:
        return roles
    if "start" in roles:
        return tuple("clock" if role == "start" else role for role in roles)
    return tuple("start" if role == "date" else role for role in roles)


def _headed(lines: Sequence[Line], delimiter: str) -> Layout | None:
    first = cells_of(lines[0].plain, delimiter)
    roles = tuple(role_of(cell) for cell in first)
    known = [role for role in roles if role]
    if not known or (len(first) < 2 and len(lines) < 2):
        return None
    if len(first) < 2 and not _is_alone(lines, delimiter):
        return None
    if any(identifiers.find(cell) or timestamps.read(cell) for cell in first if cell):
        return None
    has_identifier = any(role in KINDS or role == "identifier" for role in known)
    return Layout(delimiter, _once(_date_and_time(roles)), lines[0].number) if has_identifier else None


def _is_alone(lines: Sequence[Line], delimiter: str) -> bool:
    """A heading over one column: the lines below it have one cell too, by whatever delimiter."""
    return all(len(cells_of(line.plain, d)) < 2 for line in lines[:20] for d in (*DELIMITERS, "  "))


def _once(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Two columns of one name are an address and its counterpart: the first one counts."""
    return tuple(role if role and role not in roles[:place] else "" for place, role in enumerate(roles))


def _headless(lines: Sequence[Line], delimiter: str) -> Layout | None:
    rows = [cells_of(line.plain, delimiter) for line in lines]
    counts = Counter(map(len, rows))
    if not counts:
        return None
    width, share = counts.most_common(1)[0]
    if width < 2 or share < _MOST * len(rows):
        return None
    columns = list(zip(*(row for row in rows if len(row) == width), strict=True))
    roles = _once(tuple(_kind_of(column) for column in columns))
    if not any(role in KINDS for role in roles):
        return None
    return Layout(delimiter, _with_port_and_end(columns, roles))


def _kind_of(cells: Sequence[str]) -> str:
    kinds = Counter(map(_kind_of_cell, filter(None, cells)))
    kind, share = kinds.most_common(1)[0] if kinds else ("", 0)
    return kind if share >= _MOST * sum(kinds.values()) else ""


def _kind_of_cell(cell: str) -> str:
    if timestamps.read(cell) is not None:
        return "start"
    judged = identifiers.find(cell)
    return judged.kind if judged else ""


def _with_port_and_end(columns: Sequence[Sequence[str]], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Figures beside an address are its port; a second column of times is the end."""
    found = list(roles)
    for place, cells in enumerate(columns):
        if found[place] or not all(cells):
            continue
        if "ip" in found and "port" not in found and all(map(_is_port, cells)):
            found[place] = "port"
        elif "start" in found and "end" not in found and _kind_of(cells) == "start":
            found[place] = "end"
        elif "zone" not in found and all(timestamps.zone_name(cell)[0] for cell in cells):
            found[place] = "zone"
    return tuple(found)


def _is_port(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and 1 <= int(cell) <= 65535
