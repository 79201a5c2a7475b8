"""What the adviser is asked: who asks whom for what, and what is known of the offence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaties import relations
from treaties.law import Instrument, Law, Scope

_COMPUTER = frozenset({"subscriber", "traffic", "content", "registration"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is asked, between whom, and what is known so far of the offence."""

    law: Law
    requesting: str
    requested: str
    kinds: tuple[str, ...]
    on: date
    max_penalty_years: float | None
    transnational: bool
    organised_group: bool
    electronic: bool | None

    @property
    def is_electronic(self) -> bool:
        if self.electronic is not None:
            return self.electronic
        categories = {
            c for kind in self.kinds if kind in self.law.kinds for c in self.law.kinds[kind].categories
        }
        return bool(categories & _COMPUTER)

    @property
    def requested_refuses_without_treaty(self) -> bool:
        basis = self.law.no_treaty_basis.get(self.requested)
        return basis is not None and basis.possible == "no"

    @property
    def preserves_by_order(self) -> bool:
        """A preservation is ordered from the provider directly: no State has to be asked for it."""
        bonds = relations.in_force_between(self.requesting, self.requested, self.on, law=self.law)
        routes = [each.instrument for each in bonds if each.instrument.addressee == "provider"]
        return any("preservation" in each.offers for each in routes if each.usable_now)

    def scope_is_shown(self, instrument: Instrument) -> bool:
        """Whether what is known meets every condition of scope that can be compared."""
        return not any(self.open_conditions(instrument)) and not self.needs_its_own_offence(instrument)

    def needs_its_own_offence(self, instrument: Instrument) -> bool:
        """Whether the convention covers only the offences it defines, whatever their penalty."""
        needs = [scope.needs for scope in instrument.scope]
        by_penalty = any("penalty_years" in each for each in needs)
        return any(each.get("convention_offence") for each in needs) and not by_penalty

    def open_conditions(self, instrument: Instrument) -> Iterator[Scope]:
        """Return the conditions not known to be met, including those that a penalty could answer."""
        for scope in instrument.scope:
            if self._is_open(scope):
                yield scope

    def _is_open(self, scope: Scope) -> bool:
        needs = scope.needs
        years = needs.get("penalty_years")
        short = years is not None and (self.max_penalty_years is None or self.max_penalty_years < years)
        return bool(
            short
            or (needs.get("transnational") and not self.transnational)
            or (needs.get("organised_group") and not self.organised_group)
            or (needs.get("electronic") and not self.is_electronic)
        )
