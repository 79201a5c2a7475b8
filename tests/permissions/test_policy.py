"""Every address, every role, every method, against a table that people wrote and people review.

`own` is a draft of the cyber unit. A hidden object answers 404 like a missing one, what may be seen but not
done answers 403, whoever has not signed in is sent to do so. An address without a line here fails.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from requests_app import casework, paste_reading, urls
from requests_app.annexes import uploads
from requests_app.checks import decisions
from requests_app.completeness import examining
from requests_app.models import (
    Annex,
    AnnexFile,
    AuditEvent,
    Consent,
    Decision,
    MLARequest,
    Officer,
    Provider,
    RenderedDocument,
    Version,
)
from tests.cast import MLARequestFactory, OfficerFactory
from tests.reprs import reprs_in
from treaties.models import Proposal

ROLES = ("anonymous", "drafter", "colleague", "supervisor", "outsider", "administrator", "auditor")
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")

# "in" is the way to the sign-in page; "ok" is 200, "to" a redirect, "bad" a form with
# errors (422); "any" is open to all.
POLICY = """
name               method anonymous drafter colleague supervisor outsider administrator auditor
desk               GET    in        ok      ok        ok         ok       to            to
healthz            GET    any       any     any       any        any      any           any
login              GET    ok        to      to        to         to       to            to
login              POST   bad       to      to        to         to       to            to
logout             POST   in        to      to        to         to       to            to
set_theme          POST   to        to      to        to         to       to            to
unsaved            GET    in        to      to        to         to       to            to
unsaved            POST   in        to      to        to         to       to            to
set_language       GET    to        to      to        to         to       to            to
set_language       POST   to        to      to        to         to       to            to
password           GET    in        ok      ok        ok         ok       ok            ok
password           POST   in        bad     bad       bad        bad      bad           bad
enrol              GET    404       404     404       404        404      404           404
enrol              POST   404       404     404       404        404      404           404
providers          GET    in        ok      ok        ok         ok       403           403
provider_new       GET    in        ok      ok        ok         ok       403           403
provider_new       POST   in        bad     bad       bad        bad      403           403
provider           GET    in        ok      ok        ok         ok       403           403
provider           POST   in        bad     bad       bad        bad      403           403
consents           GET    in        ok      ok        ok         ok       403           403
consent_new        GET    in        ok      ok        ok         ok       403           403
consent_new        POST   in        bad     bad       bad        bad      403           403
consent            GET    in        ok      ok        ok         404      404           404
request_list       GET    in        ok      ok        ok         ok       403           403
affected           GET    in        ok      ok        ok         ok       403           403
paste              GET    in        ok      ok        ok         404      404           404
paste              POST   in        bad     bad       bad        404      404           404
intake             GET    in        ok      ok        ok         404      404           404
intake_progress    GET    in        ok      ok        ok         404      404           404
intake_assume      POST   in        to      to        to         404      404           404
intake_take        POST   in        to      to        to         404      404           404
intake_discard     POST   in        to      to        to         404      404           404
staged_row         GET    in        ok      ok        ok         404      404           404
staged_row         POST   in        to      to        to         404      404           404
staged_row_settle  POST   in        to      to        to         404      404           404
request_new        GET    in        ok      ok        ok         ok       403           403
request_new        POST   in        bad     bad       bad        bad      403           403
request            GET    in        ok      ok        ok         404      404           404
section_basis      GET    in        ok      ok        ok         404      404           404
section_basis      POST   in        to      to        to         404      404           404
section            GET    in        ok      ok        ok         404      404           404
section            POST   in        to      to        to         404      404           404
versions           GET    in        ok      ok        ok         404      404           404
version            GET    in        ok      ok        ok         404      404           404
version            POST   in        to      to        to         404      404           404
presence           POST   in        ok      ok        ok         404      404           404
texts              GET    in        ok      ok        ok         404      404           404
texts              POST   in        404     404       404        404      404           404
item_add           POST   in        to      to        to         404      404           404
item               GET    in        ok      ok        ok         404      404           404
item               POST   in        to      to        to         404      404           404
item_remove        POST   in        to      to        to         404      404           404
item_up            POST   in        to      to        to         404      404           404
item_place         POST   in        to      to        to         404      404           404
item_down          POST   in        to      to        to         404      404           404
nexus              GET    in        ok      ok        ok         404      404           404
nexus              POST   in        to      to        to         404      404           404
annex_file         GET    in        ok      ok        ok         404      404           404
annex_preview      GET    in        ok      ok        ok         404      404           404
annex_state        GET    in        to      to        to         404      404           404
annex_retry        POST   in        to      to        to         404      404           404
answer_field       POST   in        to      to        to         404      404           404
finding            GET    in        ok      ok        ok         404      404           404
dismiss            POST   in        bad     bad       bad        404      404           404
waive              POST   in        403     403       bad        404      404           404
decision_take_back POST   in        to      to        to         404      404           404
slip               GET    in        ok      ok        ok         404      404           404
check_answers      GET    in        ok      ok        ok         404      404           404
submit             POST   in        bad     bad       bad        404      404           404
move               POST   in        to      to        to         404      404           404
letter             GET    in        ok      ok        ok         404      404           404
document_order     POST   in        to      to        to         404      404           404
document           GET    in        to      to        to         404      404           404
document_download  GET    in        404     404       404        404      404           404
document_retry     POST   in        to      to        to         404      404           404
review             GET    in        403     403       to         404      404           404
review             POST   in        403     403       bad        404      404           404
reopen             GET    in        403     403       403        404      404           404
reopen             POST   in        403     403       403        404      404           404
withdraw           GET    in        ok      403       ok         404      404           404
withdraw           POST   in        bad     403       bad        404      404           404
dispatch           GET    in        403     403       403        404      404           404
dispatch           POST   in        403     403       403        404      404           404
continue           GET    in        ok      ok        ok         404      404           404
continue           POST   in        bad     bad       bad        404      404           404
continue_at_once   POST   in        to      to        to         404      404           404
acknowledgement    GET    in        403     403       403        404      404           404
acknowledgement    POST   in        403     403       403        404      404           404
preservation       GET    in        403     403       403        404      404           404
preservation       POST   in        403     403       403        404      404           404
emergency          GET    in        ok      ok        ok         ok       403           403
emergency          POST   in        bad     bad       bad        bad      403           403
emergency_confirm  GET    in        to      to        to         404      404           404
emergency_confirm  POST   in        to      to        to         404      404           404
reminder_settings  GET    in        ok      ok        ok         ok       403           403
reminder_settings  POST   in        to      to        to         to       403           403
units              GET    in        403     403       403        403      ok            403
unit_new           GET    in        403     403       403        403      ok            403
unit_new           POST   in        403     403       403        403      bad           403
unit_profile       GET    in        403     403       403        403      ok            403
unit_profile       POST   in        403     403       403        403      bad           403
case               GET    in        ok      ok        ok         404      404           404
case_members       GET    in        ok      ok        ok         404      404           404
case_members       POST   in        bad     403       bad        404      404           404
case_member_end    POST   in        to      403       to         404      404           404
case_restrict      POST   in        bad     403       bad        404      404           404
case_open          POST   in        to      403       to         404      404           404
history            GET    in        ok      ok        ok         404      404           ok
review_queue       GET    in        403     403       ok         403      403           403
officers           GET    in        403     403       403        403      ok            403
officer_new        GET    in        403     403       403        403      ok            403
officer_new        POST   in        403     403       403        403      bad           403
officer            GET    in        403     403       403        403      ok            403
officer            POST   in        403     403       403        403      bad           403
proposals          GET    in        403     403       403        403      ok            403
law_differences    GET    in        403     403       403        403      ok            403
difference_decided POST   in        403     403       403        403      to            403
proposal_new       GET    in        403     403       403        403      ok            403
proposal_new       POST   in        403     403       403        403      bad           403
proposal           GET    in        403     403       403        403      ok            403
proposal_confirm   POST   in        403     403       403        403      to            403
proposal_turn_down POST   in        403     403       403        403      to            403
proposal_file      GET    in        403     403       403        403      ok            403
audit_log          GET    in        403     403       403        403      403           ok
law                GET    in        ok      ok        ok         ok       ok            ok
law_coverage       GET    in        ok      ok        ok         ok       ok            ok
law_coverage_csv   GET    in        ok      ok        ok         ok       ok            ok
law_state          GET    in        ok      ok        ok         ok       ok            ok
law_brief          GET    in        ok      ok        ok         ok       ok            ok
law_instrument     GET    in        ok      ok        ok         ok       ok            ok
law_pair           GET    in        ok      ok        ok         ok       ok            ok
law_directory      GET    in        ok      ok        ok         ok       ok            ok
law_search         GET    in        ok      ok        ok         ok       ok            ok
law_verification   GET    in        ok      ok        ok         ok       ok            ok
law_fact           GET    in        ok      ok        ok         ok       ok            ok
law_fact           POST   in        403     403       403        403      bad           403
"""

WORDS = {"ok": 200, "to": 302, "bad": 422, "403": 403, "404": 404}


def rows() -> list[tuple[str, str, dict[str, str]]]:
    lines = [line.split() for line in POLICY.strip().splitlines()[1:]]
    return [(name, method, dict(zip(ROLES, cells, strict=True))) for name, method, *cells in lines]


ABOUT_ONE = {entry.name for entry in urls.urlpatterns if "<slug:reference>" in str(entry.pattern)}
ABOUT_A_PASTE = ("intake", "intake_progress", "intake_assume", "intake_take", "intake_discard")
ABOUT_A_CASE = ("case", "case_members", "case_restrict", "case_open")
DECLARED = {(name, method) for name, method, _cells in rows()}


def names_of_urls(resolver: URLResolver | None = None) -> Iterator[str]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.name or str(entry.pattern)
        else:
            yield from names_of_urls(entry)


def test_every_address_is_declared():
    assert {name for name, _method in DECLARED} == set(names_of_urls())


@pytest.fixture
def world(law, mla, drafter, colleague, supervisor, outsider, administrator, auditor):
    """The cast by role, and one object for each kind of address."""
    annex = Annex.append_to(mla, title="Order", stored_as=uuid.uuid4(), sha256="0" * 64)
    AnnexFile.objects.create(
        request=mla,
        name=annex.stored_as,
        kind="pdf",
        sha256=annex.sha256,
        size=18,
        status="done",
        verdict="accepted",
        previews=1,
    )
    document = RenderedDocument.objects.create(
        request=mla,
        snapshot={},
        snapshot_digest="0" * 64,
        template_digest="0" * 64,
        draft=True,
        revision=1,
        ordered_by=drafter,
    )
    objects = {
        "version": version_of(mla),
        **open_lines(mla, drafter),
        **pasted(mla, drafter),
        "fact": mla.fact_set.get().pk,
        "annex": annex.pk,
        "document": document.pk,
        "officer": outsider.pk,
        "case": mla.case_id,
        "unit": mla.case.unit_id,
        "provider": Provider.objects.create(legal_name="Mailhost Example Ltd", state="GBR", source="-").pk,
        "consent": Consent.objects.create(
            case=mla.case, ground="public", data="-", given_on=timezone.localdate(), officer=drafter
        ).pk,
        "proposal": propose_something().pk,
    }
    people = {
        "drafter": drafter,
        "colleague": colleague,
        "supervisor": supervisor,
        "outsider": outsider,
        "administrator": administrator,
        "auditor": auditor,
    }
    return mla.reference, objects, people


def version_of(mla: MLARequest) -> int:
    """Of the text as it stands, so that restoring it is no change."""
    now = timezone.now()
    kept = {"revision": 0, "officer": mla.author, "began_at": now, "at": now}
    values = {"purpose": mla.purpose}
    return Version.objects.create(request=mla, section="facts", values=values, **kept).pk


def open_lines(mla: MLARequest, drafter: Officer) -> dict[str, Any]:
    """One of advice, one that blocks, and one that is dismissed."""
    found = examining.for_request(mla).findings
    advice = next(f for f in found if decisions.may_be_dismissed(f))
    blocking = next(f for f in found if decisions.may_be_waived(f))
    dismissed = Decision.objects.create(
        request=mla,
        kind="dismissal",
        line="x",
        rule="x",
        section="facts",
        reason="A test.",
        officer=drafter,
    )
    lines = {"advice": decisions.line_of(advice), "blocking": decisions.line_of(blocking)}
    return {**lines, "dismissed": dismissed.pk}


def pasted(mla: MLARequest, drafter: Officer) -> dict[str, int]:
    """A paste that is read, and a line of it that no row can be made of."""
    intake = casework.stage_rows(mla, drafter, text="203.0.113.24\n=cmd", assumptions={})
    paste_reading.read_at_once(intake)
    return {"intake": intake.pk, "line": intake.rows.get(line=2).pk}


def propose_something() -> Proposal:
    """Of an administrator who is not the one of the cast, and so may be confirmed by that one."""
    author = OfficerFactory(username="second", role=Officer.Role.ADMINISTRATOR, unit=None)
    content = 'state = "GBR"\nlanguages = { accept = ["en"], rule = "Fictional." }\n'
    return Proposal.objects.create(
        kind="state_rule", record="GBR", number=1, content=content, reason="A test.", proposed_by=author
    )


def address(name: str, reference: str, objects: dict[str, Any]) -> str:
    arguments = {
        "section": [reference, "authority"],
        "item_add": [reference, "facts"],
        "versions": [reference, "facts"],
        "version": [reference, "facts", objects["version"]],
        **{page: [reference, objects["intake"]] for page in ABOUT_A_PASTE},
        "staged_row": [reference, objects["intake"], objects["line"]],
        "staged_row_settle": [reference, objects["intake"], objects["line"]],
        "annex_file": [reference, objects["annex"]],
        "annex_preview": [reference, objects["annex"], 1],
        "annex_state": [reference, objects["annex"]],
        "annex_retry": [reference, objects["annex"]],
        "answer_field": [reference, "deadline"],
        "finding": [reference, objects["advice"]],
        "dismiss": [reference, objects["advice"]],
        "waive": [reference, objects["blocking"]],
        "decision_take_back": [reference, objects["dismissed"]],
        "move": [reference, "take_back"],
        "officer": [objects["officer"]],
        "provider": [objects["provider"]],
        "consent": [objects["consent"]],
        "proposal_new": ["treaty"],
        "proposal": [objects["proposal"]],
        "proposal_confirm": [objects["proposal"]],
        "proposal_turn_down": [objects["proposal"]],
        "proposal_file": [objects["proposal"]],
        "difference_decided": [objects["proposal"]],
        "law_fact": ["instrument", "budapest"],
        "continue": [reference, "follow-up"],
        "continue_at_once": [reference, "follow-up"],
        "enrol": ["MQ", "a-link-of-nobody"],
        **{page: [objects["case"]] for page in ABOUT_A_CASE},
        "case_member_end": [objects["case"], objects["officer"]],
        "unit_profile": [objects["unit"]],
        "law_state": ["GBR"],
        "law_brief": ["GBR"],
        "law_instrument": ["budapest"],
        "law_pair": ["NOR", "GBR"],
    }
    if name in arguments:
        return reverse(name, args=arguments[name])
    if name in ("item", "item_remove", "item_up", "item_down", "item_place"):
        return reverse(name, args=[reference, "facts", objects["fact"]])
    if name in ("document", "document_download", "document_retry"):
        return reverse(name, args=[reference, objects["document"]])
    about_one = name in (
        [
            "request",
            "reopen",
            "withdraw",
            "section_basis",
            "check_answers",
            "slip",
            "submit",
            "letter",
            "document_order",
            "review",
            "dispatch",
            "acknowledgement",
            "preservation",
            "emergency_confirm",
            "history",
            "presence",
            "texts",
            "nexus",
            "paste",
        ]
    )
    return reverse(name, args=[reference] if about_one else [])


def client_of(people: dict, role: str) -> Client:
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(people[role])
    return client


def store_annex(pk: int) -> None:
    """The bytes of the annex and the picture of a page, where the views look for them."""
    name = Annex.objects.get(pk=pk).stored_as
    for path in (uploads.path_of(name), uploads.preview_of(name, 1)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.7 fictional")


def traces() -> tuple:
    """What an act would change: the request, its rows, and the history."""
    requests = MLARequest.objects.order_by("pk").values_list("pk", "state", "revision", "title")
    decided = Decision.objects.order_by("pk").values_list("pk", "taken_back_at")
    return (list(requests), list(decided), AuditEvent.objects.count())


@pytest.mark.parametrize(("name", "method", "words"), rows())
def test_policy(world, name, method, words):
    reference, objects, people = world
    store_annex(objects["annex"])
    url = address(name, reference, objects)

    expected = {role: word for role, word in words.items() if word != "any"}

    answers = {role: answer_of(client_of(people, role), method, url, expected[role]) for role in expected}

    assert answers == expected


@pytest.mark.parametrize(
    ("name", "method", "words"), [row for row in rows() if {"ok", "bad"} & set(row[2].values())]
)
def test_no_page_shows_a_value_as_python_writes_it(world, name, method, words):
    reference, objects, people = world
    store_annex(objects["annex"])
    role = next(role for role, word in words.items() if word in ("ok", "bad"))

    response = client_of(people, role).generic(method, address(name, reference, objects))

    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    assert (reprs_in(response.content.decode()) if is_page else []) == []


def answer_of(client: Client, method: str, url: str, expected: str) -> str:
    """The word of the table for what came back, "changed" when a refusal left a trace; all is undone."""
    before = traces()
    with transaction.atomic():
        response = client.generic(method, url)
        unchanged = traces() == before
        transaction.set_rollback(True)
    if response.headers.get("Location", "").startswith(reverse("login")) and expected == "in":
        word = "in"
    else:
        word = next((word for word, status in WORDS.items() if status == response.status_code), "other")
    return word if unchanged or word in ("ok", "to", "bad") else "changed"


@pytest.mark.parametrize("name", sorted({name for name, _method in DECLARED} - {"healthz"}))
def test_other_methods_do_nothing(world, name):
    reference, objects, people = world
    before = traces()
    undeclared = [m for m in ("GET", *UNSAFE) if (name, m) not in DECLARED]

    answers = {
        (role, m): client_of(people, role).generic(m, address(name, reference, objects)).status_code
        for role in ("drafter", "outsider")
        for m in undeclared
    }

    assert set(answers.values()) <= {405, 302, 404}
    assert traces() == before


def about_one_request() -> list[str]:
    return sorted(n for n, m in DECLARED if m == "GET" and n in ABOUT_ONE)


@pytest.mark.parametrize("name", about_one_request())
def test_a_hidden_request_answers_like_a_missing_one(world, name):
    reference, objects, people = world
    url = address(name, reference, objects)
    client = client_of(people, "outsider")

    # As long as the other: the thousandth request of a run has a digit more, and its page a byte.
    nobodys = "MLA-2026-".ljust(len(reference), "0")
    hidden, missing = client.get(url), client.get(url.replace(reference, nobodys))

    assert (hidden.status_code, hidden.headers.items()) == (404, missing.headers.items())
    assert strip_tokens(hidden.content) == strip_tokens(missing.content)


def strip_tokens(content: bytes) -> bytes:
    return re.sub(rb'value="[A-Za-z0-9]{64}"|MLA-2026-\d+', b"", content)


def test_an_object_of_another_request_does_not_exist_here(world, drafter, signed_in):
    """Rows, annexes and documents are looked for within the request of the address only."""
    reference, objects, _people = world
    store_annex(objects["annex"])
    other = MLARequestFactory(case=MLARequest.objects.get(reference=reference).case, author=drafter)
    client = signed_in(drafter)
    names = ("item", "annex_file", "document", "document_download", "version")

    answers = [client.get(address(name, other.reference, objects)).status_code for name in names]

    assert answers == [404] * len(names)


@pytest.mark.parametrize(("name", "method"), sorted(pair for pair in DECLARED if pair[1] in UNSAFE))
def test_no_change_without_a_token_of_the_page(world, name, method):
    reference, objects, people = world
    role = "administrator" if name.startswith(("officer", "proposal", "unit")) else "supervisor"
    client = Client(enforce_csrf_checks=True)
    client.force_login(people[role])
    before = traces()

    response = client.generic(method, address(name, reference, objects))

    assert response.status_code == 403
    assert traces() == before
