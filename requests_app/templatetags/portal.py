"""What templates need to show: icons, percentages, dates and times, and how a state of a request looks."""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

from django import template
from django.forms import BoundField, Form
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from requests_app.checks.characters import HIDDEN
from requests_app.sections.drafts import DraftForm

register = template.Library()

NO_BREAK = "\u00a0"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# An article and its number, a day and its month, a number and its unit: no line end may part them.
PAIRS = re.compile(
    rf"(?<=\bart) (?=\d)|(?<=\barts) (?=\d)|(?<=\barticle) (?=\d)|(?<=\barticles) (?=\d)"
    rf"|(?<=\bparagraph) (?=\d)|(?<=\bsection) (?=\d)|(?<=\bRow) (?=\d)|(?<=\brow) (?=\d)"
    rf"|(?<=\d) (?=(?:{MONTHS})\b)|(?<=\d) (?=(?:UTC|days?|hours?|h|min|years?|pages?|KB|MB)\b)"
)

# State of a request, a document or a row -> (tone, icon). The word is always beside it.
LOOKS: dict[str, tuple[str, str]] = {
    "draft": ("accent", "pencil-fill"),
    "returned": ("warn", "arrow-return-left"),
    "in_review": ("outline", "hourglass-split"),
    "approved": ("ok", "check2"),
    "signed": ("ok", "patch-check-fill"),
    "sent": ("ok", "send"),
    "acknowledged": ("ok", "check2-all"),
    "information_sought": ("warn", "question-circle"),
    "executed": ("ok", "check2-all"),
    "partly_executed": ("accent", "circle-half"),
    "refused": ("bad", "x-lg"),
    "withdrawn": ("outline", "dash-lg"),
    "closed": ("outline", "archive"),
    "queued": ("outline", "hourglass-split"),
    "running": ("accent", "arrow-repeat"),
    "done": ("ok", "check2"),
    "failed": ("bad", "exclamation-circle-fill"),
    "urgent": ("bad", "chevron-double-up"),
    "emergency": ("ink", "exclamation-lg"),
}
PLAIN_LOOK = ("outline", "circle")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture from the sprite, hidden from assistive technology: words carry the meaning."""
    sprite = static("vendor/icons/sprite.svg")
    return format_html(
        '<svg class="p-icon" aria-hidden="true" focusable="false" width="16" height="16">'
        '<use href="{}#{}"></use></svg>',
        sprite,
        name,
    )


@register.filter
def tone(state: str) -> str:
    return LOOKS.get(state, PLAIN_LOOK)[0]


@register.filter
def picture(state: str) -> str:
    """Return the name of the icon of a state."""
    return LOOKS.get(state, PLAIN_LOOK)[1]


@register.filter
def percent_of(part: int | None, whole: int | None) -> str:
    """`part` of `whole` as an SVG length, which a strict CSP allows where a style would be refused."""
    if not part or not whole:
        return "0%"
    return f"{min(100, round(100 * part / whole))}%"


@register.filter
def nobreak(text: Any) -> str:
    """Keep an article and its number, a day and its month, a number and its unit on one line."""
    return PAIRS.sub(NO_BREAK, str(text))


@register.filter
def long_date(day: date | None) -> str:
    """Return "14 June 2026", with European digits in every language."""
    return date_format(day, "j F Y").replace(" ", NO_BREAK) if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """Return "14 June"."""
    return date_format(day, "j F").replace(" ", NO_BREAK) if day else ""


@register.filter
def utc_time(moment: datetime | None) -> str:
    """Return "14:32:08", where the day is known."""
    return moment.astimezone(UTC).strftime("%H:%M:%S") if moment else ""


@register.filter
def utc_stamp(moment: datetime | date | None) -> str:
    """Return "14 June 2026, 14:32 UTC"; of a day without a time, the day."""
    if not isinstance(moment, datetime):
        return long_date(moment)
    there = moment.astimezone(UTC)
    return f"{long_date(there)}, {there:%H:%M}{NO_BREAK}UTC"


@register.filter
def hash_groups(digest: str) -> str:
    """Return a digest in groups of eight, so that two people can compare it aloud."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


@register.filter
def is_optional(field: BoundField) -> bool:
    """Drafts name their optional fields: anything may be saved empty, but little is optional in law."""
    marked = getattr(field.form, "optional", None)
    return not field.field.required if marked is None else field.name in marked


@register.filter
def control_id(field: BoundField) -> str:
    """Return the id to which a link must lead to reach the field, or the first choice of a group."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def described_by(field: BoundField) -> str:
    """Return the ids of the hint and of the place for errors, which is on the page before there is one."""
    hint = f"{field.auto_id}_helptext " if field.help_text else ""
    mark = f" {field.auto_id}_mark" if pair_mark(field) else ""
    return f"{hint}{field.auto_id}_error{mark}"


@register.filter
def hidden_characters(field: BoundField) -> dict[str, Any]:
    """Return how many characters of a text cannot be seen, and which; {} when there are none."""
    value = field.value() if isinstance(field.form, DraftForm) and field.errors else None
    found = HIDDEN.findall(value) if isinstance(value, str) else []
    names = [f"U+{ord(each):04X} {unicodedata.name(each, '').lower()}".strip() for each in found]
    return {"count": len(found), "names": ", ".join(dict.fromkeys(names))} if found else {}


@register.filter
def pair_mark(field: BoundField) -> Any:
    """Return how a text and its counterpart stand; None where it has none."""
    mark_of = getattr(field.form, "mark_of", None)
    return mark_of(field.name) if mark_of else None


@register.simple_tag
def control(field: BoundField, css_class: str) -> SafeString:
    """Return the widget with its class added to those of the form, and with references to its hint
    and its errors.
    """
    named = field.field.widget.attrs.get("class", "")
    return field.as_widget(
        attrs={"class": f"{css_class} {named}".strip(), "aria-describedby": described_by(field)}
    )


@register.filter
def fields_with_errors(form: Form | None) -> list[BoundField]:
    return [field for field in form if field.errors] if form is not None else []
