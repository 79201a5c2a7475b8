"""Earlier versions of a page and its rows: who saved what and when, how it differs, and the way back."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import casework, permissions
from requests_app.letter import diff
from requests_app.models import LegalBasis, MLARequest, Version
from requests_app.sections import Section
from requests_app.sections.drafts import DraftForm
from requests_app.views.drafting import saving
from requests_app.views.parts import law_names
from requests_app.views.parts.access import OfficerRequest, find, find_editable, find_section
from requests_app.views.parts.answer_texts import answer_text
from requests_app.views.parts.finding_places import Places, rows_of
from requests_app.views.parts.request_heads import head

MOST_SHOWN = 200
BASES_LABEL = gettext_lazy("Legal bases")
Basis = tuple[str, str, str]


@require_GET
def versions(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    page, mla = find_section(slug), find(request, reference)
    found = Version.objects.filter(request=mla, section=slug).select_related("officer").defer("values")
    names = _row_names(mla, page)
    context = {
        "mla": mla,
        "head": head(mla),
        "section": page,
        "versions": [_line(version, page, names) for version in found[:MOST_SHOWN]],
    }
    return render(request, "requests_app/versions.html", context)


@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, reference: str, slug: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    page = find_section(slug)
    mla = find_editable(request, reference) if request.method == "POST" else find(request, reference)
    chosen = Version.objects.filter(request=mla, section=slug, pk=pk).select_related("officer").first()
    if chosen is None:
        raise Http404
    if request.method == "POST":
        return _restore(request, mla, page, chosen)
    row = _row_of(mla, page, chosen)
    context = {
        "mla": mla,
        "head": head(mla),
        "section": page,
        "version": _line(chosen, page, _row_names(mla, page)),
        "fields": [field for field in _compared(mla, page, chosen, row) if field["differs"]],
        "is_gone": row is None,
        "may_edit": permissions.may_edit(request.user, mla),
    }
    return render(request, "requests_app/version.html", context)


def _restore(request: OfficerRequest, mla: MLARequest, page: Section, chosen: Version) -> HttpResponse:
    try:
        casework.restore(mla, request.user, version=chosen, base=saving.base_of(request))
    except casework.Conflict:
        messages.error(
            request, _("Not restored: the text was changed after you opened this page. Compare it again.")
        )
        return redirect("version", mla.reference, page.slug, chosen.pk)
    messages.success(request, _("Restored. What stood there before is a version too."))
    return redirect(Places(mla).section(page))


def _row_of(mla: MLARequest, page: Section, chosen: Version) -> models.Model | None:
    """Return what the version is compared with: the request, or the row; None when the row is gone."""
    if not chosen.item:
        return mla
    return page.items.of(mla).filter(key=chosen.item).first() if page.items else None


def _compared(
    mla: MLARequest, page: Section, chosen: Version, row: models.Model | None
) -> list[dict[str, Any]]:
    """Return the fields compared, from today's text to that of the version."""
    form = _form(mla, page, chosen, row)
    values = form.fields_of(chosen.values)
    changes = [
        _change(form, name, values[name], empty=row is None) for name in form.fields if name in values
    ]
    if casework.BASES in values:
        changes.append(_change_of_bases(mla, values[casework.BASES]))
    return changes


def _form(mla: MLARequest, page: Section, chosen: Version, row: models.Model | None) -> DraftForm:
    if not chosen.item and page.form:
        return page.form(mla=mla, instance=mla)
    if page.items is None:
        raise Http404
    model = page.items.model
    instance = row or model(request=mla, **casework.values_of_version(chosen, model))
    return page.items.form(mla=mla, instance=instance)


def _change(form: DraftForm, name: str, then: Any, *, empty: bool) -> dict[str, Any]:
    field = form.fields[name]
    before = "" if empty else answer_text(field, form[name].value())
    after = answer_text(field, field.to_python(then) if isinstance(then, str) else then)
    return {
        "label": field.label,
        "differs": before != after,
        "pieces": diff.words(before, after),
        "attrs": field.widget.attrs,
    }


def _change_of_bases(mla: MLARequest, then: Sequence[Basis]) -> dict[str, Any]:
    standing = casework.bases_of(mla)
    names = law_names.short_names({instrument for instrument, *_rest in [*standing, *then]})
    before, after = (_basis_lines(bases, names) for bases in (standing, then))
    gone = [diff.Piece("gone", line) for line in before if line not in after]
    there = [diff.Piece("same" if line in before else "new", line) for line in after]
    return {"label": BASES_LABEL, "differs": before != after, "pieces": [*gone, *there], "attrs": {}}


def _basis_lines(bases: Sequence[Basis], names: Mapping[str, str]) -> list[str]:
    """Return one line for each basis: "Main basis: Budapest Convention, arts 31 and 33"."""
    roles = dict(LegalBasis.Role.choices)
    cited = (
        (roles[role], ", ".join(filter(None, [names.get(code, code), law_names.articles_text(articles)])))
        for code, role, articles in bases
    )
    return [f"{role}: {basis}\n" for role, basis in cited]


def _row_names(mla: MLARequest, page: Section) -> dict[str, str]:
    if page.items is None:
        return {}
    singular = capfirst(str(page.items.singular))
    return {row.key: f"{singular} {number}" for number, row in enumerate(rows_of(mla, page), start=1)}


def _line(version: Version, page: Section, names: dict[str, str]) -> dict[str, Any]:
    form = page.items.form if version.item and page.items else page.form
    labels = {name: field.label for name, field in form.base_fields.items()} if form else {}
    labels[casework.BASES] = BASES_LABEL
    singular = capfirst(str(page.items.singular)) if page.items else ""
    gone = _("%(item)s %(key)s, removed since") % {"item": singular, "key": version.item.upper()}
    return {
        "pk": version.pk,
        "revision": version.revision,
        "at": version.at,
        "who": str(version.officer) if version.officer else "",
        "what": (names.get(version.item) or gone) if version.item else str(page.title),
        "fields": ", ".join(str(labels[name]) for name in version.fields if name in labels),
        "removed": version.removed,
    }
