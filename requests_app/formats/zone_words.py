"""The words that logs write for a time zone: some mean one offset, others may mean several."""

import re
from typing import Final

# Abbreviations that mean one offset wherever they stand in a log.
ONE_MEANING: Final = {
    "Z": "UTC", "UTC": "UTC", "GMT": "UTC", "UT": "UTC", "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00",
    "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "JST": "+09:00", "KST": "+09:00", "CAT": "+02:00", "SAST": "+02:00", "EAT": "+03:00", "TRT": "+03:00",
    "PKT": "+05:00", "NPT": "+05:45", "MMT": "+06:30", "WIB": "+07:00", "ICT": "+07:00", "SGT": "+08:00",
    "HKT": "+08:00", "WITA": "+08:00", "WIT": "+09:00", "AWST": "+08:00", "ACST": "+09:30",
    "ACDT": "+10:30",
    "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "BRT": "-03:00",
    "BRST": "-02:00",
    "ART": "-03:00", "UYT": "-03:00", "CLT": "-04:00", "CLST": "-03:00", "BOT": "-04:00", "PET": "-05:00",
    "NST": "-03:30", "NDT": "-02:30", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00",
}  # fmt: skip
# In mail RFC 5322 (4.3) says which offset they are; in a log each stands for several zones.
AMERICAN: Final = {
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
SEVERAL: Final = frozenset({
    *AMERICAN, "BST", "IST", "AST", "ADT", "SST", "AMT", "GST", "ECT", "WAT", "ET", "CT", "MT", "PT", "LMT",
    "COT", "VET", "GFT", "PYT", "PHT", "WST", "BDT", "EGT", "MET",
})  # fmt: skip
# Words of logs that stand behind a time and end as abbreviations of zones do.
_OF_LOGS: Final = frozenset(
    [
        "GET",
        "POST",
        "PUT",
        "HOST",
        "TEXT",
        "RESET",
        "INIT",
        "ROOT",
        "ALERT",
        "NET",
        "EVENT",
        "LIST",
        "TEST",
        "OUT",
        "STAT",
        "START",
        "EDIT",
        "EXIT",
        "HIT",
        "DNAT",
        "SNAT",
        "NAT",
        "MQTT",
        "CRIT",
        "FAULT",
        "AUDIT",
        "QUIT",
        "DST",
        "VISIT",
        "LAST",
        "FIRST",
        "NEXT",
        "SHUT",
        "WAIT",
        "PRINT",
        "INPUT",
        "ABORT",
        "PORT",
        "CERT",
        "TRUST",
        "CART",
        "RST",
        "ACCT",
        "BOOT",
        "MOUNT",
        "MAIL",
        "CHAT",
        "LIMIT",
        "COUNT",
        "SET",
        "EXT",
        "INT",
    ]
)
_ENDS_LIKE_ONE: Final = re.compile(r"[A-Z]{2,4}T")
# Lower case, where the word is no word of a language that stands behind a time.
_WORDS: Final = {
    "ART",
    "EAT",
    "EST",
    "IST",
    "MET",
    "CAT",
    "WIT",
    "WAT",
    "AST",
    "SST",
    "BOT",
    "PET",
    "Z",
    "UT",
    "COT",
    "VET",
}
LOWER: Final = "|".join(
    sorted((w.lower() for w in {*ONE_MEANING, *SEVERAL} - _WORDS if len(w) > 2), key=len, reverse=True)
)


def may_be_one(word: str) -> bool:
    """Whether an unknown word in capitals has the place and the ending of an abbreviation of a zone."""
    return bool(_ENDS_LIKE_ONE.fullmatch(word)) and word not in _OF_LOGS
