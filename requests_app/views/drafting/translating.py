"""All texts of a request in both languages on one page: what is missing, and what has to follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import casework, permissions, snapshots
from requests_app.content import languages
from requests_app.content.fields import HOMES
from requests_app.content.languages import Pair, PairState
from requests_app.letter import diff
from requests_app.models import MLARequest
from requests_app.sections import BY_SLUG, SECTIONS, Section, counterparts, form_context
from requests_app.sections.text_gate import as_stored, refuse_endless_words, refuse_hidden_characters
from requests_app.views.drafting import saving
from requests_app.views.parts.access import OfficerRequest, find, find_editable
from requests_app.views.parts.finding_places import Places, anchor, label_of
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/texts.html"
STALE, NOT_SAVED = 409, 422
TO_REVISE = frozenset({PairState.OUTGOING_BEHIND, PairState.WORKING_BEHIND})
SHOWN: dict[str, tuple[Any, frozenset[PairState]]] = {
    "open": (gettext_lazy("Open"), frozenset({PairState.MISSING}) | TO_REVISE),
    "missing": (gettext_lazy("Not written yet"), frozenset({PairState.MISSING})),
    "revise": (gettext_lazy("To be revised"), TO_REVISE),
    "all": (gettext_lazy("All"), frozenset(PairState)),
}


class TextForm(forms.Form):
    """One text of a pair, under the path that names it."""

    path = forms.CharField(max_length=200)
    seen = forms.CharField(max_length=64)
    text = forms.CharField(
        max_length=200_000,
        required=False,
        strip=False,
        validators=[refuse_hidden_characters, refuse_endless_words],
    )


@dataclass(frozen=True)
class Labels:
    """The name of a text on the page where it is drafted, without a query for each text."""

    mla: MLARequest

    def section(self, path: str) -> Section | None:
        return BY_SLUG.get(casework.section_of_text(path))

    def label(self, path: str) -> str:
        part, _dot, rest = path.partition(".")
        section = self.section(path)
        if part == "unknown":
            return _("Why it is not known: %(field)s") % {"field": _name_of_draft_field(rest)}
        if section and section.items and part in snapshots.ITEMS:
            return self._of_row(section, *rest.split(".", 1))
        column = next((name for name, at in snapshots.PATHS.items() if at == path), "")
        return capfirst(label_of(section.form, column)) if section else path

    def _of_row(self, section: Section, key: str, rest: str) -> str:
        assert section.items is not None  # noqa: S101 - asked before
        number, row = Places(self.mla).rows[section.slug, key]
        name = rest.removeprefix("particulars.")
        label = label_of(section.items.form, name) or self._particular(getattr(row, "kind", ""), name)
        item = capfirst(str(section.items.singular))
        return _("%(item)s %(number)s, %(label)s") % {"item": item, "number": number, "label": label}

    def _particular(self, kind: str, name: str) -> str:
        known = form_context.of(self.mla).vocabulary.particulars.get(kind, ())
        return next((str(each.label) for each in known if each.name == name), name)


def _name_of_draft_field(name: str) -> str:
    home = HOMES[name]
    section = BY_SLUG[home.section]
    form = section.items.form if home.items and section.items else section.form
    return label_of(form, home.field) or str(section.title)


@require_http_methods(["GET", "POST"])
def texts(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if request.method == "POST":
        return _save(request, find_editable(request, reference))
    mla = find(request, reference)
    return render(request, PAGE, _context(request, mla))


def _save(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    form = TextForm(request.POST)
    path = request.POST.get("path", "")
    if not form.is_valid():
        return _refuse(request, mla, path, form)
    answer = form.cleaned_data
    try:
        casework.save_translation(
            mla,
            request.user,
            path=path,
            text=None if "same" in request.POST else as_stored(answer["text"]),
            seen=answer["seen"],
            agreed="agree" in request.POST,
        )
    except casework.Conflict as conflict:
        return _stale(request, mla, path, conflict)
    except (LookupError, ValueError, ObjectDoesNotExist):
        raise Http404 from None
    saving.acknowledge(request, mla.revision)
    if not request.htmx:
        return redirect(f"{_address(mla, request.POST.get('show', ''))}#{anchor(path)}")
    fresh = find(request, mla.reference)
    context = _context(request, fresh)
    saved = {"save": {"ok": True, "at": timezone.now()}, "entry": _entry_of(context, path)}
    return render(request, f"{PAGE}#saved", context | saved)


def _refuse(request: OfficerRequest, mla: MLARequest, path: str, form: TextForm) -> HttpResponse:
    """Show a text that cannot be kept as it was typed, with the reason."""
    context = _context(request, mla, path)
    entry = _entry_of(context, path)
    entry |= {"outgoing": request.POST.get("text", ""), "errors": form.errors.get("text", ())}
    if not request.htmx:
        return render(request, PAGE, context, status=NOT_SAVED)
    unread = {"ok": False, "at": timezone.now(), "problems": 1, "unread": entry["label"]}
    return render(request, f"{PAGE}#saved", context | {"entry": entry, "save": unread}, status=NOT_SAVED)


def _stale(
    request: OfficerRequest, mla: MLARequest, path: str, conflict: casework.Conflict
) -> HttpResponse:
    context = _context(request, find(request, mla.reference), path)
    if request.htmx:
        refused = {"save": {"conflict": True, "at": timezone.now()}, "of": anchor(path)}
        return render(request, f"{PAGE}#refused", context | refused, status=STALE)
    theirs, mine = conflict.theirs["text"], conflict.yours["text"]
    _entry_of(context, path).update(
        {"outgoing": mine, "theirs": theirs, "pieces": diff.words(theirs, mine), "is_stale": True}
    )
    return render(request, PAGE, context, status=STALE)


def _entry_of(context: dict[str, Any], path: str) -> dict[str, Any]:
    for group in context["groups"]:
        for entry in group["entries"]:
            if entry["path"] == path:
                return cast("dict[str, Any]", entry)
    raise Http404


def _context(request: OfficerRequest, mla: MLARequest, also: str = "") -> dict[str, Any]:
    """Return the context. `also` is the text that was just sent, which is shown whatever the filter."""
    pairs = languages.pairs(snapshots.of(mla))
    counts = {name: sum(pair.state in states for pair in pairs) for name, (_label, states) in SHOWN.items()}
    show = request.GET.get("show") or request.POST.get("show") or ("open" if counts["open"] else "all")
    chosen = SHOWN.get(show, SHOWN["all"])[1]
    sent = {also, request.POST.get("path", "")}
    return {
        "mla": mla,
        "head": head(mla),
        "may_edit": permissions.may_edit(request.user, mla),
        "two": form_context.of(mla).languages,
        "working": _language(mla.working_language),
        "outgoing": _language(mla.language),
        "show": show,
        "filters": [
            {"label": label, "count": counts[name], "url": f"?show={name}", "current": name == show}
            for name, (label, _states) in SHOWN.items()
        ],
        "done": counts["all"] - counts["open"],
        "total": counts["all"],
        "groups": _groups(mla, [pair for pair in pairs if pair.state in chosen or pair.path in sent]),
    }


def _language(tag: str) -> dict[str, str]:
    return {"name": counterparts.name_of_language(tag), **counterparts.attrs_of(tag)}


def _groups(mla: MLARequest, pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    """Return the texts by page, in the order of the wizard."""
    labels, places = Labels(mla), Places(mla)
    found: dict[str, list[dict[str, Any]]] = {}
    for pair in pairs:
        found.setdefault(casework.section_of_text(pair.path), []).append(_entry(labels, pair))
    pages = [(page.slug, str(page.title), places.section(page)) for page in SECTIONS]
    pages.append(
        (casework.TEXTS, _("Answers to the check"), reverse("check_answers", args=[mla.reference]))
    )
    return [
        {"title": title, "url": url, "entries": found[slug]} for slug, title, url in pages if slug in found
    ]


def _entry(labels: Labels, pair: Pair) -> dict[str, Any]:
    return {
        "path": pair.path,
        "id": anchor(pair.path),
        "label": labels.label(pair.path),
        "working": pair.working,
        "outgoing": pair.outgoing,
        "state": pair.state.value,
        "seen": casework.seen_of(pair.working, pair.outgoing),
        "rows": max(2, min(12, 1 + max(len(pair.working), len(pair.outgoing)) // 60)),
    }


def _address(mla: MLARequest, show: str) -> str:
    kept = f"?show={show}" if show in SHOWN else ""
    return f"{reverse('texts', args=[mla.reference])}{kept}"
