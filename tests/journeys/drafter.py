"""A drafter at the screen: carries a request of the documentation into the portal, page by page.

Everything goes through what the pages offer; nothing is written beside them. What hands do (answer, press,
unfold) is apart from what is done, so that a drafter without a mouse or without scripts does the same.
"""

import hashlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
from playwright.sync_api import Locator, Page

from requests_app import snapshots
from requests_app.content.snapshot import Snapshot
from requests_app.models.content import Item
from requests_app.sections import SECTIONS
from tests.browsing import until
from tests.cast import PASSWORD
from tests.conftest import EXAMPLES

# A new row is in the page, or has a page of its own.
ADDED = "n => /\\/\\d+\\/$/.test(location.pathname) || document.querySelectorAll('#rows > li').length > n"
KEY_LISTS = ("facts", "offences", "measures")
NOTHING = (None, "", False, ())


def example(name: str) -> Snapshot:
    return msgspec.json.decode((EXAMPLES / f"{name}.json").read_bytes(), type=Snapshot)


class Drafter:
    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def sign_in(self, username: str) -> None:
        self.page.context.clear_cookies()
        self.open("/sign-in/")
        form = self.page.locator("main form").first
        self.answer(form, "username", username)
        self.answer(form, "password", PASSWORD)
        self.press("Sign in")

    @staticmethod
    def sections() -> list[str]:
        return [section.slug for section in SECTIONS if section.slug != "basis"]

    def start(self, wanted: Snapshot) -> str:
        """Who holds the evidence, and what is needed; returns the reference."""
        self.open("/requests/new/")
        form = self.page.locator("form.p-write-form")
        answers = {
            "requested": [wanted.requested],
            "kinds": list(wanted.kinds),
            "title": [wanted.title],
            "case_reference": [wanted.proceedings.case_reference],
        }
        scope = ("electronic_evidence", "transnational", "organised_group")
        answers |= {name: [getattr(wanted.scope, name)] for name in scope}
        self.answer_all(form, answers)
        self.press("Start the request")
        return self.page.url.split("/requests/")[1].split("/")[0]

    def choose_bases(self, wanted: Snapshot) -> None:
        form = self.page.locator("#form-section")
        chosen = {
            "main" if basis.role == "main" else f"beside-{basis.instrument}": [
                basis.instrument if basis.role == "main" else basis.role
            ]
            for basis in wanted.bases
        }
        self.answer_all(form, chosen | self.singles(form, wanted))
        self.save_and_continue()

    def write(self, reference: str, slug: str, wanted: Snapshot) -> None:
        """One page: its items, then its single answers."""
        section = next(section for section in SECTIONS if section.slug == slug)
        self.open(f"/requests/{reference}/sections/{slug}/")
        if section.items:
            name = next(n for n, (model, _) in snapshots.ITEMS.items() if model is section.items.model)
            self.write_items(reference, slug, section.items.model, getattr(wanted, name), wanted)
        if section.form:
            self.open(f"/requests/{reference}/sections/{slug}/")
            form = self.page.locator("#form-section")
            self.answer_all(form, self.singles(form, wanted))
            self.save_and_continue()

    def write_items(
        self, reference: str, slug: str, model: type[Item], items: Iterable[Any], wanted: Snapshot
    ) -> None:
        place = f"/requests/{reference}/sections/{slug}/"
        keys = keys_of(wanted)
        for number, item in enumerate(items):
            self.open(place)
            if self.page.locator("#rows > li").count() <= number:
                self.add_row(number)
            row = pk_of(reference, model, number)
            self.open(f"{place}{row}/")
            self.fill_item(self.page.locator("#form-section"), item, keys)
            self.press("Save")
            if slug == "annexes":
                self.open(f"{place}{row}/")
                self.wait_for(self.page.locator("#annex-file:not([hx-get])"))
        if slug == "annexes":
            self.name_annexes(reference, wanted)

    def name_annexes(self, reference: str, wanted: Snapshot) -> None:
        """A decision comes before its copy is attached: then it is told which annex that is."""
        for number, step in enumerate(wanted.steps):
            if step.annex:
                pk = pk_of(reference, snapshots.ITEMS["steps"][0], number)
                self.open(f"/requests/{reference}/sections/steps/{pk}/")
                self.answer(self.page.locator("#form-section"), "annex", step.annex)
                self.press("Save")

    def add_row(self, number: int) -> None:
        self.page.locator("form[action$='/add/'] button").click()
        until(self.page, ADDED, number)

    def fill_item(self, form: Locator, item: Any, keys: dict[str, dict[str, str]]) -> None:
        values = msgspec.structs.asdict(item)
        values |= values.pop("particulars", {})
        values.pop("annex", None)
        kind = form.locator('select[name="kind"]')
        if "kind" in values and kind.count() and kind.input_value() != values["kind"]:
            self.choose_kind(form, values["kind"])
        if form.locator('[name="file"]').count():
            form.locator('[name="file"]').set_input_files(a_pdf(item.title, item.pages or 1))
        answers = {
            name: [keys[name][key] for key in value] if name in KEY_LISTS else [value]
            for name, value in values.items()
        }
        self.answer_all(form, answers)

    def choose_kind(self, form: Locator, kind: str) -> None:
        """The kind first: what is asked of the row hangs on it."""
        here = self.page.url
        self.answer(form, "kind", kind)
        self.press("Save")
        self.open(here.removeprefix(self.address))

    @staticmethod
    def singles(form: Locator, wanted: Snapshot) -> dict[str, list[Any]]:
        """Every single answer of the request, by the column that keeps it."""
        found: dict[str, list[Any]] = {}
        for path, columns in snapshots.COLUMNS.items():
            node: Any = wanted
            for step in filter(None, path.split(".")):
                node = getattr(node, step)
            found |= {column: [getattr(node, attribute)] for attribute, column in columns.items()}
        return found

    def answer_all(self, form: Locator, answers: dict[str, list[Any]]) -> None:
        """Each field that stands on this form and has an answer, in the order in which they stand there."""
        fields = form.locator("[name]")
        names = dict.fromkeys(fields.evaluate_all("all => all.map(e => e.name)"))
        for name in names:
            for value in answers.get(name, ()):
                self.answer(form, name, value)

    def answer_questions(self, reference: str, wanted: Snapshot) -> None:
        """Reasons and yes or no, at the findings that ask for them."""
        for field, value in {**wanted.unknown, **wanted.applicable}.items():
            self.open(f"/requests/{reference}/sections/basis/")
            form = self.page.locator(f"form[action$='/answers/{field}/']").first
            if not form.count():
                continue
            self.unfold(form)
            button = form.locator(f"button[name='value'][value='{value}']")
            if not button.count():
                self.answer(form, "value", value)
                button = form.locator("button").first
            self.use(button)
            self.page.wait_for_load_state()

    def save_and_continue(self) -> None:
        self.press("Save and continue")

    def press(self, label: str) -> None:
        """A button that leads to another page."""
        here = self.page.url
        self.use(self.page.locator("main").get_by_role("button", name=label, exact=True).first)
        self.page.wait_for_url(lambda url: url != here)

    def use(self, button: Locator) -> None:
        button.click()

    def wait_for(self, target: Locator) -> None:
        """The page brings it by itself, without being loaded again."""
        target.wait_for(timeout=60_000)

    def unfold(self, inside: Locator) -> None:
        inside.evaluate("e => e.closest('details')?.setAttribute('open', '')")

    def answer(self, form: Locator, name: str, value: Any) -> None:
        """Type, choose or tick, as the field has it; nothing for an empty value."""
        if value in NOTHING:
            return
        field = form.locator(f'[name="{name}"]')
        kind = field.first.evaluate("e => e.type")
        if kind in {"radio", "checkbox"}:
            chosen = field if value is True else form.locator(f'[name="{name}"][value="{value}"]')
            self.unfold(chosen.first)
            chosen.first.check(force=True)
        elif kind == "select-one":
            field.select_option(str(value))
        else:
            self.unfold(field)
            field.fill(as_typed(value))


def as_typed(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def keys_of(wanted: Snapshot) -> dict[str, dict[str, str]]:
    """The ids of the example, and the keys the portal gives to the same items in the same order."""
    return {
        name: {
            item.id: f"{snapshots.ITEMS[name][0].prefix}{number}"
            for number, item in enumerate(getattr(wanted, name), start=1)
        }
        for name in KEY_LISTS
    }


def keyed_as_typed(wanted: Snapshot, reference: str) -> Snapshot:
    """The example as the portal must tell it: own reference and keys, files by their own digest."""
    data = msgspec.to_builtins(wanted) | {"reference": reference}
    for name, (model, _struct) in snapshots.ITEMS.items():
        for number, item in enumerate(data[name], start=1):
            item["id"] = f"{model.prefix}{number}"
    for item in (*data["data_items"], *data["measures"]):
        for name, keys in keys_of(wanted).items():
            if name in item:
                item[name] = [keys[key] for key in item[name]]
    for item in data["annexes"]:
        item["sha256"] = hashlib.sha256(a_pdf(item["title"], item["pages"] or 1)["buffer"]).hexdigest()
    return msgspec.convert(data, Snapshot)


def pk_of(reference: str, model: type[Item], number: int) -> int:
    return model.objects.filter(request__reference=reference).order_by("position", "pk")[number].pk


def a_pdf(title: str, pages: int) -> dict[str, Any]:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    content = BytesIO()
    pdf.save(content, deterministic_id=True)
    return {"name": f"{title[:20]}.pdf", "mimeType": "application/pdf", "buffer": content.getvalue()}
