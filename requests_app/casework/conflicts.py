"""What a save does with words beside the row: it keeps them as a version, or shows them with other
words.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models

from requests_app.casework import renditions, versions
from requests_app.casework.pending import Sent
from requests_app.models import MLARequest, Officer

Values = Mapping[str, Any]


class Conflict(Exception):
    """Somebody else saved the same section or item after the form was loaded; nothing was
    overwritten.

    `theirs` and `yours` hold the fields that were sent; `revision` is the base for trying again.
    """

    def __init__(self, *, section: str, item: str, theirs: Values, yours: Values, revision: int) -> None:
        super().__init__(f"{section} {item}".strip())
        self.section = section
        self.item = item
        self.theirs = dict(theirs)
        self.yours = dict(yours)
        self.revision = revision


def keep(
    draft: MLARequest,
    officer: Officer,
    section: str,
    changed: Values,
    plan: renditions.Plan,
    sent: Sent,
) -> None:
    """Keep the version that this save makes, and the texts in the other language, before the row
    changes.
    """
    versions.keep(
        draft,
        officer,
        section=section,
        row=plan.row,
        changed={**changed, **renditions.marked(plan.texts)},
        beside=plan.standing,
        sent=sent,
    )
    renditions.write(draft, officer, plan)


def conflict(
    row: models.Model,
    values: Values,
    plan: renditions.Plan,
    *,
    section: str,
    revision: int,
    item: str = "",
) -> Conflict:
    standing = plan.standing
    theirs = {name: standing.get(name, "") for name in values if name.startswith(renditions.MARK)}
    theirs |= {name: getattr(row, name) for name in values if name not in theirs}
    return Conflict(section=section, item=item, theirs=theirs, yours=values, revision=revision)
