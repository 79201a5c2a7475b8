"""Pages on which a request is read, decided and sent; signing in."""

from typing import Any

from django.utils.safestring import mark_safe

from tests.look.sample_forms import DecisionForm, DispatchForm, LoginForm
from tests.look.samples.frame import NOW, REFERENCE, Context, about, settled

LETTER = mark_safe(
    "<article lang='en'><h2>V Persons concerned</h2><ol start='13'><li>The persons are listed in table 2."
    "</li></ol><table><thead><tr><th>Person</th><th>Role</th></tr></thead><tbody><tr><td>The suspect</td>"
    "<td>Suspect; sought for arrest</td></tr></tbody></table><h2>VI Assistance requested</h2>"
    "<p>The competent authorities of the United Kingdom are requested to take these measures.</p></article>"
)


def document(pk: int, state: str, **changes: Any) -> Context:
    return {
        "pk": pk,
        "title": "Request, English",
        "state": state,
        "state_label": state.capitalize(),
        "sha256": "3f9a1c77e20b64d8" * 4,
        "size": 64_269,
        "pages": 5,
        "revision": 23,
        "finished_at": NOW,
        "url": "/",
        "reference": REFERENCE,
    } | changes


def documents() -> list[Context]:
    failed = {"error": "The worker ran out of memory twice. The text of the request is safe."}
    return [
        document(1, "done"),
        document(2, "running"),
        document(3, "queued"),
        document(4, "failed", **failed),
    ]


def letter() -> Context:
    return about() | {"letter_html": LETTER, "draft": True, "documents": documents(), "may_order": True}


def events() -> list[Context]:
    return [
        {"number": n, "at": NOW, "who": "Drafter 04", "text": text, "detail": "", "digest": "b8e104fd" * 8}
        for n, text in ((41, "Version 2 submitted"), (40, "Version 1 returned"), (1, "Request started"))
    ]


def reviews() -> list[Context]:
    return [
        {
            "at": NOW,
            "by": "Supervisor 02",
            "decision": "returned",
            "reasons": "Name the court.\n\nCut the period.",
        }
    ]


def overview() -> Context:
    stages = [
        ("Drafted", "5 June\nDrafter 04", "done"),
        ("Reviewed", "10 June", "done"),
        ("Sent", "", "current"),
    ]
    stages += [("Received", "", "todo"), ("Closed", "", "todo")]
    sent = {
        "at": NOW,
        "direction": "out",
        "channel": "Secure e-mail",
        "recipient": "UK Central Authority",
        "what": "Request",
        "receipt": "",
    }
    return about() | {
        "breadcrumb": [{"label": "Requests", "url": "/"}, {"label": REFERENCE, "url": ""}],
        "stages": [{"label": label, "text": text, "state": state} for label, text, state in stages],
        "buttons": [
            {"label": "Open the letter", "url": "/", "method": "get", "primary": False},
            {"label": "Take it back", "url": "/", "method": "post", "primary": True},
        ],
        "documents": documents()[:1],
        "transmissions": [sent],
        "reviews": reviews(),
        "events": events(),
        "history_url": "/",
    }


def review() -> Context:
    version = {"number": 2, "submitted_at": NOW, "by": "Drafter 04", "note": "Both reasons are dealt with."}
    return about() | {
        "version": version,
        "letter_html": LETTER,
        "may_decide": True,
        "waived": [settled("waiver")],
        "may_waive": True,
        "form": DecisionForm(),
        "reviews": reviews(),
        "events": events(),
        "position": "2 of 7",
        "previous_url": "/",
        "next_url": "/",
    }


def dispatch() -> Context:
    return about() | {"form": DispatchForm({"sent_on": "tomorrow"}), "document": document(1, "done")}


def history() -> Context:
    return about() | {"events": events(), "chain_ok": True}


def sign_in() -> Context:
    return {"form": LoginForm({"username": ""}), "user": None, "nav": [], "next": "/"}


def nothing() -> Context:
    return {}
