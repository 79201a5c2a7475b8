"""Part: the persons concerned. The presumption of innocence is stated for suspects."""

from requests_app.content.snapshot import Person
from requests_app.letter.composition import Composition, literal, sentence, sentences
from requests_app.letter.letter import Block, Cell, Row, Run, Source, Table, Text, plain

_PRESUMED = {"suspect", "accused"}
_BEFORE = (
    *("nationality", "further_nationalities", "document", "parents"),
    *("registration_number", "registered_office", "representatives", "address", "location"),
)


def blocks(c: Composition) -> list[Block]:
    persons = c.snapshot.persons
    if not persons:
        return []
    number = c.next_table()
    text = sentences(c.say("persons.intro", table=number), presumption(c))
    return [c.paragraph("persons-intro", text, Source("persons")), _table(c, number)]


def presumption(c: Composition) -> Text:
    presumed = any(person.role in _PRESUMED for person in c.snapshot.persons)
    return c.say("persons.presumption") if presumed else ()


def lines(c: Composition) -> Cell:
    """Return the persons as lines, for a letter without a table of them."""
    said = [_line(c, person) for person in c.snapshot.persons]
    return (*said, presumption(c)) if said else ()


def _line(c: Composition, person: Person) -> Text:
    names = _names(c, person)
    name, others = (names[0], names[1:]) if names else ((), ())
    role = literal(c.label(f"persons.role.{person.role}")) if person.role else ()
    details = [plain(text).rstrip(".") for text in (role, *others, *_particulars(c, person)) if text]
    lead = (Run(f"{plain(name)}.", "strong"),) if name else ()
    return sentences(lead, sentence("; ".join(details)))


def _table(c: Composition, number: int) -> Table:
    heads = ("number", "person", "role_head", "particulars")
    return Table(
        id="persons-table",
        layout="persons",
        caption=c.label("persons.caption").format(table=number),
        columns=tuple(c.label(f"persons.{head}") for head in heads),
        rows=tuple(_row(c, person, index) for index, person in enumerate(c.snapshot.persons, 1)),
        source=Source("persons"),
        wide=True,
    )


def _row(c: Composition, person: Person, number: int) -> Row:
    role = c.label(f"persons.role.{person.role}") if person.role else ""
    cells: tuple[Cell, ...] = (
        (literal(str(number)),),
        _names(c, person),
        (literal(role),),
        _particulars(c, person),
    )
    return Row(f"persons-{person.id}", cells, Source("persons", "family_name", person.id))


def _names(c: Composition, person: Person) -> Cell:
    """Return the name, with the family name in capitals as a registry files it, and in its own
    script.

    The letter says that a name is not known only where an officer said so.
    """
    family, given = person.family_name.strip(), person.given_names.strip()
    name = ", ".join(filter(None, (family.upper() if person.nature == "natural" else family, given)))
    if not name and c.snapshot.unknown.get("persons", "").strip():
        name = c.label("persons.unnamed")
    lines: list[Text] = [(Run(name, "strong"),)] if name else []
    if person.original_script.strip():
        lines.append((Run(person.original_script.strip(), "original"),))
    if person.transliteration.strip():
        lines.append(c.say("persons.transliteration", text=person.transliteration.strip()))
    if person.aliases.strip():
        lines.append(c.say("persons.aliases", text=person.aliases.strip()))
    return tuple(lines)


def _particulars(c: Composition, person: Person) -> Cell:
    sex = literal(c.label(f"persons.sex.{person.sex}")) if person.sex else ()
    before = [_detail(c, person, name) for name in _BEFORE]
    return tuple(
        filter(None, (sex, _born(c, person), *before, _custody(c, person), _detail(c, person, "link")))
    )


def _detail(c: Composition, person: Person, name: str) -> Text:
    text = literal(getattr(person, name))
    return c.say(f"persons.{name}", text=text) if text else ()


def _custody(c: Composition, person: Person) -> Text:
    where = person.custody_place.strip()
    if not (person.custody or where):
        return ()
    said = c.label(f"persons.custody.{person.custody}") if person.custody else ""
    return c.say("persons.in_custody", text=", ".join(filter(None, (said, where))))


def _born(c: Composition, person: Person) -> Text:
    verb = "born" if person.nature == "natural" else "registered"
    place = person.birth_place.strip()
    if person.birth_date:
        day = c.day(person.birth_date)
        return c.say(f"persons.{verb}_place" if place else f"persons.{verb}", day=day, place=place)
    return c.say(f"persons.{verb}_only_place", place=place) if place else ()
