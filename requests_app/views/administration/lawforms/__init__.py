"""The forms for records of the law, and which of them amends which fact."""

from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from requests_app.views.administration.lawforms.declaration import DeclarationForm
from requests_app.views.administration.lawforms.form import NothingStands, RecordForm
from requests_app.views.administration.lawforms.office import OfficeForm
from requests_app.views.administration.lawforms.participation import ParticipationForm
from requests_app.views.administration.lawforms.requirement import RequirementForm
from requests_app.views.administration.lawforms.state_rule import StateRuleForm
from requests_app.views.administration.lawforms.threshold import ThresholdForm
from requests_app.views.administration.lawforms.treaty import TreatyForm
from treaties import models
from treaties.models import LawFact, Participation

FORMS: Final[dict[str, type[RecordForm]]] = {
    str(form.kind): form
    for form in (
        TreatyForm,
        ParticipationForm,
        DeclarationForm,
        RequirementForm,
        OfficeForm,
        StateRuleForm,
        ThresholdForm,
    )
}
_AMENDS: Final[dict[type[LawFact], type[RecordForm]]] = {
    models.Instrument: TreatyForm,
    Participation: ParticipationForm,
    models.Declaration: DeclarationForm,
    models.Requirement: RequirementForm,
    models.Authority: OfficeForm,
    models.AcceptedLanguages: StateRuleForm,
    models.NoTreatyBasis: StateRuleForm,
    models.Threshold: ThresholdForm,
}


def change_url(row: LawFact) -> str:
    """Return the address of the form that amends a fact; "" for facts that change in the data files
    only.
    """
    if isinstance(row, Participation) and row.action == "treaty":
        return _url(TreatyForm, row.instrument_id)
    form = _AMENDS.get(type(row))
    return _url(form, str(row.pk)) if form else ""


def _url(form: type[RecordForm], key: str) -> str:
    return f"{reverse('proposal_new', args=[form.kind])}?{urlencode({'of': key})}"


__all__ = ["FORMS", "NothingStands", "RecordForm", "change_url"]
