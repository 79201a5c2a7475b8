"""Addresses of the casework; the views are under `requests_app/views`."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
