"""What brings a case within an instrument that is relied on, asked as questions of the wizard."""

import re
from typing import Any, Final

from requests_app.content.snapshot import Scope
from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified

# UNTOC binds for these offences whatever the penalty: group, laundering, corruption, obstruction.
_CONVENTION_OFFENCE: Final = re.compile(
    r"\b(?:art\.?|arts\.?|articles?)\s*(?:5|6|8|23)\b(?!\s*years)", re.IGNORECASE
)


# The articles cited at one place, without their paragraphs; "article 6 years" is none.
_ARTICLES: Final = re.compile(
    r"\b(?:arts?\.?|articles?)\s*(\d+(?:(?:\s*,\s*|\s+(?:and|or|to)\s+)\d+)*)\b(?!\s*years)", re.IGNORECASE
)


def names_convention_offence(scope: Scope) -> bool:
    return _CONVENTION_OFFENCE.search(scope.statement) is not None


def articles_named(text: str) -> tuple[str, ...]:
    """Return the articles that a text cites by number: "articles 15 and 16" names 15 and 16."""
    return tuple(number for cited in _ARTICLES.findall(text) for number in re.findall(r"\d+", cited))


def _scope_rule(
    code: str, instrument: str, provision: str, message: str, field: str, check: str, **params: Any
) -> Requirement:
    short = {"untoc": "UNTOC", "budapest": "Budapest Convention"}[instrument]
    return Requirement(
        code=code,
        citation=Citation(
            instrument=instrument,
            provision=provision,
            label=f"{short}, art {provision}",
            source="Authentic English text",
            confidence=Confidence.HIGH,
            verified=Verified.TEXT,
        ),
        level=Level.MANDATORY,
        basis=Basis.LAW,
        element="scope",
        message=message,
        applies_to=("all",),
        fields=(field,),
        check=check,
        params=params,
        when={"basis_cited": (instrument,)},
    )


RULES: Final = (
    _scope_rule(
        "portal.untoc-serious-crime",
        "untoc",
        "2(b), 3(1)",
        "Name an offence that is punishable with at least four years, or say in the statement of scope "
        "which article of the Convention (5, 6, 8 or 23) describes the offence.",
        "max_penalty",
        "penalty_at_least",
        years=4,
        or_offence_of_the_convention=True,
    ),
    _scope_rule(
        "portal.untoc-transnational",
        "untoc",
        "3(2), 18(1)",
        "Show reasonable grounds to suspect that the offence crosses borders; without them this convention "
        "gives no basis.",
        "scope_statement",
        "scope_confirmed",
        any_of=("transnational",),
    ),
    _scope_rule(
        "portal.untoc-organised-group",
        "untoc",
        "2(a), 18(1)",
        "Show reasonable grounds to suspect that an organised criminal group is involved; without them "
        "this convention gives no basis.",
        "scope_statement",
        "scope_confirmed",
        any_of=("organised_group",),
    ),
    _scope_rule(
        "portal.budapest-scope",
        "budapest",
        "23, 25(1)",
        "Confirm that the offence concerns computer systems or data, or that the evidence is electronic.",
        "scope_statement",
        "scope_confirmed",
        any_of=("electronic_evidence", "computer_related"),
    ),
)
# Instruments whose conditions of scope stand above, in words that fit their questions.
IN_WORDS: Final = frozenset(rule.citation.instrument for rule in RULES)
