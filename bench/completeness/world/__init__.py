"""What a hurried drafter spoils, written from what drafters do and not from what a rule asks.

The other mutators of this folder start from the law: what it demands is taken away. These start from the
desk: last year's letter taken as a model, a wrong article, an addressee out of an old file. Nobody who
writes one of them looks at `requests_app/checks` first, so what is missed is a gap and not a bug here.
"""

from bench.completeness.world import (
    addressee,
    amounts,
    basis,
    contradictions,
    copied,
    days,
    floor,
    identifiers,
    nothing,
    papers,
    people,
    relations,
    safeguards,
    stubs,
)
from bench.completeness.world.fault import Fault

__all__ = ["FAULTS", "Fault"]

_MODULES = (
    addressee,
    amounts,
    basis,
    contradictions,
    copied,
    days,
    floor,
    identifiers,
    nothing,
    papers,
    people,
    relations,
    safeguards,
    stubs,
)
FAULTS: tuple[Fault, ...] = tuple(fault for module in _MODULES for fault in module.FAULTS)
