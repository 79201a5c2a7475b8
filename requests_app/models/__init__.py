"""The rows of requests, their procedure and the accounts."""

from requests_app.models.annex_file import AnnexFile
from requests_app.models.audit import AuditEvent
from requests_app.models.bound import Submission
from requests_app.models.case import Case, CaseMember
from requests_app.models.check_run import CheckRun
from requests_app.models.consent import Consent
from requests_app.models.content import (
    Annex,
    DataItem,
    Fact,
    LegalBasis,
    Measure,
    Offence,
    Person,
    Reply,
)
from requests_app.models.decision import Decision
from requests_app.models.document import RenderedDocument
from requests_app.models.history import PriorContact, Step
from requests_app.models.intake import Intake, StagedRow
from requests_app.models.job import Job
from requests_app.models.keeping import PendingValue, Presence, Rendition, Version
from requests_app.models.mark import SoughtMark
from requests_app.models.officer import Officer, Unit
from requests_app.models.preservation import Confirmation, Reminder
from requests_app.models.profile import UnitProfile
from requests_app.models.provider import Provider, ProviderVersion
from requests_app.models.register import Register
from requests_app.models.request import FieldAnswer, MLARequest, RequestEditor
from requests_app.models.review import Review
from requests_app.models.transmission import Transmission
from requests_app.models.words import Words

__all__ = [
    "Annex",
    "AnnexFile",
    "AuditEvent",
    "Case",
    "CaseMember",
    "CheckRun",
    "Confirmation",
    "Consent",
    "DataItem",
    "Decision",
    "Fact",
    "FieldAnswer",
    "Intake",
    "Job",
    "LegalBasis",
    "MLARequest",
    "Measure",
    "Offence",
    "Officer",
    "PendingValue",
    "Person",
    "Presence",
    "PriorContact",
    "Provider",
    "ProviderVersion",
    "Register",
    "Reminder",
    "RenderedDocument",
    "Rendition",
    "Reply",
    "RequestEditor",
    "Review",
    "SoughtMark",
    "StagedRow",
    "Step",
    "Submission",
    "Transmission",
    "Unit",
    "UnitProfile",
    "Version",
    "Words",
]
