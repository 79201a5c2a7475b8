"""The language of a letter or of an annex, as a tag that other systems understand."""

import functools
import re
from typing import Any

from django import forms
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.sections.long_select import Groups, LongSelect

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
OF_THE_UNITED_NATIONS = ("ar", "zh-hans", "en", "fr", "ru", "es")


@functools.cache
def language_groups() -> Groups:
    named = {tag: info["name"] for tag, info in LANG_INFO.items() if "name" in info}
    others = sorted((name, tag) for tag, name in named.items() if tag not in OF_THE_UNITED_NATIONS)
    return (
        (
            _("Languages of the United Nations"),
            tuple((tag, named[tag]) for tag in OF_THE_UNITED_NATIONS),
        ),
        (_("Other languages"), tuple((tag, name) for name, tag in others)),
    )


def refuse_unknown_tag(tag: str) -> None:
    if not TAG.fullmatch(tag):
        raise ValidationError(_("Choose a language from the list."), code="invalid")


class LanguageField(forms.CharField):
    """A field for a language, offered by name in the reader's language."""

    def __init__(self, **options: Any) -> None:
        widget = LongSelect(language_groups(), empty=_("Choose"))
        super().__init__(
            max_length=35, required=False, widget=widget, validators=[refuse_unknown_tag], **options
        )
