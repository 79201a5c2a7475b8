"""Officers with their unit and role."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.Model):
    """A section of the central authority. Requests belong to a unit, through their case."""

    code = models.SlugField(_("Code"), unique=True)
    name = models.CharField(_("Name"), max_length=200)
    # A closed unit keeps its cases and takes no officers.
    is_active = models.BooleanField(_("Open: officers work in it"), default=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


def reminder_days() -> list[int]:
    return [30, 14, 7, 3, 1]


class Officer(AbstractUser):
    """A person who signs in. The role decides which acts are open, the unit on which requests."""

    class Role(models.TextChoices):
        DRAFTER = "drafter", _("Drafter")
        SUPERVISOR = "supervisor", _("Supervisor")
        ADMINISTRATOR = "administrator", _("Administrator")
        AUDITOR = "auditor", _("Auditor")

    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.DRAFTER)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="officers")
    # How many days before a preservation ends a mail is wanted; none: no mails.
    reminder_days = models.JSONField(default=reminder_days, blank=True)
    # Somebody else knows the password: nothing is open until the officer has chosen another one.
    must_change_password = models.BooleanField(default=False)
    # Demonstration accounts have published passwords; a production start refuses them.
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username
