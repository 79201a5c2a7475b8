"""An answer to a question of the check: why nothing can be said, or whether it applies at all."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from requests_app import casework
from requests_app.content.fields import HOMES
from requests_app.models import FieldAnswer
from requests_app.models.answers import YesNo
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts.access import OfficerRequest, find_editable
from requests_app.views.parts.finding_places import Places


class AnswerForm(GatedForm):
    """An empty answer takes back the one that was given."""

    kind = forms.ChoiceField(choices=FieldAnswer.Kind)
    value = forms.CharField(max_length=5000, required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        applies = answers.get("kind") == FieldAnswer.Kind.APPLICABLE
        if applies and answers.get("value") not in {"", *YesNo.values}:
            self.add_error("value", _("Answer yes or no."))
        return answers


@require_POST
def answer_field(request: HttpRequest, reference: str, field: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    if field not in HOMES:
        raise Http404
    form = AnswerForm(request.POST)
    if form.is_valid():
        casework.answer_field(mla, request.user, draft_field=field, **form.cleaned_data)
        messages.success(request, _("Your answer is saved."))
    else:
        messages.error(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
    return redirect(f"{Places(mla).section(HOMES[field].section)}#completeness")
