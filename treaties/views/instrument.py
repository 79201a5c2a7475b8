"""The page of one instrument: when it applies, what a request must contain, and who is party since when."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from treaties.models import AssistanceKind, Instrument, Participation
from treaties.views.acts import acts, standing
from treaties.views.chapters import chapters
from treaties.views.lines import Tag, Words
from treaties.views.marks import Mark, mark, written

Kind = Instrument.Kind
ON_THE_MAP = (Kind.MULTILATERAL, Kind.REGIONAL)


@dataclass(frozen=True, slots=True)
class Party:
    """A State in the list of parties."""

    state: Mark
    url: str
    tag: Tag
    acts: list[str]
    fact: Participation


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before anybody relies on the page."""

    title: Words
    text: Words


@require_safe
def instrument(request: HttpRequest, slug: str) -> HttpResponse:
    found = Instrument.objects.select_related("supplements", "membership").filter(code=slug).first()
    if found is None:
        raise Http404
    kinds = dict(AssistanceKind.objects.values_list("code", "term"))
    sections = chapters(found, kinds)
    parties = _parties(found, timezone.localdate())
    return render(
        request,
        "treaties/instrument.html",
        {
            "instrument": found,
            "crumbs": [{"label": _("Law"), "url": reverse("law_search")}, {"label": found.name}],
            "notices": _notices(found),
            "facts": _facts(found),
            "chapters": sections,
            "contents": [*sections, {"slug": "parties", "title": _("Parties and signatories")}],
            "parties": parties,
            "parties_note": found.parties_note or ", ".join(found.party_names if not parties else []),
            "on_map": found.kind in ON_THE_MAP,
            "map_url": f"{reverse('law_coverage')}?instrument={found.code}",
        },
    )


def _notices(row: Instrument) -> list[Notice]:
    """Return what must be known before anybody relies on the page."""
    said = [
        (not row.usable_now, _("Not known to be in force"), row.status_note),
        (row.text_needed, _("The text is not loaded"), _text_needed(row)),
        (row.no_duty, _("It creates no duty to assist"), row.role),
        (row.usable_now and bool(row.status_note), _("Status"), row.status_note),
    ]
    remarks = [Notice(_("Remark"), text) for text in row.remarks]
    return [Notice(title, text) for applies, title, text in said if applies] + remarks


def _text_needed(row: Instrument) -> str:
    falls_back = _("Until it is, requests follow the usual contents of such treaties.")
    return _("Nobody has entered what it asks for from the text itself. %s") % falls_back


def _facts(row: Instrument) -> list[dict[str, Words]]:
    in_force = written(row.in_force) or (row.in_force_note if row.in_force_note else _("Not known"))
    lines: list[tuple[Words, Words]] = [
        (_("Kind"), row.get_kind_display().capitalize()),
        (_("Reference"), row.reference),
        (_("Adopted"), ", ".join(filter(None, [written(row.adopted) or row.adopted_note, row.place]))),
        (_("Opened"), row.opened),
        (_("In force"), in_force),
        (_("Confidence in dates"), row.dates_note),
        (_("Depositary"), row.depositary),
        (_("Sole basis"), row.get_sole_basis_display().capitalize()),
        (_("Supplements"), row.supplements.name if row.supplements else ""),
        (_("Members of"), row.membership.name if row.membership else ""),
        (_("Yields to a treaty"), _gap_filler(row)),
        (_("Text"), format_html('<a href="{0}">{0}</a>', row.url) if row.url else ""),
        (_("List of parties"), _("complete on %s") % written(row.complete_on) if row.complete_on else ""),
    ]
    return [{"title": title, "value": value} for title, value in lines if value]


def _gap_filler(row: Instrument) -> str:
    provisions = row.gap_filler.get("provisions", [])
    return (
        _("arts %s apply only without an assistance treaty") % ", ".join(provisions) if provisions else ""
    )


def _parties(row: Instrument, on: date) -> list[Party]:
    rows = list(row.participations.select_related("state"))
    found = [
        Party(where := mark(each.state), where.url, standing(each, on), acts(each), each) for each in rows
    ]
    return sorted(found, key=lambda party: party.state.name)
