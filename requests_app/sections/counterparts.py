"""The field beside a text that holds it in the outgoing language, for any text of any form."""

import copy
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as _

from requests_app.content import languages
from requests_app.content.languages import PairState
from requests_app.models import Rendition

PREFIX = "out-"
LINES = forms.Textarea | forms.TextInput


@dataclass(frozen=True)
class Two:
    """The two languages of a request, and its renditions by path."""

    working: str
    outgoing: str
    renditions: Mapping[str, str]


@dataclass(frozen=True)
class Mark:
    """What a page says of a text in two languages. `state` None means that nothing is written on
    either side.
    """

    path: str
    side: str
    state: PairState | None

    @property
    def is_missing(self) -> bool:
        return self.side == PairState.OUTGOING_BEHIND and self.state is PairState.MISSING

    @property
    def is_behind(self) -> bool:
        return self.state == self.side


def side_of(name: str, fields: Container[str]) -> str:
    """Return which side of a pair the field is; "" means that it has no counterpart."""
    if is_one(name):
        return PairState.OUTGOING_BEHIND
    return PairState.WORKING_BEHIND if name_of(name) in fields else ""


def name_of(name: str) -> str:
    return f"{PREFIX}{name}"


def is_one(name: str) -> bool:
    return name.startswith(PREFIX)


def name_of_language(tag: str) -> str:
    """Return the name of a language in that language, as its readers look for it."""
    info = LANG_INFO.get(tag.lower()) or LANG_INFO.get(tag.split("-")[0].lower()) or {}
    name = str(info.get("name_local", tag))
    return name[:1].upper() + name[1:]


def attrs_of(tag: str) -> dict[str, str]:
    """Return the attributes by which a browser reads out, hyphenates and sets a text of the language."""
    is_bidi = tag.split("-")[0].lower() in settings.LANGUAGES_BIDI
    return {"lang": tag, "dir": "rtl" if is_bidi else "ltr"}


def beside(
    fields: Mapping[str, forms.Field],
    initial: Mapping[str, Any],
    path_of: Callable[[str], str],
    two: Two,
) -> tuple[dict[str, forms.Field], dict[str, Any]]:
    """Return the same fields, each text followed by its counterpart."""
    found: dict[str, forms.Field] = {}
    texts = dict(initial)
    for name, field in fields.items():
        found[name] = field
        path = path_of(name)
        if is_one(name) or name_of(name) in fields or not _holds_prose(field, path):
            continue
        field.widget.attrs |= attrs_of(two.working)
        found[name_of(name)] = _counterpart(field, path, two)
        texts[name_of(name)] = two.renditions.get(path, "")
    return found, texts


def _holds_prose(field: forms.Field, path: str) -> bool:
    return isinstance(field.widget, LINES) and languages.is_prose(path)


def _counterpart(field: forms.Field, path: str, two: Two) -> forms.Field:
    other = copy.deepcopy(field)
    words = {"label": field.label, "language": name_of_language(two.outgoing)}
    other.label = _("%(label)s, in %(language)s") % words
    other.help_text = ""
    other.widget.attrs |= attrs_of(two.outgoing)
    other.rendition = f"{Rendition.MARK}{path}"  # type: ignore[attr-defined]
    return other
