"""Part: the assistance sought. Each measure is numbered and says what, from whom, for which period
and why.
"""

from requests_app.content.snapshot import Measure
from requests_app.letter import dates
from requests_app.letter.composition import Composition, literal, sentence
from requests_app.letter.letter import Block, Detail, MeasureBlock, Source
from requests_app.letter.parts import identifiers, nexus, particulars, preservation


def blocks(c: Composition) -> list[Block]:
    table = c.next_table() if c.snapshot.data_items else 0
    return [
        *_measures(c, table),
        *reasons(c),
        *_identifiers(c, table),
        *nexus.blocks(c),
        *_connection(c),
        *preservation.blocks(c),
    ]


def _measures(c: Composition, table: int) -> list[Block]:
    if not c.snapshot.measures:
        return []
    key = "assistance.intro_table" if table else "assistance.intro"
    if c.informs:
        key = "assistance.intro_informs"
    where = c.label("identifiers.table").format(table=table)
    intro = c.paragraph("assistance-intro", c.say(key, where=where), Source("measures"))
    return [intro, *(measure_block(c, measure) for measure in c.snapshot.measures)]


def reasons(c: Composition) -> list[Block]:
    found: list[Block] = []
    for name, text in (("purpose", c.snapshot.purpose), ("necessity", c.snapshot.necessity)):
        if text.strip():
            source = Source("facts" if name == "purpose" else "measures", name)
            said = c.say(f"assistance.{name}", text=sentence(text))
            found.append(c.paragraph(f"assistance-{name}", said, source))
    return found


def _identifiers(c: Composition, table: int) -> list[Block]:
    return [identifiers.table(c, table, identifiers.inline(c))] if table else []


def _connection(c: Composition) -> list[Block]:
    """Return why each identifier matters, where it was found, and why the data are believed to be there."""
    clauses = nexus.clauses(c)
    if not clauses:
        return []
    said = c.say("identifiers.connection")
    return [c.paragraph("identifiers-connection", said, Source("data", "relevance"), clauses)]


def measure_block(c: Composition, measure: Measure) -> MeasureBlock:
    return MeasureBlock(
        id=f"measures-{measure.id}",
        mark=c.marks[measure.id],
        title=c.term(measure.kind) if measure.kind else c.label("assistance.untitled"),
        citation=_citation(c, measure),
        text=sentence(measure.description),
        details=tuple(_details(c, measure)),
        source=Source("measures", "description", measure.id),
    )


def _citation(c: Composition, measure: Measure) -> str:
    """Return the measure's own article, else that of the main instrument which offers this kind."""
    main = c.main
    offered = main.articles.get(measure.kind, "") if main and main.kind == "treaty" else ""
    return c.spell(measure.basis.strip() or offered)


def _details(c: Composition, measure: Measure) -> list[Detail]:
    found = [
        ("categories", "categories", literal(_categories(c, measure.categories))),
        ("holder", "holder", literal(measure.holder)),
        ("period", "start", literal(dates.span(measure.start, measure.end, c.phrases))),
        ("reason", "reason", literal(measure.reason)),
        ("nexus", "facts", nexus.connection(c, measure)),
        ("form", "form_of_evidence", literal(measure.form_of_evidence)),
        ("procedure", "procedure", literal(measure.procedure)),
    ]
    details = [
        Detail(c.label(f"assistance.{label}"), text, Source("measures", field, measure.id))
        for label, field, text in found
        if text
    ]
    return details + particulars.details(c, measure)


def _categories(c: Composition, text: str) -> str:
    """Return the categories of data in words; anything that is no id is the officer's own wording."""
    words = [word.strip() for word in text.replace("|", ",").split(",")]
    if all(c.phrases.knows(f"category.{word}") for word in words):
        return c.phrases.listed([c.label(f"category.{word}") for word in words])
    return text
