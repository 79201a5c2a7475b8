"""Taking the rows of a paste into the schedule: at once, or by a worker while the page waits."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from requests_app import casework
from requests_app.intake.text import TooMuch
from requests_app.models import Intake, MLARequest
from requests_app.sections.pasting import TakeForm
from requests_app.views.drafting.intake import PAGE, context_of, find_paste
from requests_app.views.drafting.staged import State
from requests_app.views.parts.access import OfficerRequest, find_editable


@require_POST
def intake_take(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    found = find_paste(mla, pk)
    form = TakeForm(request.POST, mla=mla)
    if not form.is_valid():
        return render(request, PAGE, context_of(request, mla, found, take=form), status=422)
    choice = casework.Choice(
        doubtful=form.cleaned_data["doubtful"],
        duplicates=form.cleaned_data["duplicates"],
        common=form.common(),
    )
    try:
        if casework.order_rows(mla, request.user, intake=found, choice=choice):
            return redirect("intake", mla.reference, found.pk)
        taken = casework.take_rows(mla, request.user, intake=found, choice=choice)
    except TooMuch as reason:
        form.add_error(None, str(reason))
        return render(request, PAGE, context_of(request, mla, found, take=form), status=422)
    return _taken(request, mla, found, taken)


def _taken(request: OfficerRequest, mla: MLARequest, found: Intake, taken: int) -> HttpResponse:
    if not taken:
        messages.warning(request, _("No row was taken: none of those that you chose is left."))
        return redirect("intake", mla.reference, found.pk)
    text = ngettext(
        "%(n)s row was taken into the schedule.", "%(n)s rows were taken into the schedule.", taken
    )
    messages.success(request, text % {"n": f"{taken:,}"})
    if found.rows.filter(state__in=[State.BAD, State.LOOK, State.GOOD]).exists():
        return redirect("intake", mla.reference, found.pk)
    return redirect("section", mla.reference, "data")
