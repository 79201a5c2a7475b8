"""What the forms of one request have in common, read once for all rows on the page."""

from functools import cached_property

from requests_app import snapshots
from requests_app.content import languages
from requests_app.content.languages import PairState
from requests_app.models import Fact, Measure, MLARequest, Offence, Provider
from requests_app.sections import counterparts, from_profile, states, vocabulary
from requests_app.sections.long_select import Groups
from requests_app.sections.vocabulary import Vocabulary

NEXUS: dict[str, type[Fact] | type[Offence] | type[Measure]] = {
    "facts": Fact,
    "offences": Offence,
    "measures": Measure,
}
# What is read of the house and not of the request.
_OF_THE_HOUSE = ("vocabulary", "providers", "states")


class FormContext:
    """Lists and names that the forms of one request need; each is read on first use and kept."""

    def __init__(self, mla: MLARequest) -> None:
        self.mla = mla

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary.current()

    @cached_property
    def profile(self) -> dict[str, str]:
        """Return what the profile of the unit says, by column."""
        return from_profile.values_of(self.mla.case)

    @cached_property
    def providers(self) -> dict[str, str]:
        """Return the registered names of providers, with the State of each."""
        return dict(Provider.objects.values_list("legal_name", "state"))

    @cached_property
    def states(self) -> Groups:
        return states.state_groups()

    @cached_property
    def pending(self) -> dict[tuple[str, str], dict[str, list[str]]]:
        """Return what was typed and could not be read, by section and item."""
        found: dict[tuple[str, str], dict[str, list[str]]] = {}
        for value in self.mla.pending_values.all():
            found.setdefault((value.section, value.item), {})[value.field] = value.typed
        return found

    @cached_property
    def languages(self) -> counterparts.Two | None:
        """Return the two languages of the request, with the outgoing texts; None means that there is
        only one.
        """
        if not languages.are_two(self.mla.working_language, self.mla.language):
            return None
        rows = [row for row in self.mla.renditions.all() if row.language == self.mla.language]
        texts = {row.path: row.text for row in rows}
        return counterparts.Two(self.mla.working_language, self.mla.language, texts)

    @cached_property
    def pair_states(self) -> dict[str, PairState]:
        """Return how each text and its counterpart stand, by path."""
        found = languages.pairs(snapshots.of(self.mla)) if self.languages else ()
        return {pair.path: pair.state for pair in found}

    @cached_property
    def nexus(self) -> dict[str, list[tuple[str, str]]]:
        """Return the rows to which a row of data can point, by the field that does."""
        return {
            name: [
                (row.key, self._line(row))
                for row in getattr(self.mla, f"{model.__name__.lower()}_set").all()
            ]
            for name, model in NEXUS.items()
        }

    @cached_property
    def annexes(self) -> list[tuple[str, str]]:
        """Return key and title of each annex, in the order of the list."""
        return [(row.key, row.title or row.key.upper()) for row in self.mla.annex_set.all()]

    def _line(self, row: Fact | Offence | Measure) -> str:
        if isinstance(row, Measure):
            return f"{row.key.upper()} {self.vocabulary.label(row.kind)}"
        text = row.text if isinstance(row, Fact) else row.title
        number = row.key[1:] if isinstance(row, Fact) else row.key.upper()
        return f"{number}. {text[:90]}{'…' if len(text) > 90 else ''}"


def hand_on(mla: MLARequest, fresh: MLARequest) -> None:
    """Give the request after a save what no save of it changes: words, States and the register."""
    known = vars(of(mla))
    vars(of(fresh)).update({name: known[name] for name in _OF_THE_HOUSE if name in known})


def of(mla: MLARequest) -> FormContext:
    known: FormContext | None = getattr(mla, "form_context", None)
    if known is None:
        known = mla.form_context = FormContext(mla)  # type: ignore[attr-defined]
    return known
