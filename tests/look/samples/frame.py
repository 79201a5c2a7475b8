"""The frame of every page, and what stands on every page about one request."""

import datetime as dt
from typing import Any

Context = dict[str, Any]
NOW = dt.datetime(2026, 6, 9, 14, 34, 8, tzinfo=dt.UTC)
REFERENCE = "MLA-2026-0141"
GB = {"code": "GB", "name": "United Kingdom"}
ES = {"code": "ES", "name": "Spain"}


class Person:
    is_authenticated = True
    unit = "Unit 1"

    def __str__(self) -> str:
        return "Drafter 04"

    def get_role_display(self) -> str:
        return "Drafter"


def frame() -> Context:
    nav = [
        ("My desk", True, None),
        ("Review queue", False, 7),
        ("Requests", False, None),
        ("Treaty coverage", False, None),
        ("Directory", False, None),
    ]
    return {
        "nav": [{"label": label, "url": "/", "current": now, "count": n} for label, now, n in nav],
        "languages": [("en", "English"), ("fr", "French"), ("ar", "Arabic")],
        "set_theme_url": "/theme/",
        "login_path": "/login/",
        "law": {"version": "2026.2", "loaded_on": dt.date(2026, 6, 1)},
        "portal_version": "0.1.0",
        "demo": True,
        "user": Person(),
    }


def finding(message: str, why: str, citation: str, place: str) -> Context:
    return {
        "message": message,
        "why": why,
        "citations": [citation],
        "url": "#row-3-zone",
        "link_text": place,
        "verified": "text",
        "severity": "block",
        "section": "data",
        "page": "/",
        "more": {
            "why": why,
            "force": "The request cannot be sent without it.",
            "example": "Europe/Oslo, or +02:00.",
            "rules": ["budapest.29.2.c"],
            "version": "2026.2 / 3f9a1c77e20b",
        },
    }


def settled(kind: str) -> Context:
    return {
        "message": "Give the reasons for the deadline.",
        "citations": ["UNTOC, art 18(24)"],
        "where": "Confidentiality and urgency, why that date",
        "url": "/",
        "page": "/",
        "kind": kind,
        "pk": 1,
        "reason": "Agreed by telephone.\n\nFile note 4.",
        "by": "Supervisor 02",
        "at": NOW,
        "changed": kind == "waiver",
        "take_back": "/",
    }


def completeness() -> Context:
    zone = finding(
        "Row 3 has no time zone.",
        "A log time without its zone can point to the wrong person.",
        "Budapest Convention, art 29(2)(c)",
        "row 3, time zone",
    )
    holder = finding(
        "No holder is named for row 3.", "", "Budapest Convention, art 29(2)(d)", "row 3, provider"
    )
    span = finding(
        "Row 1 covers 129 days. Say why you need all of them.",
        "The measure has to be proportionate.",
        "Budapest Convention, art 15(1)",
        "why the data matter",
    )
    met = ["Authority asking", "Object and reason", "Offence and summary of facts"]
    return {
        "met": 16,
        "total": 18,
        "must_fix": [zone, holder],
        "should_check": [
            span
            | {"verified": "memory", "severity": "advise"}
            | {"dismiss": {"url": "/", "read": "0" * 64, "id": "dismiss-1"}}
        ],
        "waived": [settled("waiver")],
        "dismissed": [settled("dismissal")],
        "met_items": [{"message": text, "citations": ["1959 Convention, art 14(1)"]} for text in met],
        "checked_at": NOW,
        "revision": 23,
        "stale": False,
    }


def tasks() -> list[Context]:
    def task(title: str, state: str = "done", label: str = "", current: bool = False) -> Context:
        return {"title": title, "url": "/", "state": state, "label": label, "current": current}

    return [
        {
            "title": "The request",
            "tasks": [task("State and legal basis"), task("Authority and proceedings")],
        },
        {"title": "The case", "tasks": [task("Facts"), task("Offences and penalties"), task("Persons")]},
        {
            "title": "The assistance",
            "tasks": [
                task("Data sought", "fix", "2 to fix", current=True),
                task("Measures", "check", "1 to check"),
                task("Procedures to follow"),
            ],
        },
        {
            "title": "Sending it",
            "tasks": [task("Annexes", "note", "3 files"), task("Check your answers", "empty", "Not yet")],
        },
    ]


def about() -> Context:
    head = {
        "reference": REFERENCE,
        "title": "E-mail account: log-ins and live traffic data",
        "url": "/",
        "state": "draft",
        "state_label": "Draft",
        "urgency": "urgent",
        "urgency_label": "Urgent",
        "requested": GB,
        "basis": "Budapest Convention, arts 31 and 33",
        "case": "Investigation 2026-0417",
        "revision": 23,
    }
    mla = {
        "reference": REFERENCE,
        "title": head["title"],
        "revision": 23,
        "updated_at": NOW,
        "state": "draft",
    }
    return {
        "mla": mla,
        "head": head,
        "tasks": tasks(),
        "completeness": completeness(),
        "may_edit": True,
        "place": {"number": 6, "count": 12},
        "previous": {"title": "Persons", "url": "/"},
        "next": {"title": "Measures", "url": "/"},
    }
