"""Devices by the number of their network card (IEEE 802) or of their radio (IMEI)."""

import re
from typing import Final

from requests_app.formats import numbers
from requests_app.formats.judgement import Judgement, Sure

ADDRESS: Final = re.compile(
    r"[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}"
)
_NOTE: Final = "The address of a network card: only the network it was used in has seen it."
_MADE_UP: Final = " It is one that devices make up, and may change."


def find(text: str) -> Judgement | None:
    plain = text.strip()
    if not ADDRESS.fullmatch(plain):
        return None
    digits = re.sub(r"[^0-9A-Fa-f]", "", plain).lower()
    value = ":".join(digits[place : place + 2] for place in range(0, 12, 2))
    note = _NOTE + (_MADE_UP if int(digits[:2], 16) & 2 else "")
    return Judgement(
        kind="device", value=value, form="hardware address (MAC)", sure=Sure.LIKELY, notes=(note,)
    )


def judge_device(text: str) -> Judgement:
    return find(text) or numbers.judge_device(text)
