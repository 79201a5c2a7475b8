""" "None" where a fact is asked for: the field is filled, and the letter says something false."""

from typing import Final

from bench.completeness.places import Json, Path
from bench.completeness.world.fault import FIRST_FACT, Changes, Expects, Fault, Slip, putting

_FIELDS: Final[tuple[tuple[str, Path, tuple[str, ...], Expects], ...]] = (
    ("the facts", FIRST_FACT, ("None", "nichts", "لا يوجد"), "block"),
    ("the purpose", ("purpose",), ("n/a", "sans objet", "无"), "find"),
    ("the necessity", ("necessity",), ("N/A", "keine", "нет"), "find"),
    ("the order at home", ("procedure", "domestic_order"), ("none", "néant", "ingen"), "find"),
    ("the conduct", ("offences", 0, "conduct"), ("not applicable", "no procede", "-"), "find"),
    ("the text of the law", ("offences", 0, "law_text"), ("none", "nessuno", "не применимо"), "find"),
    ("the undertaking", ("procedure", "use_undertaking"), ("no", "entfällt", "nenhum"), "find"),
    ("the name of a person", ("persons", 0, "family_name"), ("n/a", "inconnu", "desconocido"), "find"),
    ("what is done", ("measures", 0, "description"), ("none", "aucune", "geen"), "block"),
    ("the nexus", ("data_items", 0, "relevance"), ("n.a.", "keiner", "不适用"), "find"),
    ("why it is there", ("data_items", 0, "location_basis"), ("none", "sin datos", "brak"), "find"),
    ("the case number", ("proceedings", "case_reference"), ("none", "ohne", "sem"), "find"),
    ("the power", ("authority", "legal_power"), ("none", "sans", "nihil"), "find"),
)


def _preserved(text: str) -> Slip:
    """Nothing was preserved, and the field for the reference says so instead of staying empty."""

    def changes(request: Json) -> Changes:
        if not request["preservation"]["expires_on"]:
            yield ("preservation", "reference"), text

    return changes


FAULTS: Final = (
    *(
        Fault(f"“{text}” for {what}", "false none", expects, putting(path, text))
        for what, path, texts, expects in _FIELDS
        for text in texts
    ),
    *(
        Fault(f"“{text}” for the preservation", "false none", "find", _preserved(text), _STATE)
        for _STATE in (("preservation.made_on", "preservation.expires_on"),)
        for text in ("None", "n/a", "Néant", "keine Sicherung", "No hay", "Nicht beantragt")
    ),
)
