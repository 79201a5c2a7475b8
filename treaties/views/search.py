"""Search over the law; without a question, the page is the list of all instruments."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from treaties.models import Instrument
from treaties.search import TITLES, Entry, Group, find
from treaties.views.lines import Words

LONGEST = 200
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found in one group."""

    slug: str
    title: Words
    hits: list[Entry]
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.hits)


@dataclass(frozen=True, slots=True)
class IndexLine:
    """An instrument in the list of all."""

    title: str
    text: str
    url: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    q = request.GET.get("q", "")[:LONGEST].replace("\0", "").strip()
    found = find(q)
    context = {"q": q, "groups": _grouped(found), "total": len(found), "index": [] if q else _index()}
    return render(request, "treaties/search.html", context)


def _grouped(found: Iterable[Entry]) -> list[Hits]:
    groups = {group: [entry for entry in found if entry.group is group] for group in Group}
    return [Hits(group, TITLES[group], hits[:SHOWN], len(hits)) for group, hits in groups.items()]


def _index() -> list[dict[str, object]]:
    rows = sorted(Instrument.objects.all(), key=lambda row: (_ORDER[row.kind], row.name))
    return [
        {
            "slug": kind,
            "title": Instrument.Kind(kind).label.capitalize(),
            "hits": [_line(row) for row in each],
        }
        for kind, each in groupby(rows, key=lambda row: row.kind)
    ]


_ORDER = {kind: place for place, kind in enumerate(Instrument.Kind.values)}


def _line(row: Instrument) -> IndexLine:
    return IndexLine(row.name, row.reference or row.title, reverse("law_instrument", args=[row.code]))
