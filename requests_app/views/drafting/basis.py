"""The first page of a request: the State asked, and the ranked bases to choose from."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from requests_app import casework
from requests_app.models import LegalBasis, MLARequest
from requests_app.sections import form_context
from requests_app.sections.basis import SECTION, BasisForm
from requests_app.sections.drafts import DraftForm
from requests_app.views.drafting import advice, merging, saving
from requests_app.views.drafting.opened_forms import section_form
from requests_app.views.drafting.wizard import following
from requests_app.views.drafting.wizard_pages import section_context
from requests_app.views.parts.access import OfficerRequest, find, find_editable
from requests_app.views.parts.finding_places import Places
from requests_app.views.parts.panel import panel_of
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/section_basis.html"
BESIDE = "beside-"
# Answers on which the order of the bases depends.
RANKING = ("requested", "electronic_evidence", "transnational", "organised_group")


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if request.method == "POST":
        return _save(request, find_editable(request, reference))
    mla = find(request, reference)
    return render(request, PAGE, _context(request, mla, section_form(mla, SECTION)))


def _context(request: OfficerRequest, mla: MLARequest, form: DraftForm | None) -> dict[str, Any]:
    panel = panel_of(mla)
    terms = form_context.of(mla).vocabulary
    cards = advice.cards(mla)
    return section_context(request, panel, SECTION, form) | {
        "bases": [card for card in cards if in_sight(card)],
        "bases_out": [card for card in cards if not in_sight(card)],
        "bases_were": _as_sent(cards),
        "why_none": advice.why_none(mla),
        "ranked_by": advice.ranked_by(mla),
        "asked_for": ", ".join(terms.label(kind) for kind in panel.kinds),
    }


def in_sight(card: dict[str, Any]) -> bool:
    """Whether a card stands open: one that does not fit is folded away, unless it was chosen."""
    return bool(card["usable"] or card["role"])


def _save(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    before = {name: getattr(mla, name) for name in RANKING}
    form = BasisForm(
        saving.typed(request, partial(BasisForm, mla=mla, instance=mla)), mla=mla, instance=mla
    )
    form.is_valid()
    values = form.columns(saving.chosen(request))
    try:
        casework.save_section(
            mla,
            request.user,
            section="basis",
            base=saving.base_of(request),
            values=values,
            sent=saving.sent(request, form),
        )
        _save_bases(request, find(request, mla.reference))
    except casework.Conflict as conflict:
        return _stale(request, mla, form, conflict)
    fresh = find(request, mla.reference)
    saving.acknowledge(request, fresh.revision)
    # Another State has other bases: they are shown before anything else.
    moved = fresh.requested != before["requested"]
    if form.errors or request.htmx:
        context = _context(request, fresh, form) | {"save": saving.state_of(form, fresh)}
        ranked_anew = any(getattr(fresh, name) != value for name, value in before.items())
        # Somebody else chose meanwhile: the next save would send the old cards as a choice of this officer.
        chosen_elsewhere = _offered(request) and _sent_by(request) != context["bases_were"]
        return saving.answer(request, PAGE, context | {"moved": ranked_anew or chosen_elsewhere}, form)
    return redirect(following(fresh, SECTION, "" if moved else request.POST.get("then", "")))


def _stale(
    request: OfficerRequest, mla: MLARequest, form: DraftForm, conflict: casework.Conflict
) -> HttpResponse:
    fresh = find(request, mla.reference)
    if request.htmx:
        return saving.refuse_stale(request, PAGE, _context(request, fresh, form))
    if casework.BASES in conflict.yours:
        return _told_of_both(request, fresh, conflict)
    context = {
        "mla": fresh,
        "head": head(fresh),
        "section": SECTION,
        "post_url": Places(fresh).section("basis"),
    }
    return merging.show_both(request, context, form, conflict)


def _save_bases(request: OfficerRequest, mla: MLARequest) -> None:
    """What was chosen, unless it is what the page came with: then nobody has chosen anything on it."""
    if not _offered(request) or request.POST.get("bases-were") == _sent_by(request):
        return
    bases = advice.chosen(mla, request.POST.get("main", ""), _beside(request))
    casework.choose_bases(mla, request.user, base=saving.base_of(request), bases=bases)


def _offered(request: OfficerRequest) -> bool:
    return bool(request.POST.get("main")) or any(name.startswith(BESIDE) for name in request.POST)


def _sent_by(request: OfficerRequest) -> str:
    return _sent(request.POST.get("main", ""), _beside(request))


def _as_sent(cards: Sequence[Mapping[str, Any]]) -> str:
    """As an untouched page sends it: a basis that is not open has nothing on its card to send."""
    roles = {card["value"]: card["role"] for card in cards if card["usable"] and card["role"]}
    main = next((code for code, role in roles.items() if role == LegalBasis.Role.MAIN), "")
    return _sent(main, roles)


def _beside(request: OfficerRequest) -> dict[str, str]:
    """Role by instrument, of each that is to be cited beside the main one."""
    return {
        name.removeprefix(BESIDE): role
        for name, role in request.POST.items()
        if name.startswith(BESIDE) and role in advice.BESIDE_ROLES
    }


def _sent(main: str, beside: Mapping[str, str]) -> str:
    return " ".join([main or "-", *sorted(f"{code}:{beside[code]}" for code in beside if code != main)])


def _told_of_both(request: OfficerRequest, mla: MLARequest, conflict: casework.Conflict) -> HttpResponse:
    named = {name: _names(conflict, name) for name in ("theirs", "yours")}
    messages.error(
        request,
        _("Somebody chose other bases meanwhile: %(theirs)s. You chose: %(yours)s. Choose again.") % named,
    )
    return redirect(following(mla, SECTION, ""))


def _names(conflict: casework.Conflict, side: str) -> str:
    return ", ".join(instrument for instrument, *_rest in getattr(conflict, side)["bases"])
