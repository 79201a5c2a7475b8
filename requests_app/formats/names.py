"""Names of the domain system and what is built on them: domains, web addresses, mailboxes, message ids."""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

import idna
from email_validator import EmailNotValidError, validate_email

from requests_app.formats import addresses
from requests_app.formats.judgement import Judgement, Sure

_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_DOTTED: Final = re.compile(r"[^\s@/:\\\"'<>(),;]+\.[^\s@/:\\\"'<>(),;.\d][^\s@/:\\\"'<>(),;.]+\.?")
_MESSAGE_ID: Final = re.compile(r"<[^\s<>@]+@[^\s<>@]+>")
_NOT_A_DOMAIN: Final = "This is not a domain name: give it without http:// and without a path."
_FILES: Final = tuple(
    f".{name}"
    for name in [
        "asp",
        "aspx",
        "bin",
        "bmp",
        "conf",
        "css",
        "csv",
        "dll",
        "doc",
        "docx",
        "eml",
        "exe",
        "gif",
        "htm",
        "html",
        "ico",
        "ini",
        "jpeg",
        "jpg",
        "js",
        "json",
        "jsp",
        "log",
        "pdf",
        "php",
        "png",
        "ppt",
        "pptx",
        "sys",
        "tmp",
        "txt",
        "webp",
        "xls",
        "xlsx",
        "xml",
        "yml",
    ]
)
_LONGEST_NAME: Final = 253


def judge_domain(text: str) -> Judgement:
    """Judge a domain, which is kept as it goes over the network (RFC 5891); both forms are shown
    where they differ.
    """
    name = text.strip().rstrip(".")
    ascii_form = _to_ascii(name)
    labels = ascii_form.split(".") if ascii_form else []
    if len(labels) < 2 or len(ascii_form) > _LONGEST_NAME or not all(map(_LABEL.fullmatch, labels)):
        return Judgement(kind="domain", value=name, form="domain name", wrong=_NOT_A_DOMAIN)
    if labels[-1].isdigit():
        return Judgement(kind="domain", value=name, form="domain name", wrong=_NOT_A_DOMAIN)
    note = two_forms(ascii_form)
    return Judgement(
        kind="domain",
        value=ascii_form,
        form="internationalised domain name" if note else "domain name",
        sure=Sure.LIKELY,
        notes=(note,) if note else (),
    )


def _to_ascii(name: str) -> str:
    """Return the network form; "" for what no registry could hold. Underscores occur in names of
    services, not of hosts.
    """
    if name.isascii() and "xn--" not in name.lower():
        return name.lower()
    try:
        return idna.encode(name, uts46=True, std3_rules=False).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return ""


def two_forms(ascii_name: str) -> str:
    """Return the form that a reader sees, where it is not the one that goes over the network; else ""."""
    if "xn--" not in ascii_name:
        return ""
    try:
        shown = idna.decode(ascii_name)
    except (idna.IDNAError, UnicodeError):
        return ""
    labels = [_scripts(label) for label in shown.split(".")]
    mixed = (
        " A part of it mixes scripts, as names do that imitate others." if max(map(len, labels)) > 1 else ""
    )
    scripts = ", ".join(sorted(set().union(*labels)))
    return f"{ascii_name} is shown to readers as {shown} ({scripts} letters).{mixed}"


def _scripts(name: str) -> set[str]:
    """Return the scripts of the letters: the first word of a letter's Unicode name is its script."""
    letters = (letter for letter in name if letter.isalpha())
    return {unicodedata.name(letter, "UNKNOWN").split()[0].title() for letter in letters}


def find_domain(text: str) -> Judgement | None:
    """Return a domain in a word of a log; common names of files, which look like domains, are left out."""
    if not _DOTTED.fullmatch(text) or text.lower().endswith(_FILES):
        return None
    judged = judge_domain(text)
    return None if judged.wrong else judged


def judge_url(text: str) -> Judgement:
    plain = addresses.refanged(re.sub(r"^h..p(s?)://", r"http\1://", text.strip()))
    wrong = _wrong_with_url(plain)
    if wrong:
        return Judgement(kind="url", value=plain, form="web address", wrong=wrong)
    host = urlsplit(plain).hostname or ""
    if addresses.ip(host) or host.isascii():
        note = two_forms(host)
        return Judgement(kind="url", value=plain, form="web address", notes=(note,) if note else ())
    ascii_host = _to_ascii(host)
    value = re.sub(re.escape(host), ascii_host, plain, count=1, flags=re.IGNORECASE)
    return Judgement(
        kind="url",
        value=value,
        form="web address with an internationalised name",
        notes=(two_forms(ascii_host),),
    )


def _wrong_with_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        # Reading the port raises for one that does not exist.
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "This is not a web address."
    if not parts.scheme or not parts.netloc or re.search(r"\s", text):
        return "Give the whole web address, with https:// and without blanks."
    if not host.isascii() and not _to_ascii(host):
        return "The name of the host is not one that a registry could hold."
    return ""


def judge_email(text: str) -> Judgement:
    """Judge a mailbox. What precedes the @ is decided by its provider, and some allow what no RFC does."""
    mailbox = _mailbox(text)
    try:
        found = validate_email(
            mailbox,
            check_deliverability=False,
            allow_smtputf8=True,
            allow_quoted_local=True,
            allow_domain_literal=True,
            test_environment=True,
        )
    except EmailNotValidError:
        return _odd_email(mailbox)
    note = two_forms(found.ascii_domain)
    value = f"{found.local_part}@{found.ascii_domain}" if note else found.normalized
    return Judgement(kind="email", value=value, form="e-mail address", notes=(note,) if note else ())


def _mailbox(text: str) -> str:
    """Return the mailbox without the name and the brackets that mail programs copy with it."""
    plain = addresses.refanged(text.strip()).removeprefix("mailto:")
    inner = re.search(r"<([^<>]+@[^<>]+)>$", plain)
    return inner[1] if inner else plain


def _odd_email(mailbox: str) -> Judgement:
    local, _, domain = mailbox.rpartition("@")
    if local and not re.search(r"\s", local) and not judge_domain(domain).wrong:
        return Judgement(
            kind="email",
            value=mailbox,
            form="e-mail address",
            sure=Sure.LIKELY,
            notes=("Not written as RFC 5321 has it; some providers gave out such addresses.",),
        )
    return Judgement(
        kind="email", value=mailbox, form="e-mail address", wrong="This is not an e-mail address."
    )


def judge_message_id(text: str) -> Judgement:
    """Judge a message id. By RFC 5322 brackets belong to it; other shapes that programs write are
    kept as they are.
    """
    plain = re.sub(r"^message-id:\s*", "", text.strip(), flags=re.IGNORECASE)
    if re.search(r"\s", plain):
        return Judgement(
            kind="message", value=plain, form="message id", wrong="A message id has no blanks."
        )
    if _MESSAGE_ID.fullmatch(plain):
        return Judgement(kind="message", value=plain, form="message id")
    if re.fullmatch(r"[^\s<>@]+@[^\s<>@]+", plain):
        return Judgement(kind="message", value=f"<{plain}>", form="message id", sure=Sure.LIKELY)
    return Judgement(
        kind="message",
        value=plain,
        form="message id",
        sure=Sure.DOUBTFUL,
        notes=("Most message ids have an @ and stand in angle brackets.",),
    )
