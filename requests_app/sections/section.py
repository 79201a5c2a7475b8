"""What a page of the wizard is made of."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from requests_app.models import MLARequest
from requests_app.models.content import Item
from requests_app.sections.drafts import DraftForm, ItemForm

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """The repeated part of a page: rows, each with a form and an address.

    `columns` are the cells of a row that is edited in place, each cell a few fields one below the
    other, and `more` what folds out below them; without columns a row is a line of `summary` fields
    with a link to its own page.
    """

    model: type[Item]
    form: type[ItemForm]
    singular: Text
    title: Text
    hint: Text
    summary: tuple[str, ...]
    heading: str
    columns: tuple[tuple[str, ...], ...] = ()
    more: tuple[str, ...] = ()
    # Rows may also come from pasted text.
    pasted: bool = False

    def of(self, mla: MLARequest) -> QuerySet[Item]:
        return self.model._default_manager.filter(request=mla)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page: single answers in a form, repeated items in rows, or both."""

    slug: str
    group: Text
    title: Text
    intro: Text
    form: type[DraftForm] | None = None
    items: Items | None = None
