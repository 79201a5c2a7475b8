"""manage.py write_schema: the published schema, made anew from the structs of the snapshot."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from requests_app.content import schema


class Command(BaseCommand):
    help = "Write schema/mla-request-1.json."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "schema" / "mla-request-1.json"
        path.write_text(schema.as_text(), encoding="utf-8")
        self.stdout.write(str(path.relative_to(settings.BASE_DIR)))
