"""What an installation lacks before anybody can send a request."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from requests_app.models import Officer, Unit
from treaties import version

Role = Officer.Role


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; url "" means that it is done on the command line of the server."""

    text: str
    is_done: bool
    url: str = ""


def first_steps() -> list[Step]:
    """Return the steps in their order; none once nothing is missing."""
    roles = set(Officer.objects.filter(is_active=True).values_list("role", flat=True))
    administrators = Officer.objects.filter(is_active=True, role=Role.ADMINISTRATOR).count()
    new_officer = reverse("officer_new")
    steps = [
        Step(_("Load the law: manage.py load_treaties"), version.loaded() is not None),
        Step(_("Make a unit"), Unit.objects.filter(is_active=True).exists(), reverse("unit_new")),
        Step(_("Make a drafter"), Role.DRAFTER in roles, new_officer),
        Step(_("Make a supervisor, who approves"), Role.SUPERVISOR in roles, new_officer),
        Step(
            _("Make a second administrator: changes of the law data take two"),
            administrators > 1,
            new_officer,
        ),
    ]
    return [] if all(step.is_done for step in steps) else steps
