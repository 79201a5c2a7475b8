"""Desk, queue, accounts and audit log."""

import datetime as dt
from typing import Any

from tests.look.samples.frame import ES, GB, NOW, REFERENCE, Context
from tests.look.samples.reading import events


def row(reference: str, requested: Context, **changes: Any) -> Context:
    plain = {
        "reference": reference,
        "title": "Subscriber of a command server",
        "url": "/",
        "requested": requested,
        "instrument": "Budapest Convention",
        "articles": "art 31",
        "kinds": "Subscriber information",
        "urgency": "normal",
        "urgency_label": "Normal",
        "met": 15,
        "total": 18,
        "to_fix": 1,
        "to_check": 1,
        "state": "draft",
        "state_label": "Draft",
        "deadline": dt.date(2026, 6, 14),
        "deadline_text": "5 days",
        "deadline_note": "preservation expires",
        "deadline_tone": "warn",
        "waiting": "2 h",
        "version_text": "First version",
        "drafter": "Drafter 04",
    }
    return plain | changes


def rows() -> list[Context]:
    emergency = {"urgency": "emergency", "urgency_label": "Emergency", "deadline_tone": "bad"}
    done = {"met": 9, "total": 9, "to_fix": 0, "to_check": 0}
    return [
        row(
            "PRES-2026-0044",
            {"code": "FR", "name": "France"},
            state="approved",
            state_label="Approved",
            **emergency,
            **done,
        ),
        row(
            "MLA-2026-0153",
            {"code": "US", "name": "United States"},
            urgency="urgent",
            urgency_label="Urgent",
        ),
        row(REFERENCE, GB, state="in_review", state_label="In review"),
        row("MLA-2026-0149", ES, state="sent", state_label="Sent", deadline=None, deadline_text=""),
        row(
            "MLA-2026-0152",
            {"code": "EE", "name": "Estonia"},
            met=None,
            total=None,
            to_fix=None,
            deadline=None,
            deadline_text="",
        ),
    ]


def tabs() -> list[Context]:
    named = [
        ("Open", 9),
        ("Draft", 3),
        ("Returned to me", 1),
        ("In review", 1),
        ("Sent", 2),
        ("Closed", 26),
    ]
    return [{"label": label, "count": n, "url": "?", "current": label == "Open"} for label, n in named]


def desk() -> Context:
    steps = [
        (
            "Today",
            "bad",
            "Send the preservation request to France",
            "24/7 contact expects it by 18:00 UTC.",
        ),
        (
            "3 days",
            "warn",
            "Answer the reviewer on the United States draft",
            "Returned 8 June with 2 reasons.",
        ),
        ("19 days", "", "Preservation expires in Spain", "MLA-2026-0143 is waiting for review."),
    ]
    events = [
        {
            "at": NOW,
            "text": "completeness check finished: 2 to fix, 1 to check.",
            "reference": REFERENCE,
            "url": "/",
        },
        {
            "at": NOW,
            "text": "Supervisor 02 returned it with 2 reasons.",
            "reference": "MLA-2026-0153",
            "url": "/",
        },
    ]
    return {
        "now": NOW,
        "next_steps": [
            {
                "when": when,
                "tone": tone,
                "title": title,
                "text": text,
                "url": "/",
                "link_text": "Open the request",
            }
            for when, tone, title, text in steps
        ],
        "tabs": tabs(),
        "rows": rows(),
        "page": {"text": "1 to 5 of 300", "next_url": "?page=2"},
        "events": events,
        "jobs": [{"state": "running", "label": "Being made", "text": "PDF of PRES-2026-0044", "url": "/"}],
        "may_start": True,
        "has_any": True,
        "search_url": "/",
    }


def empty_desk() -> Context:
    return {"now": NOW, "has_any": False, "may_start": True}


def queue() -> Context:
    waiting = rows()
    waiting[1] |= {"waiting": "4 days", "waiting_tone": "warn"}
    return {
        "now": NOW,
        "rows": waiting,
        "page": {"text": "1 to 5 of 5"},
        "hidden_count": 2,
        "search_url": "/",
    }


def accounts() -> Context:
    one = {
        "name": "Drafter 04",
        "username": "drafter04",
        "role_label": "Drafter",
        "unit": "Unit 1",
        "active": True,
        "url": "/",
    }
    return {"officers": [one | {"last_login": NOW}, one | {"name": "Drafter 05", "active": False}]}


def audit() -> Context:
    chain = {"ok": True, "text": "41 entries, checked now."}
    return {"events": [event | {"reference": REFERENCE} for event in events()], "chain": chain}
