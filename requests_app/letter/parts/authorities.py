"""Part: the authorities. Who asks, for which office, and at which stage the proceedings are."""

from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Source, Text
from requests_app.letter.parts import history


def blocks(c: Composition) -> list[Block]:
    return [
        *_said(c, "presents", _presents(c), Source("authority", "conducting_office")),
        *_said(c, "power", power(c), Source("authority", "legal_power")),
        *_said(c, "matter", matter(c), Source("authority", "nature")),
        *history.steps(c),
        *_said(c, "earlier", earlier(c), Source("earlier", "prior_requests")),
        *history.earlier(c),
        *_said(c, "forward", c.say("authorities.forward"), Source("channel", "route")),
    ]


def _said(c: Composition, id_: str, text: Text, source: Source) -> list[Block]:
    return [c.paragraph(f"authorities-{id_}", text, source)] if text else []


def _presents(c: Composition) -> Text:
    authority = c.snapshot.authority
    office = conducting_office(c)
    opening = (
        c.say("authorities.presents", conducting=office) if office else c.say("authorities.presents_alone")
    )
    head = authority.prosecutor_or_court
    return sentences(opening, c.say("authorities.directed", name=sentence(head)) if head.strip() else ())


def conducting_office(c: Composition) -> str:
    """Return the office that conducts the case, or its function where only that was given."""
    contact = c.snapshot.authority.conducting
    return (contact.office or contact.function).strip()


def power(c: Composition) -> Text:
    text = sentence(c.snapshot.authority.legal_power)
    return c.say("authorities.power", text=text) if text else ()


def matter(c: Composition) -> Text:
    case = c.snapshot.proceedings
    return sentences(
        c.say("authorities.nature", text=sentence(case.nature)) if case.nature.strip() else (),
        c.say(f"stage.{case.stage}") if case.stage else (),
        c.say("authorities.court", court=case.court.strip()) if case.court.strip() else (),
        c.say("authorities.next_date", day=c.day(case.next_date)) if case.next_date else (),
    )


def earlier(c: Composition) -> Text:
    case = c.snapshot.proceedings
    status = f"status.{case.request_status}"
    return sentences(
        c.say(status) if c.phrases.knows(status) else (),
        quoted(c),
        _prior(c),
    )


def _prior(c: Composition) -> Text:
    case = c.snapshot.proceedings
    if case.prior_made == "no":
        return c.say("status.no_prior")
    return c.say("status.prior", text=sentence(case.prior_requests)) if case.prior_requests.strip() else ()


def quoted(c: Composition) -> Text:
    """Return the earlier letter in words: our reference, its day, and the other side's reference."""
    before = c.snapshot.earlier
    reference, theirs = before.reference.strip(), before.their_reference.strip()
    if not (reference or theirs):
        return ()
    key = "status.earlier_on" if before.made_on else "status.earlier"
    day = c.day(before.made_on) if before.made_on else ""
    return sentences(
        c.say(key, reference=reference, day=day) if reference else (),
        c.say("status.theirs", reference=theirs) if theirs else (),
        c.say("status.received", authority=before.authority.strip()) if before.authority.strip() else (),
    )
