"""What the law knows of two States beyond what it requires: handed in, as the checker looks nothing up."""

from dataclasses import dataclass

from treaties.spec import Footing, Refusal


@dataclass(frozen=True, slots=True)
class Setting:
    """Empty where nobody looked: a rule that needs it is then silent."""

    footings: tuple[Footing, ...] = ()
    refusals: tuple[Refusal, ...] = ()


UNKNOWN = Setting()
