"""What an officer narrows a list down to. It is part of the address, so that it can be kept and sent on."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.db.models import Exists, F, OuterRef, Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from requests_app.models import CheckRun, Measure, MLARequest, Officer, Review
from requests_app.models.request import MLARequestQuerySet
from requests_app.permissions import CASEWORKERS
from requests_app.sections import vocabulary
from requests_app.sections.long_select import LongSelect
from requests_app.sections.states import StateField, state_groups
from requests_app.views.parts import deadlines

State = MLARequest.State
URGENCIES = MLARequest._meta.get_field("urgency_level").choices
ALL = gettext_lazy("All")


def _checked(**summary: Any) -> Exists:
    """What the check of the text as it stands has found."""
    after_save = CheckRun.objects.filter(request=OuterRef("pk"), gate=CheckRun.Gate.SAVE)
    return Exists(after_save.filter(revision=OuterRef("revision"), **summary))


def returned() -> Q:
    """Return drafts that a reviewer has returned, before or after the approval, and that were not
    submitted again.
    """
    back = (Review.Decision.RETURNED, Review.Decision.REOPENED)
    given_back = Review.objects.filter(request=OuterRef("pk"), decision__in=back)
    return Q(Exists(given_back), state=State.DRAFT)


# What a request waits for: name -> words, and the rows that do.
WAITS: dict[str, tuple[Promise, Callable[[], Q]]] = {
    "returned": (gettext_lazy("Returned with reasons"), returned),
    "fix": (
        gettext_lazy("Something to fix"),
        lambda: Q(_checked(summary__block__gt=0), state=State.DRAFT),
    ),
    "ready": (
        gettext_lazy("Ready to be submitted"),
        lambda: Q(_checked(summary__block=0), state=State.DRAFT),
    ),
    "law": (
        gettext_lazy("The law changed"),
        lambda: Q(_checked(before_law__isnull=False), state__in=[State.DRAFT, State.IN_REVIEW]),
    ),
    "review": (gettext_lazy("A reviewer"), lambda: Q(state=State.IN_REVIEW)),
    "send": (gettext_lazy("To be sent"), lambda: Q(state__in=[State.APPROVED, State.SIGNED])),
}


class Filters(forms.Form):
    """The form of the filters. A value that is not offered narrows nothing down, and the form says so."""

    requested = StateField(label=gettext_lazy("Requested State"))
    kind = forms.CharField(
        label=gettext_lazy("Kind of assistance"), required=False, widget=LongSelect((), empty=ALL)
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("Urgency"), required=False, choices=[("", ALL), *(URGENCIES or [])]
    )
    due = forms.ChoiceField(
        label=gettext_lazy("Next deadline"), required=False, choices=[("", ALL), *deadlines.choices()]
    )
    waits = forms.ChoiceField(
        label=gettext_lazy("Waits for"),
        required=False,
        choices=[("", ALL), *((name, words) for name, (words, _q) in WAITS.items())],
    )
    drafter = forms.ModelChoiceField(
        label=gettext_lazy("Drafter"), required=False, queryset=Officer.objects.none(), empty_label=ALL
    )

    def __init__(self, data: QueryDict, *, officer: Officer) -> None:
        super().__init__(data)
        state = cast(StateField, self.fields["requested"])
        state.offer(state_groups())
        state.widget.empty = ALL
        kinds = vocabulary.current().groups()
        cast(LongSelect, self.fields["kind"].widget).groups = tuple(
            (title, tuple((kind.code, kind.term) for kind in listed)) for title, listed in kinds
        )
        drafters = Officer.objects.filter(unit=officer.unit_id, role__in=CASEWORKERS)
        named = cast("forms.ModelChoiceField[Officer]", self.fields["drafter"])
        named.queryset = drafters.order_by("last_name", "pk")

    def chosen(self) -> dict[str, Any]:
        """Return the filters that are set and can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, found: MLARequestQuerySet) -> MLARequestQuerySet:
        for name, value in self.chosen().items():
            found = NARROWED[name](found, value)
        return found


NARROWED: dict[str, Callable[[MLARequestQuerySet, Any], MLARequestQuerySet]] = {
    "requested": lambda found, code: found.filter(requested=code),
    "kind": lambda found, kind: found.filter(
        Exists(Measure.objects.filter(request=OuterRef("pk"), kind=kind))
    ),
    "urgency": lambda found, level: found.filter(urgency_level=level),
    "due": lambda found, window: deadlines.within(
        deadlines.with_next_day(found, timezone.localdate()), window
    ),
    "waits": lambda found, name: found.filter(WAITS[name][1]()),
    "drafter": lambda found, officer: found.filter(author=officer),
}


def by_deadline(found: MLARequestQuerySet) -> MLARequestQuerySet:
    """Sort by deadline, the nearest first; requests without one come last, the newest first."""
    dated = deadlines.with_next_day(found, timezone.localdate())
    return dated.order_by(F("next_day").asc(nulls_last=True), "-updated_at", "-pk")
