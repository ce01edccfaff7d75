#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens workbooks that skillmix writes with programs of others, and gives back what those save.

Every cell that openpyxl shows of a converted week, and of a plan's workbook, is held against the tables, the report's too;
a sheet too few or too many is told. A week that openpyxl or LibreOffice has saved again is to be the same week. LibreOffice is asked where it is installed (`soffice`).
"""

import argparse
import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import openpyxl.utils

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEEKS = ["Rosters/first-week", "Rosters/place-week"]


def run(*words):
    done = subprocess.run([str(word) for word in words], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def records(path):
    """The records of a table, without comments and blank ones."""
    lines = path.read_text().splitlines(keepends=True)
    return list(csv.reader(line for line in lines if line.strip() and not line.startswith("#")))


def shown(value):
    """A cell as a table of text has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def same(cell, text, digits=None):
    """Whether a cell shows what a table says; numbers by their value, to so many digits after the point."""
    if shown(cell) == text:
        return True
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        try:
            return abs(float(text) - float(cell)) <= (0.5000001 * 10 ** -digits if digits else 0)
        except ValueError:
            return False
    # A quote guards text in a table against being taken for a formula; a workbook needs none.
    return isinstance(cell, str) and text == "'" + cell


def compare(sheet, table, name, first=0, digits=None):
    """How many cells there are, and those that differ, from a row on."""
    wrong = []
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    width = max(max(len(record) for record in table), max((len(row) for row in rows), default=0))
    for number in range(first, max(len(rows), len(table))):
        row = rows[number] if number < len(rows) else []
        record = table[number] if number < len(table) else []
        for column in range(width):
            cell = row[column] if column < len(row) else None
            text = record[column].strip() if column < len(record) else ""
            if not same(cell, text, digits):
                wrong.append(f"{name}, row {number + 1}, column {column + 1}: {cell!r} is not {text!r}")
    return (max(len(rows), len(table)) - first) * width, wrong


def tab(stem, used):
    """The name of a table's sheet: what of its own has room, with a number where that is taken."""
    name, number = stem[:31], 1
    while name.lower() in used:
        number += 1
        name = f"{stem[:30 - len(str(number))]}-{number}"
    used.add(name.lower())
    return name


def check_week(skillmix, week, folder):
    book = folder / "week.xlsx"
    run(skillmix, "convert", week, book)
    opened = openpyxl.load_workbook(book)
    cells, wrong = 0, []
    for path in sorted((ROOT / week).glob("*.csv")):
        if path.stem not in opened.sheetnames:
            wrong.append(f"{week}: no sheet is called {path.stem}")
            continue
        count, others = compare(opened[path.stem], records(path), f"{week} {path.stem}")
        cells, wrong = cells + count, wrong + others
    again = folder / "openpyxl.xlsx"
    opened.save(again)
    saved = [("openpyxl", again)]
    office = shutil.which("soffice")
    if office:
        (folder / "office").mkdir()
        run(
            office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
            "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "office", book)
        # Beside the other: the framework's path begins where the workbook lies.
        saved.append(("LibreOffice", (folder / "office" / "week.xlsx").rename(folder / "office.xlsx")))
    for program, file in saved:
        told = run(skillmix, "diff", week, file).strip()
        if told != "Nothing differs.":
            wrong.append(f"{week} saved by {program}: {told}")
    return cells, wrong, [program for program, _ in saved]


def check_new(skillmix, folder):
    """What an empty workbook offers to choose from, and the sheet of lists that it is taken from."""
    book = folder / "new.xlsx"
    run(
        skillmix, "new", book, "--week-starting", "2026-12-07", "--framework",
        "Competencies/intermediate-care.yaml")
    opened = openpyxl.load_workbook(book)
    offered = {}
    for sheet in opened:
        headings = {cell.column_letter: cell.value for cell in sheet[1]}
        for validation in sheet.data_validations.dataValidation:
            for area in validation.sqref.ranges:
                column = openpyxl.utils.get_column_letter(area.min_col)
                offered[sheet.title, headings[column]] = validation.formula1
    wrong = []
    for place, first in {
        ("staff", "role"): "'lists'!$A$2:", ("staff", "home_team"): "'teams'!$A$2:",
        ("staff", "employment"): '"substantive,bank', ("competencies", "competency"): "'lists'!$C$2:",
        ("competencies", "staff"): "'staff'!$A$2:", ("competencies", "level"): '"1,2,3,4"',
        ("demand", "activity"): "'lists'!$E$2:", ("demand", "priority"): '"critical,urgent',
        ("demand", "team"): "'teams'!$A$2:",
    }.items():
        if not (offered.get(place) or "").startswith(first):
            wrong.append(f"new workbook, {' '.join(place)}: {offered.get(place)!r} is offered, not {first!r}")
    names = [row[:2] for row in opened["lists"].iter_rows(values_only=True)]
    if ("physiotherapist", "Physiotherapist") not in names:
        wrong.append("new workbook: the sheet of lists does not have the framework's roles")
    return wrong


def check_plan(skillmix, week, folder):
    """The plan's own tables and the report's, cell by cell, and that there is no other sheet."""
    plan = folder / "plan"
    run(skillmix, "allocate", week, "--work-limit", "50", "--quiet", "--xlsx", "--out", plan)
    opened = openpyxl.load_workbook(plan / "plan.xlsx")
    cells, wrong = 0, []
    own = ["deployments", "contacts", "supervision", "unmet", "bookings"]
    listed = [record[0] for record in records(plan / "tables" / "index.csv")[1:] if record[0].endswith(".csv")]
    # The rota first, as the tabs have it: of two names that are cut alike the later one has a number.
    rotas = [name for name in listed if re.fullmatch(r"tables/rota(-.*)?\.csv", name)]
    used = {"about"}
    tables = [(plan / path, tab(pathlib.Path(path).stem, used), 1, 6) for path in rotas]
    tables += [(plan / f"{name}.csv", tab(name, used), 0, None) for name in own]
    tables += [(plan / path, tab(pathlib.Path(path).stem, used), 1, 6) for path in listed if path not in rotas]
    for path, name, first, digits in tables:
        if name not in opened.sheetnames:
            wrong.append(f"{week}: no sheet is called {name}")
            continue
        # The report's headings are words for people in the workbook, and its figures have all their digits there.
        count, others = compare(opened[name], records(path), f"{week} plan {name}", first, digits)
        cells, wrong = cells + count, wrong + others
    for name in set(opened.sheetnames) - {"about"} - {name for _, name, _, _ in tables}:
        wrong.append(f"{week}: a sheet {name} is of no table")
    if any(cell.data_type == "f" for sheet in opened for row in sheet.iter_rows() for cell in row):
        wrong.append(f"{week}: a formula stands in the plan's workbook")
    return cells, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--skillmix", default=ROOT / ".build/release/skillmix", type=pathlib.Path)
    skillmix = parser.parse_args().skillmix.resolve()
    with tempfile.TemporaryDirectory(dir=ROOT / "Rosters") as name:
        wrong = check_new(skillmix, pathlib.Path(name))
    print(f"An empty workbook: {len(wrong)} of its drop-downs are not as they should be")
    for line in wrong:
        print("  " + line)
    failed = bool(wrong)
    for week in WEEKS:
        with tempfile.TemporaryDirectory(dir=ROOT / "Rosters") as name:
            folder = pathlib.Path(name)
            cells, wrong, programs = check_week(skillmix, week, folder)
            more, others = check_plan(skillmix, week, folder)
        wrong += others
        print(f"{week}: {cells} cells of the week and {more} of its plan, {len(wrong)} differ; saved again by {' and '.join(programs)}")
        for line in wrong[:20]:
            print("  " + line)
        failed = failed or bool(wrong)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
