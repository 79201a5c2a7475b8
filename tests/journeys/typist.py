"""A drafter without a mouse: the Tab key finds every field and every button, and keys answer it."""

from typing import Any

from playwright.sync_api import Locator

from tests.browsing import until
from tests.journeys.drafter import ADDED, NOTHING, Drafter, as_typed

# A long page has some hundred stops; round once and the field was not there.
MOST_STOPS = 400
IS_AT = "e => document.activeElement === e"
IS_IN_GROUP = "e => document.activeElement?.name === e.name && document.activeElement?.form === e.form"


class Unreachable(AssertionError):
    """No number of Tab presses leads to it."""


class Typist(Drafter):
    def tab_to(self, target: Locator, reached: str = IS_AT) -> None:
        for _ in range(MOST_STOPS):
            if target.evaluate(reached):
                return
            self.page.keyboard.press("Tab")
        raise Unreachable(target)

    def use(self, button: Locator) -> None:
        self.unfold(button)
        self.tab_to(button)
        self.page.keyboard.press("Enter")

    def add_row(self, number: int) -> None:
        self.use(self.page.locator("form[action$='/add/'] button"))
        until(self.page, ADDED, number)

    def unfold(self, inside: Locator) -> None:
        """By its summary, as one does without a mouse; the innermost fold last."""
        folds = inside.locator("xpath=ancestor::details[not(@open)]")
        for _ in range(folds.count()):
            summary = folds.first.locator("> summary")
            self.tab_to(summary)
            self.page.keyboard.press("Enter")

    def answer(self, form: Locator, name: str, value: Any) -> None:
        if value in NOTHING:
            return
        field = form.locator(f'[name="{name}"]')
        kind = field.first.evaluate("e => e.type")
        if kind in {"radio", "checkbox"}:
            field = field if value is True else form.locator(f'[name="{name}"][value="{value}"]')
        self.unfold(field.first)
        {"radio": self._choose, "checkbox": self._tick, "select-one": self._select}.get(kind, self._type)(
            field.first, value
        )

    def _type(self, field: Locator, value: Any) -> None:
        self.tab_to(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(as_typed(value))

    def _tick(self, field: Locator, _value: Any) -> None:
        self.tab_to(field)
        if not field.is_checked():
            self.page.keyboard.press("Space")

    def _choose(self, field: Locator, _value: Any) -> None:
        """Tab leads to one of the group, and arrows round it."""
        self.tab_to(field, reached=IS_IN_GROUP)
        if field.evaluate(IS_AT):
            self.page.keyboard.press("Space")
        for _ in range(MOST_STOPS):
            if field.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise Unreachable(field)

    def _select(self, field: Locator, value: Any) -> None:
        """The first letters of an option choose it; arrows go on from there."""
        self.tab_to(field)
        label = field.evaluate("(e, v) => [...e.options].find(o => o.value === v)?.label", str(value))
        self.page.keyboard.type(label.strip())
        for _ in range(MOST_STOPS):
            if field.input_value() == str(value):
                return
            self.page.keyboard.press("ArrowDown")
        raise Unreachable(f"{label} of {field}")
