"""Run by `beside` in the directory of either checkout, with the code of that checkout alone."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")
    django.setup()
    from django.db import connection
    from django.test.utils import override_settings

    from bench import schedule

    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with override_settings(STORAGES=schedule.PLAIN):
            save = _save_of_one_row(schedule)
            save()
            print("ready", flush=True)
            for _ in sys.stdin:
                wall, processor = time.perf_counter(), time.process_time()
                save()
                print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


def _save_of_one_row(schedule: Any) -> Callable[[], None]:
    """As `schedule` saves, with the same request and the same rows."""
    schedule.call_command("load_treaties", verbosity=0)
    unit = schedule.Unit.objects.create(code="u", name="Unit")
    officer = schedule.Officer.objects.create(username="drafter", unit=unit)
    client = schedule.Client(headers={"host": "localhost", "hx-request": "true"})
    client.force_login(officer)
    mla = schedule.casework.import_snapshot(
        schedule.exchange.decode(schedule.EXAMPLE.read_bytes()), officer
    )
    schedule.DataItem.append_all_to(mla, [schedule._row(n) for n in range(schedule.SAVED_AMONG)])
    if hasattr(schedule, "work_checks"):  # Before, a save left its check to a worker anyway.
        schedule.work_checks()
    row = schedule.DataItem.objects.filter(request=mla).last()
    address = schedule.reverse("item", args=[mla.reference, "data", row.pk])
    ports = iter(range(2000, 60000))

    def save() -> None:
        answer = client.post(address, {"revision": 10**6, "port": next(ports)})
        assert answer.status_code == 200, answer.status_code

    return save


if __name__ == "__main__":
    main()
