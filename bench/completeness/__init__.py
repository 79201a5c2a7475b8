"""How good the checker is: what it finds in requests that were spoilt in one place, and where it points."""

from bench.completeness.measurement import measure

__all__ = ["DATABASE", "measure"]

DATABASE = True
