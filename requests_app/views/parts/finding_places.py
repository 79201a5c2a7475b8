"""Where a finding leads: the address of its field, and words for the link."""

from dataclasses import dataclass
from functools import cached_property

from django.forms import Form
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from requests_app.checks import translation
from requests_app.checks.findings import Finding, Met
from requests_app.models import MLARequest, Version
from requests_app.models.content import Item
from requests_app.sections import BY_SLUG, Section

# Hundreds of open forms on one page help nobody, and no browser.
ROWS_PER_PAGE = 25


@dataclass(frozen=True)
class Places:
    """Addresses within one request; they need no query when its rows are fetched already."""

    mla: MLARequest

    def section(self, section: Section | str) -> str:
        slug = section if isinstance(section, str) else section.slug
        return reverse("section", args=[self.mla.reference, slug])

    def item(self, section: Section, row: Item) -> str:
        return reverse("item", args=[self.mla.reference, section.slug, row.pk])

    def row(self, section: Section, number: int) -> str:
        """Return the page of a list that shows the row of this number, counted over all pages."""
        page = (number - 1) // ROWS_PER_PAGE + 1
        return f"{self.section(section)}?page={page}" if page > 1 else self.section(section)

    def row_in_list(self, section: Section, row: Item) -> str:
        """Return where a row stands: on its page of a table, or in the only list."""
        number = self.rows[section.slug, row.key][0]
        place = (
            self.row(section, number) if section.items and section.items.columns else self.section(section)
        )
        return f"{place}#row-{row.pk}"

    def removed_item(self, section: Section, version: Version) -> str:
        return reverse("item", args=[self.mla.reference, section.slug, version.values["id"]])

    @cached_property
    def rows(self) -> dict[tuple[str, str], tuple[int, Item]]:
        """Return number and row by section and key, as the officer counts them on the page."""
        return {
            (section.slug, row.key): (number, row)
            for section in BY_SLUG.values()
            if section.items
            for number, row in enumerate(rows_of(self.mla, section), start=1)
        }

    def of(self, finding: Finding | Met) -> str:
        if finding.section == translation.SECTION:
            return f"{reverse('texts', args=[self.mla.reference])}#{anchor(finding.field)}"
        section = BY_SLUG.get(finding.section)
        if section is None:
            return reverse("check_answers", args=[self.mla.reference])
        found = self.rows.get((finding.section, getattr(finding, "item", "")))
        if found is None:
            return f"{self.section(section)}#{_anchor(section, finding.field)}"
        number, row = found
        if section.items and section.items.columns:
            return f"{self.row(section, number)}#row-{row.pk}-{finding.field}"
        return f"{self.item(section, row)}#id_{finding.field}"

    def words(self, finding: Finding) -> str:
        """Return "Row 3, time zone" for a field of a row, the name of the page for a field of the page."""
        if finding.section == translation.SECTION:
            return _("All texts in both languages")
        section = BY_SLUG.get(finding.section)
        if section is None:
            # A rule that cannot be evaluated is nothing that a drafter could mend on a page.
            return _("The law data")
        found = self.rows.get((finding.section, finding.item))
        if found is None or section.items is None:
            label = label_of(section.form, finding.field)
            return f"{section.title}, {label}" if label else str(section.title)
        label = label_of(section.items.form, finding.field)
        name = _("%(item)s %(number)s") % {
            "item": capfirst(str(section.items.singular)),
            "number": found[0],
        }
        return f"{name}, {label}" if label else name


def anchor(path: str) -> str:
    """Return the id of a text on the page of all texts."""
    return f"text-{path.replace('.', '-')}"


def _anchor(section: Section, field: str) -> str:
    return f"id_{field}" if section.form and field in section.form.base_fields else "rows"


def label_of(form: type[Form] | None, field: str) -> str:
    if form is None or field not in form.base_fields:
        return ""
    label = str(form.base_fields[field].label)
    return label[:1].lower() + label[1:]


def rows_of(mla: MLARequest, section: Section) -> list[Item]:
    """Return the rows of a page, prefetched ones where there are any."""
    if section.items is None:
        return []
    return list(getattr(mla, f"{section.items.model.__name__.lower()}_set").all())
