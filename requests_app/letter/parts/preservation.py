"""What has been preserved already, and the intention to request the data."""

from requests_app.letter.composition import Composition, literal, sentence, sentences
from requests_app.letter.letter import Block, Source, Text, plain


def blocks(c: Composition) -> list[Block]:
    found: list[Block] = []
    if text := made(c):
        found.append(c.paragraph("preservation-made", text, Source("measures", "preservation_status")))
    if text := intention(c):
        found.append(c.paragraph("preservation-intended", text, Source("measures", "follow_up_intended")))
    return found


def made(c: Composition) -> Text:
    """That the data are preserved is said only where it was confirmed, with its day."""
    earlier = c.snapshot.preservation
    if earlier.is_confirmed:
        return _with_details(c, "made") if earlier.made_on else ()
    if earlier.status == "asked":
        return sentences(_with_details(c, "asked"), sentence(earlier.explanation))
    if earlier.status:
        return sentences(c.say(f"preservation.{earlier.status}"), sentence(earlier.explanation))
    return ()


def _with_details(c: Composition, key: str) -> Text:
    details = [plain(text) for text in _details(c) if text]
    if not details:
        return c.say(f"preservation.{key}_alone")
    return c.say(f"preservation.{key}", details="; ".join(details))


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
