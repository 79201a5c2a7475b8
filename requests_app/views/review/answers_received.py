"""Pages on which an officer records an answer of the other side: an acknowledgement, or a preservation."""

import uuid
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import casework, workflow
from requests_app.models import Confirmation, MLARequest, Transmission
from requests_app.preservation import deadline_clock
from requests_app.sections.clock_fields import DayField
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.views.parts.access import OfficerRequest, find, posted, refuse_unless
from requests_app.views.parts.events import told_of_last_move
from requests_app.views.parts.request_heads import head
from requests_app.views.review.days import not_ahead, not_before

PAGE = "requests_app/received.html"


class AnswerForm(GatedForm):
    """Nobody answers a letter before it has left."""

    def __init__(self, *args: Any, sent_on: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sent_on = sent_on

    def possible(self, name: str) -> date | None:
        return not_before(not_ahead(self.cleaned_data[name]), self.sent_on, _("The request was sent"))


class AcknowledgementForm(AnswerForm):
    """The other side's reference for a request."""

    on = DayField(label=gettext_lazy("Acknowledged on"), required=True)
    their_reference = forms.CharField(label=gettext_lazy("Their reference"), max_length=500, required=False)

    def clean_on(self) -> Any:
        return self.possible("on")


class ConfirmationForm(AnswerForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """What the other side said of a preservation."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Confirmation
        fields = ("confirmed_on", "their_reference", "provider", "preserved", "stated_until")
        formfield_callback = draft_field
        help_texts = {
            "confirmed_on": gettext_lazy("The clock starts on this day. Year, month, day: 2026-06-14"),
            "stated_until": gettext_lazy(
                "Only if they say a day. It wins over every rule; without it the rule below counts."
            ),
            "preserved": gettext_lazy("Which accounts, which data, as they describe it."),
        }

    def clean_confirmed_on(self) -> Any:
        return self.possible("confirmed_on")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        day, until = answers.get("confirmed_on"), answers.get("stated_until")
        if day and until and until < day:
            self.add_error("stated_until", _("This day lies before the confirmation."))
        return answers


@require_http_methods(["GET", "POST"])
def acknowledgement(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = _open_to(request, reference, workflow.Action.ACKNOWLEDGE)
    form = AcknowledgementForm(
        posted(request),
        initial={"on": timezone.localdate()},
        sent_on=_sent_on(mla),
        use_required_attribute=False,
    )
    if form.is_bound and form.is_valid():
        return _record(request, mla, lambda: casework.acknowledge(mla, request.user, **form.cleaned_data))
    title = _("Record the acknowledgement")
    words = _("The day on which they confirmed that they have the request, and their number for it.")
    return _page(request, mla, form, title=title, words=words)


@require_http_methods(["GET", "POST"])
def preservation(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = _open_to(request, reference, workflow.Action.CONFIRM_PRESERVATION)
    initial = {"token": uuid.uuid4(), "confirmed_on": timezone.localdate(), "provider": _provider(mla)}
    form = ConfirmationForm(
        posted(request), initial=initial, sent_on=_sent_on(mla), use_required_attribute=False
    )
    if form.is_bound and form.is_valid():
        answers = form.cleaned_data
        return _record(request, mla, lambda: casework.confirm_preservation(mla, request.user, **answers))
    title = _("Record the preservation")
    words = _("What the other side has preserved, since when, and under which number.")
    return _page(request, mla, form, title=title, words=words, rule=rule_text(mla))


def rule_text(mla: MLARequest) -> str:
    """Return the rule by which the clock runs when the other side names no day, with how sure it is."""
    terms = deadline_clock.terms_of(mla, timezone.localdate())
    if terms.sure is None:
        return _(
            "How long this State keeps data on request is not in the law data, and no instrument with a "
            "minimum is known to bind both States. Ask for the day, or the clock stands still."
        )
    said = _("Without a day of theirs the clock counts %(days)s days: %(rule)s.") % {
        "days": terms.sure.days,
        "rule": terms.sure.label,
    }
    if terms.own is None:
        return said + " " + _("The law of the requested State is not known; this is the minimum.")
    if terms.own != terms.sure:
        said += " " + _("Its own law is said to give %(days)s days (%(rule)s); nobody has read it.") % {
            "days": terms.own.days,
            "rule": terms.own.label,
        }
    elif not terms.own.is_read:
        said += " " + _("Nobody has read that law in its text.")
    return said


def _sent_on(mla: MLARequest) -> date | None:
    dispatch = Transmission.objects.filter(request=mla).order_by("sent_on").first()
    return dispatch.sent_on if dispatch else None


def _provider(mla: MLARequest) -> str:
    named = {item.provider for item in mla.dataitem_set.all() if item.provider}
    return named.pop() if len(named) == 1 else ""


def _open_to(request: OfficerRequest, reference: str, action: workflow.Action) -> MLARequest:
    mla = find(request, reference)
    refuse_unless(action in workflow.open_moves(mla, request.user))
    return mla


def _record(request: OfficerRequest, mla: MLARequest, act: Any) -> HttpResponse:
    try:
        act()
    except workflow.AlreadyMade:
        pass
    except workflow.NotAllowed:
        messages.error(request, told_of_last_move(mla))
        return redirect("request", mla.reference)
    messages.success(request, _("The answer is recorded."))
    return redirect("request", mla.reference)


def _page(request: OfficerRequest, mla: MLARequest, form: forms.Form, **words: str) -> HttpResponse:
    context = {"mla": mla, "head": head(mla), "form": form, **words}
    return render(request, PAGE, context, status=422 if form.errors else 200)
