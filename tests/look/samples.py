"""One invented context a page, so that pages are looked at and measured before and apart from their views.

All persons, accounts and addresses are fictional; addresses are from ranges reserved for documentation.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe

from tests.look.sample_forms import BasisForm, DecisionForm, DispatchForm, LoginForm, NewForm, OfficerForm
from tests.look.sample_forms import AuthorityForm, NoteForm, RowForm

Context = dict[str, Any]
NOW = dt.datetime(2026, 6, 9, 14, 34, 8, tzinfo=dt.UTC)
REFERENCE = "MLA-2026-0141"
GB = {"code": "GB", "name": "United Kingdom"}
ES = {"code": "ES", "name": "Spain"}


@dataclass(frozen=True)
class Page:
    template: str
    made: Callable[[], Context]

    def context(self) -> Context:
        return frame() | self.made()


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
    }


def completeness() -> Context:
    zone = finding(
        "Row 3 has no time zone.",
        "A log time without its zone can point to the wrong person.",
        "Budapest Convention, art 29(2)(c)",
        "row 3, time zone",
    )
    holder = finding("No holder is named for row 3.", "", "Budapest Convention, art 29(2)(d)", "row 3, provider")
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
        "should_check": [span | {"verified": "memory"}],
        "met_items": [{"message": text, "citations": ["1959 Convention, art 14(1)"]} for text in met],
        "checked_at": NOW,
        "revision": 23,
        "stale": False,
    }


def tasks() -> list[Context]:
    def task(title: str, state: str = "done", label: str = "", current: bool = False) -> Context:
        return {"title": title, "url": "/", "state": state, "label": label, "current": current}

    return [
        {"title": "The request", "tasks": [task("State and legal basis"), task("Authority and proceedings")]},
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
    mla = {"reference": REFERENCE, "title": head["title"], "revision": 23, "updated_at": NOW, "state": "draft"}
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
        row("PRES-2026-0044", {"code": "FR", "name": "France"}, state="approved", state_label="Approved", **emergency, **done),
        row("MLA-2026-0153", {"code": "US", "name": "United States"}, urgency="urgent", urgency_label="Urgent"),
        row(REFERENCE, GB, state="in_review", state_label="In review"),
        row("MLA-2026-0149", ES, state="sent", state_label="Sent", deadline=None, deadline_text=""),
        row("MLA-2026-0152", {"code": "EE", "name": "Estonia"}, met=None, total=None, to_fix=None, deadline=None, deadline_text=""),
    ]


def tabs() -> list[Context]:
    named = [("Open", 9), ("Draft", 3), ("Returned to me", 1), ("In review", 1), ("Sent", 2), ("Closed", 26)]
    return [{"label": label, "count": n, "url": "?", "current": label == "Open"} for label, n in named]


def desk() -> Context:
    steps = [
        ("Today", "bad", "Send the preservation request to France", "24/7 contact expects it by 18:00 UTC."),
        ("3 days", "warn", "Answer the reviewer on the United States draft", "Returned 8 June with 2 reasons."),
        ("19 days", "", "Preservation expires in Spain", "MLA-2026-0143 is waiting for review."),
    ]
    events = [
        {"at": NOW, "text": "completeness check finished: 2 to fix, 1 to check.", "reference": REFERENCE, "url": "/"},
        {"at": NOW, "text": "Supervisor 02 returned it with 2 reasons.", "reference": "MLA-2026-0153", "url": "/"},
    ]
    return {
        "now": NOW,
        "next_steps": [
            {"when": when, "tone": tone, "title": title, "text": text, "url": "/", "link_text": "Open the request"}
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


class Items:
    singular = "row"
    title = "Identifiers and periods"
    hint = "Give times exactly as the log shows them, with the zone of the log. The letter prints every time in UTC."
    columns: tuple[tuple[str, ...], ...] = (("type", "identifier"), ("start", "end"), ("zone", "provider"))
    more = ("relevance",)


class Section:
    slug = "data"
    title = "Data sought"
    group = "The assistance"
    intro = "List each account, address or number whose data you want. Use one row for each period."
    items: Any = Items()


def edited_row(pk: int, data: dict[str, str], *, errors: bool = False) -> Context:
    form = RowForm(data if errors else None, initial=data, auto_id=f"row-{pk}-%s")
    return {
        "pk": pk,
        "number": pk,
        "url": "/",
        "columns": [[form[name] for name in column] for column in Items.columns],
        "more": [form["relevance"]],
        "findings": [{"message": "Row 3: name the provider that holds the data"}] if errors else [],
        "invalid": errors,
    }


def section() -> Context:
    account = {
        "type": "email",
        "identifier": "harbour.lantern@mail.example.org",
        "start": "2026-02-01 00:00:00",
        "end": "2026-06-09 23:59:59",
        "zone": "UTC",
        "provider": "Mailhost Ltd, London",
    }
    address = account | {"type": "ip", "identifier": "203.0.113.24", "zone": "", "provider": "", "end": "soon"}
    editors = [edited_row(1, account), edited_row(2, account | {"type": "phone"}), edited_row(3, address, errors=True)]
    return about() | {"section": Section(), "rows": editors, "form": AuthorityForm(), "add_token": "1"}


def saved(words: str) -> Context:
    """The answer to an autosave of the main form of the section page."""
    context = section()
    wrong = words == "unreadable"
    form = AuthorityForm({"office": "Unit 1", "nature": words, "email": "nowhere" if wrong else ""})
    save = {"ok": not wrong, "at": NOW, "problems": len(form.errors), "conflict": words == "stale"}
    newer = context["mla"] | {"revision": 24}
    return context | {"form": form, "save": save, "of": "section", "mla": newer}


def added() -> Context:
    return section() | {"row": edited_row(4, {}), "save": {"ok": True, "at": NOW}}


def removed() -> Context:
    return section() | {"save": {"ok": True, "at": NOW}}


def listed_section() -> Context:
    class Listed(Items):
        columns = ()
        singular = "person"
        title = "Persons concerned"
        hint = ""

    class Persons(Section):
        slug = "persons"
        title = "Persons"
        intro = "Say who is concerned, and what part each has in the case."
        items = Listed()

    facts = [{"label": "Role", "value": "Suspect"}, {"label": "Nationality", "value": "Norwegian"}]
    listed = [
        {"pk": n, "number": n, "url": "/", "title": f"Person {n}", "summary": facts, "findings": []} for n in (1, 2)
    ]
    listed[1] |= {"invalid": True, "findings": [{"message": "Say what part this person has.", "url": "/"}]}
    return about() | {"section": Persons(), "rows": listed, "form": None}


def item() -> Context:
    one = {"pk": 2, "number": 2, "url": "/", "title": "", "findings": [{"message": "Say how this is known."}]}
    return about() | {"section": Section(), "row": one, "form": AuthorityForm({"office": "", "email": "wrong"})}


def basis(number: int, title: str, **changes: Any) -> Context:
    plain = {
        "id": number,
        "value": f"basis-{number}",
        "title": title,
        "articles": "Articles 29, 31 and 33",
        "in_force_text": "In force: Norway 1 October 2006, United Kingdom 1 September 2011.",
        "usable": True,
        "role": "",
        "badge": "",
        "fits": [{"ok": True, "text": "Covers all kinds that you chose."}, {"ok": False, "text": "Needs a group."}],
        "watch": [{"term": "Dual criminality", "text": "Not for preservation (art 29(3))."}],
        "confidence": "high",
    }
    return plain | changes


def bases() -> Context:
    budapest = basis(
        1, "Convention on Cybercrime (Budapest, 2001)", role="main", badge="Recommended", badge_tone="accent"
    )
    untoc = basis(
        2,
        "Convention against Transnational Organized Crime (2000)",
        badge="Weak fit",
        badge_tone="warn",
        role="fallback",
    )
    none = basis(
        3, "Bilateral treaty", usable=False, fits=[], watch=[], articles="", in_force_text="None is recorded."
    )

    class Basis(Section):
        slug = "basis"
        title = "State and legal basis"
        group = "The request"
        intro = ""
        items = None

    return about() | {
        "section": Basis(),
        "form": BasisForm(),
        "bases": [budapest, untoc, none],
        "asked_for": "expedited preservation, subscriber information",
    }


def new() -> Context:
    form = NewForm({})
    groups = [
        {
            "title": "Keep data from being deleted",
            "choices": [
                {
                    "value": "preservation",
                    "label": "Ask the provider to keep data that it holds now",
                    "term": "Expedited preservation of stored computer data, art 29",
                    "checked": True,
                    "id": "id_kinds_0",
                },
                {"value": "disclosure", "label": "Learn which other providers carried a message", "id": "id_kinds_1"},
            ],
        },
        {
            "title": "Collect data from now on",
            "choices": [{"value": "real_time", "label": "When and from where an account is used", "id": "id_kinds_2"}],
        },
    ]
    return {"form": form, "groups": groups}


def check() -> Context:
    lines = [
        {"title": "Requested State", "value": "United Kingdom", "url": "/"},
        {"title": "Data sought", "value": "3 identifiers", "url": "/", "to_fix": 2, "to_check": 1},
        {"title": "Annexes", "value": "", "url": "/"},
    ]
    problems = [{"message": "Data sought, row 3: choose the time zone of the log", "url": "/"}]
    groups = [{"title": "The request", "lines": lines}, {"title": "Sending it", "lines": lines[:1]}]
    return about() | {"groups": groups, "problems": problems, "form": NoteForm(), "may_submit": True}


def conflict() -> Context:
    fields = [
        {
            "name": "purpose",
            "label": "Purpose",
            "mine": "The account shows where he stays.",
            "theirs": "The log-ins show where the suspect is staying.",
            "differs": True,
            "mine_values": ["The account shows where he stays."],
        },
        {"name": "court", "label": "Court", "mine": "", "theirs": "", "differs": False, "mine_values": [""]},
    ]
    return about() | {
        "section": Section(),
        "fields": fields,
        "theirs_by": "Drafter 02",
        "theirs_at": NOW,
        "post_url": "/",
        "revision": 24,
    }


LETTER = mark_safe(
    "<article lang='en'><h2>V Persons concerned</h2><ol start='13'><li>The persons concerned are listed in table 2."
    "</li></ol><table><thead><tr><th>Person</th><th>Role</th></tr></thead><tbody><tr><td>The suspect</td>"
    "<td>Suspect; sought for arrest</td></tr></tbody></table><h2>VI Assistance requested</h2><p>The competent "
    "authorities of the United Kingdom are requested to take the following measures.</p></article>"
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
    return [document(1, "done"), document(2, "running"), document(3, "queued"), document(4, "failed", **failed)]


def letter() -> Context:
    return about() | {"letter_html": LETTER, "draft": True, "documents": documents(), "may_order": True}


def events() -> list[Context]:
    return [
        {"number": n, "at": NOW, "who": "Drafter 04", "text": text, "detail": "", "digest": "b8e104fd" * 8}
        for n, text in ((41, "Version 2 submitted"), (40, "Version 1 returned"), (1, "Request started"))
    ]


def reviews() -> list[Context]:
    return [{"at": NOW, "by": "Supervisor 02", "decision": "returned", "reasons": "Name the court.\n\nCut the period."}]


def overview() -> Context:
    stages = [("Drafted", "5 June\nDrafter 04", "done"), ("Reviewed", "10 June", "done"), ("Sent", "", "current")]
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


def queue() -> Context:
    waiting = rows()
    waiting[1] |= {"waiting": "4 days", "waiting_tone": "warn"}
    return {"now": NOW, "rows": waiting, "page": {"text": "1 to 5 of 5"}, "hidden_count": 2, "search_url": "/"}


def review() -> Context:
    version = {"number": 2, "submitted_at": NOW, "by": "Drafter 04", "note": "Both reasons are dealt with."}
    return about() | {
        "version": version,
        "letter_html": LETTER,
        "may_decide": True,
        "form": DecisionForm(),
        "reviews": reviews(),
        "events": events(),
        "position": "2 of 7",
        "previous_url": "/",
        "next_url": "/",
    }


def dispatch() -> Context:
    return about() | {"form": DispatchForm({"sent_on": "tomorrow"}), "document": document(1, "done")}


def accounts() -> Context:
    one = {"name": "Drafter 04", "username": "drafter04", "role_label": "Drafter", "unit": "Unit 1", "active": True, "url": "/"}
    return {"officers": [one | {"last_login": NOW}, one | {"name": "Drafter 05", "active": False}]}


def audit() -> Context:
    chain = {"ok": True, "text": "41 entries, checked now."}
    return {"events": [event | {"reference": REFERENCE} for event in events()], "chain": chain}


def sign_in() -> Context:
    return {"form": LoginForm({"username": ""}), "user": None, "nav": [], "next": "/"}


def nothing() -> Context:
    return {}


PAGES: dict[str, Page] = {
    "desk": Page("requests_app/desk.html", desk),
    "desk-empty": Page("requests_app/desk.html", empty_desk),
    "requests": Page("requests_app/request_list.html", desk),
    "new": Page("requests_app/new.html", new),
    "basis": Page("requests_app/section_basis.html", bases),
    "section": Page("requests_app/section.html", section),
    "section-list": Page("requests_app/section.html", listed_section),
    "item": Page("requests_app/item.html", item),
    "check": Page("requests_app/check.html", check),
    "conflict": Page("requests_app/conflict.html", conflict),
    "letter": Page("requests_app/letter.html", letter),
    "request": Page("requests_app/request.html", overview),
    "queue": Page("requests_app/review_queue.html", queue),
    "review": Page("requests_app/review.html", review),
    "dispatch": Page("requests_app/dispatch.html", dispatch),
    "history": Page("requests_app/history.html", lambda: about() | {"events": events(), "chain_ok": True}),
    "officers": Page("requests_app/officers.html", accounts),
    "officer": Page("requests_app/officer_form.html", lambda: {"form": OfficerForm(), "officer": None}),
    "audit": Page("requests_app/audit.html", audit),
    "login": Page("registration/login.html", sign_in),
    **{name: Page(f"{name}.html", nothing) for name in ("400", "403", "403_csrf", "404", "500")},
}
