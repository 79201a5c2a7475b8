"""Text that stands for text: the form went out before it was filled."""

from typing import Final

from bench.completeness.places import Path
from bench.completeness.world.fault import FIRST_FACT, Expects, Fault, adding, putting

_INSIDE: Final[tuple[tuple[str, Path, str], ...]] = (
    ("XX in a day", FIRST_FACT, "He was seen again on XX.XX.2026."),
    ("lorem ipsum", FIRST_FACT, "Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
    ("question marks", ("necessity",), "The provider keeps the data for ??? months."),
    ("note to a colleague", ("purpose",), "@Maria please check with the prosecutor before sending!"),
    ("blank line to fill", ("procedure", "use_undertaking"), "The data are returned by ________."),
    ("name in brackets", ("measures", 0, "description"), "The records of [NAME OF ACCOUNT HOLDER]."),
    ("choice left open", ("measures", 0, "description"), "Obtain the records of the suspect/accused*."),
    ("field of a template", ("purpose",), "For the trial before {{ court }}."),
    (
        "instruction of the form",
        FIRST_FACT,
        "(Describe here when, where and how the offence was committed.)",
    ),
    ("mark of a tracked change", ("necessity",), "Error! Reference source not found."),
)
_WHOLE: Final[tuple[tuple[str, Path, str, Expects], ...]] = (
    ("TBD as the measure", ("measures", 0, "description"), "TBD", "block"),
    ("XXX as the addressee", ("channel", "addressee"), "XXX", "block"),
    ("[addressee]", ("channel", "addressee"), "[name of the authority]", "block"),
    ("N.N. signs", ("signature", "name"), "N.N.", "block"),
    ("[name] signs", ("signature", "name"), "[name]", "block"),
    ("tbc as the facts", FIRST_FACT, "tbc", "block"),
    ("lorem ipsum as the facts", FIRST_FACT, "Lorem ipsum dolor sit amet.", "block"),
    ("test as the facts", FIRST_FACT, "test", "block"),
    ("asdf as the purpose", ("purpose",), "asdf", "find"),
    ("case number 123", ("proceedings", "case_reference"), "123/XX", "find"),
    ("person Mustermann", ("persons", 0, "family_name"), "Mustermann", "find"),
    ("person XY", ("persons", 0, "family_name"), "XY", "find"),
    ("section xx of the law", ("offences", 0, "provision"), "Penal Code, section xx", "find"),
)
FAULTS: Final = (
    *(Fault(name, "stub", "find", adding(path, text)) for name, path, text in _INSIDE),
    *(Fault(name, "stub", expects, putting(path, text)) for name, path, text, expects in _WHOLE),
)
