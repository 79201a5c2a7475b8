"""A request that goes on from another: which way, what is asked, and what is carried, part by part."""

import uuid
from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from requests_app import casework, snapshots, workflow
from requests_app.casework.carry_over import OF_THE_STATE, holds
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest
from requests_app.sections import vocabulary
from requests_app.sections.clock_fields import DayField
from requests_app.sections.drafts import GatedForm
from requests_app.sections.states import StateField, state_groups
from requests_app.views.drafting.starting import group_of_kinds
from requests_app.views.parts import law_names
from requests_app.views.parts.access import OfficerRequest, find, posted
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/continue.html"
Way = casework.Way

PARTS = {
    "law": gettext_lazy("Legal basis and scope"),
    "authority": gettext_lazy("Authorities and contacts"),
    "proceedings": gettext_lazy("Case number, nature and stage of the proceedings"),
    "facts": gettext_lazy("Facts"),
    "offences": gettext_lazy("Offences"),
    "persons": gettext_lazy("Persons"),
    "data": gettext_lazy("Data sought"),
    "measures": gettext_lazy("Wording of the measures, without reasons and dates"),
    "purpose": gettext_lazy("Purpose"),
    "procedure": gettext_lazy("Procedure and undertakings"),
    "confidentiality": gettext_lazy("Classification and confidentiality"),
    "channel": gettext_lazy("Channel, language and addressee"),
}
WORDS = {
    Way.FOLLOW_UP: gettext_lazy(
        "The full request quotes this one, with the reference and the end of the preservation."
    ),
    Way.SUPPLEMENT: gettext_lazy(
        "New rows, or answers to numbered questions, under the reference of this request."
    ),
    Way.EXTENSION: gettext_lazy("Asks that the same data be kept longer, under the reference they gave."),
    Way.LEAD: gettext_lazy("The answer points to another State. The case shows what led to what."),
    Way.REMINDER: gettext_lazy("A short letter that asks how far the execution has come."),
    Way.WITHDRAWAL: gettext_lazy(
        "A short letter. Once its dispatch is recorded, this request counts as withdrawn."
    ),
    Way.COPY: gettext_lazy("A request of its own. Only what you tick comes along."),
}


class ContinueForm(GatedForm):
    """Every field is asked for only where the way has a use for it."""

    requested = StateField(label=gettext_lazy("Requested State"))
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("What do you need?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    title = forms.CharField(label=gettext_lazy("Short title"), max_length=500, required=False)
    lead = forms.CharField(
        label=gettext_lazy("What the answer showed"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("For the case page only; it is not printed in the letter."),
    )
    case_reference = forms.CharField(label=gettext_lazy("Case number"), max_length=80, required=False)
    due_on = DayField(
        label=gettext_lazy("To be sent by"),
        required=False,
        help_text=gettext_lazy("Shown on the desk. Year, month, day: 2026-06-14"),
    )
    carry = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, way: casework.Way, text: Snapshot, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        way_on = casework.WAYS[way]
        self.offered = [name for name in way_on.offered if holds(text, name)]
        self.vocabulary = vocabulary.current()
        cast(forms.ChoiceField, self.fields["carry"]).choices = [(n, PARTS[n]) for n in self.offered]
        cast(forms.ChoiceField, self.fields["kinds"]).choices = self.vocabulary.choices()
        cast(StateField, self.fields["requested"]).offer(state_groups())
        self.fields["requested"].required = way_on.another_state
        self.fields["kinds"].required = way_on.kinds and way is not Way.SUPPLEMENT
        for name in self._useless(way, way_on):
            del self.fields[name]

    @staticmethod
    def _useless(way: casework.Way, way_on: casework.WayOn) -> set[str]:
        unused = set() if way_on.another_state else {"requested"}
        unused |= set() if way_on.kinds else {"kinds"}
        unused |= set() if way is Way.LEAD else {"lead"}
        unused |= set() if way is Way.COPY else {"case_reference"}
        return unused


@require_http_methods(["GET", "POST"])
def continue_request(request: HttpRequest, reference: str, way: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    chosen = _way_or_404(way)
    if chosen not in casework.ways_on(mla, request.user):
        raise Http404
    text = snapshots.of(mla)
    way_on = casework.WAYS[chosen]
    initial = {
        "token": uuid.uuid4(),
        "title": mla.title,
        "carry": sorted(way_on.ticked),
        "case_reference": mla.case.reference,
        "requested": "" if chosen is Way.LEAD else mla.requested,
    }
    form = ContinueForm(posted(request), way=chosen, text=text, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            return redirect("request", _go_on(request, mla, chosen, form.cleaned_data).reference)
        except workflow.NotAllowed:
            form.add_error(None, _("That is not possible: check the case number, or the state it is in."))
    context = _context(mla, chosen, form, text)
    return render(request, PAGE, context, status=422 if form.errors else 200)


@require_POST
def continue_at_once(request: HttpRequest, reference: str, way: str) -> HttpResponse:
    """One click from the clock: what the way carries by itself, or what was begun before."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    chosen = _way_or_404(way)
    if chosen not in casework.ways_on(mla, request.user):
        raise Http404
    return redirect("request", casework.go_on_once(mla, request.user, chosen).reference)


def _way_or_404(way: str) -> casework.Way:
    try:
        return Way(way)
    except ValueError:
        raise Http404 from None


def _go_on(
    request: OfficerRequest, mla: MLARequest, way: casework.Way, answers: dict[str, Any]
) -> MLARequest:
    wish = casework.Wish(
        carry=frozenset(answers["carry"]),
        kinds=answers.get("kinds", ()),
        requested=answers.get("requested", ""),
        title=answers["title"],
        case_reference=answers.get("case_reference", ""),
        lead=answers.get("lead", ""),
        due_on=answers["due_on"],
    )
    draft = casework.go_on(mla, request.user, way, wish, token=answers["token"])
    said = _("%(new)s is open. It goes on from %(old)s.") % {"new": draft.reference, "old": mla.reference}
    if draft.requested != mla.requested and OF_THE_STATE & wish.carry:  # type: ignore[operator] # never None here
        said += " " + _("Another State is asked, so its legal basis and channel are to be chosen anew.")
    messages.success(request, said)
    return draft


def _context(mla: MLARequest, way: casework.Way, form: ContinueForm, text: Snapshot) -> dict[str, Any]:
    kinds = form["kinds"].value() or [] if "kinds" in form.fields else []
    groups = form.vocabulary.groups() if "kinds" in form.fields else []
    return {
        "mla": mla,
        "head": head(mla),
        "form": form,
        "way": way,
        "title": way.label,
        "words": WORDS[way],
        "groups": [group_of_kinds(title, listed, kinds) for title, listed in groups],
        "parts": [_part(form, name, text) for name in form.offered],
        "breadcrumb": [
            {"label": _("My desk"), "url": reverse("desk")},
            {"label": mla.reference, "url": reverse("request", args=[mla.reference])},
            {"label": way.label},
        ],
    }


def _part(form: ContinueForm, name: str, text: Snapshot) -> dict[str, Any]:
    return {
        "value": name,
        "id": f"id_carry_{name}",
        "label": PARTS[name],
        "term": SUMMARIES[name](text),
        "checked": name in (form["carry"].value() or []),
    }


def _rows(number: int, first: str) -> str:
    shown = Truncator(first).chars(80)
    return ngettext("%(n)s: %(first)s", "%(n)s, the first: %(first)s", number) % {
        "n": number,
        "first": shown,
    }


def _list(attribute: str, name: Callable[[Any], str]) -> Callable[[Snapshot], str]:
    def said(text: Snapshot) -> str:
        items = getattr(text, attribute)
        return _rows(len(items), name(items[0])) if items else ""

    return said


def _law(text: Snapshot) -> str:
    names = law_names.short_names(set(text.basis_ids))
    return ", ".join(names.get(code, code) for code in text.basis_ids)


SUMMARIES: dict[str, Callable[[Snapshot], str]] = {
    "law": _law,
    "authority": lambda text: ", ".join(
        filter(None, [text.authority.requesting.office, text.authority.conducting.office])
    ),
    "proceedings": lambda text: " · ".join(
        filter(None, [text.proceedings.case_reference, Truncator(text.proceedings.nature).chars(80)])
    ),
    "facts": _list("facts", lambda fact: fact.text),
    "offences": _list("offences", lambda offence: offence.title),
    "persons": _list("persons", lambda person: f"{person.family_name} {person.given_names}".strip()),
    "data": _list("data_items", lambda item: item.identifier),
    "measures": _list("measures", lambda measure: measure.description or measure.kind),
    "purpose": lambda text: Truncator(text.purpose).chars(80),
    "procedure": lambda text: Truncator(
        text.procedure.special or text.procedure.use_undertaking or text.procedure.reciprocity
    ).chars(80),
    "confidentiality": lambda text: text.confidentiality.classification.capitalize(),
    "channel": lambda text: text.channel.addressee,
}
