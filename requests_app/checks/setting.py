"""What is known of a request beyond what the law requires of it: the checker looks nothing up."""

from dataclasses import dataclass

from treaties.spec import CitedBasis, Offered, Refusal, Typed


@dataclass(frozen=True, slots=True)
class Setting:
    """Empty where nobody looked: a rule that needs it is then silent."""

    cited_bases: tuple[CitedBasis, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    # The name of the language of the letter, where the portal has no wording of letters in it.
    unworded: str = ""
    typed: tuple[Typed, ...] = ()
    # The names of all States but the two, as they stand in a sentence.
    third_states: tuple[str, ...] = ()
    offered: tuple[Offered, ...] = ()


UNKNOWN = Setting()
