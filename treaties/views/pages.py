"""The numbered pages of a long list."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Paging:
    """The links to other pages of a list."""

    previous_url: str
    next_url: str
    text: str


def paging(page: Page[Any], asked: QueryDict) -> Paging:
    """Return the links; they keep everything else that the address asks for."""
    if not page.has_other_pages():
        return Paging("", "", "")
    return Paging(
        previous_url=_url(asked, page.previous_page_number()) if page.has_previous() else "",
        next_url=_url(asked, page.next_page_number()) if page.has_next() else "",
        text=_("%(first)d to %(last)d of %(all)d")
        % {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count},
    )


def _url(asked: QueryDict, number: int) -> str:
    query = asked.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
