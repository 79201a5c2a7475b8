"""The kinds of assistance that a unit asks for most, which the form of a new request shows first."""

from django.db.models import Count

from requests_app.models import Measure
from requests_app.models.officer import Unit
from requests_app.sections.vocabulary import Kind, Vocabulary

HOW_MANY = 8
# What central authorities ask for most, until a unit has a history of its own.
COMMON = (
    "preservation",
    "subscriber_info",
    "traffic_data_stored",
    "content_data_stored",
    "bank_info",
    "evidence_statements",
    "video_hearing",
    "service_documents",
)

Groups = list[tuple[str, list[Kind]]]


def of_unit(unit: Unit | None) -> list[str]:
    """Return the codes of the kinds that the unit's requests ask for, most frequent first."""
    if unit is None:
        return []
    asked = Measure.objects.filter(request__case__unit=unit).values("kind")
    counted = asked.annotate(times=Count("request", distinct=True)).order_by("-times", "kind")
    return [row["kind"] for row in counted[:HOW_MANY]]


def first(vocabulary: Vocabulary, asked: list[str]) -> list[Kind]:
    """Return the kinds to show first: those the unit asks for, then the common ones, as many as fit."""
    offered = {kind.code: kind for _, kinds in vocabulary.groups() for kind in kinds}
    codes = dict.fromkeys([*asked, *COMMON])
    return [offered[code] for code in codes if code in offered][:HOW_MANY]


def without(groups: Groups, shown: list[Kind]) -> Groups:
    """Return the groups without the kinds that are shown already, and without a group left empty."""
    codes = {kind.code for kind in shown}
    left = [(title, [kind for kind in kinds if kind.code not in codes]) for title, kinds in groups]
    return [(title, kinds) for title, kinds in left if kinds]
