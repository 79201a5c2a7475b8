"""The register of providers: one list, one form, and the earlier versions of each entry."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import casework, permissions
from requests_app.models import Provider, ProviderVersion
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.states import StateField, state_groups
from requests_app.views.parts import law_names, listing
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless
from requests_app.views.parts.answer_texts import answer_text

PER_PAGE = 50


class ProviderForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """An entry of the register of providers."""

    state = StateField(label=gettext_lazy("State"), required=True)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Provider
        fields = Provider.FIELDS
        formfield_callback = draft_field
        help_texts = {
            "legal_name": gettext_lazy(
                "The company that can be ordered to answer, as its register names it."
            ),
            "services": gettext_lazy("What its customers call it, with commas between."),
            "source": gettext_lazy(
                "Where you have this from: its guide for authorities, a register, a letter."
            ),
            "checked_on": gettext_lazy(
                "The day on which somebody looked last. Year, month, day: 2026-06-14"
            ),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        cast(StateField, self.fields["state"]).offer(state_groups())
        self.initial["revision"] = self.instance.revision


@require_GET
def providers(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_keep_register(request.user))
    sought = request.GET.get("q", "").strip()
    rows = Provider.objects.all()
    if sought:
        rows = rows.filter(Q(legal_name__icontains=sought) | Q(services__icontains=sought))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    names = law_names.states({row.state for row in page.object_list})
    context = {
        "providers": [_line(row, names) for row in page.object_list],
        "page": listing.paging(request, page),
        "sought": sought,
    }
    return render(request, "requests_app/providers.html", context)


def _line(row: Provider, names: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": row.legal_name,
        "services": row.services,
        "state": names[row.state]["name"] if row.state in names else row.state,
        "languages": row.languages,
        "checked_on": row.checked_on,
        "url": reverse("provider", args=[row.pk]),
    }


@require_http_methods(["GET", "POST"])
def provider_new(request: HttpRequest) -> HttpResponse:
    return _edit(cast(OfficerRequest, request), None)


@require_http_methods(["GET", "POST"])
def provider(request: HttpRequest, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_keep_register(request.user))
    return _edit(request, get_object_or_404(Provider, pk=pk))


def _edit(request: OfficerRequest, entry: Provider | None) -> HttpResponse:
    refuse_unless(permissions.may_keep_register(request.user))
    name = entry.legal_name if entry else ""
    form = ProviderForm(posted(request), instance=entry)
    if form.is_bound and form.is_valid():
        try:
            kept = casework.save_provider(
                form.save(commit=False), request.user, base=form.cleaned_data["revision"] or 0
            )
        except casework.EntryChanged:
            form.add_error(None, _("Somebody changed this entry meanwhile. Open it again and compare."))
        else:
            messages.success(request, _("%(name)s is in the register.") % {"name": kept})
            return redirect("providers")
    context = {"form": form, "name": name, "versions": _versions(entry, form) if entry else []}
    return render(request, "requests_app/provider_form.html", context, status=422 if form.errors else 200)


def _versions(entry: Provider, form: ProviderForm) -> list[dict[str, Any]]:
    """Return each change of the entry with what it changed."""
    rows = list(entry.versions.select_related("officer"))
    before = [*rows[1:], None]
    return [_version(row, earlier, form) for row, earlier in zip(rows, before, strict=False)]


def _version(row: ProviderVersion, earlier: ProviderVersion | None, form: ProviderForm) -> dict[str, Any]:
    old = earlier.values if earlier else {}
    changed = [name for name, value in row.values.items() if value and value != old.get(name)]
    gone = [name for name, value in old.items() if value and not row.values.get(name)]
    return {
        "at": row.at,
        "by": str(row.officer),
        "lines": [
            {
                "label": form.fields[name].label,
                "before": answer_text(form.fields[name], old.get(name)),
                "after": answer_text(form.fields[name], row.values.get(name)),
            }
            for name in [*changed, *gone]
        ],
    }
