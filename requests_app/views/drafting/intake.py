"""Pasted rows: the page that takes the text, and the page on which its lines are mended."""

import uuid
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from requests_app import casework, paste_reading, permissions
from requests_app.intake.text import TooMuch
from requests_app.models import Intake, MLARequest, StagedRow
from requests_app.sections.pasting import AssumptionsForm, PasteForm, StagedRowForm, TakeForm
from requests_app.views.drafting import staged
from requests_app.views.parts.access import OfficerRequest, find, find_editable, posted
from requests_app.views.parts.listing import paging
from requests_app.views.parts.request_heads import head
from treaties import current

PASTE_PAGE = "requests_app/paste.html"
PAGE = "requests_app/intake.html"


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    form = PasteForm(posted(request), request.FILES or None, initial={"token": uuid.uuid4()})
    if form.is_bound and form.is_valid():
        try:
            return _staged(request, mla, form.cleaned_data)
        except (TooMuch, casework.NothingThere) as reason:
            form.add_error("file" if form.cleaned_data.get("file") else "text", str(reason))
    context = {"mla": mla, "head": head(mla), "form": form, "waiting": staged.waiting(mla)}
    return render(request, PASTE_PAGE, context, status=422 if form.errors else 200)


def _staged(request: OfficerRequest, mla: MLARequest, values: dict[str, Any]) -> HttpResponse:
    intake = casework.stage_rows(
        mla,
        request.user,
        text=values["content"],
        encoding=values["encoding"],
        assumptions={"zone": values["zone"]} if values["zone"] else {},
        token=values["token"],
    )
    return _read(intake, mla)


def _read(intake: Intake, mla: MLARequest) -> HttpResponse:
    if intake.lines <= paste_reading.AT_ONCE:
        paste_reading.read_at_once(intake)
    return redirect("intake", mla.reference, intake.pk)


@require_GET
def intake(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    found = find_paste(mla, pk)
    if not found.is_read:
        return _progress(request, mla, found)
    return render(request, PAGE, context_of(request, mla, found))


def _progress(request: OfficerRequest, mla: MLARequest, found: Intake) -> HttpResponse:
    context = _frame(request, mla, found) | {
        "percent": found.read * 100 // max(found.lines, 1),
        "taking": found.take["rows"] if found.take else 0,
    }
    if request.htmx:
        return render(request, f"{PAGE}#progress", context)
    return render(request, PAGE, context)


@require_GET
def intake_progress(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """For the script that waits: how far it is, and the whole page once there is one."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    found = find_paste(mla, pk)
    return HttpResponseClientRefresh() if found.is_read else _progress(request, mla, found)


def find_paste(mla: MLARequest, pk: int) -> Intake:
    found = Intake.objects.filter(request=mla, pk=pk).defer("text").first()
    if found is None:
        raise Http404
    found.request = mla
    return found


def _frame(request: OfficerRequest, mla: MLARequest, found: Intake) -> dict[str, Any]:
    return {
        "mla": mla,
        "head": head(mla),
        "intake": found,
        "may_edit": permissions.may_edit(request.user, mla),
        "failed": found.has_failed,
        "address": reverse("intake", args=[mla.reference, found.pk]),
    }


def context_of(
    request: OfficerRequest,
    mla: MLARequest,
    found: Intake,
    *,
    mend: StagedRow | None = None,
    form: StagedRowForm | None = None,
    take: TakeForm | None = None,
    said: AssumptionsForm | None = None,
) -> dict[str, Any]:
    frame = _frame(request, mla, found)
    shown = staged.chosen_filter(request)
    numbers = staged.counts(found)
    page = staged.page_of(request, staged.rows_of(found, shown), at=mend.line if mend else None)
    places = staged.numbers_of(page.object_list, mla.pk)
    rows = [staged.row(each, mla.reference, places) for each in page.object_list]
    for each in rows:
        each["form"] = form if mend and each["pk"] == mend.pk else None
    return frame | {
        "rows": rows,
        "numbers": numbers,
        "tabs": staged.tabs(frame["address"], numbers, shown),
        "page": paging(request, page),
        "shown": shown,
        "take": take or TakeForm(mla=mla, initial=_first_common(mla)),
        "said": said or AssumptionsForm(mla=mla, intake=found, initial=_initial(found)),
        "asks": [_ask(name, count) for name, count in found.asks.items() if count],
    }


def _ask(name: str, count: int) -> dict[str, Any]:
    """What is open, on how many lines; `word` is the one for a zone that says too little."""
    about, _sign, word = name.partition(":")
    return {"name": about, "word": word, "count": count}


def _first_common(mla: MLARequest) -> dict[str, Any]:
    """Where there is one measure and one offence, they are meant."""
    keys = {name: [row.key for row in getattr(mla, f"{name}_set").all()] for name in ("measure", "offence")}
    return {f"{name}s": found for name, found in keys.items() if len(found) == 1}


def _initial(found: Intake) -> dict[str, Any]:
    said = dict(found.assumptions)
    if two := said.get("country"):
        states = current.law().states.values()
        said["country"] = next((state.code for state in states if state.iso2 == two), None)
    return said


@require_POST
def intake_assume(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    found = find_paste(mla, pk)
    form = AssumptionsForm(request.POST, mla=mla, intake=found)
    if not form.is_valid():
        return render(request, PAGE, context_of(request, mla, found, said=form), status=422)
    values = dict(form.cleaned_data)
    if values["country"]:
        values["country"] = current.law().states[values["country"]].iso2
    return _read(casework.assume(mla, request.user, intake=found, assumptions=values), mla)


@require_http_methods(["GET", "POST"])
def staged_row(request: HttpRequest, reference: str, pk: int, row: int) -> HttpResponse:
    """A line with its form in its place; a script gets the line alone."""
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    found = find_paste(mla, pk)
    line = _find_row(found, row)
    if request.method == "POST":
        return _mend(request, mla, found, line)
    form = None if "close" in request.GET else _form(line)
    return _answer(request, mla, found, line, form)


def _find_row(found: Intake, pk: int) -> StagedRow:
    line = StagedRow.objects.filter(intake=found, pk=pk).first()
    if line is None:
        raise Http404
    line.intake = found
    return line


def _form(line: StagedRow, data: Any = None) -> StagedRowForm:
    return StagedRowForm(data, instance=line, auto_id=f"line-{line.line}-%s")


def _mend(request: OfficerRequest, mla: MLARequest, found: Intake, line: StagedRow) -> HttpResponse:
    form = _form(line, request.POST)
    if not form.is_valid():
        return _answer(request, mla, found, line, form, status=422)
    mended = casework.mend_row(mla, request.user, row=line, values=form.cleaned_data)
    if not request.htmx:
        return redirect(f"{_address_of(request, mla, found, mended)}#line-{mended.line}")
    return _answer(request, mla, found, _find_row(found, line.pk), None)


def _answer(
    request: OfficerRequest,
    mla: MLARequest,
    found: Intake,
    line: StagedRow,
    form: StagedRowForm | None,
    status: int = 200,
) -> HttpResponse:
    if not request.htmx:
        context = context_of(request, mla, found, mend=line, form=form)
        return render(request, PAGE, context, status=status)
    shown = staged.row(line, mla.reference, staged.numbers_of([line], mla.pk)) | {"form": form}
    numbers = staged.counts(found)
    context = _frame(request, mla, found) | {
        "row": shown,
        "numbers": numbers,
        "tabs": staged.tabs(reverse("intake", args=[mla.reference, found.pk]), numbers, ""),
    }
    return render(request, f"{PAGE}#answer", context, status=status)


def _address_of(request: OfficerRequest, mla: MLARequest, found: Intake, line: StagedRow) -> str:
    page = staged.page_of(request, staged.rows_of(found, ""), at=line.line)
    return f"{reverse('intake', args=[mla.reference, found.pk])}?page={page.number}"


@require_POST
def staged_row_settle(request: HttpRequest, reference: str, pk: int, row: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    found = find_paste(mla, pk)
    line = _find_row(found, row)
    casework.settle_row(mla, request.user, row=line, aside=request.POST.get("as") == "aside")
    if request.htmx:
        return _answer(request, mla, found, _find_row(found, row), None)
    return redirect(f"{_address_of(request, mla, found, line)}#line-{line.line}")


@require_POST
def intake_discard(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    found = Intake.objects.filter(request=mla, pk=pk).first()
    if found is not None:
        casework.discard_intake(mla, request.user, intake=found)
        messages.success(request, _("The pasted text and its rows were discarded."))
    return redirect("section", mla.reference, "data")
