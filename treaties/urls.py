"""Addresses of the law; every officer who is signed in may read it."""

from django.urls import path

from treaties.views import brief, coverage, directory, instrument, pair, search, start, state

urlpatterns = [
    path("", start.start, name="law"),
    path("coverage/", coverage.coverage, name="law_coverage"),
    path("coverage.csv", coverage.coverage_csv, name="law_coverage_csv"),
    path("states/<str:code>/", state.state, name="law_state"),
    path("states/<str:code>/brief/", brief.brief, name="law_brief"),
    path("instruments/<str:slug>/", instrument.instrument, name="law_instrument"),
    path("pairs/<str:requesting>/<str:requested>/", pair.pair, name="law_pair"),
    path("directory/", directory.directory, name="law_directory"),
    path("search/", search.search, name="law_search"),
]
