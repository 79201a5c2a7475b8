"""The shipped law as one value, read once: everything else about a check needs no database."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from requests_app.content.snapshot import Snapshot
from treaties import particulars, requirements
from treaties.spec import Requirement


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only tests that are marked have a test database made for them."""
    for item in items:
        if {"law", "rules_for", "shipped_law"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db)


RulesFor = Callable[[Snapshot, date], Sequence[Requirement]]


@pytest.fixture(scope="session")
def rules_for(shipped_law) -> RulesFor:
    """What the portal asks of a request."""

    def asked(snapshot: Snapshot, on: date) -> Sequence[Requirement]:
        of_law = requirements.for_request(
            requesting=snapshot.requesting,
            requested=snapshot.requested,
            bases=snapshot.basis_ids,
            kinds=snapshot.kinds,
            on=on,
            law=shipped_law,
        )
        return (*of_law, *particulars.for_kinds(snapshot.kinds, law=shipped_law))

    return asked
