"""Every requirement of the shipped law, as the checker receives it, without a database."""

from functools import cache

from treaties import files, shipped
from treaties.spec import Citation, Confidence, Requirement, Verified


def _citation(home: str, row: files.RequirementRow, file: files.Row) -> Citation:
    source = row.source or file.source or "memory"
    read = Verified.MEMORY if "memory" in source else Verified.TEXT
    return Citation(
        instrument=home,
        provision=row.provision,
        label=f"{home}, art {row.provision}",
        source=source,
        confidence=row.confidence or file.confidence or Confidence.MEDIUM,
        verified=row.verified or file.verified or read,
    )


def _rule(home: str, row: files.RequirementRow, file: files.Row) -> Requirement:
    return Requirement(
        code=row.id,
        citation=_citation(home, row, file),
        level=row.level,
        basis=row.basis,
        element=row.element,
        message=row.message,
        applies_to=row.kinds,
        fields=row.fields,
        check=row.check,
        params=row.params,
        when=row.when,
        attachment=row.attachment,
        since=row.since or file.since,
        until=row.until or file.until,
    )


@cache
def every_rule() -> list[Requirement]:
    law = shipped.read()
    homes = {
        **{file.id: file for file in law.instruments.values()},
        **{file.state: file for file in law.own_law.values()},
    }
    return [_rule(home, row, file) for home, file in homes.items() for row in file.requirement]
