"""Where a command finds a request: in a file, or in the database under its reference."""

from pathlib import Path

from django.core.management.base import CommandError

from requests_app import exchange, snapshots
from requests_app.content.fields import column_of
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest
from treaties import current

UNREADABLE = 2


def from_file(path: Path) -> Snapshot:
    """Return the request in the file; stop the command with exit code 2 and the place that is wrong."""
    law = current.law()
    try:
        snapshot = exchange.decode(path.read_bytes())
        exchange.check_vocabulary(
            snapshot,
            kinds=set(law.kinds),
            instruments=set(law.instruments),
            particulars={
                each.field
                for kind in law.kinds.values()
                for each in kind.particulars
                if not column_of(each.field)
            },
        )
    except exchange.Unreadable as error:
        raise CommandError(f"{path}: {error}", returncode=UNREADABLE) from None
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or 'cannot be read'}", returncode=UNREADABLE) from None
    return snapshot


def by_reference(reference: str) -> MLARequest:
    try:
        return MLARequest.objects.get(reference=reference)
    except MLARequest.DoesNotExist:
        message = f"{reference}: there is no such file, and no request has this reference."
        raise CommandError(message, returncode=UNREADABLE) from None


def from_file_or_reference(source: str) -> Snapshot:
    path = Path(source)
    return from_file(path) if path.exists() else snapshots.of(by_reference(source))
