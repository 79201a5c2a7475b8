"""A request for mutual legal assistance: its place in the procedure, and its single answers."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import Answers
from requests_app.models.case import Case

if TYPE_CHECKING:
    from requests_app.models.officer import Officer


class MLARequestQuerySet(models.QuerySet["MLARequest"]):
    """Questions about requests."""

    def of_case_open_to(self, officer: "Officer") -> "MLARequestQuerySet":
        return self.filter(case__in=Case.objects.open_to(officer))

    def worked_on_by(self, officer: "Officer") -> "MLARequestQuerySet":
        """Return requests written or changed by the officer. Each half has an index; an OR would read
        all rows.
        """
        authored = MLARequest.objects.filter(author=officer).order_by().values("pk")
        edited = RequestEditor.objects.filter(officer=officer).values("request")
        return self.filter(pk__in=authored.union(edited))


class MLARequest(Answers):
    """`revision` counts every save; `section_revisions` holds the last one that touched each section."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        APPROVED = "approved", _("Approved")
        SIGNED = "signed", _("Signed")
        SENT = "sent", _("Sent")
        ACKNOWLEDGED = "acknowledged", _("Acknowledged")
        INFORMATION_SOUGHT = "information_sought", _("Information sought")
        EXECUTED = "executed", _("Executed")
        PARTLY_EXECUTED = "partly_executed", _("Partly executed")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CLOSED = "closed", _("Closed")

    reference = models.CharField(max_length=40, unique=True)
    title = models.CharField(_("Title"), max_length=500, blank=True, default="")
    case = models.ForeignKey(Case, models.PROTECT, related_name="requests")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    requesting = models.CharField(max_length=3)
    requested = models.CharField(_("Requested State"), max_length=3, blank=True, default="")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="authored")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    revision = models.PositiveIntegerField(default=0)
    section_revisions = models.JSONField(default=dict, blank=True)
    # What the reviewer reads and what was approved, by the digest of the snapshot.
    submitted_digest = models.CharField(max_length=64, blank=True, default="")
    approved_digest = models.CharField(max_length=64, blank=True, default="")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="approved"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    # What the answer to the parent showed, where this request exists because of it. For the house only.
    lead = models.CharField(_("What led to this request"), max_length=500, blank=True, default="")
    # When this request is to leave, by a promise of ours; the day wanted from the other side is `deadline`.
    due_on = models.DateField(_("To be sent by"), null=True, blank=True)
    # Known from their acknowledgement, after the text was approved: no part of the text.
    their_reference = models.CharField(_("Their reference"), max_length=500, blank=True, default="")
    acknowledged_on = models.DateField(_("Acknowledged on"), null=True, blank=True)
    # Opened in the emergency mode, where a second officer confirms instead of a supervisor.
    is_emergency = models.BooleanField(default=False)
    # One token a form: a second click on "new request" finds the first one.
    creation_token = models.UUIDField(null=True, blank=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = MLARequestQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="request_newest"),
            models.Index(fields=["state", "submitted_at"], name="request_queue"),
            # What a unit has in each state is counted on every page of the list, from this index alone.
            models.Index(fields=["case", "state"], include=["id"], name="request_of_case"),
        ]
        constraints = [
            models.CheckConstraint(
                name="approved_request_names_its_digest",
                condition=~Q(state__in=["approved", "signed", "sent", "acknowledged", "information_sought"])
                | (~Q(approved_digest="") & Q(approved_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="author_never_approves",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("author")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class RequestEditor(models.Model):
    """What somebody wrote at one place of the text: kept as long as the request, whatever becomes of it.

    `item` and `field` name the place as a version does. Without a field, the place is not known, so that
    the words stand for good. `found` stood there before, `put` is what the officer left.
    Nobody decides on the request in whose words anything of this `stands` (`content/authorship.py`).
    """

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="editors")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    section = models.SlugField(max_length=40, blank=True, default="")
    item = models.CharField(max_length=40, blank=True, default="")
    field = models.CharField(max_length=220, blank=True, default="")
    found = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    put = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    revision = models.PositiveIntegerField(default=0)
    stands = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["request", "item", "field"], name="editor_place"),
            models.Index(fields=["request", "officer"], condition=Q(stands=True), name="editor_standing"),
            models.Index(fields=["officer", "request"], name="edited_by"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} edited {self.item} {self.field} of {self.request_id}"


class FieldAnswer(models.Model):
    """Why a "where possible" field is empty, or whether a "where applicable" one applies; and who
    said so.
    """

    class Kind(models.TextChoices):
        UNKNOWN = "unknown", _("Not known, because")
        APPLICABLE = "applicable", _("Does this apply?")

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="field_answers")
    draft_field = models.SlugField(max_length=60)
    kind = models.CharField(max_length=12, choices=Kind)
    value = models.TextField(max_length=5000)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "draft_field", "kind"], name="field_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.draft_field} of {self.request}"
