"""The law that the database holds now, read once for each version."""

import gc
from threading import Lock
from typing import cast

from treaties import models, version
from treaties.law import Law
from treaties.law_rows import instruments, kinds, requirements, states
from treaties.law_rows.grouping import grouped, instrument_of, state_of

_lock = Lock()
_read: dict[str, Law] = {}


def law() -> Law:
    """Return the law as loaded now: one query when this process knows the version, a fixed number
    when it is new.

    A page that has asked before gets the same law again.
    """
    page = version.of_page()
    if not page:
        found = _current()
        if page is None:
            return found
        page.append(found)
    return cast(Law, page[0])


def _current() -> Law:
    name = version.loaded() or ""
    found = _read.get(name)
    if found is None:
        with _lock:
            found = _read.get(name) or read(name)
            _read.clear()
            _read[name] = found
            _leave_out_of_collections()
    return found


def _leave_out_of_collections() -> None:
    """Take the law out of the garbage collector's full passes.

    The law lives for months, and a full collection that walks it holds up a save for a tenth of a
    second.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def read(name: str) -> Law:
    """Return the law as the rows have it, whatever was read before."""
    by_code, members = instruments.every(), instruments.members()
    by_state = {row.code: states.state(row) for row in models.State.objects.all()}
    of_instrument, own_law = requirements.every(by_code, by_state)
    return Law(
        version=name,
        states=by_state,
        kinds=kinds.every(),
        instruments=by_code,
        participations=(participations := instruments.participations()),
        bilateral_of=instruments.bilateral_of(by_code, participations, members),
        requirements_of=of_instrument,
        own_law_of=own_law,
        declarations_of=grouped(models.Declaration.objects.all(), state_of, states.declaration),
        thresholds_of=grouped(models.Threshold.objects.all(), state_of, states.threshold),
        no_treaty_basis={row.state_id: states.no_treaty(row) for row in models.NoTreatyBasis.objects.all()},
        languages_of={row.state_id: tuple(row.languages) for row in models.AcceptedLanguages.objects.all()},
        refusals_of=grouped(
            models.RefusalGround.objects.all(),
            instrument_of,
            lambda row: instruments.refusal(row, by_code),
        ),
        members=members,
        authorities_of=grouped(models.Authority.objects.all(), state_of, states.authority),
        groups=dict(models.KindGroup.objects.values_list("code", "label")),
        fields=dict(models.DraftField.objects.values_list("code", "label")),
    )
