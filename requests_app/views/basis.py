"""The first page of a request: the State asked, and the ranked bases to choose from."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from requests_app import casework
from requests_app.models import LegalBasis, MLARequest
from requests_app.sections import surroundings
from requests_app.sections.basis import SECTION, BasisForm
from requests_app.sections.drafts import DraftForm
from requests_app.views import law, saving
from requests_app.views.access import OfficerRequest, find, find_editable
from requests_app.views.heads import head
from requests_app.views.pages import section_context
from requests_app.views.panel import panel_of
from requests_app.views.places import Places
from requests_app.views.wizard import following

PAGE = "requests_app/section_basis.html"


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if request.method == "POST":
        return _save(request, find_editable(request, reference))
    mla = find(request, reference)
    return render(request, PAGE, _context(request, mla, BasisForm(mla=mla, instance=mla)))


def _context(request: OfficerRequest, mla: MLARequest, form: DraftForm) -> dict[str, Any]:
    panel = panel_of(mla)
    kinds = panel.kinds
    roles = {basis.instrument: basis.role for basis in mla.bases.all()}
    return section_context(request, panel, SECTION, form) | {
        "bases": law.basis_cards(mla, kinds, roles),
        "asked_for": ", ".join(surroundings.of(mla).vocabulary.label(kind) for kind in kinds),
    }


def _save(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    form = BasisForm(saving.typed(request, BasisForm(mla=mla, instance=mla)), mla=mla, instance=mla)
    form.is_valid()
    base = saving.base_of(request)
    try:
        mla = casework.save_section(
            mla, request.user, section="basis", base=base, values=form.columns(saving.chosen(request))
        )
        if saving.RESOLVING not in request.POST:
            casework.choose_bases(mla, request.user, base=mla.revision, bases=_chosen(mla, request.POST))
    except casework.Conflict as conflict:
        fresh = find(request, mla.reference)
        context = {
            "mla": fresh,
            "head": head(fresh),
            "section": SECTION,
            "post_url": Places(fresh).section("basis"),
        }
        return saving.show_both(request, context, form, conflict)
    fresh = find(request, mla.reference)
    if form.errors:
        return saving.answer(request, PAGE, _context(request, fresh, form), form)
    return redirect(following(fresh, SECTION, request.POST.get("then", "")))


def _chosen(mla: MLARequest, data: QueryDict) -> list[tuple[str, str, str]]:
    """The main basis and those cited beside it, with the articles that the advice names for them."""
    articles = law.articles_offered(mla)
    main = data.get("main", "")
    also = [code for code in data.getlist("also") if code != main]
    roles = [(main, LegalBasis.Role.MAIN)] + [(code, LegalBasis.Role.ADDITIONAL) for code in also]
    return [(code, role.value, articles[code]) for code, role in roles if code in articles]
