"""Sample pages on stub addresses: no database, and static files under their plain names."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

PLAIN_STATIC = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page asked for in another language leaves that language behind in its thread."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def sample_addresses(settings):
    settings.ROOT_URLCONF = "tests.look.urls"
    settings.STORAGES = PLAIN_STATIC
    settings.TEMPLATES = [without_chrome(settings.TEMPLATES[0])]


def without_chrome(engine: dict) -> dict:
    """Samples bring the frame's values themselves, so a template that asks the database fails here."""
    processors = [p for p in engine["OPTIONS"]["context_processors"] if not p.startswith("requests_app.")]
    return engine | {"OPTIONS": engine["OPTIONS"] | {"context_processors": processors}}


@pytest.fixture
def sample_server(sample_addresses) -> Iterator[LiveServer]:
    """A live server without `transactional_db`, whose flush the history table refuses."""
    server = LiveServer("localhost")
    yield server
    server.stop()
