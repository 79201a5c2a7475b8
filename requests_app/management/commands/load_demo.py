"""Accounts of every role and requests in several states, for trying the portal out."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from requests_app.demo import accounts, requests


class Command(BaseCommand):
    help = "Load the demonstration: fictional accounts and requests. Loading twice makes nothing twice."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("A production run takes no demonstration: its passwords are public.")
        cast = accounts.load()
        requests.load(cast)
        self.stdout.write("Accounts of the demonstration (everybody is fictional):")
        for account in accounts.ACCOUNTS:
            place = accounts.UNITS.get(account.unit, "no unit")
            self.stdout.write(
                f"  {account.username:<14} {account.password:<32} {account.role.label}, {place}"
            )
