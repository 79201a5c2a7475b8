"""manage.py create_administrator USERNAME --name "GIVEN FAMILY" --email ADDRESS: the first accounts."""

import argparse
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from requests_app.accounts import enrolment
from requests_app.models import Officer


class Command(BaseCommand):
    help = "Make an administrator, and print the link by which that person chooses a password."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", default="", help="given names and, as the last word, the family name")
        parser.add_argument("--email", default="", help="where mails about the account go")
        parser.add_argument(
            "--new-link",
            action="store_true",
            help="print another link for an administrator who is there, after the first one has expired",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        officer = _known(options["username"]) if options["new_link"] else _made(options)
        self.stdout.write(f"The link of {officer.get_username()}, good once and for a day:")
        self.stdout.write(f"{_host()}{enrolment.offer(officer)}")


def _made(options: dict[str, Any]) -> Officer:
    first_name, _space, last_name = options["name"].strip().rpartition(" ")
    try:
        for field, value in (("username", options["username"]), ("email", options["email"])):
            cast(Any, Officer._meta.get_field(field)).clean(value, None)
        return enrolment.create_administrator(
            options["username"], first_name=first_name, last_name=last_name, email=options["email"]
        )
    except ValidationError as error:
        raise CommandError(error.messages) from None
    except enrolment.NameTaken as error:
        raise CommandError(f"{error} Nothing was changed.") from None


def _known(username: str) -> Officer:
    role = Officer.Role.ADMINISTRATOR
    try:
        return Officer.objects.get(username=username, role=role, is_active=True)
    except Officer.DoesNotExist:
        raise CommandError(f"There is no open account of an administrator {username!r}.") from None


def _host() -> str:
    """The portal's own address as far as the settings name it; empty where they do not."""
    return str(next(iter(settings.CSRF_TRUSTED_ORIGINS), ""))
