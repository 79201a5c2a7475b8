"""What requests that have not left yet ask of whom, so that the law can count how many rest on a fact."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from requests_app import permissions
from requests_app.models import MLARequest, Officer
from requests_app.models.request import MLARequestQuerySet
from treaties import cited_bases, requirements
from treaties.law import Law
from treaties.requests_per_fact import Use

State = MLARequest.State
NOT_SENT = (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED)


def open_to(officer: Officer) -> MLARequestQuerySet:
    """Return the requests that the officer may count: the visible ones; who curates the law counts
    all and sees none.
    """
    every = MLARequest.objects.all()
    known = every if permissions.may_curate_law(officer) else permissions.visible_to(officer)
    return known.filter(state__in=NOT_SENT)


def uses(requests: MLARequestQuerySet) -> list[Use]:
    return [replace(use, count=len(references)) for use, references in _alike(requests).items()]


def affected(drafts: MLARequestQuerySet, *, before: Law, after: Law, on: date) -> list[str]:
    """Return the references of requests of which the law would ask something else, or whose basis it
    would change.
    """
    return sorted(
        reference
        for use, references in _alike(drafts).items()
        if _asked(use, before, on) != _asked(use, after, on)
        for reference in references
    )


def _asked(use: Use, law: Law, on: date) -> tuple[object, ...]:
    pair: dict[str, Any] = {"requesting": use.requesting, "requested": use.requested, "on": on, "law": law}
    asked = requirements.for_request(bases=use.bases, kinds=use.kinds, **pair)
    standing = cited_bases.of_bases(use.bases, kinds=use.kinds, **pair)
    return (*sorted(asked, key=lambda each: each.code), *standing)


def _alike(requests: MLARequestQuerySet) -> dict[Use, list[str]]:
    """Return the references by what they ask of whom, in one query."""
    found = requests.order_by().annotate(
        cited=ArrayAgg("bases__instrument", filter=Q(bases__isnull=False), distinct=True, default=[]),
        asked=ArrayAgg("measure_set__kind", filter=Q(measure_set__isnull=False), distinct=True, default=[]),
    )
    alike: dict[Use, list[str]] = defaultdict(list)
    columns = ("reference", "requesting", "requested", "cited", "asked")
    for reference, requesting, requested, cited, asked in found.values_list(*columns):
        alike[Use(requesting, requested, tuple(cited), tuple(asked))].append(reference)
    return alike
