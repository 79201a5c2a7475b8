"""The emergency mode: five answers on a telephone, and a page on which a second officer confirms."""

import uuid
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import casework, permissions, workflow
from requests_app.documents import letters
from requests_app.letter.setting import Stamp
from requests_app.models import DataItem, MLARequest, UnitProfile
from requests_app.sections.drafts import GatedForm
from requests_app.sections.zones import ZoneField
from requests_app.views.drafting.contacts24 import Contact247, contacts, contacts_of
from requests_app.views.parts.access import OfficerRequest, find, posted, refuse_unless

CALL = "emergency/call.html"
CONFIRM = "emergency/confirm.html"
Urgency = MLARequest.UrgencyCategory
TYPES = ("email", "account", "phone", "ip", "domain", "url", "device", "other")


class CallForm(GatedForm):
    """Five questions. Each box says what it wants; what is wrong stays on the screen as it was typed."""

    contact = forms.ChoiceField(
        label=gettext_lazy("1. Which State, which contact?"),
        error_messages={"required": gettext_lazy("Choose the State that holds the data.")},
    )
    type = forms.ChoiceField(
        label=gettext_lazy("2. What must be preserved?"),
        choices=[(each.value, each.label) for each in DataItem.Type if each.value in TYPES],
    )
    identifier = forms.CharField(
        label=gettext_lazy("Account, address or number"),
        max_length=500,
        error_messages={"required": gettext_lazy("Write the account, address or number.")},
    )
    provider = forms.CharField(
        label=gettext_lazy("Provider"),
        max_length=500,
        error_messages={"required": gettext_lazy("Write who holds the data.")},
    )
    happened = forms.CharField(
        label=gettext_lazy("3. What happened, and what is in danger?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Say what happened and what is in danger.")},
    )
    category = forms.ChoiceField(
        label=gettext_lazy("In danger"),
        choices=[
            (Urgency.DANGER_TO_LIFE.value, gettext_lazy("A life")),
            (Urgency.LOSS_OF_DATA.value, gettext_lazy("The data")),
        ],
        initial=Urgency.DANGER_TO_LIFE.value,
        widget=forms.RadioSelect,
    )
    offence = forms.CharField(
        label=gettext_lazy("Offence, in a few words"),
        max_length=500,
        error_messages={"required": gettext_lazy("Name the offence: the Convention asks for it.")},
    )
    since = forms.DateTimeField(
        label=gettext_lazy("4. Since when?"),
        input_formats=["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"],
        help_text=gettext_lazy("Day and time: 2026-06-14 23:40"),
        error_messages={
            "required": gettext_lazy("Write since when."),
            "invalid": gettext_lazy("Write it like 2026-06-14 23:40."),
        },
    )
    zone = ZoneField(label=gettext_lazy("Time zone"))
    reachable = forms.CharField(
        label=gettext_lazy("5. Who can be reached, now?"),
        max_length=500,
        help_text=gettext_lazy("Name and telephone number"),
        error_messages={"required": gettext_lazy("Write who can be reached, with a number.")},
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, offered: list[Contact247], **options: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        self.offered = {contact.value: contact for contact in offered}
        choices = [("", _("Choose")), *((contact.value, contact.label) for contact in offered)]
        cast(forms.ChoiceField, self.fields["contact"]).choices = choices
        self.fields["zone"].required = True

    def clean_since(self) -> Any:
        """The clock of the place, as it was told; the zone stands beside it."""
        moment = self.cleaned_data["since"].replace(tzinfo=None)
        if moment > timezone.now().replace(tzinfo=None) + timedelta(days=1):
            raise forms.ValidationError(_("This moment has not come yet."), code="future")
        return moment


@require_http_methods(["GET", "POST"])
def call(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_create(request.user))
    profile = UnitProfile.of(request.user)
    form = CallForm(
        posted(request), offered=contacts(), initial={"token": uuid.uuid4(), "zone": profile.zone or "UTC"}
    )
    open_findings: list[str] = []
    if form.is_bound and form.is_valid():
        try:
            mla = casework.call(request.user, _said(form), token=form.cleaned_data["token"])
        except workflow.NotReady as refused:
            open_findings = [finding.message for finding in refused.findings]
        else:
            return redirect("emergency_confirm", mla.reference)
    context = {"form": form, "findings": open_findings, "profile": profile}
    return render(request, CALL, context, status=422 if form.is_bound else 200)


def _said(form: CallForm) -> casework.Call:
    answers = form.cleaned_data
    chosen = form.offered[answers["contact"]]
    taken = ("identifier", "type", "provider", "happened", "offence", "category", "since", "zone")
    return casework.Call(
        requested=chosen.state,
        addressee=chosen.office or _("24/7 point of contact"),
        reachable=answers["reachable"],
        **{name: answers[name] for name in taken},
    )


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Exactly what will leave, and one button. Two who press it at once: the first has confirmed."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    if not mla.is_emergency:
        return redirect("request", reference)
    if request.method == "POST":
        return _confirm(request, mla)
    may = workflow.Action.CONFIRM_EMERGENCY in workflow.open_moves(mla, request.user)
    context = {
        "mla": mla,
        **_letter(mla),
        "may_confirm": may,
        "may_return": workflow.Action.RETURN in workflow.open_moves(mla, request.user),
        "is_author": permissions.is_author(request.user, mla),
        "contacts": contacts_of(mla.requested),
        "followers": list(mla.followed_by.all()),
        "document": mla.documents.first(),
    }
    return render(request, CONFIRM, context)


def _letter(mla: MLARequest) -> dict[str, Any]:
    """The letter with its digest, read once; and what the law has changed in it since the call."""
    if mla.approved_digest:
        return {"letter": letters.letter_of(mla), "digest": "", "changed": None}
    current = letters.now(mla)
    letter = current.letter(Stamp(revision=mla.revision))
    return {
        "letter": letter,
        "digest": current.digest,
        "changed": letters.difference(letters.kept(mla), current),
    }


def _confirm(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    try:
        casework.confirm(mla, request.user, digest=request.POST.get("digest", ""))
    except workflow.AlreadyMade:
        pass
    except workflow.NotAllowed:
        messages.error(
            request, _("Somebody else has confirmed or returned it, or it is not yours to confirm.")
        )
    except workflow.Stale:
        messages.error(request, _("The letter has changed since this page was opened. Read it again."))
    except workflow.NotReady:
        messages.error(request, _("The check has found something that blocks it. It has to be returned."))
    else:
        messages.success(request, _("Confirmed. The document is being made; record it once it has left."))
    return redirect("emergency_confirm", mla.reference)
