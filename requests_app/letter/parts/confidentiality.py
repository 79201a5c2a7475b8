"""Part: confidentiality."""

from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Source, Text


def blocks(c: Composition) -> list[Block]:
    text = said(c)
    return (
        [c.paragraph("confidentiality", text, Source("confidentiality", "confidentiality_wanted"))]
        if text
        else []
    )


def said(c: Composition) -> Text:
    wish = c.snapshot.confidentiality
    wanted, silent = wish.wanted == "yes", wish.no_notification == "yes"
    if not (wanted or silent):
        return ()
    silence = "confidentiality.no_notification" + ("" if wanted else "_alone")
    return sentences(
        c.say("confidentiality.wanted") if wanted else (),
        c.say(silence) if silent else (),
        _why(c, "reason", wish.reason),
        _why(c, "no_notification_reason", wish.no_notification_reason if silent else ""),
    )


def _why(c: Composition, name: str, reason: str) -> Text:
    return c.say(f"confidentiality.{name}", text=sentence(reason)) if reason.strip() else ()
