"""The composition root of the addresses: one include an app."""

from django.urls import include, path

urlpatterns = [
    path("", include("requests_app.urls")),
    path("law/", include("treaties.urls")),
]
