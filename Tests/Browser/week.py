# SPDX-License-Identifier: GPL-3.0-or-later
"""The weeks that a server is tried with, later than they are."""

import datetime
import pathlib
import re

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
# Sessions can be swapped that have not begun: the week that is served begins on the Monday after next.
WEEK = datetime.date(2026, 11, 23)
LATER = datetime.timedelta(weeks=(datetime.date.today() - WEEK).days // 7 + 2)


def dated(text: str) -> str:
    """A text with all its dates as much later as the served week is."""
    return re.sub(
        r"\b20\d\d-\d\d-\d\d\b",
        lambda found: (datetime.date.fromisoformat(found.group()) + LATER).isoformat(), text)


def later(scratch: pathlib.Path, name: str = "first-week") -> tuple[pathlib.Path, pathlib.Path]:
    """A shipped week and its framework, later."""
    for path in [*(REPOSITORY / "Rosters" / name).iterdir(), *(REPOSITORY / "Competencies").glob("*.yaml")]:
        if path.suffix in (".csv", ".yaml"):
            target = scratch / path.relative_to(REPOSITORY)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(dated(path.read_text()))
    return scratch / "Rosters" / name, scratch / "Competencies/intermediate-care.yaml"
