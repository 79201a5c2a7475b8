"""Names of months in the languages of logs and letters, from the Unicode locale data."""

import unicodedata
from collections import defaultdict
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import get_month_names

# The languages of the interface, of the United Nations and of the letters that come in most.
LANGUAGES: Final = (
    "en", "fr", "es", "ru", "ar", "nb", "de", "pt", "it", "nl", "sv", "da", "fi", "is", "pl", "cs",
    "sk", "sl",
    "hr", "sr_Latn", "sr_Cyrl", "bs", "uk", "bg", "ro", "hu", "el", "tr", "et", "lv", "lt", "id",
    "ms", "vi",
    "he", "fa", "hi", "ca", "sq", "mk", "az", "kk", "ka", "sw", "fil",
)  # fmt: skip


@cache
def _months() -> dict[str, frozenset[int]]:
    """Return each name, without accents and case, with the months that it names in any language."""
    found: dict[str, set[int]] = defaultdict(set)
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    found[plain(name)].add(number)
    for name in [name for name in found if not any(map(str.isalpha, name))]:
        del found[name]
    return {name: frozenset(numbers) for name, numbers in found.items()}


def plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if sign.isalnum())


def named(word: str) -> frozenset[int]:
    """Return the months that a word names: none, one, or several where languages differ ("listopad")."""
    return _months().get(plain(word), frozenset())
