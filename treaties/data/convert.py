"""Convert the research files to the portal's own data files. Run once; from then on the data files are the truth.

    python -m treaties.data.convert RESEARCH_FOLDER

Needs PyYAML, and babel for the short names of territories that have none in UNTERM.
"""

import csv
import datetime as dt
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import babel
import yaml

from treaties.data import toml, wording
from treaties.data.facts import (
    COMPLETE_ON,
    DECLARED,
    ENTRY_RULES,
    EXTRA_INSTRUMENTS,
    COMMON,
    LANGUAGE_CODES,
    LIMITED_KINDS,
    MEMBERSHIP,
    ORGANISATIONS,
    PARAMS,
    SCOPE,
    TITLES,
    TREATY_IDS,
)
from treaties.data.kinds import GROUPS, KINDS

HERE = Path(__file__).resolve().parent
UN_LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
RULE_TOPICS = ["authentication", "channel", "confidentiality", "costs", "dual_criminality", "execution", "languages", "network_24_7", "postponement", "relation_to_other_treaties", "return_of_evidence", "spontaneous_information", "urgency", "use_limitation"]
Data = dict[str, Any]


class Research:
    """The files as they came."""

    def __init__(self, folder: Path) -> None:
        self.instruments = yaml.safe_load((folder / "instruments.yaml").read_text())
        self.assistance = yaml.safe_load((folder / "assistance.yaml").read_text())
        self.own_law = yaml.safe_load((folder / "country_requirements.yaml").read_text())
        self.states = _csv(folder / "countries.csv")
        self.acts = _csv(folder / "participation.csv")
        self.bilateral = _csv(folder / "bilateral_mlats.csv")
        self.authorities = _csv(folder / "authorities.csv")
        self.iso3 = {row["iso2"]: row["iso3"] for row in self.states}


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _write(name: str, *blocks: list[str]) -> None:
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [line for block in blocks for line in block]
    path.write_text("\n".join(lines).strip("\n") + "\n")


def _day(text: str | None) -> dt.date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", text or "")
    return dt.date.fromisoformat(found[0]) if found else None


def _rest(text: str | None) -> str:
    """What stands beside a date, or instead of one."""
    return re.sub(r"^\d{4}-\d{2}-\d{2}", "", text or "").strip(" ;()")


def _verified(source: str) -> str:
    """A source that a person could have read is text; memory is memory, also when it is only part of it."""
    if "practice" in source.lower() or "guidelines" in source.lower():
        return "practice"
    unread = ("memory", "seed", "not found", "cites", "see thresholds", "not kept")
    return "memory" if any(word in source.lower() for word in unread) else "text"


# --- States -------------------------------------------------------------------------------------------

ARTICLES = {"en": ("the",), "fr": ("le", "la", "les", "l'"), "es": ("el", "la", "los", "las")}


def _split_article(name: str, language: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+?) \(([^()]+)\)", name)
    if found and found[2].lower().replace("’", "'") in ARTICLES.get(language, ()):
        return found[1], found[2]
    return name, ""


def states(research: Research) -> None:
    rows = [_state(row) for row in research.states]
    rows += [
        {"code": "XKX", "iso2": "XK", "kind": "territory", "short": _names("XK"), "source": "CLDR (babel 2.18)", "confidence": "high",
         "note": "Code in common use, not part of ISO 3166."},
        {"code": "EU", "iso2": "EU", "kind": "organisation", "short": _names("EU"), "source": "CLDR (babel 2.18)", "confidence": "high",
         "note": "Party to treaties in its own name."},
    ]
    members: dict[str, list[dict[str, str]]] = defaultdict(list)
    for act in research.acts:
        if act["action"] == "member":
            members[act["treaty"]].append(act)
    organisations = [
        {"id": ORGANISATIONS[treaty][0], "name": ORGANISATIONS[treaty][1], "members": sorted(a["iso3166_alpha3"] for a in acts),
         "source": "memory", "confidence": "high", "verified": "memory",
         "note": "; ".join(dict.fromkeys(f"{a['iso3166_alpha3']}: {a['note']}" for a in acts if a["note"] and treaty == "ASEAN") or
                           dict.fromkeys(a["note"] for a in acts if a["note"]))}
        for treaty, acts in sorted(members.items())
    ]
    _write("states.toml", toml.table({"source": "datasets/country-codes (UNTERM names), PDDL; CLDR", "confidence": "high", "verified": "text"}),
           [""], toml.rows("states", sorted(rows, key=lambda r: r["code"])), [""], toml.rows("organisations", organisations))


def _state(row: dict[str, str]) -> Data:
    short, article = {}, {}
    for language in UN_LANGUAGES:
        if row[f"short_{language}"]:
            short[language], found = _split_article(row[f"short_{language}"], language)
            article |= {language: found} if found else {}
    named = bool(short)
    return {
        "code": row["iso3"], "iso2": row["iso2"], "m49": row["m49"], "kind": "state" if named else "territory",
        "short": {language: name for language, name in {**_names(row["iso2"]), **short}.items() if name},
        "common": _names(row["iso2"]) if row["iso3"] in COMMON else {},
        "formal": {language: row[f"formal_{language}"] for language in UN_LANGUAGES if row[f"formal_{language}"]},
        "article": article, "languages": row["official_languages_cldr"].replace("_", "-").split(),
        "source": row["names_source"] or "CLDR (babel 2.18)",
    }


def _names(iso2: str) -> dict[str, str]:
    return {language: babel.Locale(language).territories.get(iso2, "") for language in UN_LANGUAGES}


# --- vocabulary ---------------------------------------------------------------------------------------


def vocabulary(research: Research) -> None:
    data = research.assistance
    common = set(data["common_fields"])
    fields = [{**row, "common": row["id"] in common or None} for row in data["draft_fields"]]
    elements = [{"id": name, "fields": fields_} for name, fields_ in data["element_map"].items()]
    lines = [
        *toml.table({"source": "Practice and treaty texts, see docs/law.md", "confidence": "medium-high", "verified": "practice"}), "",
        *toml.rows("groups", [{"id": id_, "label": label} for id_, label in GROUPS]), "",
        *toml.rows("draft_fields", fields), "", *toml.rows("elements", elements),
        *toml.tables("category", [_category(row) for row in data["data_categories"]]),
    ]
    for row in sorted(data["kinds"], key=lambda k: list(KINDS).index(k["id"])):
        lines += _kind(row)
    _write("vocabulary.toml", lines)


def _category(row: Data) -> Data:
    return {"id": row["id"], "term": row["term"], "meaning": row["meaning"], "definition": row.get("definition_source"), "trap": row.get("trap")}


def _kind(row: Data) -> list[str]:
    group, plain, asked_as = KINDS[row["id"]]
    lines = toml.tables("kind", [{
        "id": row["id"], "group": group, "term": row["term"], "plain": plain, "categories": row["data_category"].split("|"),
        "coercive": row.get("coercive"), "asked_as": asked_as, "note": row.get("note"),
    }])
    for name, items in (("errors", row.get("typical_errors", [])), ("particulars", row["particulars"])):
        lines += [f"{name} = [", *(f"  {toml.inline(item)}," for item in items), "]"] if items else []
    return lines


# --- instruments --------------------------------------------------------------------------------------

KIND_OF = {
    "multilateral_cybercrime": ("multilateral", "cybercrime"), "multilateral_crime": ("multilateral", "crime"),
    "regional_mla": ("regional", "mla"), "bilateral": ("bilateral", "mla"), "model_bilateral": ("model", "mla"),
    "model_law": ("model", "mla"), "comity": ("comity", "mla"), "letters_rogatory": ("letters_rogatory", "mla"),
}
SOLE = {True: "yes", False: "no", "only_where_no_bilateral_treaty": "without_bilateral_treaty", "depends_on_domestic_statute": "domestic_statute"}
VERIFICATION = {"text_verified": "text", "partly_verified": "memory", "memory": "memory", "practice": "practice", "memory_with_status_verified": "memory"}


def roots(citation: str) -> list[str]:
    """The articles that a citation names: "18(1), 2, 3" names 18, 2 and 3; "practice" names itself."""
    found = []
    for part in re.split(r"[,;/]", citation):
        part = part.strip(" ?")
        number = re.match(r"(?:arts?\.? )?(\d+(?:bis|ter|quater)?)(?![\d])", part)
        if number:
            found.append(number[1])
        elif part and not part.startswith("("):
            found.append(part)
    return found


def instruments(research: Research) -> None:
    terms = {row["id"]: row["term"] for row in research.assistance["kinds"]}
    for data in research.instruments:
        _instrument(data, research, terms)
    for name, text in EXTRA_INSTRUMENTS.items():
        _write(f"instruments/{name}.toml", text.strip("\n").split("\n"))


def _instrument(data: Data, research: Research, terms: dict[str, str]) -> None:
    requirements = [_requirement(row, data) for row in data["requirements"]]
    offers = [{"kind": row["kind"], "provision": row["article"], "note": row.get("note")} for row in data["assistance"]]
    rules = [
        {"topic": topic, "provision": _citation(rule["article"]), "text": f"{rule['rule'].rstrip('.')}.", "confidence": rule["confidence"]}
        for topic in RULE_TOPICS
        if (rule := data.get(topic)) and rule["rule"] and rule["rule"] != "-"
    ]
    scope = [
        {"id": row["id"], "provision": row["article"], "text": f"{row['condition'].rstrip('.')}.", "test": row["test"], "confidence": row["confidence"],
         **SCOPE.get(row["id"], {})}
        for row in data["scope"]
    ]
    refusals = [
        {"id": r["id"], "provision": r["article"], "ground": r["ground"], "nature": r["nature"], "text": f"{r['text'].rstrip('.')}.", "confidence": r["confidence"]}
        for r in data["refusal_grounds"]
    ]
    limits = [{"provision": t["article"], "text": f"{t['rule'].rstrip('.')}.", "kinds": LIMITED_KINDS.get((data["id"], t["article"])), **{k: v for k, v in t.items() if k not in ("article", "rule")}} for t in data["time_limits"]]
    cited = [row.get("provision", "") for rows in (requirements, offers, rules, scope, refusals, limits) for row in rows]
    _write(
        f"instruments/{data['id']}.toml", toml.table(_head(data, research)), _gap_filler(data), _contents(data),
        toml.section("provisions", {}) or _provisions(data["id"], cited, offers, rules, terms), toml.tables("scope", scope),
        toml.tables("offer", offers), toml.tables("requirement", requirements), toml.tables("refusal", refusals),
        toml.tables("rule", rules), toml.tables("time_limit", limits),
    )


def _citation(article: str | None) -> str:
    return "" if article in (None, "-", "see text") else str(article)


def _head(data: Data, research: Research) -> Data:
    kind, subject = KIND_OF[data["type"]]
    remarks = [data[key] for key in ("text_variant_note", "note_cyber", "note_evidence") if key in data] + data.get("declarations_that_matter", [])
    return {
        "id": data["id"], "name": data["short_name"], "title": data["official_title"], "reference": data["reference"], "series": data.get("series"),
        "kind": kind, "subject": subject, "adopted": _day(data["adopted"]), "adopted_note": _rest(data["adopted"]), "place": data.get("adopted_place"),
        "opened": data.get("opened_for_signature"), "in_force": _day(data["entry_into_force"]), "in_force_note": _rest(data["entry_into_force"]),
        "dates_note": data["dates_confidence"], "depositary": data["depositary"], "url": data["official_text_url"],
        "usable_now": data["usable_now"], "text_needed": data["text_needed"], "sole_basis": SOLE[data["usable_as_sole_basis"]],
        "no_duty": data.get("no_duty_to_assist"), "direction_rules": data.get("direction_rules"),
        "supplements": "" if data["id"] == "eu-us-2003" else data.get("supplements"), "membership": MEMBERSHIP.get(data["id"], ""),
        "parties": [research.iso3[code] for code in data.get("party_codes", [])], "party_names": data.get("parties"),
        "parties_note": data.get("parties_note"), "status_note": data.get("status_note"), "role": data.get("role"), "remarks": remarks,
        "verification": data["verification"]["level"], "source": data["verification"]["source"].strip(), "confidence": data["verification"]["confidence"],
        "verified": VERIFICATION[data["verification"]["level"]],
    }


def _gap_filler(data: Data) -> list[str]:
    gap = data.get("gap_filler")
    if not gap:
        return []
    return toml.section("gap_filler", {
        "provisions": gap["applies_only_without_treaty"], "provision": gap["article"], "opt_in": gap.get("opt_in"),
        "always": gap.get("always_apply"), "confidence": gap["confidence"],
    })


def _contents(data: Data) -> list[str]:
    status = data["content_list_status"]
    return toml.section("contents", {
        "general": status["has_general_content_list"], "lists": status["lists"], "fallback": status.get("fallback_order"), "uses": status.get("uses"),
        "explanation": status.get("explanation"), "confidence": status.get("confidence"),
    })


def _provisions(id_: str, cited: list[str], offers: list[Data], rules: list[Data], terms: dict[str, str]) -> list[str]:
    titles = dict(TITLES.get(id_, {}))
    for offer in offers:
        for root in roots(offer["provision"])[:1]:
            titles.setdefault(root, terms.get(offer["kind"], "") if root[:1].isdigit() else "")
    for rule in rules:
        for root in roots(rule["provision"])[:1]:
            titles.setdefault(root, rule["topic"].replace("_", " ").capitalize() if root[:1].isdigit() else "")
    names = sorted({root for citation in cited for root in roots(citation)}, key=lambda n: (not n[0].isdigit(), int(re.match(r"\d*", n)[0] or 0), n))
    return ["", "[provisions]", *(f"{toml.inline(name)} = {toml.inline(titles.get(name, ''))}" for name in names)]


def _requirement(row: Data, data: Data) -> Data:
    verified = row["verified_from"]
    level = "text" if verified.startswith("text") else "practice" if verified.startswith("practice") else "memory"
    source = "" if verified in ("text", "memory", "practice") else verified
    return {
        "id": row["id"], "provision": row["article"], "element": row["element"], "message": wording.message(row["requirement"], row["element"]),
        "level": row["level"], "basis": "practice" if level == "practice" or row["article"].startswith("T-CY") else "law", "kinds": row["applies_to"],
        "fields": row["draft_fields"], "attachment": row.get("attachment"), "note": "" if "direction:" in row.get("note", "") else row.get("note"),
        "source": source, "confidence": row["confidence"], "verified": level, **PARAMS.get(row["id"], {}), **_natural_condition(row),
    }


def _natural_condition(row: Data) -> Data:
    """A time limit is only looked at when there is one."""
    if row["level"] == "where_applicable" and row["draft_fields"] == ["deadline"]:
        return {"when": {"deadline_set": True}}
    return {}


# --- participation ------------------------------------------------------------------------------------


def participations(research: Research) -> None:
    by_treaty: dict[str, list[Data]] = defaultdict(list)
    sources: dict[str, dict[str, str]] = defaultdict(dict)
    for row in research.acts:
        if row["action"] != "member":
            instrument = TREATY_IDS[row["treaty"]]
            by_treaty[instrument].append(_act(row, sources[instrument]))
    for law in research.own_law:
        by_treaty["budapest"].append(_reported(law, research.iso3[law["id"]], sources["budapest"]))
    for instrument, acts in by_treaty.items():
        head = {"instrument": instrument, "complete_on": COMPLETE_ON.get(instrument), "entry_rule": ENTRY_RULES.get(instrument)}
        named = {key: source for source, key in sources[instrument].items()}
        _write(f"participations/{instrument}.toml", toml.table(head), [""], toml.rows("acts", acts), toml.section("sources", named))


def _act(row: dict[str, str], sources: dict[str, str]) -> Data:
    notes = [part.strip() for part in row["note"].split(";")]
    flags = {name: True for name, mark in (("reservations", "reservations_or_declarations=yes"), ("objections", "objections_made=yes")) if any(n.startswith(mark) for n in notes)}
    rest = "; ".join(re.sub(r"^(reservations_or_declarations|objections_made)=yes ?", "", n) for n in notes).strip("; ")
    return {
        "state": row["iso3166_alpha3"], "action": row["action"], "on": _day(row["date"]), "in_force": _day(row["entry_into_force"]), **flags,
        "note": rest, "source": _key(row["source"], sources), "confidence": row["confidence"], "verified": _verified(row["source"]),
    }


def _key(source: str, sources: dict[str, str]) -> str:
    return sources.setdefault(source, "memory" if source == "memory" else f"s{len(sources) + 1}")


def _reported(law: Data, state: str, sources: dict[str, str]) -> Data:
    """What the notes on a State's own law say of the Convention: a second source, not an act."""
    fact = law["budapest"]
    since = fact["in_force_since"]
    return {
        "state": state, "action": "reported_party" if since else "reported_not_party", "in_force": _day(str(since)) if since else None,
        "note": fact.get("note"), "source": _key(fact["source"], sources), "confidence": fact["confidence"], "verified": _verified(fact["source"]),
    }


def bilateral(research: Research) -> None:
    with_text = {frozenset(research.iso3[c] for c in d["party_codes"]): d["id"] for d in research.instruments if d.get("party_codes")}
    rows = [_bilateral(row, with_text) for row in research.bilateral]
    _write("bilateral.toml", toml.rows("treaties", rows))


def _bilateral(row: dict[str, str], with_text: dict[frozenset[str], str]) -> Data:
    pair = [row["state_a"], row["state_b"]]
    result: Data = {
        "parties": pair, "title": row["title"], "signed": _day(row["signed"]), "in_force": _day(row["entry_into_force"]), "note": row["note"],
        "source": row["source"], "confidence": row["confidence"], "verified": _verified(row["source"]),
        "dates_source": row["dates_source"], "dates_confidence": row["dates_confidence"],
    }
    if not row["entry_into_force"] and re.search("(exchange of instruments|entry into force) not verified", row["note"]):
        result["bound"] = False
    if "US-EU" in row["title"] or pair == ["EU", "USA"]:
        return {"instrument": "eu-us-2003", "sides": ["us" if code == "USA" else "eu" for code in pair], **result}
    if frozenset(pair) in with_text:
        return {"instrument": with_text[frozenset(pair)], **result}
    extra: Data = {"supplements": "ecma-1959"} if "ETS 30" in row["title"] else {}
    extra |= {"membership": "eu", "sides": ["eu", ""]} if pair == ["EU", "JPN"] else {}
    year = f"-{row['signed'][:4]}" if row["signed"] else ""
    return {"id": f"bilateral-{pair[0].lower()}-{pair[1].lower()}{year}", **result, **extra}


# --- own law and offices --------------------------------------------------------------------------------


def own_law(research: Research) -> None:
    for law in research.own_law:
        state = research.iso3[law["id"]]
        _write(f"states/{state.lower()}.toml", toml.table({"state": state}), _languages(law), _no_treaty(law),
               toml.tables("threshold", [_threshold(row) for row in law["thresholds"]]),
               toml.tables("declaration", [_declaration(row) for row in law["declarations"]]),
               toml.tables("requirement", _own_requirements(law, state)),
               toml.tables("red_flag", [{"id": r["id"], "text": f"{r['rule'].rstrip('.')}.", **_sourced(r)} for r in law["red_flags"]]))


def _sourced(row: Data) -> Data:
    return {"source": row["source"], "confidence": row["confidence"], "verified": _verified(row["source"])}


def _languages(law: Data) -> list[str]:
    row = law["languages"]
    return toml.section("languages", {"accept": [LANGUAGE_CODES[name] for name in row["accept"]], "rule": row.get("rule"), "note": row.get("note"), **_sourced(row)})


def _no_treaty(law: Data) -> list[str]:
    row = law["no_treaty_basis"]
    possible = {True: "yes", False: "no"}.get(row["possible"], row["possible"])
    return toml.section("no_treaty", {"possible": possible, "rule": f"{row['rule'].rstrip('.')}.", **_sourced(row)})


def _threshold(row: Data) -> Data:
    return {"category": row["category"].lower(), "test": f"{row['legal_test'].rstrip('.')}.", "reference": row["legal_ref"],
            "must_show": f"{row['request_must_show'].rstrip('.')}.", **_sourced(row)}


def _declaration(row: Data) -> Data:
    other = re.match(r"ETS 182 art\. (.+)", row["article"])
    return {"instrument": "ecma-2ap-2001" if other else "budapest", "provision": other[1] if other else row["article"], "text": f"{row['text'].rstrip('.')}.",
            "effect": row.get("drafter_effect"), **_sourced(row)}


def _own_requirements(law: Data, state: str) -> list[Data]:
    rows = [
        {"id": r["id"], "provision": r["law"], "element": r["element"], "message": wording.message(r["requirement"], r["element"]), "level": r["level"],
         "basis": "practice" if _verified(r["source"]) == "practice" or r["law"] == "practice" else "law", "kinds": r["applies_to"], "fields": r["draft_fields"],
         "attachment": r.get("attachment"), **_sourced(r), **PARAMS.get(r["id"], {})}
        for r in law["requirements"]
    ]
    rows += [{"basis": "declaration", "instrument": "budapest", **extra} for extra in DECLARED.get(state, [])]
    if not any("language" in row["fields"] for row in rows):
        rows.append(_accepted_languages(law))
    return rows


def _accepted_languages(law: Data) -> Data:
    row = law["languages"]
    return {
        "id": f"{law['id'].lower()}-languages", "provision": "accepted languages", "element": "language",
        "message": f"Write in {' or '.join(row['accept'])}, or attach a translation.", "level": "mandatory", "kinds": ["all"], "fields": ["language"],
        "check": "language_accepted", "params": {"languages": [LANGUAGE_CODES[name] for name in row["accept"]]}, "note": row.get("note") or row.get("rule"), **_sourced(row),
    }


INSTRUMENT_MARKS = {"ETS185": "budapest", "budapest": "budapest", "UNTOC": "untoc", "untoc": "untoc", "ETS182": "ecma-2ap-2001", "ASEAN MLAT": "asean-2004", "US-NL": "us-nl-1981"}


def authorities(research: Research) -> None:
    rows: list[Data] = []
    for row in research.authorities:
        rows.append(_office(row["iso3"], row["function"].replace("24_7_contact", "contact_24_7"), row["instrument"], {
            "office": row["office_name_en"], "original": row["office_name_original"], "address": row["address"], "email": row["email"], "phone": row["phone"],
            "languages": row["accepted_languages"].split(", ") if row["accepted_languages"] else [], "source": row["source"], "confidence": row["confidence"],
            "verified": _verified(row["source"]), "note": row["note"]}))
    for law in research.own_law:
        state = research.iso3[law["id"]]
        for row in law["central_authority"]:
            rows.append(_office(state, "central_authority", row["instrument"], {"office": row["office"], **_sourced(row)}))
        for row in law["contact_24_7"]:
            rows.append(_office(state, "contact_24_7", "24/7 network", {"office": row["service"], **_sourced(row)}))
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        stem = f"{row['state'].lower()}-{row['function'].replace('_', '-')}"
        counts[stem] += 1
        row["id"] = f"{stem}-{counts[stem]}"
    _write("authorities.toml", toml.rows("offices", [{"id": row.pop("id"), **row} for row in sorted(rows, key=lambda r: r["id"])]))


def _office(state: str, function: str, scope: str, rest: Data) -> Data:
    named = list(dict.fromkeys(id_ for mark, id_ in INSTRUMENT_MARKS.items() if mark in scope))
    towards = {"bilateral treaty with Switzerland": ["CHE"]}.get(scope, [])
    return {"state": state, "function": function, "scope": scope, "instruments": named, "towards": towards, **rest}


def main(folder: Path) -> None:
    research = Research(folder)
    for step in (states, vocabulary, instruments, participations, bilateral, own_law, authorities):
        step(research)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
