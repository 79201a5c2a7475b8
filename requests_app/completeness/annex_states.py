"""The files that the annexes of a request name, and the state of each one."""

import uuid

from requests_app.checks.reading import NO_FILES, Files, FileState
from requests_app.inspection.reasons import REASONS
from requests_app.models import AnnexFile, MLARequest

Status = AnnexFile.Status


def of(mla: MLARequest) -> dict[uuid.UUID, AnnexFile]:
    """Return the files by their name in the store; makes no query where no annex has a file."""
    names = [annex.stored_as for annex in mla.annex_set.all() if annex.stored_as]
    if not names:
        return {}
    return {file.name: file for file in AnnexFile.objects.filter(name__in=names)}


def states(mla: MLARequest) -> Files:
    """Return the states as the checker takes them, by the key of the annex."""
    files = of(mla)
    if not files:
        return NO_FILES
    named = ((annex.key, files.get(annex.stored_as)) for annex in mla.annex_set.all() if annex.stored_as)
    return {key: (state_of(file), reason_of(file)) for key, file in named if file is not None}


def state_of(file: AnnexFile) -> FileState:
    if file.status == Status.FAILED:
        return "failed"
    if file.status != Status.DONE:
        return "waiting"
    return "accepted" if file.is_accepted else "refused"


def reason_of(file: AnnexFile) -> str:
    return REASONS.get(file.refusal, "") if file.refusal else file.failure
