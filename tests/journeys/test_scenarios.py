"""S2 to S9, each typed into the portal from its example and carried to the recorded dispatch."""

import pytest

from tests.conftest import EXAMPLES
from tests.journeys.drafter import Drafter, example
from tests.journeys.procedure import carry

pytestmark = pytest.mark.journey
# S1 is walked with axe at every step in a module of its own.
SCENARIOS = sorted(path.stem for path in EXAMPLES.glob("s[2-9]-*.json"))


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_goes_the_whole_way(name, page, address, staff, settings):
    wanted = example(name)
    settings.HOME_STATE = wanted.requesting
    carry(Drafter(page, address), wanted, _unseen)


def _unseen(_name: str) -> None:
    """Axe sees these pages in the journey of S1 and in the tests of the look."""
