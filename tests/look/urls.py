"""Every address that a template names, without the views behind it, and one address a sample page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, include, path

from requests_app import urls as portal
from tests.look.samples import PAGES
from tests.look.samples.writing import added, saved

SECTION = "requests/<str:reference>/sections/<slug:slug>/"


@login_not_required
def nothing(request: HttpRequest, **named: str | int) -> HttpResponse:
    return HttpResponse(status=204)


@login_not_required
def sample(request: HttpRequest, name: str) -> HttpResponse:
    page = PAGES[name]
    return render(request, page.template, page.context() | {"theme": request.GET.get("theme", "light")})


@login_not_required
def section(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    """Saves nothing, and answers as the words ask for."""
    words = request.POST.get("nature", "")
    if words == "broken":
        return HttpResponse(status=503)
    if words == "signed out":
        return redirect("login")
    answer = render(request, "requests_app/section.html#saved", saved(words))
    answer.status_code = 409 if words == "stale" else 200
    if words != "stale":
        # The receipt that a real save gives for the text that was sent.
        answer.headers["X-Saved"] = f"24:{request.POST.get('copy', '')}"
    return answer


@login_not_required
def item_add(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    return render(request, "requests_app/section.html#row", added())


def stub(address: str, name: str) -> URLPattern:
    return path(address, nothing, name=name)


OWN = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("sample/<str:name>/", sample, name="sample"),
    stub("", "desk"),
    stub("login/", "login"),
    stub("logout/", "logout"),
    stub("theme/", "set_theme"),
    stub("requests/", "request_list"),
    stub("requests/new/", "request_new"),
    stub("emergency/", "emergency"),
    stub("consents/new/", "consent_new"),
    stub("requests/<str:reference>/", "request"),
    stub("requests/<str:reference>/check/", "check_answers"),
    stub("requests/<str:reference>/submit/", "submit"),
    stub("requests/<str:reference>/moves/<str:action>/", "move"),
    stub("requests/<str:reference>/letter/", "letter"),
    stub("requests/<str:reference>/documents/", "document_order"),
    stub("requests/<str:reference>/documents/<int:pk>/", "document"),
    stub("requests/<str:reference>/documents/<int:pk>/file/", "document_download"),
    stub("requests/<str:reference>/documents/<int:pk>/retry/", "document_retry"),
    stub("requests/<str:reference>/dispatch/", "dispatch"),
    stub("requests/<str:reference>/history/", "history"),
    path(SECTION, section, name="section"),
    path(f"{SECTION}add/", item_add, name="item_add"),
    stub("requests/<str:reference>/sections/<slug:slug>/<int:pk>/", "item"),
    stub("requests/<str:reference>/sections/<slug:slug>/<int:pk>/remove/", "item_remove"),
    stub("requests/<str:reference>/sections/<slug:slug>/<int:pk>/place/", "item_place"),
    stub("requests/<str:reference>/sections/<slug:slug>/<int:pk>/up/", "item_up"),
    stub("requests/<str:reference>/sections/<slug:slug>/<int:pk>/down/", "item_down"),
    stub("requests/<str:reference>/sections/<slug:slug>/versions/", "versions"),
    stub("requests/<str:reference>/sections/<slug:slug>/versions/<int:pk>/", "version"),
    stub("requests/<str:reference>/texts/", "texts"),
    stub("requests/<str:reference>/presence/", "presence"),
    stub("requests/<str:reference>/sections/basis/", "section_basis"),
    stub("review/", "review_queue"),
    stub("review/<str:reference>/", "review"),
    stub("accounts/", "officers"),
    stub("accounts/new/", "officer_new"),
    stub("accounts/<int:pk>/", "officer"),
    stub("audit/", "audit_log"),
]
_OWN_NAMES = {pattern.name for pattern in OWN if isinstance(pattern, URLPattern)}


def stubs() -> list[URLPattern]:
    """Every other address of the portal, so that a template may name a new one."""
    found = [pattern for pattern in portal.urlpatterns if isinstance(pattern, URLPattern)]
    return [
        path(str(each.pattern), nothing, name=each.name) for each in found if each.name not in _OWN_NAMES
    ]


urlpatterns = [*OWN, *stubs()]
