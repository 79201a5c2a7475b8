"""The grid of what rests on what: each tick is kept by itself, and none lands where it was not meant."""

import pytest
from django.urls import reverse

from requests_app.casework import save_item
from requests_app.models import AuditEvent, DataItem, Fact, Measure, Offence, Version
from requests_app.views.drafting import nexus as page


@pytest.fixture
def url(mla):
    return reverse("nexus", args=[mla.reference])


def states(client, url):
    """What the browser holds: the hidden state of each line, and the boxes that are ticked in it."""
    lines = client.get(url).context["lines"]
    return {
        line["id"]: (line["state"], {cell["value"] for cell in line["cells"] if cell["checked"]})
        for line in lines
    }


def sent(held, **ticks):
    """The form as a browser sends it, with the boxes of some lines changed."""
    data = {"row": [state for state, _ticked in held.values()]}
    for line, (_state, ticked) in held.items():
        data[f"to-{line}"] = sorted(ticks.get(line.replace("-", "_"), ticked))
    return data


def links(row):
    row.refresh_from_db()
    return row.facts, row.offences


def test_rows_of_data_and_measures_without_them_are_the_lines(mla, drafter, signed_in, url):
    Measure.append_to(mla, kind="video_hearing", description="Hear the witness.")

    held = states(signed_in(drafter), url)

    assert {line: ticked for line, (_state, ticked) in held.items()} == {
        "data-d1": {"facts:f1", "offences:o1"},
        "measures-m2": set(),
    }


def test_ticks_are_saved_without_a_script_as_one_act(mla, drafter, signed_in, url):
    Fact.append_to(mla, text="He signed in.")
    hearing = Measure.append_to(mla, kind="video_hearing")
    client = signed_in(drafter)
    held = states(client, url)

    response = client.post(
        url, sent(held, data_d1={"facts:f1", "facts:f2"}, measures_m2={"facts:f2", "offences:o1"})
    )

    row = DataItem.objects.get(request=mla)
    mla.refresh_from_db()
    event = AuditEvent.objects.get(verb="links.saved")
    assert response.status_code == 302
    assert (links(row), links(hearing)) == ((["f1", "f2"], []), (["f2"], ["o1"]))
    assert (row.revision, hearing.revision) == (mla.revision, mla.revision)
    assert event.detail == {"revision": mla.revision, "items": ["data/d1", "measures/m2"]}
    assert Version.objects.filter(request=mla, item="d1").exists()


def test_nothing_that_was_not_changed_is_written(mla, drafter, signed_in, url):
    client = signed_in(drafter)
    before = mla.revision

    client.post(url, sent(states(client, url)))

    mla.refresh_from_db()
    assert (mla.revision, AuditEvent.objects.filter(verb="links.saved").count()) == (before, 0)


def test_two_officers_who_tick_different_cells_of_one_row_both_keep_them(
    mla, drafter, colleague, signed_in, url
):
    for text in ("Second", "Third"):
        Fact.append_to(mla, text=text)
    first, second = signed_in(drafter), signed_in(colleague)
    held = states(first, url)

    first.post(url, sent(held, data_d1={"facts:f1", "facts:f2", "offences:o1"}))
    second.post(url, sent(held, data_d1={"facts:f3", "offences:o1"}))

    assert links(DataItem.objects.get(request=mla)) == (["f2", "f3"], ["o1"])


def test_a_tick_for_a_row_that_reads_otherwise_by_now_is_refused_and_told(
    mla, drafter, colleague, signed_in, url
):
    Fact.append_to(mla, text="Second")
    client = signed_in(drafter)
    held = states(client, url)
    row = DataItem.objects.get(request=mla)
    save_item(
        mla,
        colleague,
        section="data",
        item=row,
        base=mla.revision,
        values={"identifier": "other@example.org"},
    )

    response = client.post(url, sent(held, data_d1={"facts:f2"}), headers={"HX-Request": "true"})

    assert response.status_code == 409
    assert "other@example.org" in response.content.decode()
    assert links(row) == (["f1"], ["o1"])


def test_a_tick_against_a_fact_that_is_gone_is_told_and_the_rest_is_kept(mla, drafter, signed_in, url):
    gone = Fact.append_to(mla, text="Second")
    Offence.append_to(mla, title="Theft")
    client = signed_in(drafter)
    held = states(client, url)
    gone.delete()

    response = client.post(url, sent(held, data_d1={"facts:f1", "facts:f2", "offences:o2"}), follow=True)

    assert "removed meanwhile" in response.content.decode()
    assert links(DataItem.objects.get(request=mla)) == (["f1"], ["o2"])


def test_hundreds_of_rows_tied_alike_are_one_line_and_one_tick(mla, drafter, signed_in, url):
    DataItem.objects.bulk_create(
        DataItem(request=mla, key=f"x{n}", position=n, identifier=f"a{n}", provider="Mailhost Example Ltd")
        for n in range(2, 302)
    )
    Fact.append_to(mla, text="Second")
    client = signed_in(drafter)
    held = states(client, url)
    assert list(held) == ["data-d1", "data-x2"]

    client.post(url, sent(held, data_x2={"facts:f2"}))

    assert DataItem.objects.filter(request=mla, facts=["f2"]).count() == 300
    assert AuditEvent.objects.filter(verb="links.saved").count() == 1


def test_each_row_by_itself_comes_in_pages_whose_boxes_fit_a_form(mla, drafter, signed_in, url):
    DataItem.objects.bulk_create(
        DataItem(request=mla, key=f"x{n}", position=n, identifier=f"a{n}") for n in range(2, 102)
    )
    client = signed_in(drafter)

    shown = [len(client.get(f"{url}?rows=each&page={n}").context["lines"]) for n in (1, 2, 3)]

    assert shown == [50, 50, 1]


@pytest.mark.parametrize("rows", [1, 60])
def test_the_page_asks_the_database_a_fixed_number_of_questions(
    mla, drafter, signed_in, url, rows, django_assert_num_queries
):
    DataItem.objects.bulk_create(
        DataItem(request=mla, key=f"x{n}", position=n, identifier=f"a{n}") for n in range(rows)
    )
    client = signed_in(drafter)
    client.get(url)

    with django_assert_num_queries(8):
        client.get(f"{url}?rows=each")


def test_who_may_not_edit_sees_the_ticks_and_cannot_send_them(mla, drafter, outsider, signed_in, url):
    client = signed_in(drafter)
    held = states(client, url)
    mla.state = mla.State.IN_REVIEW
    mla.save()

    content = client.get(url).content.decode()

    assert "<fieldset disabled>" in content
    assert client.post(url, sent(held, data_d1=set())).status_code == 403
    assert signed_in(outsider).get(url).status_code == 404
    assert links(DataItem.objects.get(request=mla)) == (["f1"], ["o1"])


def test_nonsense_changes_nothing(mla, drafter, signed_in, url):
    data = {"row": ["", "x", "data-d1|d1", "persons-p1|p1~0|", "data-d1|d1~0|facts:f1 zzz:q"], "to-": ["a"]}

    response = signed_in(drafter).post(url, data)

    assert response.status_code == 302
    assert links(DataItem.objects.get(request=mla)) == (["f1"], ["o1"])


def test_the_ticks_of_a_page_stay_below_what_a_form_may_hold(settings):
    assert page.MOST_TICKS + 2 * page.MOST_ROWS < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
