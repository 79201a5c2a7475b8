"""The directory of authorities and contact points."""

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from treaties.models import Authority, State
from treaties.views.offices import office, with_designations
from treaties.views.pages import paging

PER_PAGE = 50


class DirectoryForm(forms.Form):
    """By what the directory is narrowed down."""

    optional: frozenset[str] = frozenset()

    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("No office of such a State is known. Choose one.")},
    )
    function = forms.ChoiceField(
        label=gettext_lazy("For"),
        required=False,
        choices=[("", gettext_lazy("Every function")), *Authority.Function.choices],
        error_messages={"invalid_choice": gettext_lazy("There is no such function. Choose one.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        there = State.objects.filter(authorities__isnull=False).distinct()
        states = sorted((state.name, state.code) for state in there)
        self.fields["state"].choices = [("", _("Every State")), *((code, name) for name, code in states)]  # type: ignore[attr-defined]

    def found(self) -> QuerySet[Authority]:
        """Return the offices that match; none for a choice that does not exist, and the form says why."""
        rows = with_designations().order_by("state__iso2", "function", "code")
        if not self.is_bound:
            return rows
        if not self.is_valid():
            return rows.none()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return rows.filter(**asked)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    form = DirectoryForm(request.GET if request.GET else None)
    page: Page[Authority] = Paginator(form.found(), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "treaties/directory.html",
        {"form": form, "offices": [office(row) for row in page], "page": paging(page, request.GET)},
    )
