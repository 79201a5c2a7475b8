"""What the officer who asks may reach: whatever is hidden answers as if it did not exist."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from requests_app import permissions
from requests_app.models import MLARequest, Officer
from requests_app.models.content import Item
from requests_app.sections import BY_SLUG, Items, Section


class OfficerRequest(HttpRequest):
    """A request that has passed the login middleware."""

    user: Officer
    htmx: HtmxDetails


def find(request: OfficerRequest, reference: str) -> MLARequest:
    """Return the request with this reference if the officer may see its content; raise Http404
    otherwise.
    """
    visible = permissions.visible_to(request.user).select_related("case", "author")
    mla = visible.filter(reference=reference).first()
    if mla is None:
        raise Http404
    return mla


def find_editable(request: OfficerRequest, reference: str) -> MLARequest:
    refuse_unless(is_whose_page(request))
    mla = find(request, reference)
    refuse_unless(permissions.may_edit(request.user, mla))
    return mla


def is_whose_page(request: OfficerRequest) -> bool:
    """Whether the page belongs to the officer who is signed in: it sends its text only for the one
    who opened it.
    """
    own = str(request.user.pk)
    return request.headers.get("X-Officer", own) == request.POST.get("officer", own) == own


def find_section(slug: str) -> Section:
    try:
        return BY_SLUG[slug]
    except KeyError:
        raise Http404 from None


def find_items(slug: str) -> tuple[Section, Items]:
    section = find_section(slug)
    if section.items is None:
        raise Http404
    return section, section.items


def find_item(mla: MLARequest, items: Items, pk: int) -> Item:
    """Return the row of this request; raise Http404 for a row of any other."""
    row = standing_item(mla, items, pk)
    if row is None:
        raise Http404
    return row


def standing_item(mla: MLARequest, items: Items, pk: int) -> Item | None:
    """Return the row of this request; None means that it has no such row, or has it no longer."""
    row = items.of(mla).filter(pk=pk).first()
    if row is not None:
        row.request = mla
    return row


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, even when that is nothing at all."""
    return request.POST if request.method == "POST" else None


def refuse_unless(allowed: bool) -> None:
    """Raise for an act on something that the officer may see; what may not be seen is a 404."""
    if not allowed:
        raise PermissionDenied
