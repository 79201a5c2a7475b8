"""What is declared of each answer of a request, beside the answer itself.

A field of a struct carries one `About` in its annotation. What it leaves open it takes from the attribute
under which its struct is used, and at last from its type; `declared.py` works that out.
"""

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class Redacted(StrEnum):
    """The class of an answer, by which a copy for others leaves it out."""

    PERSON = "person"
    ACCOUNT = "account"
    FACT = "fact"
    CONTACT = "contact"
    INTERNAL = "internal"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Never:
    """The answer is left out of something on purpose; `reason` says why."""

    reason: str


# The draft field that the part as a whole answers: a contact answers with its office.
OF_THE_PART = "*"

# The answer has no column of its own: it stands in rows, or nobody gives it.
NO_COLUMN = "-"

# The answer comes along whatever part of a request is carried.
ALWAYS = "always"

# Reasons that hold for many answers.
OWN = Never("each request has its own")
SETTING = Never("a setting of the page, not a text")
TITLE = Never("a name or title, not prose of the drafter")
OF_THE_LAW = Never("words of the law, quoted")
FOR_MACHINES = Never("a mark for machines")
BY_THE_PORTAL = Never("the portal gives it")
BY_THE_CHECK = Never("a line of the check asks for it")
BY_THE_WAY_ON = Never("the way in which a request goes on from another decides it")
BY_FILTER = Never("lists are narrowed down by it")
IN_EVERY_REQUEST = Never("the same stands in every request of a unit, so that it finds none")


@dataclass(frozen=True, slots=True)
class About:
    """One line about an answer. "" and None mean: as the part to which it belongs, else as its type.

    `section` is the page that asks for it; `printed` names a part of the letter, or a place of its first
    or last page; `carried` the part of a request that a new one may take over. `column` is the column of
    the request where it has another name, `columns` what stands before the names of a nested struct.
    `draft_field` is the question of the law that it answers. `asked` says why no form asks for it.
    """

    gloss: str
    _: KW_ONLY
    section: str = ""
    printed: str | Never = ""
    searched: bool | Never | None = None
    words: bool | Never | None = None
    carried: str | Never = ""
    redacted: Redacted | None = None
    column: str = ""
    columns: str = ""
    draft_field: str = ""
    asked: Never | None = None
