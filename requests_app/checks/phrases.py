"""Checks and conditions of the library in words, for whoever asks why something is asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from treaties.spec import Requirement

_NOTHING: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called, from whoever knows the law; a code without a name stands for itself."""

    instruments: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)

    def instrument(self, code: str) -> str:
        return self.instruments.get(code, code)

    def state(self, code: str) -> str:
        return self.states.get(code, code)

    def kind(self, code: str) -> str:
        return self.kinds.get(code, code.replace("_", " "))

    def draft_field(self, code: str) -> str:
        return self.fields.get(code, code.replace("_", " "))

    def list_of(self, one: Callable[[str], str], codes: Iterable[str]) -> str:
        return ", ".join(one(code) for code in codes)


def _plain(code: str) -> str:
    return code.replace("_", " ")


def condition(name: str, argument: Any, names: Names) -> str:
    """One condition of a rule, as a statement that holds or does not hold."""
    phrase = CONDITIONS.get(name)
    return phrase(argument, names) if phrase else f"The condition {name} holds."


def check(requirement: Requirement, draft_field: str, names: Names) -> str:
    """What is looked at, as a sentence that says when the rule is met."""
    phrase = CHECKS.get(requirement.check)
    label = names.draft_field(draft_field)
    return phrase(requirement.params, label) if phrase else f"Looked at: {label}."


_Phrase = Callable[[Any, Names], str]

CONDITIONS: Final[dict[str, _Phrase]] = {
    "measures_any": lambda kinds, names: (
        f"The request asks for one of these: {names.list_of(names.kind, kinds)}."
    ),
    "measures_not_only": lambda kinds, names: (
        f"The request asks for more than {names.list_of(names.kind, kinds)}."
    ),
    "basis_cited": lambda codes, names: f"The request relies on {names.list_of(names.instrument, codes)}.",
    "basis_not_cited": lambda codes, names: (
        f"The request does not rely on {names.list_of(names.instrument, codes)}."
    ),
    "urgency_in": lambda levels, names: f"The request is marked {names.list_of(_plain, levels)}.",
    "confidentiality_wanted": lambda wanted, _names: (
        "Confidentiality is asked for." if wanted else "Confidentiality is not asked for."
    ),
    "notification_barred": lambda barred, _names: (
        "The person concerned must not be told." if barred else "The person concerned may be told."
    ),
    "deadline_set": lambda is_set, _names: "A deadline is set." if is_set else "No deadline is set.",
    "route_in": lambda routes, names: f"The request travels by {names.list_of(_plain, routes)}.",
    "language_not_in": lambda codes, _names: (
        f"The letter is written in a language other than {', '.join(codes)}."
    ),
    "requesting_in": lambda codes, names: (
        f"The State that asks is one of these: {names.list_of(names.state, codes)}."
    ),
    "requested_in": lambda codes, names: (
        f"The State that is asked is one of these: {names.list_of(names.state, codes)}."
    ),
    "person_role_in": lambda roles, names: (
        f"The request names a person in this role: {names.list_of(_plain, roles)}."
    ),
    "special_procedure_wanted": lambda wanted, _names: (
        "A special procedure is asked for." if wanted else "No special procedure is asked for."
    ),
    "death_penalty_possible": lambda possible, _names: (
        "An offence names death as its penalty." if possible else "No offence names death as its penalty."
    ),
    "status_in": lambda statuses, names: (
        f"The request stands to earlier ones as {names.list_of(_plain, statuses)}."
    ),
}

CHECKS: Final[dict[str, Callable[[Mapping[str, Any], str], str]]] = {
    "answered": lambda _params, label: f"Met when this is answered: {label}.",
    "annexed": lambda _params, label: f"Met when a document is annexed: {label}.",
    "any_answered": lambda _params, label: f"Met when one of its fields is answered, such as: {label}.",
    "offence_of_the_convention": lambda params, _label: (
        "Met when the statement of scope names the article that makes it an offence, none of these: "
        f"{_listed(params, 'not_articles')}."
    ),
    "penalty_at_least": lambda params, _label: (
        f"Met when one offence is punishable with {params.get('years')} years or more."
    ),
    "each_penalty_at_least": lambda params, _label: (
        f"Met when every offence is punishable with {params.get('years')} years or more."
    ),
    "rows_rest_on_facts": lambda params, _label: (
        f"Met when each row of the schedule for it shows: {_listed(params, 'shown')}."
    ),
    "no_sign_of": lambda params, _label: (
        f"Met when nothing in offences and facts reads like this: {_plain(params.get('ground', ''))}."
    ),
    "scope_confirmed": lambda params, _label: (
        f"Met when one of these questions is answered with yes: {_listed(params, 'any_of')}."
    ),
    "language_accepted": lambda params, _label: (
        f"Met when the letter or its translation is in one of these languages: {_languages(params)}."
    ),
    "channel_accepted": lambda params, _label: (
        f"Met when the request travels by {_listed(params, 'routes')}."
    ),
    "lead_time": lambda params, _label: (
        f"Met when {params.get('days')} days lie between the request and its deadline."
    ),
}


def _listed(params: Mapping[str, Any], name: str) -> str:
    return ", ".join(map(_plain, params.get(name, ())))


def _languages(params: Mapping[str, Any]) -> str:
    languages = params.get("languages", ())
    if isinstance(languages, Mapping):
        languages = dict.fromkeys(code for accepted in languages.values() for code in accepted)
    return ", ".join(languages)
