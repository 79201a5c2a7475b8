"""Search in every text of the requests that an officer may see: words, beginnings of words, and phrases.

PostgreSQL's own full text search, without a language: names, numbers and addresses are words of none.
Letters lose their case and their accents, and punctuation parts words, so that "lantern@example" finds
harbour.lantern@example.org and "malaga" finds Málaga. Which texts are
searched is declared with each answer; `database.py` makes the triggers.
"""

import re
import unicodedata
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, Func, Q, QuerySet

from requests_app.models import MLARequest, Words
from requests_app.models.request import MLARequestQuerySet

# More than anybody reads: whoever finds so many adds a word.
MOST = 500
_MOST_WORDS = 8
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~\s]+")
# The same in the database function: accents are taken off, strokes are left out.
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_STROKES: Final = str.maketrans("øđłħŧı", "odlhti")


class _IsAnyOf(Func):
    """Whether a column is in an array that is read first: the planner would guess that a union has
    200 rows.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def matching(found: MLARequestQuerySet, text: str, states: list[str]) -> list[int]:
    """Return ids of at most MOST of these requests, newest first; `states` are those whose name is
    like the text.
    """
    chunks = [chunk for chunk in text.split()[:_MOST_WORDS] if query_of(chunk)]
    if not chunks:
        return []
    everywhere = Q()
    for chunk in chunks:
        everywhere &= Q(_IsAnyOf("pk", ArraySubquery(_holding(chunk))))
    chosen = found.filter(everywhere | Q(requested__in=states))
    return list(chosen.order_by("-updated_at", "-pk").values_list("pk", flat=True)[:MOST])


def query_of(chunk: str) -> str:
    """Return the query for the words in sequence, the last of which may be only begun; "" for
    punctuation alone.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", chunk.lower().translate(_STROKES)))
    words = [word for word in _PUNCTUATION.split(plain) if word]
    return " <-> ".join(f"'{word}'" for word in words) + ":*" if words else ""


def _holding(chunk: str) -> QuerySet[Any, Any]:
    """Return the requests that hold the words in one of their texts, or whose case has that name."""
    asked = SearchQuery(query_of(chunk), config="simple", search_type="raw")
    of_texts = Words.objects.filter(words=asked).values_list("request")
    of_cases = MLARequest.objects.filter(
        Q(case__reference__icontains=chunk) | Q(case__title__icontains=chunk)
    )
    return of_texts.union(of_cases.order_by().values_list("pk"), all=True)
