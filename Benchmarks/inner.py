# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the moves a second of the search alone, with fixed work and seeds, so that a slow-down is seen.

Moves are those of the first round of annealing: the work is a little less than that round has, so that no programme is
solved in it. Seconds are processor time, and the fastest of several searches counts: other work on the machine only
ever slows one down. Still, compare the last column between machines, and moves a second on one machine only.

The price is that of the first search. Where it is the same before and after a change, the search took the same steps.
"""

from __future__ import annotations

import csv
import io
import sys
import tempfile

from suite import commands, machine, weeks
from suite.settings import SEARCH_SPEED, WEEKS

# People on the roster, and searches, with seeds from 1 on: small weeks are searched too soon to be timed once.
SEARCHES = {40: 25, 120: 10, 400: 5, 1000: 3}
# A unit of work is a thousand moves. The first round has about 0.6 units for each person of a generated week.
MOVES_PER_UNIT = 1_000
UNITS_PER_PERSON = 0.5


def main() -> None:
    """Prints the table."""
    print(f"{machine.processor()}, {machine.cores()} cores, load {machine.load():.1f} at the start", flush=True)
    print()
    print("| staff | moves | searches | price | slowest | moves/s | moves/s × staff | moves/s against the smallest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    smallest = None
    with tempfile.TemporaryDirectory(prefix="skillmix-bench-") as folder:
        for staff, searches in SEARCHES.items():
            units = int(UNITS_PER_PERSON * staff)
            week = weeks.generate(folder, staff, WEEKS[0])
            timed = commands.run([SEARCH_SPEED, week, str(units), str(searches)])
            rows = list(csv.DictReader(io.StringIO(timed.output)))
            speeds = [units * MOVES_PER_UNIT / float(row["seconds"]) for row in rows]
            fastest = max(speeds)
            smallest = smallest or fastest
            print(
                f"| {staff} | {units * MOVES_PER_UNIT:,} | {searches} | £{float(rows[0]['objective']):,.2f} "
                f"| {min(speeds):,.0f} | {fastest:,.0f} | {fastest * staff:,.0f} | {fastest / smallest:.2f} |",
                flush=True)
    print()
    print(f"Load {machine.load():.1f} at the end.")


if __name__ == "__main__":
    try:
        main()
    except (commands.CommandFailed, FileNotFoundError) as failure:
        sys.exit(str(failure))
