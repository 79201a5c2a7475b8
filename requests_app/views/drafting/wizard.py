"""Pages of single answers, saved as they are typed, and by a button where no script runs."""

from functools import partial
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from requests_app import casework
from requests_app.models import MLARequest
from requests_app.sections import SECTIONS, Section
from requests_app.sections.drafts import DraftForm
from requests_app.views.drafting import merging, saving
from requests_app.views.drafting.opened_forms import section_form
from requests_app.views.drafting.wizard_pages import section_context
from requests_app.views.parts.access import OfficerRequest, find, find_editable, find_section
from requests_app.views.parts.finding_places import Places
from requests_app.views.parts.panel import kept_panel_of, panel_of
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/section.html"


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    page = find_section(slug)
    if request.method == "POST":
        return _save(request, find_editable(request, reference), page)
    mla = find(request, reference)
    form = section_form(mla, page)
    return render(request, PAGE, section_context(request, panel_of(mla), page, form))


def _save(request: OfficerRequest, mla: MLARequest, page: Section) -> HttpResponse:
    if page.form is None:
        return redirect(following(mla, page, request.POST.get("then", "")))
    of_page = partial(page.form, mla=mla, instance=mla)
    form = of_page(saving.typed(request, of_page))
    form.is_valid()
    values = form.columns(saving.chosen(request))
    try:
        casework.save_section(
            mla,
            request.user,
            section=page.slug,
            base=saving.base_of(request),
            values=values,
            sent=saving.sent(request, form),
        )
    except casework.Conflict as conflict:
        return _stale(request, find(request, mla.reference), page, form, conflict)
    fresh = find(request, mla.reference)
    saving.acknowledge(request, fresh.revision)
    return _saved(request, fresh, page, form)


def _saved(request: OfficerRequest, mla: MLARequest, page: Section, form: DraftForm) -> HttpResponse:
    if not request.htmx and not form.errors:
        return redirect(following(mla, page, request.POST.get("then", "")))
    saved: dict[str, Any] = {"save": saving.state_of(form, mla)}
    fresh = section_form(mla, page) if request.htmx else None
    if fresh and set(fresh.fields) != set(form.fields):
        # Another language of the letter has other fields: the page gets all of them.
        form, saved = fresh, saved | {"asks_anew": True}
    context = section_context(request, kept_panel_of(mla), page, form)
    return saving.answer(request, PAGE, context | saved, form)


def _stale(
    request: OfficerRequest, mla: MLARequest, page: Section, form: DraftForm, conflict: casework.Conflict
) -> HttpResponse:
    if request.htmx:
        context = section_context(request, panel_of(mla), page, form)
        return saving.refuse_stale(request, PAGE, context)
    context = {"mla": mla, "head": head(mla), "section": page, "post_url": Places(mla).section(page)}
    return merging.show_both(request, context, form, conflict)


def following(mla: MLARequest, page: Section, then: str) -> str:
    """Return where a save leads: to the next page, to all sections, or back to the page itself."""
    if then == "overview":
        return reverse("request", args=[mla.reference])
    if then != "next":
        return Places(mla).section(page)
    number = SECTIONS.index(page) + 1
    if number == len(SECTIONS):
        return reverse("check_answers", args=[mla.reference])
    return Places(mla).section(SECTIONS[number])
