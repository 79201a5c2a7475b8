from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from requests_app.background.wakeups import publisher
from requests_app.models import Officer
from tests.cast import OfficerFactory
from treaties import curation
from treaties.models import Proposal

FACT = {
    "source": "Fictional gazette 12",
    "confidence": "high",
    "verified": "text",
    "reason": "It was amended.",
}


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setattr(publisher, "publish", lambda *_args, **_options: True)


@pytest.fixture
def second(law) -> Officer:
    return OfficerFactory(username="second", role=Officer.Role.ADMINISTRATOR, unit=None)


@pytest.fixture
def desk_of_law(law, administrator, signed_in) -> Client:
    return signed_in(administrator)


@pytest.fixture
def propose(desk_of_law) -> Callable[..., Proposal]:
    """Proposed in the browser's way: the form with what stands, some of it changed, sent."""

    def propose(kind: str, of: str = "", **changes: object) -> Proposal:
        url = reverse("proposal_new", args=[kind]) + (f"?of={of}" if of else "")
        answers = filled(desk_of_law, url) | FACT | changes | {"propose": "1"}
        response = desk_of_law.post(
            url, {key: value for key, value in answers.items() if value is not None}
        )
        assert response.status_code == 302, response.context["form"].errors
        return Proposal.objects.first()

    return propose


def filled(client: Client, url: str) -> dict[str, object]:
    """What a browser would send of the form as it is shown."""
    form = client.get(url).context["form"]
    return {
        field.html_name: value
        for field in form
        if not field.field.disabled and (value := field.value()) not in (None, "", [], False)
    }


@pytest.fixture
def change(propose, second) -> Callable[..., Proposal]:
    """Proposed by one administrator and confirmed by another."""

    def change(kind: str, of: str = "", **changes: object) -> Proposal:
        proposal = propose(kind, of, **changes)
        curation.confirm(proposal, second)
        return proposal

    return change
