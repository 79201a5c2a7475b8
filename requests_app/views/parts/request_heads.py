"""The line above every page of a request: what it is, to whom, on what basis, how urgent."""

from typing import Any

from django.urls import reverse

from requests_app.models import MLARequest
from requests_app.views.parts import law_names


def head(mla: MLARequest) -> dict[str, Any]:
    return {
        "reference": mla.reference,
        "title": mla.title,
        "url": reverse("request", args=[mla.reference]),
        "state": mla.state,
        "state_label": mla.get_state_display(),
        "urgency": mla.urgency_level,
        "urgency_label": mla.get_urgency_level_display(),
        "requested": law_names.state(mla.requested),
        "basis": ", ".join(law_names.bases_text(mla)),
        "case": mla.case_reference or mla.case.reference,
        "revision": mla.revision,
    }
