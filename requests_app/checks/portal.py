"""The rules of craft that are always on, whatever law governs the request: one set for a request that asks
for an act, one for a note about it."""

from typing import Final

from requests_app.checks import (
    agreement,
    articles,
    chronology,
    cited_bases,
    consistency,
    contradictions,
    crossed,
    facts_stated,
    figures,
    files,
    floor,
    half_made,
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
# What makes a document an act, and keeps it from saying two things at once: asked of letters of every kind.
FLOOR: Final[tuple[Rule, ...]] = (*floor.RULES, *half_made.RULES, *contradictions.RULES)
# Nobody may let a letter out without these: it would be no letter.
NOT_TO_BE_WAIVED: Final = frozenset(rule.requirement.code for rule in FLOOR) - floor.WAIVABLE
RULES: Final[tuple[Rule, ...]] = (
    *cited_bases.RULES,
    *articles.RULES,
    *consistency.RULES,
    *facts_stated.RULES,
    *FLOOR,
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
    *FLOOR,
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
    return NOTES if snapshot.asks_for_nothing else RULES


def every() -> tuple[Rule, ...]:
    """Each rule once, for whoever looks for one by its code."""
    return (*RULES, *notes.RULES)
