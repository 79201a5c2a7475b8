"""What the settings read, an operator can look up."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_names_exactly_the_variables_that_the_settings_read():
    read = re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', (ROOT / "mla_portal" / "settings.py").read_text())
    named = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert sorted(named) == sorted(set(read))
