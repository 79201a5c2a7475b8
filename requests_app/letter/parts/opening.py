"""What precedes the first paragraph: addressee, reference block, title, urgency."""

from requests_app.letter import articles
from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Entry, Notice, Source, Text, plain


def addressee(c: Composition) -> tuple[str, ...]:
    """Return the addressee; without an office, the counterpart is addressed by its function."""
    channel = c.snapshot.channel
    named = channel.addressee.strip() or _capital(plain(c.say("head.counterpart")))
    via = c.label("head.via").format(via=channel.via.strip()) if channel.via.strip() else ""
    lines = [named, *channel.address.splitlines(), via]
    return tuple(line.strip() for line in lines if line.strip())


def references(c: Composition) -> tuple[Entry, ...]:
    s = c.snapshot
    found = [
        ("ours", s.reference, Source("authority", "case_reference")),
        ("yours", s.earlier.their_reference, Source("earlier", "earlier_theirs")),
        ("date", c.day(s.signature.date) if s.signature.date else "", Source("channel", "signature_date")),
        ("subject", s.title, Source("basis", "title")),
        ("case", s.proceedings.case_reference, Source("authority", "case_reference")),
        ("operation", s.proceedings.operation, Source("authority", "operation")),
        ("earlier", _earlier(c), Source("measures", "preservation_reference")),
        (
            "reply_by",
            c.day(s.urgency.deadline) if s.urgency.deadline else "",
            Source("confidentiality", "deadline"),
        ),
        (
            "channel",
            c.label(f"route.{s.channel.route}") if s.channel.route else "",
            Source("channel", "route"),
        ),
    ]
    return tuple(
        Entry(c.label(f"refs.{name}"), value.strip(), source)
        for name, value, source in found
        if value.strip()
    )


def _earlier(c: Composition) -> str:
    """Of what was confirmed, or at least asked for: a number alone would claim too much."""
    earlier = c.snapshot.preservation
    if not (earlier.is_confirmed or earlier.status == "asked"):
        return ""
    if earlier.reference.strip() and earlier.made_on:
        return c.label("refs.earlier_value").format(
            reference=earlier.reference.strip(), day=c.day(earlier.made_on)
        )
    return earlier.reference.strip()


def title(c: Composition, *, short: bool) -> str:
    status = c.snapshot.proceedings.request_status
    extends = status == "extension" or c.snapshot.kinds == ("preservation_extension",)
    if short and extends:
        return c.label("title.extension")
    if c.snapshot.is_note:
        return c.label(f"title.{status}")
    if short:
        return c.label("title.preservation")
    if c.informs:
        return c.label("title.information")
    main = c.main
    by_letter = main is not None and main.kind == "letters_rogatory"
    return c.label("title.letters_rogatory" if by_letter else "title.assistance")


def subtitle(c: Composition, *, short: bool) -> str:
    """Return what is asked and under which articles, in one line by which a registry can file the
    letter.
    """
    kinds = c.phrases.listed(_terms(c))
    main = c.main
    if main is None or main.kind != "treaty":
        return "" if short else kinds
    named = f"{main.title}{_made(c)}"
    cited = articles.heads(_main_articles(c), c.phrases)
    under = f"{cited} {c.label('subtitle.of_the')} {named}" if cited else named
    if short or not kinds:
        return _capital(under)
    return f"{kinds}: {under}"


def _terms(c: Composition) -> list[str]:
    """Return the terms as running text; only the first begins with a capital."""
    terms = [c.term(kind) for kind in c.snapshot.kinds if kind]
    return [term if n == 0 else term[:1].lower() + term[1:] for n, term in enumerate(terms)]


def _main_articles(c: Composition) -> str:
    """Return the articles of the measures; the governing ones are in part II."""
    main = c.main
    offered = main.articles if main else {}
    cited = [m.basis.strip() or offered.get(m.kind, "") for m in c.snapshot.measures]
    return ", ".join(dict.fromkeys(filter(None, cited)))


def _made(c: Composition) -> str:
    main = c.main
    if main is None or not (main.reference or main.adopted):
        return ""
    day = c.day(main.adopted) if main.adopted else ""
    return f" ({', '.join(filter(None, (main.place, day, main.reference)))})"


def notice(c: Composition) -> Notice | None:
    """Return the urgency box; None where no reason was given, because "urgent" alone says nothing."""
    urgency = c.snapshot.urgency
    if urgency.level not in ("urgent", "emergency"):
        return None
    text = _why_urgent(c)
    if not text:
        return None
    level = c.label(f"urgent.{urgency.level}")
    key = "urgent.heading_by" if urgency.deadline else "urgent.heading"
    day = c.day(urgency.deadline) if urgency.deadline else ""
    heading = c.label(key).format(level=level, day=day)
    return Notice("urgency", heading, text, Source("confidentiality", "urgency_level"))


def _why_urgent(c: Composition) -> Text:
    urgency = c.snapshot.urgency
    key = f"urgent.category.{urgency.category}"
    return sentences(
        c.say(key) if c.phrases.knows(key) else (),
        sentence(urgency.reason),
        sentence(urgency.deadline_reason),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
