"""The tasks of Celery. A message carries the id of a job and nothing else; running it twice does no
harm.
"""

from celery import shared_task

from requests_app import audit, casework
from requests_app.annexes import file_jobs
from requests_app.background import jobs
from requests_app.completeness import check_runs
from requests_app.documents import printing
from requests_app.intake.text import MOST_ROWS
from requests_app.models import AnnexFile, CheckRun, Intake, RenderedDocument
from requests_app.preservation import reminders
from requests_app.render import pdf

# The longest letter may be the last that a task begins; its own limits end it, not the loss of the worker.
LONGEST_PRINT = jobs.BUDGET_SECONDS + pdf.limits_for(MOST_ROWS).wall + 30
# A rule and a line of a paste are bounded; what hangs all the same ends with its process, and the sweep
# tries again.
LONGEST_READING = jobs.BUDGET_SECONDS + 270


@shared_task(time_limit=LONGEST_PRINT)  # type: ignore[untyped-decorator]  # Celery has no types
def make_documents(first: int) -> None:
    jobs.work_off(RenderedDocument, first, printing.make)


@shared_task(time_limit=LONGEST_READING)  # type: ignore[untyped-decorator]  # Celery has no types
def check_requests(first: int) -> None:
    jobs.work_off(CheckRun, first, check_runs.run_check)


@shared_task(time_limit=LONGEST_READING)  # type: ignore[untyped-decorator]  # Celery has no types
def read_intakes(first: int) -> None:
    jobs.work_off(Intake, first, casework.work_on_paste)


@shared_task  # type: ignore[untyped-decorator]  # Celery has no types
def verify_history() -> None:
    """Verify the chain every night, so that an alteration is found within a day; the result is recorded."""
    verdict = audit.verify(audit.dispatched())
    verb = audit.Verb.CHAIN_VERIFIED if verdict.ok else audit.Verb.CHAIN_BROKEN
    audit.record(verb, actor=None, events=verdict.count, broken_at=verdict.broken_at)


@shared_task  # type: ignore[untyped-decorator]  # Celery has no types
def remind_of_preservations() -> None:
    """Send the mails of the day, every hour, so that a morning without a worker is made up for; none
    is sent twice.
    """
    reminders.remind()


@shared_task  # type: ignore[untyped-decorator]  # Celery has no types
def examine_files(first: int) -> None:
    jobs.work_off(AnnexFile, first, file_jobs.examine)


@shared_task  # type: ignore[untyped-decorator]  # Celery has no types
def clear_files() -> None:
    """Remove every night the files that nothing can need any more."""
    file_jobs.clear()
