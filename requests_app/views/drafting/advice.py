"""What the adviser says of one request, as cards to choose from."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from requests_app.models import LegalBasis, MLARequest
from requests_app.models.answers import YesNo
from requests_app.views.parts import law_names
from treaties import advisor, cited_bases, current
from treaties.advisor import Advice
from treaties.citations import merged
from treaties.law import Instrument

LONGEST_TERM = 45
# In the order of the letter.
ROLES = [role.value for role in LegalBasis.Role]
BESIDE_ROLES = ROLES[1:]
BIND_NOBODY = frozenset({"comity", "scheme", "letters_rogatory", "domestic"})


def advise(mla: MLARequest) -> list[Advice]:
    """Return the advice for the request as it is, today; none without a State or a measure."""
    kinds = [measure.kind for measure in mla.measure_set.all()]
    if not mla.requested or not kinds:
        return []
    years = [offence.max_years for offence in mla.offence_set.all() if offence.max_years is not None]
    return advisor.advise(
        requesting=mla.requesting,
        requested=mla.requested,
        kinds=kinds,
        on=timezone.localdate(),
        max_penalty_years=max(years, default=None),
        transnational=mla.transnational == YesNo.YES,
        organised_group=mla.organised_group == YesNo.YES,
        electronic=_answer(mla.electronic_evidence),
    )


def why_none(mla: MLARequest) -> str:
    """Return why nothing can be advised between the two, whatever is asked; "" where something can."""
    if not mla.requested:
        return ""
    return cited_bases.one_state_words(current.law(), mla.requesting, mla.requested)


def ranked_by(mla: MLARequest) -> list[dict[str, str]]:
    """Return the answers on which the order of the bases depends."""
    years = [offence.max_years for offence in mla.offence_set.all() if offence.max_years is not None]
    penalty = _("up to %s years") % f"{max(years):g}" if years else _("no offence has one yet")
    offences = reverse("section", args=[mla.reference, "offences"])
    asked = [
        (_("Electronic evidence"), mla.get_electronic_evidence_display()),
        (_("crosses borders"), mla.get_transnational_display()),
        (_("organised group"), mla.get_organised_group_display()),
    ]
    answers = [
        {"label": label, "answer": str(answer) or _("not answered"), "url": ""} for label, answer in asked
    ]
    return [*answers, {"label": _("penalty"), "answer": penalty, "url": offences}]


def _answer(answer: str) -> bool | None:
    return answer == YesNo.YES if answer else None


def cards(mla: MLARequest) -> list[dict[str, Any]]:
    found = advise(mla)
    roles = {basis.instrument: basis.role for basis in mla.bases.all()}
    kinds = {measure.kind for measure in mla.measure_set.all()}
    instruments = current.law().instruments
    names = law_names.states({mla.requesting, mla.requested})
    sides = {side: names[code]["name"] for side, code in _sides(mla).items() if code in names}
    return [
        {
            "id": advice.instrument,
            "value": advice.instrument,
            "title": instruments[advice.instrument].name,
            "articles": law_names.articles_text(articles_of(advice, instruments)),
            "in_force_text": _in_force(advice, sides),
            "usable": advice.usable,
            "role": roles.get(advice.instrument, ""),
            **_badge(advice, instruments[advice.instrument], kinds, first=place == 0),
            "fits": [{"ok": advice.usable or None, "text": reason} for reason in advice.reasons],
            "watch": [_point(text) for text in advice.watch],
            "confidence": advice.confidence.value,
        }
        for place, advice in enumerate(found)
    ]


def _sides(mla: MLARequest) -> dict[str, str]:
    return {"requesting": mla.requesting, "requested": mla.requested}


def articles_of(advice: Advice, instruments: Mapping[str, Instrument]) -> str:
    """Return the provisions that carry what is asked, each once; none for an instrument that binds
    nobody.
    """
    if instruments[advice.instrument].kind in BIND_NOBODY:
        return ""
    return merged(advice.articles.values())


def _in_force(advice: Advice, sides: Mapping[str, str]) -> str:
    days = [
        f"{name} {date_format(day, 'j F Y')}"
        for side, name in sides.items()
        if (day := advice.in_force.get(side))
    ]
    return _("In force: %(days)s.") % {"days": ", ".join(days)} if days else ""


def _badge(advice: Advice, instrument: Instrument, kinds: set[str], *, first: bool) -> dict[str, str]:
    if not advice.usable:
        return {"badge": _("Not open to this request"), "badge_tone": ""}
    if instrument.kind in BIND_NOBODY:
        return {"badge": _("Last resort"), "badge_tone": ""}
    if first:
        return {"badge": _("Recommended"), "badge_tone": "accent"}
    if kinds - set(advice.articles):
        return {"badge": _("Covers part of it"), "badge_tone": "warn"}
    return {"badge": "", "badge_tone": ""}


def _point(text: str) -> dict[str, str]:
    """Return a point, with the words before its colon as heading when they are few."""
    term, colon, rest = text.partition(": ")
    if colon and len(term) <= LONGEST_TERM:
        return {"term": term, "text": rest}
    return {"term": _("Note"), "text": text}


def chosen(mla: MLARequest, main: str, beside: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the chosen bases that are open, each with the articles to cite: main, additional,
    fall-back.

    `beside` holds the role of each of the others.
    """
    usable = {advice.instrument: advice for advice in advise(mla) if advice.usable}
    instruments = current.law().instruments
    standing = {basis.instrument: basis.articles for basis in mla.bases.all()}
    roles = {**beside, main: LegalBasis.Role.MAIN.value}
    return [
        (code, role, _cited(articles_of(usable[code], instruments), standing.get(code, "")))
        for code, role in sorted(roles.items(), key=lambda chosen: ROLES.index(chosen[1]))
        if code in usable
    ]


def _cited(offered: str, standing: str) -> str:
    """Return the officer's own citation, as long as it names all that the measures need."""
    needed = [article.strip() for article in offered.split(",")]
    return standing if standing and all(article in standing for article in needed) else offered
