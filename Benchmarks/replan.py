# SPDX-License-Identifier: GPL-3.0-or-later
"""A Tuesday many times: somebody rings in sick, and a short re-plan is held against a long search of the same week.

    make bench-replan [REPLAN="--staff 120 --edits 10"]

A week is planned; then, one edit at a time, somebody who is deployed is away from a session on, and the rest of the week is
planned anew: shortly, near the plan in force (`replan`), and for long, twice: *afresh*, by a search of the changed week that
begins with nothing, and *on from it*, by one that begins with the plan in force and so has all the time that this took
besides (`allocate`). The price of changes is the same in all three. What is shown is by how much the short one is dearer,
with the sessions that it and the search on from the plan in force change. Limits are in steps, so that the table is the same
on every machine; the processor seconds they took stand beside it.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import resource
import statistics
import sys
import tempfile

from suite import commands, weeks
from suite.settings import SEARCH_SPEED, SKILLMIX


def rows(path: str) -> list[dict[str, str]]:
    """A table of a plan."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def price(plan: str) -> float:
    """Pounds of a plan."""
    with open(os.path.join(plan, "plan.json"), encoding="utf-8") as file:
        return json.load(file)["objective"]


def timed(arguments: list[str]) -> float:
    """Runs a command; the processor seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    commands.run(arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def afresh(week: str, steps: str) -> float:
    """Pounds of the plan of a search that begins with nothing."""
    timed = commands.run([SEARCH_SPEED, week, steps, "1", "afresh"])
    return float(next(csv.DictReader(io.StringIO(timed.output)))["objective"])


def changed(plan: str, force: dict[tuple[str, str], str], sick: str) -> int:
    """Sessions in which somebody but the sick is elsewhere than the plan in force has them."""
    new = {(row["staff"], row["session"]): row["team"] for row in rows(os.path.join(plan, "deployments.csv"))}
    return sum(force.get(cell) != new.get(cell) for cell in force.keys() | new.keys() if cell[0] != sick)


def limits(words: str) -> list[str]:
    """`s2` is two seconds, `400` so many steps."""
    return ["--time-limit", words[1:]] if words.startswith("s") else ["--work-limit", words]


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--staff", type=int, default=120)
    parser.add_argument("--week", type=int, default=1001, help="the seed of the week")
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--settled", default="24000", help="steps, or s and seconds, of the plan in force")
    parser.add_argument("--short", default="400", help="steps, or s and seconds, of the re-plan")
    parser.add_argument("--long", default="12000", help="steps of the long searches")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="skillmix-replan-") as folder:
        week = weeks.generate(folder, options.staff, options.week)
        plan = os.path.join(folder, "plan")
        took = timed([SKILLMIX, "allocate", week, "--out", plan, "--quiet", *limits(options.settled)])
        print(f"{options.staff} staff, week {options.week}: in force £{price(plan):,.2f}, {took:.0f} s of processor")
        force = {(row["staff"], row["session"]): row["team"] for row in rows(os.path.join(plan, "deployments.csv"))}
        choice = random.Random(options.week)
        rota = sorted(cell for cell in force)
        print("sick            from            short       afresh      dearer     on from it  dearer     changed   processor s")
        dearer: dict[str, list[float]] = {"afresh": [], "on from it": []}
        for edit in range(options.edits):
            sick, session = choice.choice(rota)
            short, long_ = os.path.join(folder, f"short-{edit}"), os.path.join(folder, f"long-{edit}")
            seconds = timed(
                [SKILLMIX, "replan", week, plan, "--from", session, "--sick", sick, "--out", short, "--quiet",
                 *limits(options.short)])
            longer = timed(
                [SKILLMIX, "allocate", os.path.join(short, "week"), "--out", long_, "--quiet", *limits(options.long)])
            one, other = price(short), price(long_)
            fresh = afresh(os.path.join(short, "week"), options.long)
            dearer["afresh"].append((one - fresh) / fresh * 100)
            dearer["on from it"].append((one - other) / other * 100)
            print(f"{sick:<15} {session:<15} {one:>10,.2f} {fresh:>10,.2f} {dearer['afresh'][-1]:>+8.2f} % "
                  f"{other:>10,.2f} {dearer['on from it'][-1]:>+8.2f} % "
                  f"{changed(short, force, sick):>4} {changed(long_, force, sick):>4} {seconds:>6.1f} {longer:>6.1f}",
                  flush=True)
        for than, shares in dearer.items():
            print(f"dearer than {than} by {statistics.median(shares):+.2f} % in the middle, {min(shares):+.2f} to "
                  f"{max(shares):+.2f}; no dearer in {sum(share <= 0.005 for share in shares)} of {len(shares)}")


if __name__ == "__main__":
    sys.exit(main())
