"""A time typed in a form is read as a pasted one, where it can be one time and no other."""

import pytest
from django.core.exceptions import ValidationError

from requests_app.sections.clock_fields import DayTextField, TimeField


@pytest.mark.parametrize(
    "typed",
    [
        "2026-06-14 21:30",
        "2026-06-14T21:30",
        "14 June 2026 9:30 pm",
        "14.06.2026 21:30",
        "2026-06-14 21:30:00",
    ],
)
def test_a_time_is_read_however_it_is_written(typed):
    assert TimeField().clean(typed) == "2026-06-14 21:30"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("03/04/2026 10:00", "two"),
        ("2026-06-14", "day"),
        ("2026-06-14 21:30 UTC", "zone"),
        ("2026-06-14 21:30:15", "seconds"),
        ("2026-06-14 25:30", "invalid"),
        ("in the evening", "invalid"),
    ],
)
def test_a_time_that_is_not_one_time_of_the_clock_is_refused(typed, code):
    with pytest.raises(ValidationError) as refused:
        TimeField().clean(typed)

    assert refused.value.code == code


def test_a_day_among_the_particulars_is_kept_as_it_is_exchanged():
    assert DayTextField().clean("June 14, 2026") == "2026-06-14"
    assert DayTextField(required=False).clean("") == ""
