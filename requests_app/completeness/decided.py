"""Decisions of officers as the values that the checker takes: those that hold on the request as it is
now.
"""

from requests_app.checks.decisions import Decision, Kind
from requests_app.models import Decision as Row
from requests_app.models import MLARequest, RequestEditor


def of(mla: MLARequest) -> tuple[Decision, ...]:
    """Return the decisions, in one query. A waiver does not count while its officer is the author, or
    has words in the text.
    """
    standing = Row.objects.filter(request=mla, taken_back_at=None).select_related("officer")
    own = RequestEditor.objects.filter(request=mla, stands=True).values("officer")
    waiver = Row.Kind.WAIVER
    standing = standing.exclude(kind=waiver, officer=mla.author_id).exclude(kind=waiver, officer__in=own)
    return tuple(value(row) for row in standing.order_by("pk"))


def value(row: Row) -> Decision:
    return Decision(
        pk=row.pk,
        kind=Kind(row.kind),
        line=row.line,
        text_digest=row.text_digest,
        rules_digest=row.rules_digest,
        reason=row.reason,
        by=str(row.officer),
        at=row.at,
    )
