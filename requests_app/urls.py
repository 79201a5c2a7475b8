"""Addresses of the casework; the views are under `requests_app/views`."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from requests_app import health
from requests_app.checks.decisions import Kind
from requests_app.views import (
    affected,
    answering,
    basis,
    curation,
    deciding,
    desk,
    dispatching,
    documents,
    intake,
    items,
    moves,
    nexus,
    officers,
    overview,
    records,
    reviewing,
    session,
    starting,
    translating,
    verifying,
    versions,
    wizard,
)

REQUEST = "requests/<slug:reference>/"
SECTION = f"{REQUEST}sections/<slug:slug>/"
ITEM = f"{SECTION}<int:pk>/"
PASTE = f"{REQUEST}sections/data/paste/"
INTAKE = f"{PASTE}<int:pk>/"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("healthz", health.health, name="healthz"),
    path("sign-in/", session.SignIn.as_view(), name="login"),
    path("sign-out/", session.sign_out, name="logout"),
    path("theme/", session.set_theme, name="set_theme"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("requests/", desk.request_list, name="request_list"),
    path("requests/law/", affected.affected, name="affected"),
    path("requests/new/", starting.request_new, name="request_new"),
    path(REQUEST, overview.request_page, name="request"),
    path(f"{REQUEST}sections/basis/", basis.page, name="section_basis"),
    path(PASTE, intake.paste, name="paste"),
    path(INTAKE, intake.intake, name="intake"),
    path(f"{INTAKE}progress/", intake.intake_progress, name="intake_progress"),
    path(f"{INTAKE}assume/", intake.intake_assume, name="intake_assume"),
    path(f"{INTAKE}take/", intake.intake_take, name="intake_take"),
    path(f"{INTAKE}discard/", intake.intake_discard, name="intake_discard"),
    path(f"{INTAKE}rows/<int:row>/", intake.staged_row, name="staged_row"),
    path(f"{INTAKE}rows/<int:row>/settle/", intake.staged_row_settle, name="staged_row_settle"),
    path(SECTION, wizard.section, name="section"),
    path(f"{SECTION}versions/", versions.versions, name="versions"),
    path(f"{SECTION}versions/<int:pk>/", versions.version, name="version"),
    path(f"{SECTION}add/", items.item_add, name="item_add"),
    path(ITEM, items.item, name="item"),
    path(f"{ITEM}remove/", items.item_remove, name="item_remove"),
    path(f"{ITEM}up/", items.item_move, {"way": "up"}, name="item_up"),
    path(f"{ITEM}down/", items.item_move, {"way": "down"}, name="item_down"),
    path(f"{REQUEST}nexus/", nexus.grid, name="nexus"),
    path(f"{REQUEST}annexes/<int:pk>/file/", documents.annex_file, name="annex_file"),
    path(f"{REQUEST}answers/<slug:field>/", answering.answer_field, name="answer_field"),
    path(f"{REQUEST}findings/<slug:line>/", deciding.finding, name="finding"),
    path(
        f"{REQUEST}findings/<slug:line>/dismiss/", deciding.decide, {"kind": Kind.DISMISSAL}, name="dismiss"
    ),
    path(f"{REQUEST}findings/<slug:line>/waive/", deciding.decide, {"kind": Kind.WAIVER}, name="waive"),
    path(f"{REQUEST}decisions/<int:pk>/take-back/", deciding.take_back, name="decision_take_back"),
    path(f"{REQUEST}texts/", translating.texts, name="texts"),
    path(f"{REQUEST}check/", moves.check_answers, name="check_answers"),
    path(f"{REQUEST}submit/", moves.submit, name="submit"),
    path(f"{REQUEST}move/<slug:action>/", moves.move, name="move"),
    path(f"{REQUEST}letter/", documents.letter, name="letter"),
    path(f"{REQUEST}documents/", documents.document_order, name="document_order"),
    path(f"{REQUEST}documents/<int:pk>/", documents.document, name="document"),
    path(f"{REQUEST}documents/<int:pk>/file/", documents.document_download, name="document_download"),
    path(f"{REQUEST}documents/<int:pk>/retry/", documents.document_retry, name="document_retry"),
    path(f"{REQUEST}review/", reviewing.review, name="review"),
    path(f"{REQUEST}dispatch/", dispatching.dispatch, name="dispatch"),
    path(f"{REQUEST}history/", records.history, name="history"),
    path("review/", reviewing.review_queue, name="review_queue"),
    path("officers/", officers.officers, name="officers"),
    path("officers/new/", officers.officer_new, name="officer_new"),
    path("officers/<int:pk>/", officers.officer, name="officer"),
    path("law/verification/", verifying.verification, name="law_verification"),
    path("law/facts/<slug:table>/<path:key>/", verifying.fact, name="law_fact"),
    path("curation/", curation.proposals, name="proposals"),
    path("curation/differences/", curation.differences, name="law_differences"),
    path("curation/differences/<int:pk>/", curation.difference_decided, name="difference_decided"),
    path("curation/new/<slug:kind>/", curation.proposal_new, name="proposal_new"),
    path("curation/<int:pk>/", curation.proposal, name="proposal"),
    path("curation/<int:pk>/confirm/", curation.proposal_confirm, name="proposal_confirm"),
    path("curation/<int:pk>/turn-down/", curation.proposal_turn_down, name="proposal_turn_down"),
    path("curation/<int:pk>/file/", curation.proposal_file, name="proposal_file"),
    path("audit/", records.audit_log, name="audit_log"),
]
