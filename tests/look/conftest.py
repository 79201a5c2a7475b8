"""Sample pages on stub addresses, with static files under their plain names."""

import pytest

PLAIN_STATIC = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True)
def sample_addresses(settings):
    settings.ROOT_URLCONF = "tests.look.urls"
    settings.STORAGES = PLAIN_STATIC
