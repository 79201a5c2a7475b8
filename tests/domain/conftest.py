"""A request on its way, with as little law as the test needs."""

from collections.abc import Callable

import pytest

from requests_app import casework
from requests_app.completeness import examining
from requests_app.models import MLARequest, Officer
from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified

FACTS = Requirement(
    code="test.facts",
    citation=Citation(
        instrument="test",
        provision="1",
        label="Treaty of the test, art 1",
        source="test",
        confidence=Confidence.HIGH,
        verified=Verified.TEXT,
    ),
    level=Level.MANDATORY,
    basis=Basis.LAW,
    element="facts",
    message="Summarise the facts.",
    applies_to=("all",),
    fields=("facts",),
)


@pytest.fixture
def rules(monkeypatch) -> list[Requirement]:
    """The law of the test; empty, it asks for nothing, and what the portal asks by itself is left out."""
    law: list[Requirement] = []
    monkeypatch.setattr(examining, "rules_for", lambda *_of, **_with: tuple(law))
    monkeypatch.setattr("requests_app.checks.portal.RULES", ())
    monkeypatch.setattr("requests_app.checks.scope.RULES", ())
    return law


@pytest.fixture
def submitted(mla: MLARequest, drafter: Officer, rules) -> MLARequest:
    return casework.submit(mla, drafter)


@pytest.fixture
def approved(submitted: MLARequest, supervisor: Officer) -> MLARequest:
    return casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


@pytest.fixture
def again() -> Callable[[MLARequest], MLARequest]:
    """The row as it stands in the database."""
    return lambda mla: MLARequest.objects.get(pk=mla.pk)
