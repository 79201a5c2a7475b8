"""What has been preserved already, and the intention to request the data."""

from requests_app.letter.composition import Composition, literal
from requests_app.letter.letter import Block, Source, Text, plain


def blocks(c: Composition) -> list[Block]:
    found: list[Block] = []
    if text := made(c):
        found.append(c.paragraph("preservation-made", text, Source("measures", "preservation_reference")))
    if text := intention(c):
        found.append(c.paragraph("preservation-intended", text, Source("measures", "follow_up_intended")))
    return found


def made(c: Composition) -> Text:
    details = [plain(text) for text in _details(c) if text]
    return c.say("preservation.made", details="; ".join(details)) if details else ()


def _details(c: Composition) -> list[Text]:
    earlier = c.snapshot.preservation
    names = ("reference", "authority", "provider")
    said = [
        c.say(f"preservation.{name}", text=literal(getattr(earlier, name)))
        if getattr(earlier, name).strip()
        else ()
        for name in names
    ]
    days = [
        c.say(f"preservation.{name}", day=c.day(value)) if (value := getattr(earlier, name)) else ()
        for name in ("made_on", "expires_on")
    ]
    return said + days


def intention(c: Composition) -> Text:
    """Return the sentence only where an officer answered yes: nothing is promised by default."""
    ahead = c.snapshot.preservation
    if ahead.follow_up_intended != "yes":
        return ()
    if ahead.follow_up_on:
        return c.say("preservation.intended_on", day=c.day(ahead.follow_up_on))
    return c.say("preservation.intended")
