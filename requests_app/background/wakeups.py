"""Hints to the workers that a job waits. A hint may be lost: the job is the row, and the sweep hints
again.

So a hint never makes a save fail, and never delays one by more than about a second.
"""

import logging
import time
from dataclasses import dataclass

from celery import current_app
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# A worker waits on its connection for seconds; whoever publishes does not.
IMPATIENT = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "max_retries": 0}
_QUIET_SECONDS = 5.0


@dataclass
class Publisher:
    """Sends hints. After a failure it is quiet for a while: a frozen broker costs one save, and not
    all of them.
    """

    failures: int = 0
    quiet_until: float = 0.0

    def publish(self, task: str, pk: int, *, urgent: bool = False) -> bool:
        if time.monotonic() < self.quiet_until:
            return False
        try:
            self._send(task, pk, "urgent" if urgent else "ordinary")
        except (OperationalError, RedisError, OSError) as error:
            self.failures += 1
            self.quiet_until = time.monotonic() + _QUIET_SECONDS
            logger.warning("no hint for %s %s: %s", task, pk, type(error).__name__)
            return False
        return True

    def _send(self, task: str, pk: int, queue: str) -> None:
        with current_app.connection_for_write(transport_options=IMPATIENT) as connection:
            current_app.send_task(task, args=[pk], queue=queue, connection=connection, retry=False)


publisher = Publisher()
