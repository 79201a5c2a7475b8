"""What must hold after every fault, once all is quiet."""

import hashlib
from collections import Counter

from requests_app import audit
from requests_app.documents import printing
from requests_app.models import AuditEvent, RenderedDocument
from requests_app.models.job import ClockTimestamp


def assert_nothing_is_lost_or_doubled(ordered: int) -> None:
    """Every document is made or says why not, was made once, and its file is the one on record."""
    ended = RenderedDocument.objects.filter(status="done") | RenderedDocument.objects.exclude(failure="")
    effects = Counter(
        AuditEvent.objects.filter(verb="document.rendered").values_list("detail__document", flat=True)
    )
    made = RenderedDocument.objects.filter(status="done")
    assert ended.count() == ordered
    assert effects == Counter(made.values_list("pk", flat=True))
    for document in made:
        content = printing.path_of(document.stored_as).read_bytes()
        assert hashlib.sha256(content).hexdigest() == document.sha256
    assert not RenderedDocument.objects.filter(status="running", lease_until__lt=ClockTimestamp()).exists()
    assert audit.verify().ok
