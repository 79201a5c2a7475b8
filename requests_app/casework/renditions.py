"""Texts in the outgoing language, saved with the section or item to which their source belongs.

Among the values of a save, a rendition has the name "text:" and its path. A text that changes on one
side leaves the other behind, until that one is written too or somebody says that both agree. Whoever
goes on writing within the ten minutes of one version is still writing after the other side, not ahead
of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.db import models
from django.utils import timezone

from requests_app import snapshots
from requests_app.casework.versions import ONE_SITTING
from requests_app.content import languages
from requests_app.content.languages import digest_of
from requests_app.models import FieldAnswer, MLARequest, Officer, Rendition
from requests_app.models.content import Item

MARK = Rendition.MARK
Side = Rendition.Side
COLUMN_OF = {path: column for column, path in snapshots.PATHS.items()}
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a save does to the renditions of one section or item, decided before anything is written."""

    row: models.Model
    known: Mapping[str, Rendition]
    texts: Texts
    agreed: frozenset[str]
    after: Texts

    def __bool__(self) -> bool:
        return bool(self.texts or self.agreed)

    @property
    def standing(self) -> dict[str, str]:
        """Return the renditions as values of a version."""
        return marked({path: row.text for path, row in self.known.items()})


def split(values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the columns, and the renditions by path."""
    columns = {name: value for name, value in values.items() if not name.startswith(MARK)}
    texts = {name.removeprefix(MARK): value for name, value in values.items() if name.startswith(MARK)}
    return columns, texts


def plan(
    draft: MLARequest,
    row: models.Model,
    *,
    changed: Mapping[str, Any] = MappingProxyType({}),
    texts: Texts = MappingProxyType({}),
    agreed: Iterable[str] = (),
) -> Plan:
    """Return what the save does; nothing while the request has one language. A path outside the row
    is refused.
    """
    known = _known(draft, row)
    for path in texts:
        if not languages.is_prose(path):
            raise ValueError(f"no such text: {path}")
        _source(draft, row, path)
    standing = {path: rendition.text for path, rendition in known.items()}
    fresh = {path: text for path, text in texts.items() if text != standing.get(path, "")}
    after = {path: text for path, text in sources(row, changed).items() if path in known or path in fresh}
    return Plan(row, known, fresh if _are_two(draft) else {}, frozenset(agreed) & set(known), after)


def write(draft: MLARequest, officer: Officer, plan: Plan) -> None:
    """Write the renditions; called while the row still holds the texts from before the save."""
    for path in {*plan.texts, *plan.agreed, *(set(plan.after) & set(plan.known))}:
        row = plan.known.get(path) or Rendition(request=draft, language=draft.language, path=path)
        was = _source(draft, plan.row, path)
        source, text = plan.after.get(path, was), plan.texts.get(path, row.text)
        if path in plan.agreed or _follows(row, officer, was=was, source=source, text=text):
            row.working_sha256, row.text_sha256 = digest_of(source), digest_of(text)
            row.side = Side.OUTGOING if path in plan.texts else Side.WORKING
            row.officer, row.at = officer, timezone.now()
        row.text = text
        row.save()


def both_sides(draft: MLARequest, row: models.Model, path: str) -> tuple[str, str]:
    """Return a text as it stands in both languages."""
    known = _known(draft, row).get(path)
    return _source(draft, row, path), known.text if known else ""


def drop(plan: Plan) -> None:
    """Remove the renditions of a removed row; its last version has them."""
    Rendition.objects.filter(pk__in=[row.pk for row in plan.known.values()]).delete()


def _are_two(draft: MLARequest) -> bool:
    return languages.are_two(draft.working_language, draft.language)


def _known(draft: MLARequest, row: models.Model) -> dict[str, Rendition]:
    if not _are_two(draft):
        return {}
    rows = Rendition.objects.filter(request=draft, language=draft.language)
    if isinstance(row, Item):
        rows = rows.filter(path__startswith=prefix_of(row))
    return {rendition.path: rendition for rendition in rows}


def _source(draft: MLARequest, row: models.Model, path: str) -> str:
    """Return the text in the working language as it stands."""
    if isinstance(row, Item):
        name, _dot, key = path.removeprefix(prefix_of(row)).partition(".")
        if not path.startswith(prefix_of(row)) or not hasattr(row, name):
            raise ValueError(f"no such text: {path}")
        found = getattr(row, name)
        return str(found.get(key, "")) if key else str(found)
    if path in COLUMN_OF:
        return str(getattr(draft, COLUMN_OF[path]))
    part, _dot, field = path.partition(".")
    if part != FieldAnswer.Kind.UNKNOWN:
        raise ValueError(f"no such text: {path}")
    answers = FieldAnswer.objects.filter(request=draft, draft_field=field, kind=FieldAnswer.Kind.UNKNOWN)
    return answers.values_list("value", flat=True).first() or ""


def marked(texts: Texts) -> dict[str, str]:
    return {f"{MARK}{path}": text for path, text in texts.items()}


def sources(row: models.Model, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of a section or an item among these values, by path."""
    if not isinstance(row, Item):
        return {snapshots.PATHS[name]: text for name, text in values.items() if isinstance(text, str)}
    prefix, found = prefix_of(row), {}
    for name, value in values.items():
        if isinstance(value, str):
            found[f"{prefix}{name}"] = value
        elif isinstance(value, dict):
            found |= {f"{prefix}{name}.{key}": text for key, text in value.items()}
    return found


def prefix_of(row: Item) -> str:
    return f"{snapshots.LISTS[type(row)]}.{row.key}."


def _follows(row: Rendition, officer: Officer, *, was: str, source: str, text: str) -> bool:
    """Whether this save is written after the other side, and not ahead of it."""
    if not row.text or (source != was and row.text != text):
        return True
    if row.text != text:
        side, behind = Side.OUTGOING, digest_of(was) != row.working_sha256
    else:
        side, behind = Side.WORKING, digest_of(row.text) != row.text_sha256
    writes_on = row.side == side and row.officer_id == officer.pk and timezone.now() - row.at < ONE_SITTING
    return behind or writes_on
