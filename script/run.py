"""The entry of every command in script/: `python3 script/run.py COMMAND [ARGUMENTS]`.

It runs before any package is installed, so everything under `script` is standard library only.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from script.runtime.commands import main  # noqa: E402 - the line above makes the package importable

if __name__ == "__main__":
    sys.exit(main(ROOT, sys.argv[1:]))
