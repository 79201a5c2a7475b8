"""Settings of an officer: which mails to send."""

from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_http_methods

from requests_app import permissions
from requests_app.views.parts.access import OfficerRequest, posted, refuse_unless

PAGE = "requests_app/preferences.html"
DAYS = (60, 45, 30, 21, 14, 7, 3, 2, 1)


class ReminderForm(forms.Form):
    """Which mails an officer wants."""

    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("A mail so many days before a preservation ends"),
        choices=[(n, ngettext_lazy("%(n)s day before", "%(n)s days before", n) % {"n": n}) for n in DAYS],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: no mails. The desk shows the clock in any case."),
    )


@require_http_methods(["GET", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    form = ReminderForm(posted(request), initial={"days": request.user.reminder_days})
    if form.is_bound and form.is_valid():
        request.user.reminder_days = sorted(form.cleaned_data["days"], reverse=True)
        request.user.save(update_fields=["reminder_days"])
        messages.success(request, _("The days are saved."))
        return redirect("reminder_settings")
    title = _("Mails about preservations")
    return _page(request, form, title, "desk")


def _page(request: OfficerRequest, form: forms.Form, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return render(request, PAGE, context, status=422 if form.errors else 200)
