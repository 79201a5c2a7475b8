"""Rows of a page: each with an address and a form of its own, in the page or on a page of its own."""

from functools import partial
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from requests_app import casework
from requests_app.models import MLARequest, Version
from requests_app.models.content import Item
from requests_app.sections import Items, Section, form_context
from requests_app.sections.drafts import ItemForm
from requests_app.views.drafting import merging, saving
from requests_app.views.drafting.opened_forms import item_form
from requests_app.views.drafting.rows import Wanted, appears_in_place, shown
from requests_app.views.drafting.wizard_pages import item_context, section_context
from requests_app.views.parts.access import (
    OfficerRequest,
    find,
    find_editable,
    find_item,
    find_items,
    standing_item,
)
from requests_app.views.parts.finding_places import Places
from requests_app.views.parts.panel import kept_panel_of, panel_of
from requests_app.views.parts.request_heads import head

SECTION_PAGE = "requests_app/section.html"
ITEM_PAGE = "requests_app/item.html"


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, reference: str, slug: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    page, items = find_items(slug)
    if request.method == "POST":
        mla = find_editable(request, reference)
        standing = standing_item(mla, items, pk)
        if standing is not None:
            return _save(request, mla, page, items, standing)
        removed = casework.removed_item(mla, section=page.slug, pk=pk)
        if removed is None:
            raise Http404
        return _was_removed(request, mla, page, items, removed)
    mla = find(request, reference)
    row = find_item(mla, items, pk)
    context = item_context(request, panel_of(mla), page, row, item_form(mla, page, row))
    return render(request, ITEM_PAGE, context)


def _was_removed(
    request: OfficerRequest, mla: MLARequest, page: Section, items: Items, removed: Version
) -> HttpResponse:
    """Somebody removed the row while this officer was writing in it; it comes back when asked for."""
    if saving.BRING_BACK in request.POST:
        casework.restore(mla, request.user, version=removed, base=saving.base_of(request))
        row = find_item(mla, items, removed.values["id"])
        return _save(request, mla, page, items, row, base=row.revision)
    if request.htmx:
        return saving.refuse_removed(request, mla, of=request.htmx.trigger or "")
    row = items.model(request=mla, **casework.values_of_version(removed, items.model))
    form = items.form(request.POST, mla=mla, instance=row)
    return merging.show_removed(request, mla, page, form, removed)


def _save(
    request: OfficerRequest,
    mla: MLARequest,
    page: Section,
    items: Items,
    row: Item,
    base: int | None = None,
) -> HttpResponse:
    form = _bound(request, mla, items, row)
    form.is_valid()
    values = form.columns(saving.chosen(request))
    try:
        fresh = casework.save_item(
            mla,
            request.user,
            section=page.slug,
            item=row,
            base=saving.base_of(request) if base is None else base,
            values=values,
            sent=saving.sent(request, form),
        )
    except casework.Conflict as conflict:
        form.discard()
        return _stale(request, mla, page, row, form, conflict)
    form_context.hand_on(mla, fresh)
    return _saved(request, fresh, page, row, form)


def _bound(request: OfficerRequest, mla: MLARequest, items: Items, row: Item) -> ItemForm:
    """A row in the page has ids of its own; which of both it is, the form says by the ids of its answer."""
    ids = f"row-{row.pk}-%s" if is_in_place(request, row) else "id_%s"
    data = saving.typed(request, partial(items.form, mla=mla, instance=row))
    return items.form(data, request.FILES, mla=mla, instance=row, auto_id=ids)


def is_in_place(request: OfficerRequest, row: Item) -> bool:
    return bool(request.htmx) and request.htmx.trigger == f"form-{row.pk}"


def _saved(
    request: OfficerRequest, fresh: MLARequest, page: Section, row: Item, form: ItemForm
) -> HttpResponse:
    """`fresh` is the request as this save left it: what another save made of it since is not read here."""
    saving.acknowledge(request, fresh.revision)
    saved: dict[str, Any] = {"save": saving.state_of(form, fresh)}
    if is_in_place(request, row):
        context = section_context(request, kept_panel_of(fresh), page, form) | saved | {"of": row.pk}
        return saving.answer(request, SECTION_PAGE, context, form)
    if not request.htmx and not form.errors:
        places = Places(fresh)
        if not form.asks_anew:
            return redirect(places.row_in_list(page, row))
        messages.info(request, _("Saved. Below is what this kind of assistance asks for."))
        return redirect(f"{places.item(page, row)}#particulars")
    if form.asks_anew:
        saved |= {"asks_anew": True}
        form = item_form(fresh, page, find_item(fresh, find_items(page.slug)[1], row.pk))
    context = item_context(request, kept_panel_of(fresh), page, row, form) | saved
    return saving.answer(request, ITEM_PAGE, context, form)


def _stale(
    request: OfficerRequest,
    mla: MLARequest,
    page: Section,
    row: Item,
    form: ItemForm,
    conflict: casework.Conflict,
) -> HttpResponse:
    fresh = find(request, mla.reference)
    if is_in_place(request, row):
        context = section_context(request, panel_of(fresh), page, form) | {"of": row.pk}
        return saving.refuse_stale(request, SECTION_PAGE, context)
    if request.htmx:
        return saving.refuse_stale(
            request, ITEM_PAGE, item_context(request, panel_of(fresh), page, row, form)
        )
    context = {
        "mla": fresh,
        "head": head(fresh),
        "section": page,
        "post_url": Places(fresh).item(page, row),
    }
    return merging.show_both(request, context, form, conflict)


@require_POST
def item_add(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    page, items = find_items(slug)
    row = casework.add_item(
        mla, request.user, section=page.slug, token=token_of(request), after=after_of(request)
    )
    fresh = find(request, reference)
    panel = panel_of(fresh)
    place = Places(fresh).row_in_list(page, row) if items.columns else Places(fresh).item(page, row)
    if not request.htmx:
        return redirect(place)
    number = panel.places.rows[page.slug, row.key][0]
    if not appears_in_place(page, number, Wanted.by(request)):
        return HttpResponseClientRedirect(place)
    context = section_context(request, panel, page, None) | {
        "row": shown(panel, page, row, number, in_place=True),
        "save": {"ok": True, "at": fresh.updated_at},
    }
    return render(request, f"{SECTION_PAGE}#row", context)


def after_of(request: HttpRequest) -> int | None:
    """The row behind which the new one is wanted."""
    given = request.POST.get("after", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


def token_of(request: HttpRequest) -> UUID | None:
    """The token of a form, by which a second click on its button is known; nonsense is no token."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None


@require_POST
def item_remove(request: HttpRequest, reference: str, slug: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    page, items = find_items(slug)
    row = items.of(mla).filter(pk=pk).first()
    base = saving.base_of(request)
    if row is None:
        saving.acknowledge(request, base)
        return redirect(Places(mla).section(page))
    try:
        casework.delete_item(mla, request.user, section=page.slug, item=row, base=base)
    except casework.Conflict as conflict:
        form = items.form(mla=mla, instance=items.of(mla).get(pk=pk))
        return merging.show_changed(request, mla, page, row, form, conflict=conflict, base=base)
    saving.acknowledge(request, base)
    return redirect(Places(mla).section(page))


@require_POST
def item_move(request: HttpRequest, reference: str, slug: str, pk: int, way: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    page, items = find_items(slug)
    row = find_item(mla, items, pk)
    casework.move_item(mla, request.user, section=page.slug, item=row, up=way == "up")
    return _moved(request, mla, page, row)


@require_POST
def item_place(request: HttpRequest, reference: str, slug: str, pk: int) -> HttpResponse:
    """Where the row was dropped; nonsense is no place."""
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    page, items = find_items(slug)
    row = find_item(mla, items, pk)
    given = request.POST.get("place", "")
    place = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
    casework.place_item(mla, request.user, section=page.slug, item=row, place=place)
    return _moved(request, mla, page, row)


def _moved(request: OfficerRequest, mla: MLARequest, page: Section, row: Item) -> HttpResponse:
    """Said in words, because whoever cannot see the list would not know."""
    assert page.items is not None  # noqa: S101 - rows come from pages that have some
    keys = list(page.items.of(mla).values_list("pk", flat=True))
    values = {"item": page.items.singular, "place": keys.index(row.pk) + 1, "count": len(keys)}
    messages.success(request, _("Moved: the %(item)s is now number %(place)s of %(count)s.") % values)
    return redirect(Places(mla).row_in_list(page, row))
