"""A new request: who holds the evidence, and what is needed from there."""

import uuid
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from requests_app import casework, permissions, workflow
from requests_app.models import MLARequest
from requests_app.models.officer import Unit
from requests_app.sections import usual_kinds, vocabulary
from requests_app.sections.basis import TITLE_HINT
from requests_app.sections.drafts import UNANSWERED, GatedForm
from requests_app.sections.states import StateField, state_groups
from requests_app.sections.vocabulary import Kind
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless
from treaties import cited_bases, current

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SCOPE = ("electronic_evidence", "transnational", "organised_group")


class StartForm(GatedForm):
    """The form of a new request. A State and one kind are enough; questions of scope improve the
    advice and may wait.
    """

    requested = StateField(
        label=_("Which State holds the evidence?"),
        help_text=_("The State where the provider, the bank or the person can be ordered to help."),
        error_messages={"required": _("Choose the State that holds the evidence.")},
        required=True,
    )
    kinds = forms.MultipleChoiceField(
        label=_("What do you need from it?"),
        help_text=_("Choose all that apply. You can change this later."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one kind of assistance.")},
    )
    title = forms.CharField(
        label=_("Short title"),
        max_length=500,
        required=False,
        help_text=TITLE_HINT,
    )
    case_reference = forms.CharField(
        label=_("Case number"),
        max_length=80,
        required=False,
        help_text=_("Requests with the same case number belong together."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        self.vocabulary = vocabulary.current()
        cast(forms.ChoiceField, self.fields["kinds"]).choices = self.vocabulary.choices()
        cast(StateField, self.fields["requested"]).offer(state_groups())
        for name in SCOPE:
            label = MLARequest._meta.get_field(name).verbose_name  # type: ignore[union-attr] # a column
            self.fields[name] = forms.ChoiceField(
                label=label, choices=UNANSWERED, widget=forms.RadioSelect, required=False
            )
        self.order_fields(["requested", "kinds", *SCOPE, "title", "case_reference"])

    def clean_requested(self) -> str:
        """A State does not ask itself or its own territories by treaty, nor they it, nor each other."""
        requested = str(self.cleaned_data["requested"])
        if said := cited_bases.one_state_words(current.law(), settings.HOME_STATE, requested):
            raise ValidationError(said, code="one_state")
        return requested


@require_http_methods(["GET", "POST"])
def request_new(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_create(request.user))
    form = StartForm(posted(request), initial={"token": uuid.uuid4()})
    if form.is_bound and form.is_valid():
        try:
            return redirect("section", _start(request, form.cleaned_data).reference, "basis")
        except workflow.NotAllowed:
            form.add_error("case_reference", _("You cannot add a request to this case. Check the number."))
    context = {
        "form": form,
        **_kinds(form, request.user.unit),
        "elsewhere": form.vocabulary.elsewhere(),
        "breadcrumb": [{"label": _("My desk"), "url": reverse("desk")}, {"label": _("New request")}],
    }
    return render(request, "requests_app/new.html", context, status=422 if form.errors else 200)


def _kinds(form: StartForm, unit: Unit | None) -> dict[str, Any]:
    """Return the boxes of the usual kinds, and those of all the others, folded unless one is ticked."""
    chosen = form["kinds"].value() or []
    usual = usual_kinds.first(form.vocabulary, usual_kinds.of_unit(unit))
    others = usual_kinds.without(form.vocabulary.groups(), usual)
    folded = [kind.code for _title, kinds in others for kind in kinds]
    return {
        "usual": [group_of_kinds(_("Asked for most"), usual, chosen)],
        "groups": [group_of_kinds(title, kinds, chosen) for title, kinds in others],
        "how_many": len(folded),
        "unfolded": not set(folded).isdisjoint(chosen),
    }


def _start(request: OfficerRequest, answers: dict[str, Any]) -> MLARequest:
    mla = casework.start(
        request.user,
        requested=answers["requested"],
        kinds=answers["kinds"],
        title=answers["title"],
        case_reference=answers["case_reference"],
        token=answers["token"],
    )
    scope = {name: answers[name] for name in SCOPE if answers[name]}
    if scope:
        casework.save_section(mla, request.user, section="basis", base=mla.revision, values=scope)
    return mla


def group_of_kinds(title: "StrOrPromise", kinds: list[Kind], chosen: list[str]) -> dict[str, Any]:
    choices = [
        {
            "value": kind.code,
            "label": kind.plain,
            "term": kind.term,
            "checked": kind.code in chosen,
            "id": f"id_kinds_{kind.code}",
        }
        for kind in kinds
    ]
    return {"title": title, "choices": choices}
