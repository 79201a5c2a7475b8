"""A fictional request, S1 in kind: a mailbox preserved first, then asked for. Nothing in it is real."""

# ruff: noqa: E501 - sentences are not code

import datetime as dt

import msgspec

from requests_app.content.snapshot import (
    Annex,
    Authority,
    Channel,
    Confidentiality,
    Contact,
    DataItem,
    Fact,
    LegalBasis,
    Measure,
    Offence,
    Person,
    Preservation,
    Procedure,
    Proceedings,
    Scope,
    Signature,
    Snapshot,
    Urgency,
)
from requests_app.letter.letter import Letterhead
from requests_app.letter.setting import Instrument, Setting, Stamp, StateName

BUDAPEST = Instrument(
    title="Convention on Cybercrime",
    short="Budapest Convention",
    reference="ETS No. 185",
    place="Budapest",
    adopted=dt.date(2001, 11, 23),
    in_force_requesting=dt.date(2006, 10, 1),
    in_force_requested=dt.date(2011, 9, 1),
    articles={
        "preservation": "29",
        "subscriber_info": "31",
        "traffic_data_stored": "31",
        "traffic_data_realtime": "33",
    },
    indications="29(2)",
)
UNTOC = Instrument(
    title="United Nations Convention against Transnational Organized Crime",
    short="UNTOC",
    reference="UNTS vol. 2225, p. 209",
    place="New York",
    adopted=dt.date(2000, 11, 15),
    in_force_requesting=dt.date(2003, 10, 23),
)
COMITY = Instrument(kind="comity", title="Comity")
LETTERS = Instrument(kind="letters_rogatory", title="Letters rogatory")

SETTING = Setting(
    requesting=StateName(formal="the Kingdom of Norway", short="Norway"),
    requested=StateName(
        formal="the United Kingdom of Great Britain and Northern Ireland", short="the United Kingdom"
    ),
    letterhead=Letterhead(
        state="Kingdom of Norway",
        lines=("Central Authority for Mutual Legal Assistance", "in Criminal Matters"),
        address=("P.O. Box 0000", "0030 Oslo, Norway", "requests@ca.example.org"),
        initials="KN",
    ),
    instruments={"budapest": BUDAPEST, "untoc": UNTOC, "comity": COMITY, "letters-rogatory": LETTERS},
    terms={
        "preservation": "Expedited preservation of stored computer data",
        "preserved_traffic_disclosure": "Expedited disclosure of preserved traffic data",
        "subscriber_info": "Production of subscriber information",
        "traffic_data_stored": "Production of stored traffic data",
        "traffic_data_realtime": "Real-time collection of traffic data",
    },
    states={"GBR": "United Kingdom"},
)
STAMP = Stamp(
    approved=True,
    revision=7,
    audit_head="7c1e90aa42d35b18e2f40b6691c7a03d19ad77c2f3508e4ba85b3d106c9f22e7",
)

DESK = Contact(
    name="Duty officer",
    office="Central Authority, requests desk",
    email="requests@ca.example.org",
    phone="+44 20 7946 0011",
    hours="08:00 to 15:30",
    zone="Europe/Oslo",
)
POLICE = Contact(
    name="Investigator K. Example",
    function="Lead investigator",
    office="Prosecution Division of the Oslo Police District",
    email="evidence@opd.example.org",
    phone="+44 20 7946 0012",
)
CONFIRM = Contact(
    office="Central Authority, head of section", email="head@ca.example.org", phone="+44 20 7946 0013"
)

FACTS = (
    Fact(
        id="robbery",
        on=dt.date(2026, 2, 20),
        place="Oslo",
        text="At about 07:12 UTC an armed man entered a bank in the centre of the city in order to steal money. "
        "Police officers reached the bank at 07:19 UTC. The man fired at them, and one officer was killed. "
        "The man fled and has not been found.",
        learned="Statements of four bank employees and two officers; recordings of the bank.",
    ),
    Fact(
        id="search",
        on=dt.date(2026, 2, 25),
        place="Oslo",
        text="The police searched the home of the suspect and seized his computer. Its examination showed that he "
        "uses the e-mail account harbour.lantern@mail.example.net, which is provided by Mailhost Ltd, London.",
        learned="Report on the examination of the computer of 3 March 2026.",
    ),
    Fact(
        id="message",
        on=dt.date(2026, 4, 27),
        text="An acquaintance of the suspect received a message from the account and showed it to the police. "
        "Its header gives the source address 203.0.113.24, port 51834.",
        learned="Header of the message, handed over by the recipient.",
    ),
)
OFFENCES = (
    Offence(
        id="homicide",
        title="Homicide",
        provision="Penal Code, section 275",
        max_years=21,
        limitation="Not time-barred",
        conduct="A person shot another with a firearm in order to escape arrest, and the other died.",
    ),
    Offence(
        id="robbery",
        title="Aggravated robbery, attempted",
        provision="Penal Code, sections 327 and 328, with section 16",
        max_years=15,
        penalty="Imprisonment for up to 15 years; for up to 21 years where death results",
    ),
)
PERSONS = (
    Person(
        id="suspect",
        role="suspect",
        family_name="Example",
        given_names="Anders Fiktiv",
        aliases="“Lantern”",
        sex="male",
        birth_date=dt.date(1990, 3, 4),
        birth_place="Bergen",
        nationality="Norwegian",
        location="Believed to be in Spain",
    ),
    Person(
        id="provider",
        nature="legal",
        role="holder",
        family_name="Mailhost Ltd",
        address="1 Example Street, London",
        link="Provider of the account. Not suspected of any offence.",
    ),
)
DATA = (
    DataItem(
        id="mailbox",
        type="email",
        identifier="harbour.lantern@mail.example.net",
        start=dt.datetime(2026, 2, 1),
        end=dt.datetime(2026, 6, 9, 23, 59, 59),
        zone="UTC",
        provider="Mailhost Ltd, London",
        provider_state="GBR",
        relevance="The account is the only known means by which the suspect communicates since his flight.",
        source="Settings of the mail program on the seized computer.",
        location_basis="The provider is established in London and states in its terms of use that it keeps the data there.",
        facts=("search", "message"),
        offences=("homicide", "robbery"),
        measures=("subscriber", "traffic", "live"),
    ),
    DataItem(
        id="source",
        type="ip",
        identifier="203.0.113.24",
        port=51834,
        start=dt.datetime(2026, 4, 27, 17, 41, 7),
        end=dt.datetime(2026, 4, 27, 17, 58, 30),
        zone="Europe/Oslo",
        provider="Mailhost Ltd, London",
        provider_state="GBR",
        relevance="The address from which the message was sent shows where the suspect was on that day.",
        facts=("message",),
        measures=("traffic",),
    ),
)
MEASURES = (
    Measure(
        id="subscriber",
        kind="subscriber_info",
        basis="31; 18(3)",
        description="Obtain and disclose the name and address given by the subscriber, the means of payment, the date, "
        "time and source address of registration, and recovery addresses and numbers.",
        categories="subscriber",
        holder="Mailhost Ltd, London",
        reason="The particulars of registration confirm who uses the account.",
    ),
    Measure(
        id="traffic",
        kind="traffic_data_stored",
        description="Obtain and disclose the date, time, source address and port, and duration of every session.",
        categories="traffic",
        holder="Mailhost Ltd, London",
        start=dt.date(2026, 2, 1),
        end=dt.date(2026, 6, 9),
        reason="The places of connection show where the suspect has stayed since 20 February 2026.",
        form_of_evidence="Electronic records, with a SHA-256 hash value for each file",
    ),
    Measure(
        id="live",
        kind="traffic_data_realtime",
        basis="33",
        description="For ninety days from receipt of this request, collect the date, time, source address and port of "
        "each connection, and transmit them to contact 1, if possible within fifteen minutes.",
        holder="Mailhost Ltd, London",
        reason="Only an answer within minutes allows officers to reach the place of a log-in before the suspect leaves it.",
        particulars={"interception": "Traffic data only. The content of communications is not requested."},
    ),
)
REQUEST = Snapshot(
    reference="MLA-2026-0141",
    title="Mailbox harbour.lantern and connections to it",
    requesting="NOR",
    requested="GBR",
    bases=(
        LegalBasis(instrument="budapest", articles="23, 25, 31, 33"),
        LegalBasis(instrument="comity", role="fallback"),
    ),
    scope=Scope(computer_related="no", electronic_evidence="yes"),
    authority=Authority(
        requesting=Contact(),
        legal_power="The Central Authority is designated under article 27, paragraph 2, of the Convention.",
        conducting=POLICE,
        prosecutor_or_court="the Oslo Public Prosecutor",
    ),
    proceedings=Proceedings(
        case_reference="2026-0417/OPD",
        operation="LANTERN",
        nature="homicide of a police officer and attempted aggravated robbery of a bank.",
        stage="investigation",
        court="Oslo District Court",
        request_status="follow_up",
        prior_requests="preservation request PRES-2026-0038 of 14 April 2026 through the 24/7 Network.",
    ),
    facts=FACTS,
    purpose="To find and arrest the suspect, and to serve as evidence in the proceedings described.",
    offences=OFFENCES,
    persons=PERSONS,
    data_items=DATA,
    measures=MEASURES,
    necessity="Searches in Norway, the questioning of relatives and requests to banks have not shown where he is.",
    preservation=Preservation(
        reference="UKCA-26-P-0417",
        authority="the National Crime Agency",
        provider="Mailhost Ltd, London",
        made_on=dt.date(2026, 4, 14),
        expires_on=dt.date(2026, 6, 14),
    ),
    procedure=Procedure(
        special="The records be supplied in the electronic form in which the provider keeps them.\n"
        "Each hand-over be recorded with date, time and the function of the persons involved.\n"
        "A responsible employee of the provider certify how the records were made, kept and copied.",
        reason="A Norwegian court weighs electronic records by how they were made and kept.",
        domestic_order="Order of the Oslo District Court of 8 June 2026 (Annex B).",
        use_undertaking="Norway will use the data only for the proceedings described here, and for other purposes only "
        "with the prior consent of the United Kingdom.",
        reciprocity="Norway will give the United Kingdom the same assistance in a similar case.",
        costs="Norway will bear costs of an extraordinary nature after consultation.",
    ),
    confidentiality=Confidentiality(
        classification="confidential",
        wanted="yes",
        reason="Disclosure to the suspect would put officers at risk and end the search.",
        no_notification="yes",
    ),
    urgency=Urgency(
        level="urgent",
        category="loss_of_data",
        reason="The preservation ordered in the United Kingdom ends on that day unless it is extended. The suspect is at "
        "large and was armed.",
        deadline=dt.date(2026, 6, 14),
    ),
    channel=Channel(
        route="central_authority",
        addressee="UK Central Authority",
        address="Home Office\nLondon\nUnited Kingdom",
        means="email",
        language="en",
        translation="not_needed",
        reply_contact=DESK,
        confirmation_contact=CONFIRM,
    ),
    signature=Signature(
        name="K. Specimen",
        function="Head of the Central Authority",
        place="Oslo",
        date=dt.date(2026, 6, 10),
    ),
    annexes=(
        Annex(
            id="law",
            kind="law_text",
            title="Penal Code, sections 16, 275, 327 and 328",
            language="en",
            pages=3,
            sha256="e2f40b6691c7a03d" * 4,
        ),
        Annex(
            id="order",
            kind="order",
            title="Order of the Oslo District Court of 8 June 2026",
            language="nb",
            pages=4,
            sha256="19ad77c2f3508e4b" * 4,
        ),
    ),
)

PRESERVATION = msgspec.structs.replace(
    REQUEST,
    reference="PRES-2026-0038",
    title="Mailbox harbour.lantern",
    bases=(LegalBasis(instrument="budapest", articles="29, 30, 35"),),
    measures=(
        Measure(
            id="keep",
            kind="preservation",
            basis="29",
            description="Preserve all stored data of the account, traffic and content alike.",
            categories="subscriber, traffic, content",
            holder="Mailhost Ltd, London",
        ),
        Measure(
            id="path",
            kind="preserved_traffic_disclosure",
            basis="30",
            description="Disclose the traffic data that identify any other provider which took part in the transmission.",
        ),
    ),
    data_items=(msgspec.structs.replace(DATA[0], measures=("keep", "path")),),
    preservation=Preservation(follow_up_intended="yes", follow_up_on=dt.date(2026, 6, 10)),
    proceedings=msgspec.structs.replace(REQUEST.proceedings, request_status="new", prior_requests=""),
    procedure=Procedure(),
    scope=Scope(),
    annexes=(),
    authority=msgspec.structs.replace(REQUEST.authority, legal_power=""),
    channel=msgspec.structs.replace(
        REQUEST.channel,
        route="contact_24_7",
        addressee="24/7 contact point",
        address="National Crime Agency\nLondon",
    ),
    signature=msgspec.structs.replace(REQUEST.signature, date=dt.date(2026, 4, 14)),
    urgency=Urgency(
        level="urgent", category="loss_of_data", reason="The provider erases traffic data after 30 days."
    ),
)


def changed(snapshot: Snapshot = REQUEST, **fields) -> Snapshot:
    return msgspec.structs.replace(snapshot, **fields)
