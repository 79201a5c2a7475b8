"""The names of checks and conditions that a data file may use, with the parameters that each check
needs.

The functions themselves stand in `requests_app.checks.library`, which knows requests. A test holds
both lists equal.
"""

from typing import Final

CHECKS: Final[dict[str, frozenset[str]]] = {
    "answered": frozenset(),
    "annexed": frozenset(),
    "any_answered": frozenset(),
    "penalty_at_least": frozenset({"years"}),
    "each_penalty_at_least": frozenset({"years"}),
    "rows_rest_on_facts": frozenset({"shown"}),
    "no_sign_of": frozenset({"ground"}),
    "offence_of_the_convention": frozenset({"not_articles"}),
    "scope_confirmed": frozenset({"any_of"}),
    "language_accepted": frozenset({"languages"}),
    "channel_accepted": frozenset({"routes"}),
    "lead_time": frozenset({"days"}),
}

CONDITIONS: Final[frozenset[str]] = frozenset(
    {
        "measures_any",
        "measures_not_only",
        "basis_cited",
        "basis_not_cited",
        "urgency_in",
        "confidentiality_wanted",
        "notification_barred",
        "deadline_set",
        "route_in",
        "language_not_in",
        "requesting_in",
        "requested_in",
        "person_role_in",
        "special_procedure_wanted",
        "death_penalty_possible",
        "status_in",
    }
)
