"""Ids of messengers that look like mailboxes and are telephone numbers, or numbers of groups."""

import re
from typing import Final

from requests_app.formats import numbers
from requests_app.formats.judgement import Judgement, Sure

_ID: Final = re.compile(r"(?:mailto:)?\+?(\d{5,15})(?::\d{1,3})?@([a-z.]+)", re.IGNORECASE)
_GROUP: Final = re.compile(r"(\d{5,20}(?:-\d{5,15})?)@(g\.us|lid|broadcast|newsletter)", re.IGNORECASE)
# What stands behind the @, and whose it is.
_OF_NUMBERS: Final = {
    "s.whatsapp.net": "WhatsApp",
    "c.us": "WhatsApp",
    "whatsapp.net": "WhatsApp",
    "s.whatsapp.com": "WhatsApp",
    "mms.viber.com": "Viber",
}


def find(text: str) -> Judgement | None:
    """Return the number of the user; None for an ordinary mailbox."""
    plain = text.strip()
    match = _ID.fullmatch(plain)
    if match and (name := _OF_NUMBERS.get(match[2].lower())):
        return _number(match[1], name)
    if _GROUP.fullmatch(plain):
        note = "An id inside WhatsApp that names a group, a channel or an account without its number."
        return Judgement(kind="account", value=plain, form="WhatsApp id", sure=Sure.LIKELY, notes=(note,))
    return None


def _number(digits: str, name: str) -> Judgement:
    judged = numbers.judge_phone(f"+{digits}")
    return Judgement(
        kind="phone",
        value=judged.value,
        form=f"telephone number of a {name} account",
        sure=judged.sure,
        wrong=judged.wrong,
        notes=(f"Written as an id of {name}: the number is the account there.", *judged.notes),
    )
