"""Make a database that once held the demonstration fit for production."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from requests_app import audit
from requests_app.models import Officer


class Command(BaseCommand):
    help = "Close the accounts of the demonstration. Their acts stay on record, so they are not deleted."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        closed = Officer.objects.filter(is_demo=True, is_active=True)
        for officer in closed:
            officer.is_active = False
            officer.set_unusable_password()
            officer.save(update_fields=["is_active", "password"])
            audit.record(
                audit.Verb.OFFICER_CHANGED,
                actor=None,
                officer=officer.get_username(),
                changed=["is_active"],
            )
            self.stdout.write(f"closed {officer.get_username()}")
