"""One form a kind of record."""

from typing import Final

from requests_app.views.lawforms.declaration import DeclarationForm
from requests_app.views.lawforms.form import RecordForm
from requests_app.views.lawforms.office import OfficeForm
from requests_app.views.lawforms.participation import ParticipationForm
from requests_app.views.lawforms.requirement import RequirementForm
from requests_app.views.lawforms.state_rule import StateRuleForm
from requests_app.views.lawforms.treaty import TreatyForm

FORMS: Final[dict[str, type[RecordForm]]] = {
    str(form.kind): form
    for form in (
        TreatyForm,
        ParticipationForm,
        DeclarationForm,
        RequirementForm,
        OfficeForm,
        StateRuleForm,
    )
}

__all__ = ["FORMS", "RecordForm"]
