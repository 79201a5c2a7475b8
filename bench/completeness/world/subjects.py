"""What the slips are made in: the shipped examples, and one generated request on every journey."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.completeness import corpus
from bench.completeness.places import Json
from bench.completeness.world.fault import whole

_EXAMPLES: Final = Path(__file__).parents[3] / "docs" / "examples"


@dataclass(frozen=True)
class Subject:
    name: str
    request: Json


def subjects() -> tuple[Subject, ...]:
    return (*examples(), *_generated())


def examples() -> Iterator[Subject]:
    for path in sorted(_EXAMPLES.glob("*.json")):
        yield Subject(path.stem, whole(json.loads(path.read_text())))


def _generated() -> Iterator[Subject]:
    """Each journey meets another kind; together they meet all of them."""
    kinds = corpus.kinds()
    for n, journey in enumerate(corpus.journeys()):
        kind = kinds[n % len(kinds)]
        made = corpus.request(journey, kind)
        yield Subject(corpus.Complete(journey, kind, made).name, whole(made))
