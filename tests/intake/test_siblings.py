"""Each kind of fault with its siblings: what may never come out as a good row with something else in it."""

import pytest

from requests_app.formats.timestamps import Answers, Order
from requests_app.intake.row import Assumptions, Role
from tests.intake.reading import rows_of

UTC = Assumptions(times=Answers(zone="UTC"))
AT = "2026-03-14 09:12:44"


def only(text, given=None):
    return [row for row in rows_of(text, given) if row.role is Role.DATA][-1]


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        *(("EAT", "+03:00"), ("NPT", "+05:45"), ("AEDT", "+11:00"), ("ACST", "+09:30"), ("CLST", "-03:00")),
        *(("+0545", "+05:45"), ("utc", "UTC"), ("nzdt", "+13:00"), ("(GMT+02:00)", "+02:00")),
        *(("Asia/Kathmandu", "Asia/Kathmandu"), ("America/Port-au-Prince", "America/Port-au-Prince")),
    ],
)
def test_a_zone_in_the_line_outweighs_the_answer(written, zone):
    row = only(f"203.0.113.7 {AT} {written}", UTC)

    assert (row.start, row.zone) == (AT, zone)


@pytest.mark.parametrize(
    "word",
    [
        *("PST", "IST", "WAT", "BST", "AMT", "XYZT", "Eastern Daylight Time", "Brasilia time", "Oslo"),
        *("local time", "server time", "(CST)", "heure de Paris"),
    ],
)
def test_a_word_for_a_zone_that_says_too_little_is_asked_by_itself_whatever_the_answer(word):
    row = only(f"203.0.113.7 {AT} {word}", UTC)

    bare = word.strip("()")
    assert (row.quality, row.zone, row.asks) == ("bad", "", {f"zone:{bare}"})
    answered = only(
        f"203.0.113.7 {AT} {word}", Assumptions(times=Answers(zone="UTC", zones={bare: "-08:00"}))
    )
    assert (answered.quality, answered.zone) == ("good", "-08:00")


@pytest.mark.parametrize("word", ["INFO", "GET", "HOST", "WARN", "LOGIN", "POST"])
def test_a_word_of_logs_behind_a_time_is_no_zone(word):
    row = only(f"{AT} {word} 203.0.113.7", UTC)

    assert (row.quality, row.zone) == ("good", "UTC")


def test_an_answer_that_uses_the_abbreviation_explains_it():
    row = only(f"203.0.113.7 {AT} PDT", Assumptions(times=Answers(zone="America/Los_Angeles")))

    assert (row.quality, row.zone) == ("good", "America/Los_Angeles")


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        *(("Time (UTC)", "UTC"), ("Timestamp [GMT+2]", "+02:00"), ("login_time_utc", "UTC")),
        *(
            ("Zeit (MEZ)", "+01:00"),
            ("Event Time UTC+05:30", "+05:30"),
            ("Date and Time (Asia/Tokyo)", "Asia/Tokyo"),
        ),
    ],
)
def test_the_zone_of_a_heading_counts_and_an_answer_against_it_is_a_conflict(heading, zone):
    text = f"{heading};IP\n{AT};203.0.113.7"

    assert (only(text).quality, only(text).zone) == ("good", zone)
    against = only(text, Assumptions(times=Answers(zone="-09:00")))
    assert (against.quality, against.zone) == ("doubt", zone)


def test_an_unclear_zone_in_a_heading_is_asked_and_not_overwritten():
    row = only(f"Time (PST);IP\n{AT};203.0.113.7", UTC)

    assert (row.quality, row.zone, "zone:PST" in row.asks) == ("bad", "", True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"203.0.113.7 {AT} UTC paid 12,500.00 EUR", "an amount"),
        (f"203.0.113.7 {AT} UTC then $ 250", "an amount"),
        (f"203.0.113.7 198.51.100.4 {AT} UTC", "an address"),
        (f"203.0.113.7 {AT} UTC until 10:30", "a time"),
        (f"ip,alpha,beta\n203.0.113.7,{AT}Z,2026-03-15 09:12:44Z", "a time"),
        (f"ip,alpha,beta\n203.0.113.7,{AT}Z,198.51.100.4", "an address"),
        (f"email,time,betrag\nalex@example.org,{AT}Z,100", "an amount"),
        (f"ip,time,note\n203.0.113.7,{AT}Z,moved EUR 400", "an amount"),
        (f'{{"ip":"203.0.113.7","ts":"{AT}Z","seen":"2026-03-15T10:00:00Z","x":"198.51.100.4"}}', "a time"),
        (f"email,time,contact\nalex@example.org,{AT}Z,DE89370400440532013000", "a number"),
        (f"203.0.113.7 port 4000 {AT} UTC relay port 5000", "a port"),
    ],
)
def test_what_went_nowhere_is_said_and_the_row_is_not_good(text, left):
    row = only(text)

    assert row.quality == "doubt"
    assert f"Left out: {left}" in " ".join(row.doubts)


@pytest.mark.parametrize(
    ("heading", "port"),
    [
        *(("ClientSrcPort", 54321), ("Source Port", 54321), ("nat_port", 54321), ("Puerto", 54321)),
        *(("peer.port", 54321), ("Dst Port", None), ("server_port", None), ("DestinationPort", None)),
    ],
)
def test_the_port_is_the_one_of_the_source(heading, port):
    row = only(f"IP,{heading},Time\n203.0.113.7,54321,{AT}Z")

    assert (row.identifier, row.port) == ("203.0.113.7", port)


@pytest.mark.parametrize(
    "text",
    [
        f"203.0.113.7:1024-2047 {AT} UTC",
        f"203.0.113.7 1024-2047 {AT} UTC",
        f"203.0.113.7 {AT} UTC port 1024 to 2047",
        f"203.0.113.7 {AT} UTC ports 1024–2047",
        f"ip,port range,time\n203.0.113.7,1024-2047,{AT}Z",
        f"ip,port start,port end,time\n203.0.113.7,1024,2047,{AT}Z",
        f"ip,time\n203.0.113.7:1024-2047,{AT}Z",
    ],
)
def test_a_range_of_ports_is_a_range_and_none_of_its_ports_is_taken(text):
    row = only(text)

    assert (row.identifier, row.quality, row.port, row.ports) == (
        "203.0.113.7",
        "doubt",
        None,
        (1024, 2047),
    )


@pytest.mark.parametrize(
    "text",
    [
        "1234567890,heron@mail.example.org",
        "1712345678 heron@mail.example.org",
        "heron@mail.example.org id 1773479564123",
        "heron@mail.example.org;1773479564",
        "user 1773479564 heron@mail.example.org",
    ],
)
def test_ten_figures_are_no_time_where_nothing_says_so(text):
    row = only(text)

    assert (row.identifier, row.start, row.quality) == ("heron@mail.example.org", "", "doubt")


@pytest.mark.parametrize(
    "text",
    [
        "Time,Email\n1773479564,heron@mail.example.org",
        '{"ts":1773479564123,"email":"heron@mail.example.org"}',
        "EdgeStartTimestamp,Email\n1773479564000000000,heron@mail.example.org",
        "timestamp=1773479564 heron@mail.example.org",
        "1773479564.001 heron@mail.example.org",
    ],
)
def test_ten_figures_are_a_time_where_something_says_so(text):
    row = only(text)

    assert (row.identifier, row.start, row.zone) == ("heron@mail.example.org", AT, "UTC")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("447700900123@s.whatsapp.net", "phone", "+447700900123"),
        ("4799900000@c.us", "phone", "+4799900000"),
        ("447700900123:12@s.whatsapp.net", "phone", "+447700900123"),
        ("120363025246125486@g.us", "account", "120363025246125486@g.us"),
        ("00-00-5E-00-53-01", "device", "00:00:5e:00:53:01"),
        ("0000.5e00.5301", "device", "00:00:5e:00:53:01"),
        ("courier(at)mail.example.org", "email", "courier@mail.example.org"),
        ("courier[@]mail[.]example[.]org", "email", "courier@mail.example.org"),
        ("courier [at] mail [dot] example.org", "email", "courier@mail.example.org"),
    ],
)
def test_a_shape_is_not_forced_on_something_else(text, kind, value):
    row = only(f"{AT}Z {text}")

    assert (row.type, row.identifier, row.start) == (kind, value, AT)


@pytest.mark.parametrize(
    "day",
    [
        *("14 mars 2026", "14 de março de 2026", "14. März 2026", "14 марта 2026 г.", "14 مارس 2026"),
        *("14 marca 2026", "14 Mart 2026", "2026. március 14.", "14 maart 2026", "14 Μαρτίου 2026"),
        *("2026年3月14日", "2026년 3월 14일", "14-Mär-2026", "mars 14, 2026", "2026-Mar-14"),
    ],
)
def test_months_of_many_languages_are_read(day):
    row = only(f"{day} 09:12:44 UTC 203.0.113.7")

    assert (row.quality, row.start, row.zone) == ("good", AT, "UTC")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        *(
            ("14 smarch 2026 09:12:44", "09:12:44"),
            ("14.III.2026 09:12:44", "09:12:44"),
            ("14:27", "14:27"),
        ),
        *(
            ("20260314091244", "20260314091244"),
            ("1447-09-25 09:12:44", "1447"),
            ("14.03.2569 09:12", "2569"),
        ),
        *(("5 listopad 2026 09:12", "listopad"), ("7年3月14日 09:12", "era")),
    ],
)
def test_a_time_that_cannot_be_read_is_named_and_never_said_to_be_missing(text, quoted):
    row = only(f"{text} 203.0.113.7", UTC)

    said = " ".join(row.problems)
    assert (row.identifier, row.quality, quoted in said) == ("203.0.113.7", "bad", True)
    assert "Give the time" not in said


@pytest.mark.parametrize(
    "text",
    [
        f"from 192.168.1.20 (203.0.113.9) by 198.51.100.1 {AT}Z",
        f"198.51.100.2:443 <- x; dst=198.51.100.2 src=203.0.113.9 {AT}Z",
        f"203.0.113.9:5000 -> 198.51.100.2:443 {AT}Z",
        f"server: 198.51.100.2, client: 203.0.113.9, {AT}Z",
        f"NAS-IP-Address=198.51.100.2 Framed-IP-Address=203.0.113.9 {AT}Z",
        f"Source,Destination,Time\n203.0.113.9,198.51.100.2,{AT}Z",
        f"Server IP,Client IP,Time\n198.51.100.2,203.0.113.9,{AT}Z",
        f"Inside,Outside,Time\n10.0.0.9,203.0.113.9,{AT}Z",
    ],
)
def test_the_address_that_leads_to_a_person_is_taken(text):
    row = only(text)

    assert (row.identifier, row.start) == ("203.0.113.9", AT)


@pytest.mark.parametrize(
    "heading", ["Ώρα;Διεύθυνση", "时间;地址", "Klokke;Sted", "Vrijeme;Adresa", "Aeg;Aadress"]
)
def test_unknown_headings_are_judged_by_what_stands_below(heading):
    row = only(f"{heading}\n{AT}Z;203.0.113.7\n{AT}Z;203.0.113.7")

    assert (row.quality, row.identifier, row.start) == ("good", "203.0.113.7", AT)


def test_an_officer_may_say_what_a_column_holds():
    text = f"A,B,C\n203.0.113.7,198.51.100.4,{AT}Z"
    roles = {"1:1": "theirs", "1:2": "ip"}

    assert (only(text).identifier, only(text).quality) == ("203.0.113.7", "doubt")
    said = only(text, Assumptions(roles=roles))
    assert (said.identifier, said.quality) == ("198.51.100.4", "good")


def test_a_year_of_two_figures_first_is_read_where_the_officer_says_so():
    row = only("26/03/14 09:12:44 UTC 203.0.113.7", Assumptions(times=Answers(order=Order.YEAR_FIRST)))

    assert (row.start, row.quality) == (AT, "doubt")
