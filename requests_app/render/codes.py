"""How the rendering process says how it ended: an exit code, since a text could hold the case."""

DONE = 0
TOO_COMPLEX = 3
FAILED = 4
