# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports that are opened: plans and calls of shipped weeks, one with hostile names, and one without names; a rotation,
scenarios, and sheets that are handed out."""

import csv
import pathlib
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

# What somebody might write into a name: markup, a formula, text that turns its direction, and no blank to break at.
HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd()|'/C calc'!A0",
    "\u202eyalp\u202c \u200fAnn",
    "x" * 64,
    "\"O'Neil\" & <b>sons</b>",
]


def make(folder: pathlib.Path, skillmix: pathlib.Path) -> dict[str, pathlib.Path]:
    """Plans the weeks in a folder and says where their reports are."""
    for name in ("Rosters", "Competencies"):
        shutil.copytree(
            REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("plan"))
    hostile = folder / "Rosters" / "hostile-week"
    shutil.copytree(folder / "Rosters" / "first-week", hostile)
    for table in ("staff.csv", "teams.csv"):
        rename(hostile / table)

    def run(*arguments: str) -> None:
        subprocess.run([skillmix, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)

    for week in ("first-week", "place-week", "hostile-week"):
        run("allocate", f"Rosters/{week}", "--work-limit", "2", "--quiet", "--out", f"plans/{week}")
    run("report", "Rosters/place-week", "plans/place-week", "--pseudonyms", "--out", "plans/nameless")
    run("report", "Rosters/first-week", "plans/first-week", "--out", "plans/alone.html")
    for week in ("first-week", "hostile-week"):
        run("surge", f"Rosters/{week}", f"plans/{week}", "Rosters/first-week/surge.yaml", "--standby",
            "--out", f"plans/surge-{week}")
    names = ("first-week", "place-week", "hostile-week", "nameless")
    pages = {name: folder / "plans" / name / "report.html" for name in names}
    for week in ("first-week", "hostile-week"):
        pages[f"surge-{week}"] = folder / "plans" / f"surge-{week}" / "report.html"
    run("rotate", "Rosters/acute-community-rotation", "--work-limit", "3", "--quiet", "--out", "plans/rotation")
    run("scenarios", "Rosters/first-week/scenarios.yaml", "--work-limit", "5", "--quiet", "--out", "plans/scenarios")
    for page in ("rotation", "scenarios"):
        pages[page] = folder / "plans" / page / "report.html"
    run("share", "Rosters/hostile-week", "plans/hostile-week", "--out", "plans/shared")
    sheets = sorted((folder / "plans" / "shared" / "sheets").glob("*.html"))
    pages |= {f"sheet-{sheet.stem}": sheet for sheet in sheets if sheet.stem in ("PT-01", "team-north-home")}
    pages["summary"] = folder / "plans" / "place-week" / "summary.html"
    return pages | {"alone": folder / "plans" / "alone.html"}


def rename(table: pathlib.Path) -> None:
    """Gives the first rows of a table hostile names, in a column that is added where there is none."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    columns = list(rows[0])
    if "name" not in columns:
        columns.append("name")
    for row, name in zip(rows, HOSTILE):
        row["name"] = name
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
