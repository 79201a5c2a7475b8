"""Where no request is needed: who gave the data, in what capacity, and the law that allows it."""

import uuid
from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from requests_app import casework, permissions
from requests_app.models import Case, Consent, Officer
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.sections.states import StateField, state_groups
from requests_app.views.drafting.advice import BIND_NOBODY
from requests_app.views.parts import law_names
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless
from treaties import advisor, current

KIND = "transborder_access"
MOST = 100


class ConsentForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """Data that needed no request, and why none was needed."""

    case_reference = forms.CharField(label=gettext_lazy("Case number"), max_length=500)
    state = StateField(label=gettext_lazy("State where the data are"))
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Consent
        fields = (
            *("ground", "state", "data", "person", "capacity"),
            *("given_on", "given_how", "told", "paper"),
        )
        formfield_callback = draft_field
        help_texts = {
            "state": gettext_lazy("Leave it empty where nobody knows."),
            "data": gettext_lazy(
                "The account, the page or the files, and the day on which they were taken."
            ),
            "person": gettext_lazy("Not needed for data that are open to the public."),
            "capacity": gettext_lazy(
                "Such as holder of the account, or officer of the company that runs it."
            ),
            "told": gettext_lazy("That the consent may be refused, and what the data will be used for."),
        }

    def __init__(self, *args: Any, officer: Officer, **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        self.officer = officer
        self.order_fields(["case_reference", "ground", "state"])
        cast(StateField, self.fields["state"]).offer(state_groups())
        for name in ("ground", "data"):
            self.fields[name].required = True

    def clean_case_reference(self) -> Case:
        """A case that the officer may not see is answered like one that does not exist."""
        given = self.cleaned_data["case_reference"]
        case = Case.objects.open_to(self.officer).filter(reference=given).first()
        if case is None:
            raise forms.ValidationError(
                _("There is no case with this number. Check it, or start a request.")
            )
        return case

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("ground") in (Consent.Ground.CONSENT, Consent.Ground.VOLUNTARY):
            for name in ("person", "capacity"):
                if not answers.get(name):
                    self.add_error(name, _("Say it: without it the consent proves nothing."))
        return answers


@require_http_methods(["GET", "POST"])
def consent_new(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_create(request.user))
    initial = {"token": uuid.uuid4(), "case_reference": request.GET.get("case", "")}
    form = ConsentForm(posted(request), officer=request.user, initial=initial)
    if form.is_bound and form.is_valid():
        kept = casework.record_consent(
            form.save(commit=False),
            request.user,
            case=form.cleaned_data["case_reference"],
            token=form.cleaned_data["token"],
        )
        return redirect("consent", kept.pk)
    return render(
        request, "requests_app/consent_form.html", {"form": form}, status=422 if form.errors else 200
    )


@require_GET
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """A page that is printed as it is."""
    request = cast(OfficerRequest, request)
    record = _visible(request.user).filter(pk=pk).first()
    if record is None:
        raise Http404
    casework.read_consent(record, request.user)
    names = law_names.states({record.state} - {""})
    place = names[record.state]["name"] if record.state in names else ""
    context = {"record": record, "state": place, "articles": _articles(record, names)}
    return render(request, "requests_app/consent.html", context)


@require_GET
def consents(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    return render(request, "requests_app/consents.html", {"records": _visible(request.user)[:MOST]})


def _visible(officer: Officer) -> Any:
    if not permissions.is_caseworker(officer):
        return Consent.objects.none()
    open_cases = Case.objects.open_to(officer)
    return Consent.objects.filter(case__in=open_cases).select_related("case", "officer")


def _articles(record: Consent, names: dict[str, Any]) -> list[dict[str, str]]:
    """What the adviser cites for it between the two States, on the day of the consent."""
    if record.state not in names:
        return []
    found = advisor.advise(
        requesting=settings.HOME_STATE,
        requested=record.state,
        kinds=[KIND],
        on=record.given_on or timezone.localdate(),
        max_penalty_years=None,
        transnational=False,
        organised_group=False,
        electronic=True,
    )
    carrying = {a.instrument: a.articles[KIND] for a in found if a.usable and KIND in a.articles}
    cited = [current.law().instruments[code] for code in sorted(carrying)]
    binding = [each for each in cited if each.kind not in BIND_NOBODY]
    return [{"title": each.name, "article": carrying[each.code]} for each in binding]
