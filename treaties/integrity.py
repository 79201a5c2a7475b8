"""What the shape of the files cannot say: every name that is used must exist, and dates must fit
together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from treaties import citations, files
from treaties.checks import CHECKS, CONDITIONS
from treaties.files import BINDING
from treaties.shipped import Problem, Shipped

Problems = Iterator[Problem]
Find = Callable[[Shipped], Problems]


def problems(shipped: Shipped) -> list[Problem]:
    return [problem for find in _FINDERS for problem in find(shipped)]


def _known_states(shipped: Shipped) -> set[str]:
    return {row.code for row in shipped.states.states}


def _known_kinds(shipped: Shipped) -> set[str]:
    return {row.id for row in shipped.vocabulary.kind}


def instrument_ids(shipped: Shipped) -> set[str]:
    own = {file.id for file in shipped.instruments.values()}
    return own | {row.id for row in shipped.bilateral.treaties if row.id}


def _requirements(shipped: Shipped) -> Iterator[tuple[str, str, files.RequirementRow]]:
    for name, instrument in shipped.instruments.items():
        yield from ((name, f"requirement[{i}]", row) for i, row in enumerate(instrument.requirement))
    for name, law in shipped.own_law.items():
        yield from ((name, f"requirement[{i}]", row) for i, row in enumerate(law.requirement))


def _duplicates(shipped: Shipped) -> Problems:
    for what, file, ids in _identities(shipped):
        for id_, times in Counter(ids).items():
            if times > 1:
                yield Problem(file, what, f'"{id_}" stands there {times} times')


def _identities(shipped: Shipped) -> Iterator[tuple[str, str, Iterable[str]]]:
    vocabulary, treaties = shipped.vocabulary, shipped.bilateral.treaties
    instruments = shipped.instruments.values()
    yield "states", "states.toml", (row.code for row in shipped.states.states)
    yield "kind", "vocabulary.toml", (row.id for row in vocabulary.kind)
    yield "draft_fields", "vocabulary.toml", (row.id for row in vocabulary.draft_fields)
    yield "elements", "vocabulary.toml", (row.id for row in vocabulary.elements)
    yield "particulars", "vocabulary.toml", (p.id for row in vocabulary.kind for p in row.particulars)
    yield "id", "instruments", [f.id for f in instruments] + [row.id for row in treaties if row.id]
    yield "requirement", "instruments and states", (row.id for _, _, row in _requirements(shipped))
    yield "refusal", "instruments", (row.id for f in instruments for row in f.refusal)
    yield "replaces", "instruments", (row.id for f in instruments for row in f.replaces)
    yield "scope", "instruments", (row.id for f in instruments for row in f.scope)
    yield "offices", "authorities.toml", (row.id for row in shipped.authorities.offices)
    yield "red_flag", "states", (row.id for law in shipped.own_law.values() for row in law.red_flag)


def _states_exist(shipped: Shipped) -> Problems:
    known = _known_states(shipped)
    for file, key, codes in _state_codes(shipped):
        for code in codes:
            if code not in known:
                yield Problem(file, key, f'"{code}" is no State of states.toml')


def _state_codes(shipped: Shipped) -> Iterator[tuple[str, str, Iterable[str]]]:
    parents = (row.part_of for row in shipped.states.states if row.part_of)
    yield "states.toml", "states.part_of", parents
    for i, organisation in enumerate(shipped.states.organisations):
        yield "states.toml", f"organisations[{i}].members", organisation.members
    for i, treaty in enumerate(shipped.bilateral.treaties):
        yield "bilateral.toml", f"treaties[{i}].parties", treaty.parties
    for i, office in enumerate(shipped.authorities.offices):
        yield "authorities.toml", f"offices[{i}]", (office.state, *office.towards)
    yield from ((name, "parties", file.parties) for name, file in shipped.instruments.items())
    yield from ((name, "state", (law.state,)) for name, law in shipped.own_law.items())
    for name, participation in shipped.participations.items():
        yield from ((name, f"acts[{i}].state", (act.state,)) for i, act in enumerate(participation.acts))
    for name, key, row in _requirements(shipped):
        yield name, f"{key}.requested", row.requested
        yield name, f"{key}.requesting", (c for c in (*row.requesting, *row.not_requesting) if c.isupper())


def _names_exist(shipped: Shipped) -> Problems:
    kinds, fields = _known_kinds(shipped), {row.id for row in shipped.vocabulary.draft_fields}
    elements = {row.id for row in shipped.vocabulary.elements}
    instruments = instrument_ids(shipped)
    for file, key, row in _requirements(shipped):
        yield from _unknown(file, f"{key}.kinds", (k.removeprefix("-") for k in row.kinds), kinds | {"all"})
        yield from _unknown(file, f"{key}.fields", row.fields, fields)
        yield from _unknown(file, f"{key}.element", (row.element,), elements | fields)
        yield from _unknown(file, f"{key}.protocol", filter(None, (row.protocol,)), instruments)
        yield from _unknown(file, f"{key}.check", (row.check,), CHECKS)
        yield from _unknown(file, f"{key}.when", row.when, CONDITIONS)
        missing = CHECKS.get(row.check, frozenset()) - set(row.params)
        yield from (Problem(file, f"{key}.params", f'check "{row.check}" needs "{p}"') for p in missing)
    for name, instrument in shipped.instruments.items():
        offered = (row.kind for row in instrument.offer)
        yield from _unknown(name, "offer.kind", offered, kinds | {"all"})
        replaced = (kind.removeprefix("-") for row in instrument.replaces for kind in row.kinds)
        yield from _unknown(name, "replaces.kinds", replaced, kinds | {"all"})
        limited = (kind for row in instrument.time_limit for kind in row.kinds)
        yield from _unknown(name, "time_limit.kinds", limited, kinds)


def _vocabulary_exists(shipped: Shipped) -> Problems:
    vocabulary = shipped.vocabulary
    fields, kinds = {row.id for row in vocabulary.draft_fields}, _known_kinds(shipped)
    groups, categories = {row.id for row in vocabulary.groups}, {row.id for row in vocabulary.category}
    for i, element in enumerate(vocabulary.elements):
        yield from _unknown("vocabulary.toml", f"elements[{i}].fields", element.fields, fields)
    for i, kind in enumerate(vocabulary.kind):
        yield from _unknown("vocabulary.toml", f"kind[{i}].group", (kind.group,), groups)
        yield from _unknown("vocabulary.toml", f"kind[{i}].categories", kind.categories, categories)
        yield from _unknown("vocabulary.toml", f"kind[{i}].asked_as", kind.asked_as, kinds)
        answered = (row.field for row in kind.particulars)
        yield from _unknown("vocabulary.toml", f"kind[{i}].particulars", answered, fields)


def _instruments_exist(shipped: Shipped) -> Problems:
    known, organisations = instrument_ids(shipped), {row.id for row in shipped.states.organisations}
    for name, file in shipped.instruments.items():
        yield from _unknown(name, "supplements", filter(None, (file.supplements,)), known)
        yield from _unknown(name, "membership", filter(None, (file.membership,)), organisations)
        replaced = (code for row in file.replaces for code in row.instruments)
        yield from _unknown(name, "replaces.instruments", replaced, known - {file.id})
    for name, participation in shipped.participations.items():
        yield from _unknown(name, "instrument", (participation.instrument,), known)
        used = (act.source for act in participation.acts if act.source)
        yield from _unknown(name, "acts.source", used, participation.sources)
    for i, row in enumerate(shipped.bilateral.treaties):
        key = f"treaties[{i}]"
        if bool(row.id) is bool(row.instrument):
            yield Problem("bilateral.toml", key, 'has to have either "id" or "instrument"')
        yield from _unknown("bilateral.toml", key, filter(None, (row.instrument, row.supplements)), known)
        yield from _unknown("bilateral.toml", key, filter(None, (row.membership,)), organisations)
    for name, law in shipped.own_law.items():
        yield from _unknown(name, "declaration.instrument", (d.instrument for d in law.declaration), known)
        named = (row.instrument for row in law.requirement if row.instrument)
        yield from _unknown(name, "requirement.instrument", named, known)
    for i, office in enumerate(shipped.authorities.offices):
        yield from _unknown("authorities.toml", f"offices[{i}].instruments", office.instruments, known)


def _provisions_exist(shipped: Shipped) -> Problems:
    for name, file in shipped.instruments.items():
        for table in ("scope", "offer", "requirement", "replaces", "refusal", "rule", "time_limit"):
            for i, row in enumerate(getattr(file, table)):
                cited = citations.articles(row.provision)
                yield from (
                    Problem(name, f"{table}[{i}].provision", f'"{article}" is not among the provisions')
                    for article in cited
                    if article not in file.provisions
                )


def _schemes_bind_nobody(shipped: Shipped) -> Problems:
    """A scheme has members who choose to help: nobody is a party to it, and no duty arises."""
    schemes = {file.id: (name, file) for name, file in shipped.instruments.items() if file.kind == "scheme"}
    for name, file in schemes.values():
        if not file.no_duty or file.parties or not file.membership:
            yield Problem(name, "kind", "a scheme has no_duty and a membership, and no parties")
    for name, acts in shipped.participations.items():
        if acts.instrument in schemes:
            yield Problem(name, "acts", "nobody is a party to a scheme")


def _territories_belong_to_a_state(shipped: Shipped) -> Problems:
    kinds = {row.code: row.kind for row in shipped.states.states}
    for row in shipped.states.states:
        if row.part_of and (row.kind != "territory" or kinds.get(row.part_of) == "territory"):
            yield Problem(
                "states.toml", row.code, "only a territory is part of a State, and of a State only"
            )


def _dates_fit(shipped: Shipped) -> Problems:
    for file, key, row in _dated(shipped):
        if row.since and row.until and row.since > row.until:
            yield Problem(file, key, f"begins on {row.since}, after it ends on {row.until}")
    for name, participation in shipped.participations.items():
        yield from _acts_fit(name, participation)
        yield from _suspensions_fit(name, participation)


def _dated(shipped: Shipped) -> Iterator[tuple[str, str, files.Row]]:
    yield from _requirements(shipped)
    for name, law in shipped.own_law.items():
        yield from ((name, f"declaration[{i}]", row) for i, row in enumerate(law.declaration))
    for name, instrument in shipped.instruments.items():
        yield name, "since", instrument


def _acts_fit(name: str, participation: files.ParticipationFile) -> Problems:
    bound: dict[str, date | None] = {}
    numbered = enumerate(participation.acts)
    for i, act in sorted(numbered, key=lambda pair: pair[1].on or pair[1].in_force or date.min):
        if act.action == "withdrawal":
            begun = bound.pop(act.state, None)
            if begun and act.on and act.on < begun:
                yield Problem(name, f"acts[{i}]", f"{act.state} withdraws before it is bound")
        elif act.action in BINDING and act.state in bound:
            yield Problem(name, f"acts[{i}]", f"{act.state} is bound already: the periods overlap")
        elif act.action in BINDING:
            bound[act.state] = act.in_force or act.on


def _suspensions_fit(name: str, participation: files.ParticipationFile) -> Problems:
    """Yield suspensions and resumptions out of turn or without a day."""
    suspended: set[str] = set()
    for i, act in enumerate(participation.acts):
        if act.action not in {"suspension", "resumption"}:
            continue
        if act.on is None:
            yield Problem(name, f"acts[{i}]", f"{act.state}: a {act.action} needs its day")
        if (act.action == "suspension") is (act.state in suspended):
            yield Problem(
                name,
                f"acts[{i}]",
                f"{act.state}: a {act.action} does not follow from what stands before it",
            )
        suspended ^= {act.state}


def _unknown(file: str, key: str, names: Iterable[str], known: Iterable[str]) -> Problems:
    known = known if isinstance(known, set | frozenset | dict) else set(known)
    return (Problem(file, key, f'"{name}" is not known') for name in names if name not in known)


_FINDERS: tuple[Find, ...] = (
    _duplicates,
    _states_exist,
    _names_exist,
    _vocabulary_exists,
    _instruments_exist,
    _provisions_exist,
    _dates_fit,
    _schemes_bind_nobody,
    _territories_belong_to_a_state,
)
