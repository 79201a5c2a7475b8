"""The rules of craft that are always on, whatever law governs the request: one set for a request that asks
for an act, one for a note about it."""

from typing import Final

from requests_app.checks import (
    agreement,
    chronology,
    cited_bases,
    consistency,
    crossed,
    facts_stated,
    figures,
    files,
    names,
    narrative,
    nexus,
    notes,
    refusal,
    repeats,
    schedule,
    third_states,
    timing,
    translation,
)
from requests_app.checks.rule import Rule
from requests_app.content.snapshot import Snapshot

# On the words of a text, which a drafter may overrule with a reason.
ON_WORDS: Final[tuple[Rule, ...]] = (*narrative.RULES, *figures.RULES, *names.RULES)
RULES: Final[tuple[Rule, ...]] = (
    *cited_bases.RULES,
    *consistency.RULES,
    *facts_stated.RULES,
    *timing.RULES,
    *chronology.RULES,
    *crossed.RULES,
    *agreement.RULES,
    *repeats.RULES,
    *third_states.RULES,
    *schedule.RULES,
    *nexus.RULES,
    *files.RULES,
    *refusal.RULES,
    *ON_WORDS,
    *translation.RULES,
)

# What a note shares with a request: two States, and days that have not passed.
_SHARED: Final = frozenset({"portal.states", "portal.date-passed", "portal.stand-in"})
NOTES: Final[tuple[Rule, ...]] = (
    *(
        rule
        for rule in (*cited_bases.RULES, *consistency.RULES, *facts_stated.RULES)
        if rule.requirement.code in _SHARED
    ),
    *notes.RULES,
    *files.RULES,
    *narrative.RULES,
    *translation.RULES,
)


def rules_for(snapshot: Snapshot) -> tuple[Rule, ...]:
    return NOTES if snapshot.is_note else RULES


def every() -> tuple[Rule, ...]:
    """Each rule once, for whoever looks for one by its code."""
    return (*RULES, *notes.RULES)
