"""Pages on which somebody writes a request."""

from typing import Any

from tests.look.sample_forms import AuthorityForm, BasisForm, NewForm, NoteForm, ReasonForm, RowForm
from tests.look.samples.frame import GB, NOW, Context, about, completeness


class Items:
    singular = "row"
    title = "Identifiers and periods"
    hint = "Give times as the log shows them, with its zone. The letter prints every time in UTC."
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
    address = account | {
        "type": "ip",
        "identifier": "203.0.113.24",
        "zone": "",
        "provider": "",
        "end": "soon",
    }
    editors = [
        edited_row(1, account),
        edited_row(2, account | {"type": "phone"}),
        edited_row(3, address, errors=True),
    ]
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
        {"pk": n, "number": n, "url": "/", "title": f"Person {n}", "summary": facts, "findings": []}
        for n in (1, 2)
    ]
    listed[1] |= {"invalid": True, "findings": [{"message": "Say what part this person has.", "url": "/"}]}
    return about() | {"section": Persons(), "rows": listed, "form": None}


def item() -> Context:
    one = {
        "pk": 2,
        "number": 2,
        "url": "/",
        "title": "",
        "findings": [{"message": "Say how this is known."}],
    }
    return about() | {
        "section": Section(),
        "row": one,
        "form": AuthorityForm({"office": "", "email": "wrong"}),
    }


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
        "fits": [
            {"ok": True, "text": "Covers all kinds that you chose."},
            {"ok": False, "text": "Needs a group."},
        ],
        "watch": [{"term": "Dual criminality", "text": "Not for preservation (art 29(3))."}],
        "confidence": "high",
    }
    return plain | changes


def bases() -> Context:
    budapest = basis(
        1,
        "Convention on Cybercrime (Budapest, 2001)",
        role="main",
        badge="Recommended",
        badge_tone="accent",
    )
    untoc = basis(
        2,
        "Convention against Transnational Organized Crime (2000)",
        badge="Weak fit",
        badge_tone="warn",
        role="fallback",
    )
    none = basis(
        3,
        "Bilateral treaty",
        usable=False,
        fits=[],
        watch=[],
        articles="",
        in_force_text="None is recorded.",
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
        "bases": [budapest, untoc],
        "bases_out": [none],
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
                {
                    "value": "disclosure",
                    "label": "Learn which other providers carried a message",
                    "id": "id_kinds_1",
                },
            ],
        },
        {
            "title": "Collect data from now on",
            "choices": [
                {
                    "value": "real_time",
                    "label": "When and from where an account is used",
                    "id": "id_kinds_2",
                }
            ],
        },
    ]
    return {"form": form, "usual": groups[:1], "groups": groups[1:], "how_many": 1, "unfolded": True}


def check() -> Context:
    lines = [
        {"title": "Requested State", "value": "United Kingdom", "url": "/"},
        {"title": "Data sought", "value": "3 identifiers", "url": "/", "to_fix": 2, "to_check": 1},
        {"title": "Annexes", "value": "", "url": "/"},
    ]
    problems = [{"message": "Data sought, row 3: choose the time zone of the log", "url": "/"}]
    groups = [{"title": "The request", "lines": lines}, {"title": "Sending it", "lines": lines[:1]}]
    shown = completeness()
    lines_of_data = [line | {"tone": "bad"} for line in shown["must_fix"]]
    expected = {"message": "Name the provider.", "ground": "It is open.", "url": "/", "where": "row 3"}
    return about() | {
        "counts": {"block": 2, "ask": 1, "warn": 0, "advise": 1},
        "open": [{"title": "Data sought", "url": "/", "lines": lines_of_data}],
        "expected": [expected | {"grade": "likely"}, expected | {"grade": "possible"}],
        "requested": GB,
        "groups": groups,
        "problems": problems,
        "form": NoteForm(),
        "may_submit": True,
        "may_waive": True,
    }


def finding() -> Context:
    steps = [
        {"topic": "source", "holds": True, "text": "The request relies on the Budapest Convention."},
        {"topic": "result", "holds": False, "text": "It is not met in one place."},
    ]
    return about() | {
        "finding": completeness()["must_fix"][0],
        "settled": None,
        "decisions": [{"kind": "waiver", "form": ReasonForm(), "url": "/"}],
        "traces": [{"rule": "budapest.29.2.c", "message": "Give the zone.", "steps": steps, "met": False}],
        "read": "0" * 64,
    }


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
        {
            "name": "court",
            "label": "Court",
            "mine": "",
            "theirs": "",
            "differs": False,
            "mine_values": [""],
        },
    ]
    return about() | {
        "section": Section(),
        "fields": fields,
        "theirs_by": "Drafter 02",
        "theirs_at": NOW,
        "post_url": "/",
        "revision": 24,
    }
