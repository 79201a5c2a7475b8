"""Recording how an approved request was sent, with the document that was sent."""

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
from requests_app.documents import letters
from requests_app.documents import printing as made
from requests_app.models import MLARequest, Transmission
from requests_app.sections.drafts import GatedForm, draft_field
from requests_app.views.parts.access import OfficerRequest, find, posted, refuse_unless
from requests_app.views.parts.request_heads import head
from requests_app.views.review import documents
from requests_app.views.review.days import not_ahead, not_before

PAGE = "requests_app/dispatch.html"


class DispatchForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """Everything here is known to whoever sends it, so all but the receipt is asked for.

    `as_approved` is asked where the law or the wording would make another letter by now; `seen` is the
    digest of that other letter.
    """

    as_approved = forms.BooleanField(
        label=gettext_lazy("Send it as it was approved. I have read what would read otherwise today."),
        error_messages={
            "required": gettext_lazy(
                "Say that it is sent as it was approved, or return it, so that it is approved anew."
            )
        },
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    class Meta:
        model = Transmission
        fields = ("route", "means", "recipient", "sent_on", "receipt")
        formfield_callback = draft_field
        help_texts = {
            "recipient": gettext_lazy("The office and the address it went to."),
            "receipt": gettext_lazy("Tracking number or confirmation, if there is one already."),
        }

    def __init__(
        self, *args: Any, changed: letters.Difference | None, approved_on: date | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.approved_on = approved_on
        if changed is None:
            del self.fields["as_approved"], self.fields["seen"]
        else:
            self.initial["seen"] = changed.digest

    def clean_sent_on(self) -> date | None:
        day = not_ahead(self.cleaned_data["sent_on"])
        return not_before(day, self.approved_on, _("The text was approved"))


@require_http_methods(["GET", "POST"])
def dispatch(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    if mla.state == MLARequest.State.SENT:
        return redirect("request", reference)
    refuse_unless(workflow.Action.SEND in workflow.open_moves(mla, request.user))
    document = made.approved(mla)
    standing = letters.kept(mla)
    changed = letters.by_now(standing)
    form = DispatchForm(
        posted(request),
        initial=_known(mla),
        changed=changed,
        approved_on=workflow.approved_on(mla),
        use_required_attribute=False,
    )
    if form.is_bound and form.is_valid() and made.finished(mla):
        return _record(request, mla, form.cleaned_data)
    context = {
        "mla": mla,
        "head": head(mla),
        "form": form,
        "changed": changed,
        "from_before": letters.is_from_before(mla, standing),
        "document": documents.shown(document) if document else None,
        "problems": [_no_document()] if form.is_bound and form.is_valid() else [],
    }
    return render(request, PAGE, context, status=422 if form.is_bound else 200)


def _record(request: OfficerRequest, mla: MLARequest, answers: dict[str, Any]) -> HttpResponse:
    answers.pop("as_approved", None)
    try:
        casework.send(mla, request.user, **answers)
    except workflow.Stale:
        messages.error(request, _("The letter would read otherwise today. Read what differs, then decide."))
        return redirect("dispatch", mla.reference)
    except (casework.NoDocument, workflow.NotAllowed, workflow.NotReady):
        messages.error(request, _("It cannot be sent now: the request has changed since it was approved."))
    else:
        messages.success(request, _("The dispatch is recorded."))
    return redirect("request", mla.reference)


def _known(mla: MLARequest) -> dict[str, Any]:
    return {
        "route": mla.route,
        "means": mla.means,
        "recipient": mla.addressee,
        "sent_on": timezone.localdate(),
    }


def _no_document() -> dict[str, str]:
    return {
        "message": _("The PDF of the approved text is not made yet. Look at the documents."),
        "url": "#main",
    }
