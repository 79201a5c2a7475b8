"""The single answers of a request, one column each, grouped by the section of the wizard that asks.

Everything may be empty: a draft is saved half-finished, and only a move looks at the law.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class YesNo(models.TextChoices):
    """An answer of yes or no; "" means that nobody has answered."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


def line_field(label: "StrOrPromise", **options: Any) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=500, blank=True, default="", **options)


def text_field(label: "StrOrPromise", **options: Any) -> "models.TextField[str, str]":
    return models.TextField(label, max_length=200_000, blank=True, default="", **options)


def yes_no_field(label: "StrOrPromise") -> "models.CharField[str, str]":
    return models.CharField(label, max_length=3, choices=YesNo, blank=True, default="")


def choice_field(
    label: "StrOrPromise", choices: type[models.TextChoices], default: str = ""
) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=30, choices=choices, blank=True, default=default)


def day_field(label: "StrOrPromise") -> "models.DateField[date | None, date | None]":
    return models.DateField(label, null=True, blank=True)


class BasisAnswers(models.Model):
    """Answers of the section on the legal basis."""

    computer_related = yes_no_field(_("Is the offence about computer systems or data?"))
    electronic_evidence = yes_no_field(_("Is the evidence in electronic form?"))
    transnational = yes_no_field(_("Are there grounds to suspect that the offence crosses borders?"))
    organised_group = yes_no_field(_("Are there grounds to suspect an organised criminal group?"))
    scope_statement = text_field(_("What brings the case within the instrument"))

    class Meta:
        abstract = True


class AuthorityAnswers(models.Model):
    """Answers of the section on the requesting authority."""

    class Stage(models.TextChoices):
        INQUIRY = "inquiry", _("Inquiry")
        INVESTIGATION = "investigation", _("Investigation")
        CHARGED = "charged", _("Charged")
        TRIAL = "trial", _("Trial")
        APPEAL = "appeal", _("Appeal")
        EXECUTION = "execution", _("Execution of a judgment")

    requesting_office = line_field(_("Office"))
    requesting_name = line_field(_("Person in charge"))
    requesting_function = line_field(_("Function"))
    requesting_address = text_field(_("Postal address"))
    requesting_email = line_field(_("E-mail"))
    requesting_phone = line_field(_("Telephone"))
    requesting_hours = line_field(_("Office hours"))
    requesting_zone = line_field(_("Time zone"))
    legal_power = text_field(_("Legal power to make the request"))
    conducting_office = line_field(_("Office"))
    conducting_name = line_field(_("Person in charge"))
    conducting_function = line_field(_("Function in the proceedings"))
    conducting_address = text_field(_("Postal address"))
    conducting_email = line_field(_("E-mail"))
    conducting_phone = line_field(_("Telephone"))
    conducting_hours = line_field(_("Office hours"))
    conducting_zone = line_field(_("Time zone"))
    prosecutor_or_court = line_field(_("Prosecution office or court"))
    case_reference = line_field(_("Case number"))
    operation = line_field(_("Name of the operation"))
    nature = text_field(_("Subject matter and nature of the case"))
    stage = choice_field(_("Stage of the proceedings"), Stage)
    court = line_field(_("Court"))
    next_date = day_field(_("Next date in court"))

    class Meta:
        abstract = True


class EarlierAnswers(models.Model):
    """Answers of the section on earlier requests."""

    class RequestStatus(models.TextChoices):
        NEW = "new", _("New request")
        FOLLOW_UP = "follow_up", _("Follow-up to an earlier request")
        SUPPLEMENTARY = "supplementary", _("Supplement to an earlier request")
        EXTENSION = "extension", _("Extension of a preservation")
        REMINDER = "reminder", _("Reminder of an earlier request")
        WITHDRAWAL = "withdrawal", _("Withdrawal of an earlier request")

    request_status = choice_field(_("Kind of letter"), RequestStatus, default="new")
    earlier_reference = line_field(_("Reference of the earlier request"))
    earlier_on = day_field(_("Date of the earlier request"))
    earlier_theirs = line_field(_("Reference that the requested State gave it"))
    earlier_authority = line_field(_("Authority that received it"))
    earlier_note = text_field(_("What this letter has to say about it"))
    prior_made = yes_no_field(_("Have there been earlier requests or contacts in the matter?"))
    prior_requests = text_field(_("Other requests and contacts"))

    class Meta:
        abstract = True


class CaseAnswers(models.Model):
    """Answers about the case that are given once for a request."""

    class PreservationStatus(models.TextChoices):
        PRESERVED = "preserved", _("The data are preserved, and that was confirmed")
        ASKED = "asked", _("Preservation was asked for, and is not confirmed")
        NOT_ASKED = "not_asked", _("Preservation was not asked for")
        NOT_NEEDED = "not_needed", _("Preservation is not needed")

    purpose = text_field(_("What the material will be used for"))
    necessity = text_field(_("Why the measures are needed and proportionate"))
    follow_up_intended = yes_no_field(_("Will a request to disclose the same data follow?"))
    follow_up_on = day_field(_("Expected date of that request"))
    preservation_status = choice_field(_("Are the data preserved?"), PreservationStatus)
    preservation_explanation = text_field(_("Why not, or what is known of it"))
    preservation_reference = line_field(_("Reference of the preservation"))
    preservation_authority = line_field(_("Authority that preserved the data"))
    preservation_provider = line_field(_("Provider that preserved the data"))
    preserved_on = day_field(_("Date of the preservation"))
    preservation_expires_on = day_field(_("Preserved until"))

    class Meta:
        abstract = True


class ProcedureAnswers(models.Model):
    """Answers of the section on procedures."""

    special_procedure = text_field(_("Procedure to be followed"))
    special_procedure_reason = text_field(_("Why that procedure is needed"))
    domestic_order = text_field(_("Order at home, or statement that the measure would be lawful at home"))
    presence_wanted = yes_no_field(_("Do officials wish to attend?"))
    presence = text_field(_("Officials who wish to attend"))
    use_undertaking = text_field(_("Limits on the use of the material"))
    data_protection = text_field(_("Protection of personal data"))
    return_undertaking = text_field(_("Return of originals and objects"))
    death_penalty_assurance = text_field(_("Assurance on the death penalty"))
    reciprocity = text_field(_("Assurance of reciprocity"))
    costs = text_field(_("Costs"))
    other = text_field(_("Anything else that helps execution"))

    class Meta:
        abstract = True


class ConfidentialityAnswers(models.Model):
    """Answers of the sections on confidentiality and urgency."""

    class Classification(models.TextChoices):
        RESTRICTED = "restricted", _("Restricted")
        CONFIDENTIAL = "confidential", _("Confidential")
        SECRET = "secret", _("Secret")

    class UrgencyLevel(models.TextChoices):
        NORMAL = "normal", _("Not urgent")
        URGENT = "urgent", _("Urgent")
        EMERGENCY = "emergency", _("Emergency: a life is in danger")

    class UrgencyCategory(models.TextChoices):
        DANGER_TO_LIFE = "danger_to_life", _("Danger to life or limb")
        CUSTODY = "custody", _("A person is in custody")
        LOSS_OF_DATA = "loss_of_data", _("Data are about to be lost")
        HEARING = "hearing", _("A hearing is near")
        LIMITATION = "limitation", _("The offence is about to become time-barred")
        OTHER = "other", _("Another reason")

    classification = choice_field(_("Classification"), Classification)
    confidentiality_wanted = yes_no_field(_("Should the requested State keep the request confidential?"))
    confidentiality_reason = text_field(_("Why, and what happens if it becomes known"))
    no_notification = yes_no_field(_("Should the account holder or customer not be told?"))
    no_notification_reason = text_field(_("Why they should not be told, and until when"))
    urgency_level = choice_field(_("Urgency"), UrgencyLevel)
    urgency_category = choice_field(_("Reason for urgency"), UrgencyCategory)
    urgency_reason = text_field(_("Facts that make it urgent"))
    deadline = day_field(_("Wanted by"))
    deadline_reason = text_field(_("Why that date"))

    class Meta:
        abstract = True


class ChannelAnswers(models.Model):
    """Answers of the section on channel and language."""

    class Route(models.TextChoices):
        CENTRAL_AUTHORITY = "central_authority", _("Between central authorities")
        DIPLOMATIC = "diplomatic", _("Diplomatic channel")
        CONTACT_24_7 = "contact_24_7", _("24/7 contact points")
        INTERPOL = "interpol", _("Interpol")
        DIRECT = "direct", _("Directly between judicial authorities")

    class Means(models.TextChoices):
        POST = "post", _("Post")
        EMAIL = "email", _("Secured e-mail")
        SECURE_PLATFORM = "secure_platform", _("Secure platform")
        BAG = "bag", _("Diplomatic bag")
        COURIER = "courier", _("Courier")

    class Translation(models.TextChoices):
        NOT_NEEDED = "not_needed", _("Not needed")
        ATTACHED = "attached", _("Attached")
        TO_FOLLOW = "to_follow", _("To follow")

    class Originals(models.TextChoices):
        ORIGINAL = "original", _("The original goes out")
        CERTIFIED_COPY = "certified_copy", _("A certified copy goes out")
        ORIGINAL_FOLLOWS = "original_follows", _("A copy goes ahead, and the original follows")
        NO_ORIGINAL = "no_original", _("Only the electronic letter goes out")

    class Authentication(models.TextChoices):
        NOT_NEEDED = "not_needed", _("Not needed")
        APOSTILLE = "apostille", _("Apostille")
        LEGALISATION = "legalisation", _("Legalisation")

    route = choice_field(_("Channel"), Route)
    addressee = line_field(_("Addressee"))
    addressee_address = text_field(_("Address"))
    via = line_field(_("Through"))
    means = choice_field(_("Means of transmission"), Means)
    language = line_field(_("Language of the letter"))
    working_language = line_field(_("Language you write in"))
    translation = choice_field(_("Translation"), Translation)
    translation_certified = yes_no_field(_("Has a sworn or official translator certified the translation?"))
    originals = choice_field(_("Original or copy"), Originals)
    copies = models.PositiveSmallIntegerField(
        _("Number of copies"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
    )
    authentication = choice_field(_("Authentication of the letter"), Authentication)
    reply_office = line_field(_("Office"))
    reply_name = line_field(_("Person"))
    reply_function = line_field(_("Function"))
    reply_address = text_field(_("Postal address"))
    reply_email = line_field(_("E-mail"))
    reply_phone = line_field(_("Telephone"))
    reply_hours = line_field(_("Office hours"))
    reply_zone = line_field(_("Time zone"))
    confirmation_office = line_field(_("Office"))
    confirmation_name = line_field(_("Person"))
    confirmation_function = line_field(_("Function"))
    confirmation_address = text_field(_("Postal address"))
    confirmation_email = line_field(_("E-mail"))
    confirmation_phone = line_field(_("Telephone"))
    confirmation_hours = line_field(_("Office hours"))
    confirmation_zone = line_field(_("Time zone"))
    signatory_name = line_field(_("Signed by"))
    signatory_function = line_field(_("Function"))
    sealed = yes_no_field(_("Does a seal or official stamp stand on the letter?"))
    signature_place = line_field(_("Place"))
    signature_date = day_field(_("Date of the request"))

    class Meta:
        abstract = True


class Answers(
    BasisAnswers,
    AuthorityAnswers,
    EarlierAnswers,
    CaseAnswers,
    ProcedureAnswers,
    ConfidentialityAnswers,
    ChannelAnswers,
):
    """All answers that are given once for a request; repeated ones are items."""

    class Meta:
        abstract = True
