"""The outlines of the world, prepared by static/law/outlines.mjs, and how a State looks on them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "data" / "map.json"


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one State."""

    code: str
    path: str
    x: int
    y: int
    dot: bool


@dataclass(frozen=True, slots=True)
class World:
    """All outlines, with the size of the drawing."""

    width: int
    height: int
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline on the page. `look` is a class of the style sheet, `label` what a screen reader says."""

    outline: Outline
    look: str
    label: str
    url: str
    name: str = ""


@cache
def world() -> World:
    data = json.loads(FILE.read_text())
    outlines = tuple(
        Outline(code, shape["path"], shape["at"][0], shape["at"][1], shape["dot"])
        for code, shape in data["outlines"].items()
    )
    return World(data["width"], data["height"], outlines)


def shapes(look_of: Callable[[Outline], Shape]) -> list[Shape]:
    """Return the shapes, named ones last: they are drawn on top, and their labels must not be covered."""
    return sorted((look_of(outline) for outline in world().outlines), key=lambda shape: bool(shape.name))
