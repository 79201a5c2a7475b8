"""What the research says in words and the portal needs in a form that can be compared or checked."""

import datetime as dt
from typing import Any

TREATY_IDS = {
    "UNTOC": "untoc", "UNCAC": "uncac", "VIENNA1988": "vienna-1988", "ETS185": "budapest", "UNCC_HANOI": "uncc-2024", "CETS224": "budapest-2ap",
    "ETS30": "ecma-1959", "ETS189": "budapest-1ap", "ETS182": "ecma-2ap-2001", "ARAB_IT_2010": "arab-2010", "EU_MLA2000": "eu-2000", "OAS_A55": "oas-1992",
    "ASEAN_MLAT2004": "asean-2004", "MALABO": "malabo-2014", "OAS_A59": "oas-1993-protocol",
}
ORGANISATIONS = {
    "EU": ("eu", "European Union"), "COMMONWEALTH_HARARE": ("commonwealth", "Commonwealth"), "ECOWAS": ("ecowas", "Economic Community of West African States"),
    "ASEAN": ("asean", "Association of Southeast Asian Nations"), "SCO": ("sco", "Shanghai Cooperation Organisation"),
}
MEMBERSHIP = {"harare-scheme": "commonwealth", "ecowas-dir-2011": "ecowas", "sco-2009": "sco"}

# The day on which a list of parties was complete: on a later day a State that is not on it is "not known".
COMPLETE_ON = {
    "budapest": dt.date(2026, 1, 31), "budapest-2ap": dt.date(2026, 2, 5), "untoc": dt.date(2026, 9, 11), "uncac": dt.date(2024, 4, 5),
    "vienna-1988": dt.date(2020, 6, 1), "ecma-1959": dt.date(2025, 2, 13), "ecma-2ap-2001": dt.date(2025, 5, 26),
}
ENTRY_RULES = {
    "budapest": "First day of the month after three months from the deposit.", "budapest-1ap": "First day of the month after three months from the deposit.",
    "ecma-2ap-2001": "First day of the month after three months from the deposit.", "ecma-1959": "90 days after the deposit.",
    "untoc": "30th day after the deposit.", "uncac": "30th day after the deposit.", "oas-1993-protocol": "30th day after the deposit.",
    "vienna-1988": "90th day after the deposit.", "budapest-2ap": "Needs five Parties to the Convention.", "uncc-2024": "90th day after the 40th deposit.",
}

LANGUAGE_CODES = {
    "Danish": "da", "Dutch": "nl", "English": "en", "Estonian": "et", "French": "fr", "German": "de", "Hindi": "hi", "Irish": "ga", "Italian": "it",
    "Japanese": "ja", "Norwegian": "no", "Portuguese": "pt", "Romanian": "ro", "Spanish": "es", "Swedish": "sv",
}

SCOPE: dict[str, dict[str, Any]] = {
    "budapest-scope-1": {"text": 'The case concerns an offence related to computer systems and data, or evidence in electronic form of any offence is sought.', "question": "Is the offence related to computer systems, or is electronic evidence of any offence sought?", "needs": {"electronic": True}},
    "budapest-scope-2": {"text": 'There is a specific criminal investigation or proceeding; the Convention is not for general intelligence.', "question": "Is there a specific criminal investigation or proceeding?"},
    "untoc-scope-1": {"text": 'The offence is participation in an organised criminal group, laundering, corruption or obstruction of justice as the Convention defines them, or an offence of a Protocol.', "question": "Is it an offence of the Convention: organised group, laundering, corruption or obstruction of justice?", "needs": {"convention_offence": True}},
    "untoc-scope-2": {"text": 'The offence is a serious crime: under the requesting law its maximum penalty is four years or more. It stands beside the offences of the Convention; one of the two is enough.', "question": "Is the maximum penalty four years of imprisonment or more?", "needs": {"penalty_years": 4}},
    "untoc-scope-3": {"text": 'The offence is transnational: committed in several States, prepared or directed from another, involving a group active in several, or with substantial effects in another.', "question": "Is the offence transnational?", "needs": {"transnational": True}},
    "untoc-scope-4": {"text": 'An organised criminal group is involved: structured, three persons or more, existing for a time, acting together for financial or other material benefit.', "question": "Is an organised criminal group of three or more involved, for material benefit?", "needs": {"organised_group": True}},
    "untoc-scope-5": {"text": 'For mutual assistance, reasonable grounds to suspect a transnational offence with an organised group are enough; that victims, witnesses, proceeds or evidence are in the requested State counts towards it.', "question": "Are there reasonable grounds to suspect both? For assistance that is enough."},
    "uncac-scope-1": {"text": 'The offence is one of the Convention: bribery, embezzlement, laundering, obstruction of justice and the related offences of chapter III.', "question": "Is it a corruption offence of the Convention: bribery, embezzlement, laundering or a related offence?", "needs": {"convention_offence": True}},
    "vienna-1988-scope-1": {"text": 'The offence is one of art 3(1): drug trafficking and related laundering, also when technology is used for it.', "question": "Is it a drug trafficking offence or related laundering?", "needs": {"convention_offence": True}},
    "oas-1992-scope-1": {"text": 'The offence is punishable by one year or more in the requesting State.', "question": "Is the maximum penalty one year of imprisonment or more?", "needs": {"penalty_years": 1}},
    "arab-2010-scope-1": {"text": 'The offence is transnational: in several States, prepared or directed from another, involving a group active in several, or with severe effects in another.', "question": "Is the offence transnational?", "needs": {"transnational": True}},
    "uncc-scope-1": {"text": 'The offence is one of the Convention, or electronic evidence of such an offence or of a serious crime (four years or more) is sought.', "question": "Is it an offence of the Convention, or electronic evidence of an offence punishable by four years or more?", "needs": {"penalty_years": 4}},
    "eu-2001-scope-1": {"question": "Is the offence punishable by four years in your State and two in the other, or on the list?", "needs": {"penalty_years": 4}},
    "budapest-scope-3": {"text": 'Both States are Parties on the day of the request.'},
    "budapest-scope-4": {"text": 'For extradition only: the offence is one of articles 2 to 11 and punishable in both States by at least one year.'},
    "budapest-scope-5": {"text": 'Real-time collection may be limited by reservation to listed offences, and interception of content is for serious offences of the requested law.'},
    "uncac-scope-2": {"text": 'Without dual criminality, assistance that is not coercive is still due where it fits the legal system; petty matters may be refused.'},
    "uncc-scope-3": {"text": 'The Convention is in force and both States are Parties.'},
    "ecma-1959-scope-1": {"text": 'There are proceedings for an offence within the jurisdiction of the judicial authorities of the requesting State.'},
    "ecma-1959-scope-2": {"text": 'It is not for arrests, the enforcement of verdicts, or purely military offences.'},
    "ecma-1959-scope-3": {"text": 'Between Parties to the Second Additional Protocol it covers also administrative proceedings open to a criminal court, and legal persons.'},
}


def _languages(**by_state: list[str]) -> dict[str, Any]:
    """The language depends on the direction: by the State asked."""
    return {"check": "language_accepted", "params": {"languages": dict(by_state)}}


_SWISS = ["de", "fr", "it"]
_EXPRESS = {"when": {"urgency_in": ["urgent", "emergency"]}}

PARAMS: dict[str, dict[str, Any]] = {
    "untoc-18-13": {"check": "channel_accepted", "params": {"routes": ["central_authority", "diplomatic"], "urgent_routes": ["interpol"]}},
    "budapest-25-3": _EXPRESS,
    "budapest-27-9-a": {"when": {"route_in": ["direct"]}},
    "us-nl-1981-6-4": {"requested": ["USA"]},
    "us-nl-1981-6-3": {"requested": ["NLD"]},
    "us-ch-1973-30-1": _languages(CHE=["fr", "de", "it"], USA=["en"]),
    "us-li-2002-4-1-lang": _languages(LIE=["de"], USA=["en"]),
    "nl-ca-1991-5-4": _languages(CAN=["en", "fr"], NLD=["nl"]),
    "nl-au-1988-5-3": _languages(AUS=["en"], NLD=["en", "nl"]),
    "nl-hk-2002-5-6": _languages(HKG=["en"], NLD=["en"]),
    "ch-ca-1993-27": _languages(CAN=["en", "fr"], CHE=_SWISS),
    "ch-au-1991-7-3": _languages(AUS=["en"], CHE=_SWISS),
    "ch-in-1989-lang": _languages(IND=["hi", "en"], CHE=_SWISS),
    "ch-jp-1937-lang": _languages(JPN=["ja"], CHE=_SWISS),
    "ch-in-1989-chan": {"check": "channel_accepted", "params": {"routes": ["diplomatic"]}},
    "ch-in-1989-auth": {"requesting": ["IND"]},
    "ch-jp-1937-chan": {"check": "channel_accepted", "params": {"routes": ["diplomatic"]}},
    "letters-rogatory-11": {"check": "channel_accepted", "params": {"routes": ["diplomatic"]}},
    "nl-au-1988-9": {"check": "lead_time", "params": {"days": 45}},
    "us-law-3512-penalty": {"check": "penalty_at_least", "params": {"years": 1}},
    "us-law-nondisclosure": {"when": {"notification_barred": True}},
    "us-law-sworn-nl": {"requesting": ["NLD"]},
    "fr-law-lang": {"check": "language_accepted", "params": {"languages": ["fr"]}},
    "ch-law-28-5": {"check": "language_accepted", "params": {"languages": _SWISS}, "attachment": None},
    "ee-law-460-2-2": {"when": {"language_not_in": ["et", "en"]}},
    "ie-law-74-3": {"not_requesting": ["eu"]},
    "jp-law-reciprocity": {"without_treaty": True},
    "ecma-1959-15-9": {"protocol": "ecma-2ap-2001"},
    "br-law-parents": {"requesting": ["CHE"]},
}

_DECLARATIONS = "Council of Europe declarations list (coe.int / WIPO Lex remarks page)"
_READ = {"source": _DECLARATIONS, "confidence": "high", "verified": "text"}


def _conduct(state: str, sourced: dict[str, str]) -> dict[str, Any]:
    return {
        "id": f"{state}-decl-29-4", "provision": "29(4)", "element": "dual_criminality_conduct", "level": "where_applicable", "kinds": ["preservation"],
        "message": "The requested State reserved the right to refuse preservation without dual criminality: for an offence outside articles 2 to 11, describe "
        "the conduct so that it can be matched with its law.",
        "fields": ["dual_criminality_note"], **sourced,
    }


def _central(state: str, provision: str, *, urgent_only: bool) -> dict[str, Any]:
    return {
        "id": f"{state}-decl-27-9-e", "provision": provision, "element": "channel", "level": "mandatory", "kinds": ["all"],
        "message": "Send the request to the central authority: the requested State declared that it accepts no direct judicial route"
        + (", even in urgency." if urgent_only else "."),
        "fields": ["channel"], "check": "channel_accepted", "params": {"routes": ["central_authority", "diplomatic", "contact_24_7"]},
        **(_EXPRESS if urgent_only else {}), **_READ,
    }


def _penalty(id_: str, provision: str, years: int, kind: str, level: str, message: str) -> dict[str, Any]:
    return {
        "id": id_, "provision": provision, "element": "max_penalty", "level": level, "kinds": [kind], "message": message, "fields": ["max_penalty"],
        "check": "penalty_at_least", "params": {"years": years}, **_READ,
    }


# Declarations that bite: what they ask of a request under the Convention.
DECLARED: dict[str, list[dict[str, Any]]] = {
    "USA": [_central("us", "27(9)(e)", urgent_only=True)],
    "CAN": [_central("ca", "27", urgent_only=False)],
    "CHE": [_central("ch", "27(9)", urgent_only=True)],
    "JPN": [_conduct("jp", _READ), _central("jp", "27(9)(e)", urgent_only=True)],
    "DEU": [_conduct("de", _READ)],
    "GBR": [_conduct("gb", {"source": "memory", "confidence": "medium", "verified": "memory"})],
    "NOR": [
        _conduct("no", {"source": "memory", "confidence": "medium", "verified": "memory"}),
        _penalty("no-decl-14-3", "14(3)", 5, "realtime_traffic", "where_applicable",
                 "Show that the offence is punishable by five years, or is one of those listed in section 216b of the Criminal Procedure Act."),
    ],
    "FRA": [
        {"id": "fr-decl-27", "provision": "27", "element": "channel", "level": "mandatory", "kinds": ["all"],
         "message": "Send the request through the diplomatic channel: the requested State declared this for requests without another treaty, even in urgency.",
         "fields": ["channel"], "check": "channel_accepted", "params": {"routes": ["diplomatic", "contact_24_7"]}, **_READ},
        _penalty("fr-decl-21", "21", 2, "interception_content", "mandatory", "Show that the offence is punishable by at least two years."),
    ],
    "AUS": [
        _penalty("au-decl-14-3", "14(3)(a)", 3, "realtime_traffic", "where_applicable",
                 "Show that the offence is punishable by at least three years, or is another serious offence."),
    ],
}

TITLES = {
    "budapest": {
        "2": "Illegal access", "3": "Illegal interception", "4": "Data interference", "6": "Misuse of devices", "7": "Computer-related forgery", "9": "Child abuse material",
        "10": "Copyright", "14": "Scope of procedural powers", "16": "Expedited preservation at home", "18": "Production order at home", "20": "Real-time traffic data at home",
        "21": "Interception at home", "22": "Jurisdiction", "23": "General principles of co-operation", "24": "Extradition", "25": "General principles of mutual assistance",
        "26": "Spontaneous information", "27": "Requests where no treaty applies", "28": "Confidentiality and use where no treaty applies",
        "29": "Expedited preservation", "30": "Expedited disclosure of preserved traffic data", "31": "Access to stored computer data", "32": "Trans-border access",
        "33": "Real-time collection of traffic data", "34": "Interception of content data", "35": "24/7 network", "36": "Signature and entry into force",
        "37": "Accession", "39": "Effects", "40": "Declarations", "41": "Federal clause", "42": "Reservations", "11": "Attempt and aiding", "38": "Territorial application",
    },
    "untoc": {
        "2": "Use of terms", "3": "Scope of application", "5": "Organised criminal group", "6": "Laundering", "8": "Corruption", "13": "Co-operation for confiscation",
        "16": "Extradition", "18": "Mutual legal assistance", "19": "Joint investigations", "20": "Special investigative techniques", "21": "Transfer of proceedings",
        "23": "Obstruction of justice", "27": "Law enforcement co-operation",
    },
    "uncac": {"46": "Mutual legal assistance", "54": "Recovery through confiscation", "55": "Co-operation for confiscation", "57": "Return of assets", "ch. V": "Asset recovery"},
    "vienna-1988": {"3": "Offences and sanctions", "5": "Confiscation", "7": "Mutual legal assistance", "11": "Controlled delivery"},
    "ecma-1959": {
        "1": "Obligation to assist", "2": "Refusal", "3": "Letters rogatory", "4": "Presence at execution", "5": "Search and seizure", "6": "Delay and return", "7": "Service of documents",
        "8": "Witnesses who do not appear", "10": "Appearance of witnesses and experts", "11": "Transfer of detained persons", "12": "Safe conduct", "13": "Judicial records",
        "14": "Contents of requests", "15": "Channels", "16": "Languages", "17": "Authentication", "20": "Costs", "21": "Laying of information", "22": "Exchange of records",
    },
    "un-model": {"1": "Scope", "3": "Competent authorities", "4": "Refusal", "5": "Contents of requests", "6": "Execution", "17": "Search and seizure"},
}

EXTRA_INSTRUMENTS = {
    "budapest-1ap": '''
id = "budapest-1ap"
name = "First Additional Protocol (racism and xenophobia)"
title = "Additional Protocol to the Convention on Cybercrime, concerning the criminalisation of acts of a racist and xenophobic nature committed through computer systems"
reference = "ETS No. 189"
series = { CETS = "189" }
kind = "multilateral"
subject = "cybercrime"
adopted = 2003-01-28
place = "Strasbourg"
in_force = 2006-03-01
dates_note = "entry into force computed from the deposits"
depositary = "Secretary General of the Council of Europe"
url = "https://www.coe.int/en/web/conventions/full-list/-/conventions/treaty/189"
usable_now = true
text_needed = true
sole_basis = "no"
supplements = "budapest"
role = "Extends the co-operation of the Convention to the offences of the Protocol; it has no list of contents of its own."
verification = "memory"
source = "memory; participation from the list of signatures"
confidence = "medium"
verified = "memory"

[contents]
general = false
uses = "budapest"
''',
    "oas-1993-protocol": '''
id = "oas-1993-protocol"
name = "Optional Protocol to the Nassau Convention"
title = "Optional Protocol related to the Inter-American Convention on Mutual Assistance in Criminal Matters"
reference = "OAS A-59"
kind = "regional"
subject = "mla"
adopted = 1993-06-11
place = "Managua"
in_force = 2002-04-07
dates_note = "memory; entry into force from the list of deposits"
depositary = "OAS General Secretariat"
usable_now = true
text_needed = true
sole_basis = "no"
supplements = "oas-1992"
role = "Removes between its Parties the limits of the Convention for tax offences; it has no list of contents of its own."
verification = "memory"
source = "memory; OAS list of signatures and ratifications A-59"
confidence = "medium"
verified = "memory"

[contents]
general = false
uses = "oas-1992"
''',
}

_TRAVEL = ["voluntary_appearance", "transfer_custody"]
# (instrument, provision) -> the kinds of assistance that the limit concerns; none named: every request.
LIMITED_KINDS = {
    ("budapest", "29(7)"): ["preservation"], ("budapest", "16(2)"): ["preservation"], ("untoc", "18(27)"): _TRAVEL, ("uncac", "46(27)"): _TRAVEL,
    ("vienna-1988", "7(18)"): _TRAVEL, ("budapest-2ap", "7(7)"): ["direct_subscriber_order"], ("budapest-2ap", "8(6)"): ["subscriber_info", "traffic_data_stored"],
    ("uncc-2024", "42(7)"): ["preservation"], ("ecma-1959", "12(3)"): _TRAVEL, ("ecma-1959", "7(3)"): ["service_documents"],
    ("eu-2000", "20(4)"): ["interception_notification"], ("us-nl-1981", "9(3)"): _TRAVEL, ("us-ch-1973", "27(3)"): _TRAVEL, ("us-li-2002", "10(4)"): _TRAVEL,
    ("nl-ca-1991", "13(3)"): _TRAVEL, ("nl-au-1988", "9"): ["service_documents"], ("nl-au-1988", "14(2)"): _TRAVEL, ("arab-2010", "37"): ["preservation"],
}
# The names that everybody uses; the United Nations have long short names for these two.
COMMON = ("GBR", "USA")
