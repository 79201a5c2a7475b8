"""The test database, for a program that a test starts."""

import os
from urllib.parse import urlsplit, urlunsplit

from django.db import connection


def url() -> str:
    own = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(own._replace(path=f"/{connection.settings_dict['NAME']}"))
