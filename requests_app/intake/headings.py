"""What the heading of a column says it holds, in the words of many languages and programs."""

import re
from typing import Final

# Words of headings, without blanks and signs; the columns of the schedule, and kinds of identifiers.
_WORDS: Final = {
    "type": "type kind identifiertype typ",
    "identifier": "identifier id value selector indicator kennung",
    "ip": "ip ipaddress ipaddr ipv4 ipv6 sourceip srcip clientip remoteip cip sourceaddress srcaddr saddr"
    " remoteaddr remoteaddress clientaddress src ipadresse direccionip adresseip idorigh loginip publicip"
    " address sourceipaddress sourcenetworkaddress nataddress natip framedipaddress callingip",
    "port": "port sourceport srcport clientport cport remoteport spt sport idorigp puerto quellport ipport"
    " natport clientsrcport portstart startport portfrom firstport portrange portblock ports",
    "port_end": "portend endport portto lastport",
    "start": "time timestamp datetime dateandtime start starttime from begin first firstseen"
    " logintime login loggedin zeit zeitpunkt zeitstempel tidspunkt tid ts eventtime when utctime"
    " timeutc utc creationtime dateheure fechahora buchungstag bookingdate buchungsdatum fechaoperacion"
    " dateoperation transactiondate",
    "date": "date datum dato fecha day tag",
    "end": "end endtime to until stop last lastseen logouttime ende til finish",
    "value_date": "valuta valutadatum valuedate wertstellung datevaleur fechavalor wertstellungsdatum",
    "zone": "zone timezone tz utcoffset offset zeitzone tidssone",
    "email": "email emailaddress mail mailbox epost correo",
    "account": "account user username useraccount userid accountname handle nickname benutzer csusername"
    " profile",
    "phone": "phone telephone phonenumber telephonenumber msisdn mobile tel telefon number",
    "bank_account": "iban accountnumber bankaccount konto kontonummer",
    "device": "imei imeisv device deviceid serial mac macaddress hardwareaddress",
    "card": "card cardnumber pan",
    "wallet": "wallet walletaddress bitcoinaddress btcaddress ethaddress btc eth",
    "file_hash": "hash md5 sha1 sha256 sha512 filehash checksum",
    "url": "url link uri webaddress",
    "domain": "domain domainname host hostname",
    "message": "messageid msgid",
    "provider": "provider isp operator carrier holder anbieter",
    "source": "origin evidence exhibit logfile",
    "amount": "amount betrag importe montant valor sum summe belop bedrag kwota total betragineur",
    "currency": "currency wahrung wahrungscode moneda devise valutakode valutacode",
    # The other side, which leads to no person: a server, a destination, the network's own machine.
    "theirs": "dst dstip dstport dip dport daddr destination destinationip destinationport"
    " destinationaddress destinationipaddress destip destport destaddr dstaddr serverip serverport"
    " serveraddress localip localport"
    " localaddress nasip nasipaddress idresph idrespp zieladresse zielip zielport dpt ipdestino",
}
_MEANING: Final = {word: role for role, words in _WORDS.items() for word in words.split()}
# What W3C logs call s-ip and s-port is the server's own; the same letters mean the source elsewhere.
_SERVERS: Final = {"s-ip", "s-port"}
_THEIRS: Final = re.compile(
    r"(?:d(?:e?st)|destination|server|local|nas|edge|origin|host|vip).*(?:ip|port|addr(?:ess)?)"
)
_LATER: Final = re.compile(r"end|last|stop|logout|logoff|finish|expir|until")
_ACCENTS: Final = str.maketrans("äöüåøéèáíóñç", "aouaoeeaionc")


def role_of(heading: str) -> str:
    """Return the role that the words name; "" where they say nothing that is known.

    "start?" and "end?" may also be headings of times: the cells below decide.
    """
    name = heading.strip().strip("\"'").lower()
    if name in _SERVERS:
        return "theirs"
    if name.replace("-", "").replace(" ", "") == "messageid":
        return "message"
    # What a nested value is called is its last part.
    bare = re.sub(r"\(.*?\)|\[.*?\]|[^\w]|_", "", name.rpartition(".")[2]).translate(_ACCENTS)
    return _MEANING.get(bare) or _by_part_of(bare)


def _by_part_of(bare: str) -> str:
    if _THEIRS.fullmatch(bare):
        return "theirs"
    if bare.endswith("port"):
        return "port"
    if bare.endswith(("timestamp", "time", "date", "datetime")):
        return "end?" if _LATER.search(bare) else "start?"
    if bare.endswith("utc") and (role := _MEANING.get(bare[:-3], "")):
        return role
    return ""
