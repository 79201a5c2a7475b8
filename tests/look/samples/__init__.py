"""One invented context a page, so that pages are looked at and measured before and apart from their views.

All persons, accounts and addresses are fictional; addresses are from ranges reserved for documentation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.look.sample_forms import OfficerForm
from tests.look.samples import lists, reading, writing
from tests.look.samples.frame import Context, frame


@dataclass(frozen=True)
class Page:
    template: str
    made: Callable[[], Context]

    def context(self) -> Context:
        return frame() | self.made()


def new_account() -> Context:
    return {"form": OfficerForm(), "officer": None}


PAGES: dict[str, Page] = {
    "desk": Page("requests_app/desk.html", lists.desk),
    "desk-empty": Page("requests_app/desk.html", lists.empty_desk),
    "requests": Page("requests_app/request_list.html", lists.desk),
    "new": Page("requests_app/new.html", writing.new),
    "basis": Page("requests_app/section_basis.html", writing.bases),
    "section": Page("requests_app/section.html", writing.section),
    "section-list": Page("requests_app/section.html", writing.listed_section),
    "item": Page("requests_app/item.html", writing.item),
    "check": Page("requests_app/check.html", writing.check),
    "finding": Page("requests_app/finding.html", writing.finding),
    "conflict": Page("requests_app/conflict.html", writing.conflict),
    "letter": Page("requests_app/letter.html", reading.letter),
    "request": Page("requests_app/request.html", reading.overview),
    "queue": Page("requests_app/review_queue.html", lists.queue),
    "review": Page("requests_app/review.html", reading.review),
    "dispatch": Page("requests_app/dispatch.html", reading.dispatch),
    "history": Page("requests_app/history.html", reading.history),
    "officers": Page("requests_app/officers.html", lists.accounts),
    "officer": Page("requests_app/officer_form.html", new_account),
    "audit": Page("requests_app/audit.html", lists.audit),
    "login": Page("registration/login.html", reading.sign_in),
    **{name: Page(f"{name}.html", reading.nothing) for name in ("400", "403", "403_csrf", "404", "500")},
}
