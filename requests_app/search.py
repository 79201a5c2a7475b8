"""Search in every text of the requests that an officer may see: words, beginnings of words, and phrases.

PostgreSQL's own full text search, without a language: names, numbers and addresses are words of none.
Letters lose their case and their accents, and punctuation parts words, so that "lantern@example" finds
harbour.lantern@example.org and "malaga" finds Málaga. The texts stay where they are: an index over each
table is always as true as its rows.

`TEXTS` names the columns in the order of the indexes, which a migration makes; in another order the search
would read whole tables, and a test says so.
"""

import re
import unicodedata
from typing import Any, Final

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast

from requests_app.models import Annex, Case, DataItem, Fact, Measure, MLARequest, Offence, Person
from requests_app.models.request import MLARequestQuerySet

# More than anybody reads: whoever finds so many adds a word.
MOST = 500
_MOST_WORDS = 8
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~\s]+")
# The same letters as in the database function.
ACCENTED: Final = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįĵķĺļľłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž"
PLAIN: Final = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiijkllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz"
_TO_PLAIN: Final = str.maketrans(ACCENTED, PLAIN)

TEXTS: Final[dict[type[models.Model], tuple[str, tuple[str, ...]]]] = {
    MLARequest: (
        "pk",
        (
            "reference",
            "title",
            "case_reference",
            "operation",
            "prosecutor_or_court",
            "court",
            "conducting_office",
            "conducting_name",
            "addressee",
            "preservation_reference",
            "preservation_provider",
            "nature",
            "prior_requests",
            "purpose",
            "necessity",
            "urgency_reason",
            "confidentiality_reason",
            "special_procedure",
            "scope_statement",
            "other",
        ),
    ),
    Case: ("requests", ("reference", "title")),
    Fact: ("request", ("text", "place", "learned")),
    Offence: ("request", ("title", "provision", "conduct", "law_text")),
    Person: (
        "request",
        (
            "family_name",
            "given_names",
            "original_script",
            "aliases",
            "document",
            "address",
            "location",
            "link",
        ),
    ),
    DataItem: ("request", ("identifier", "provider", "relevance", "location_basis", "source")),
    Measure: ("request", ("description", "reason", "categories", "holder", "particulars")),
    Annex: ("request", ("title",)),
}


def matching(found: MLARequestQuerySet, text: str, states: list[str]) -> list[int]:
    """Ids of at most MOST of these requests, the newest first; `states` are those named like the text."""
    queries = [query for chunk in text.split()[:_MOST_WORDS] if (query := query_of(chunk))]
    if not queries:
        return []
    everywhere = Q()
    for query in queries:
        everywhere &= Q(pk__in=_holding(query))
    chosen = found.filter(everywhere | Q(requested__in=states))
    return list(chosen.order_by("-updated_at", "-pk").values_list("pk", flat=True)[:MOST])


def query_of(chunk: str) -> str:
    """Words that follow each other, the last of them perhaps only begun; "" of punctuation alone."""
    plain = unicodedata.normalize("NFC", chunk).lower().translate(_TO_PLAIN)
    words = [word for word in _PUNCTUATION.split(plain) if word]
    return " <-> ".join(f"'{word}'" for word in words) + ":*" if words else ""


def _holding(query: str) -> "models.QuerySet[Any]":
    """Requests that hold the words in one of their texts, or in the name of their case."""
    first, *others = [holding(model, query) for model in TEXTS]
    return first.union(*others, all=True)


def holding(model: type[models.Model], query: str) -> "models.QuerySet[Any, Any]":
    request, columns = TEXTS[model]
    words = Func(*map(_text, columns), function="search_words", output_field=SearchVectorField())
    asked = SearchQuery(query, config="simple", search_type="raw")
    return model._default_manager.annotate(words=words).filter(words=asked).order_by().values_list(request)


def _text(column: str) -> Any:
    return Cast(F(column), models.TextField()) if column == "particulars" else F(column)
