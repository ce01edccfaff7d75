#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the calendars that skillmix hands out with a library of others.

    make calendars

Every session of a plan is to be an event of its person's calendar, at its time in British time, and there are no others.
After the plan has changed and was handed out again, events that changed have the same name and a higher SEQUENCE, and those
that are no more are cancelled.
"""

import argparse
import csv
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile

import icalendar

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEEK = "first-week"


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")


def calendars(folder):
    """The events of each calendar, by its file's name: name, sequence, whether cancelled, begin, end."""
    found = {}
    for path in sorted((folder / "calendars").glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        found[path.stem] = {
            str(event["UID"]): (
                int(event["SEQUENCE"]), str(event["STATUS"]) == "CANCELLED",
                event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]))
            for event in calendar.walk("VEVENT")
        }
    return found


def shifts(folder):
    """When everybody is on duty, by person."""
    with open(folder / "shifts.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    times = {}
    for row in rows:
        begin = datetime.datetime.fromisoformat(f"{row['date']} {row['start']}")
        end = datetime.datetime.fromisoformat(f"{row['end_date']} {row['end']}")
        times.setdefault(row["staff"], set()).add((begin, end))
    return times


def deployments(plan):
    """How many sessions everybody has, by the plan's own table."""
    with open(plan / "deployments.csv", newline="") as file:
        rows = [row for row in csv.DictReader(line for line in file if not line.startswith("#"))]
    return {staff: sum(row["staff"] == staff for row in rows) for staff in {row["staff"] for row in rows}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--skillmix", type=pathlib.Path, default=ROOT / ".build/release/skillmix")
    skillmix = parser.parse_args().skillmix.resolve()
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        place = pathlib.Path(scratch)
        shutil.copytree(ROOT / "Competencies", place / "Competencies")
        shutil.copytree(ROOT / "Rosters" / WEEK, place / "Rosters" / WEEK, ignore=shutil.ignore_patterns("plan"))
        week, plan, out = place / "Rosters" / WEEK, place / "plan", place / "out"
        seen = []
        for seed in (1, 2):
            # The second time somebody is sick from Tuesday on, and the plan is made anew.
            if seed == 2:
                run(
                    skillmix, "replan", week, plan, "--from", "2026-11-24 am", "--sick", "PT-01",
                    "--work-limit", "20", "--out", place / "plan2")
                plan, week = place / "plan2", place / "plan2" / "week"
            else:
                run(skillmix, "allocate", week, "--out", plan, "--work-limit", "20", "--seed", seed)
            run(skillmix, "share", week, plan, "--out", out)
            events, wanted, counts = calendars(out), shifts(out), deployments(plan)
            seen.append(events)
            for staff, own in events.items():
                planned = {
                    (begin.replace(tzinfo=None), end.replace(tzinfo=None))
                    for _, cancelled, begin, end, _ in own.values() if not cancelled
                }
                if planned != wanted.get(staff, set()) or len(planned) != counts.get(staff, 0):
                    problems.append(f"{staff}: the calendar has other sessions than the plan")
                for _, _, begin, _, _ in own.values():
                    if begin.utcoffset() != datetime.timedelta(0):
                        problems.append(f"{staff}: {begin} is not in winter time")
    first, second = seen
    changed = gone = 0
    for staff, own in first.items():
        for uid, (sequence, _, begin, end, summary) in own.items():
            now = second[staff].get(uid)
            if now is None:
                problems.append(f"{staff}: {uid} is gone without being cancelled")
                continue
            gone += now[1]
            changed += now[0] > sequence
            if now[0] == sequence and (now[1] or now[2:] != (begin, end, summary)):
                problems.append(f"{staff}: {uid} changed, and its SEQUENCE did not")
    if not gone:
        problems.append("nothing was cancelled; was anybody away?")
    for problem in problems:
        print(problem)
    count = sum(len(own) for own in first.values())
    print(f"{len(first)} calendars, {count} events, {changed} changed, {gone} cancelled: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
