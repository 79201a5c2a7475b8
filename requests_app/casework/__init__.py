"""What officers do: one function for each act. Each records itself in its own transaction."""

from requests_app.casework.answering import acknowledge, confirm_preservation
from requests_app.casework.conflicts import Conflict
from requests_app.casework.continuing import WAYS, Way, WayOn, Wish, follow_up, go_on, go_on_once, ways_on
from requests_app.casework.curating import (
    confirm_law,
    keep_own,
    propose_law,
    take_release,
    turn_down_law,
    verify_law,
)
from requests_app.casework.deciding import NotOpen, decide
from requests_app.casework.deciding import take_back as take_back_decision
from requests_app.casework.drafting import (
    add_item,
    answer_field,
    choose_bases,
    delete_item,
    move_item,
    place_item,
    save_item,
    save_section,
)
from requests_app.casework.emergency import Call, call, confirm
from requests_app.casework.need_to_know import LastKeeper, add_member, refuse_orphans, remove_member
from requests_app.casework.need_to_know import open_to_unit as open_case_to_unit
from requests_app.casework.need_to_know import restrict as restrict_case
from requests_app.casework.new_requests import import_snapshot, start
from requests_app.casework.nexus_links import Linked, Refused, Ticks, face_of, save_links
from requests_app.casework.pending import Sent
from requests_app.casework.procedure import (
    NoDocument,
    approve,
    reopen,
    return_for_changes,
    send,
    submit,
    take_back,
    withdraw,
)
from requests_app.casework.register import EntryChanged, read_consent, record_consent, save_provider
from requests_app.casework.restoring import restore
from requests_app.casework.staging import (
    NothingThere,
    assume,
    discard_intake,
    mend_row,
    settle_row,
    stage_rows,
)
from requests_app.casework.taking_rows import Choice, order_rows, take_rows
from requests_app.casework.taking_rows import work as work_on_paste
from requests_app.casework.translating import save_translation, seen_of
from requests_app.casework.translating import section_of as section_of_text
from requests_app.casework.versions import BASES, bases_of, removed_item
from requests_app.casework.versions import as_stored as values_of_version
from requests_app.checks.translation import SECTION as TEXTS
from requests_app.workflow import NotAllowed, NotReady, Stale

__all__ = [
    "BASES",
    "TEXTS",
    "WAYS",
    "Call",
    "Choice",
    "Conflict",
    "EntryChanged",
    "LastKeeper",
    "Linked",
    "NoDocument",
    "NotAllowed",
    "NotOpen",
    "NotReady",
    "NothingThere",
    "Refused",
    "Sent",
    "Stale",
    "Ticks",
    "Way",
    "WayOn",
    "Wish",
    "acknowledge",
    "add_item",
    "add_member",
    "answer_field",
    "approve",
    "assume",
    "bases_of",
    "call",
    "choose_bases",
    "confirm",
    "confirm_law",
    "confirm_preservation",
    "decide",
    "delete_item",
    "discard_intake",
    "face_of",
    "follow_up",
    "go_on",
    "go_on_once",
    "import_snapshot",
    "keep_own",
    "mend_row",
    "move_item",
    "open_case_to_unit",
    "order_rows",
    "place_item",
    "propose_law",
    "read_consent",
    "record_consent",
    "refuse_orphans",
    "remove_member",
    "removed_item",
    "reopen",
    "restore",
    "restrict_case",
    "return_for_changes",
    "save_item",
    "save_links",
    "save_provider",
    "save_section",
    "save_translation",
    "section_of_text",
    "seen_of",
    "send",
    "settle_row",
    "stage_rows",
    "start",
    "submit",
    "take_back",
    "take_back_decision",
    "take_release",
    "take_rows",
    "turn_down_law",
    "values_of_version",
    "verify_law",
    "ways_on",
    "withdraw",
    "work_on_paste",
]
