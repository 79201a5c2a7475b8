"""The addresses of the project: one include for each application."""

from django.urls import include, path

urlpatterns = [
    path("", include("requests_app.urls")),
    path("law/", include("treaties.urls")),
]
