"""How States, languages and days are written on the pages of the law."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_info

from treaties.models import State

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Mark:
    """A State as pages name it: its two letters in a box, and always its name."""

    code: str
    name: str
    url: str


def mark(state: State) -> Mark:
    return Mark(state.iso2, state.name, reverse("law_state", args=[state.code]))


def language_name(code: str) -> str:
    """Return the name of a language in the reader's language; one that Django does not know keeps its
    code.
    """
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def languages(codes: list[str]) -> str:
    return ", ".join(language_name(code) for code in codes)


def written(day: date | None) -> str:
    return date_format(day, "j F Y").replace(" ", NO_BREAK) if day else ""
