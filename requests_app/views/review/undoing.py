"""Pages on which an officer withdraws an approval, or the whole request. Both want a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from requests_app import casework, workflow
from requests_app.models import MLARequest
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts.access import OfficerRequest, find, posted, refuse_unless
from requests_app.views.parts.events import told_of_last_move
from requests_app.views.parts.request_heads import head
from requests_app.workflow import Action

PAGE = "requests_app/undoing.html"


class ReasonForm(GatedForm):
    """`digest` is of the approval on the page: one that was given since is another one."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It stays with the request, where everybody who may read the request reads it."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why.")},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


@dataclass(frozen=True, slots=True)
class Undoing:
    """A move that takes something back, with the words of its page."""

    action: Action
    title: Promise
    words: Promise
    done: Promise
    act: Callable[..., MLARequest]


REOPEN = Undoing(
    Action.REOPEN,
    _("Withdraw the approval"),
    _(
        "The text becomes a draft again and needs a new approval. The PDF of the approved text is void "
        "from now on: nobody can download it, and it must not be sent."
    ),
    _("The approval is withdrawn. The request is a draft again."),
    casework.reopen,
)
WITHDRAW = Undoing(
    Action.WITHDRAW,
    _("Withdraw the request"),
    _("The request ends here and cannot be taken up again. A new request can start from a copy of it."),
    _("The request is withdrawn."),
    lambda mla, officer, *, reason, digest: casework.withdraw(mla, officer, reason=reason),
)


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    return _page(request, reference, REOPEN)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    return _page(request, reference, WITHDRAW)


def _page(request: HttpRequest, reference: str, undoing: Undoing) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    form = ReasonForm(
        posted(request), initial={"digest": mla.approved_digest}, use_required_attribute=False
    )
    if form.is_bound and form.is_valid():
        return _carry_out(request, mla, undoing, form.cleaned_data)
    refuse_unless(undoing.action in workflow.open_moves(mla, request.user))
    context = {
        "mla": mla,
        "head": head(mla),
        "form": form,
        "title": undoing.title,
        "words": undoing.words,
    }
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _carry_out(
    request: OfficerRequest, mla: MLARequest, undoing: Undoing, answers: dict[str, Any]
) -> HttpResponse:
    try:
        undoing.act(mla, request.user, **answers)
    except (workflow.NotAllowed, workflow.Stale):
        messages.error(request, told_of_last_move(mla))
    else:
        messages.success(request, str(undoing.done))
    return redirect("request", mla.reference)
