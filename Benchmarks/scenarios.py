# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred scenarios of a week, and what each of them reaches alone with five times as long.

    make bench-scenarios [BENCH_SCENARIOS="--scenarios 100 --work 2000 --alone 10"]

Caps on agency times rates of bank and agency times shares of double-handed care reviewed, the base among them, tried by one
call of `scenarios`; then some of them, spread evenly, each alone: the changed week is planned afresh, by the same seed, with
five times the limit. What is shown is by how much the scenario's price is dearer. Limits are steps, so that the prices are
the same on every machine; the processor seconds that they took stand beside the clock's, since others may be at work on it.
With `--seconds` searches end by the clock, as people's do.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import os
import resource
import statistics
import sys
import tempfile
import time

from suite import commands
from suite.settings import REPOSITORY, SKILLMIX

CAPS = [None, 0, 500, 1000, 1500, 2000, 3000, 4000]
RATES = [(1.0, 1.0), (1.05, 1.0), (1.1, 1.0), (1.0, 1.1), (1.05, 1.1)]
SHARES = [0, 0.2, 0.4]


def overlay(cap: float | None, rates: tuple[float, float], share: float) -> dict:
    """What is otherwise in a scenario, as JSON, which is YAML; empty: the base."""
    parts: dict = {}
    if cap is not None:
        parts["policy"] = {"agency_cap": cap}
    dearer = [{"employment": kind, "factor": factor} for kind, factor in zip(("bank", "agency"), rates) if factor != 1]
    if dearer:
        parts["rates"] = dearer
    if share:
        parts["single_handed"] = {"share": share}
    return parts


def chosen(number: int) -> dict[str, dict]:
    """So many scenarios by name, the base left out: every combination, thinned out evenly."""
    every = [parts for point in itertools.product(CAPS, RATES, SHARES) if (parts := overlay(*point))]
    if number - 1 > len(every):
        raise SystemExit(f"There are {len(every) + 1} scenarios at most.")
    return {f"s{place:03}": every[place * len(every) // (number - 1)] for place in range(number - 1)}


def timed(arguments: list[str]) -> tuple[float, float]:
    """Runs a command; seconds of the clock and of processors."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    commands.run(arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--week", default=os.path.join(REPOSITORY, "Rosters/place-week"))
    parser.add_argument("--scenarios", type=int, default=100, help="how many, the base among them (100)")
    parser.add_argument("--work", type=int, default=2000, help="steps of each search")
    parser.add_argument("--seconds", type=float, help="seconds of each search, in place of steps")
    parser.add_argument("--alone", type=int, default=10, help="how many are planned alone, too (10)")
    parser.add_argument("--times", type=int, default=5, help="how many times as long they have then (5)")
    options = parser.parse_args()

    def limit(times: int) -> list[str]:
        if options.seconds is not None:
            return ["--time-limit", str(options.seconds * times)]
        return ["--work-limit", str(options.work * times)]

    overlays = chosen(options.scenarios)
    with tempfile.TemporaryDirectory(prefix="skillmix-scenarios-") as folder:
        file = os.path.join(folder, "scenarios.yaml")
        with open(file, "w", encoding="utf-8") as text:
            json.dump({"bases": [{"week": options.week}], "overlays": overlays, "run": list(overlays)}, text)
        out = os.path.join(folder, "out")
        load = os.getloadavg()[0]
        clock, processors = timed([SKILLMIX, "scenarios", file, "--out", out, "--quiet", "--no-ledger", *limit(1)])
        print(f"{options.scenarios} scenarios, {' '.join(limit(1))}: {clock:.0f} s by the clock, {processors:.0f} s of "
              f"processors, {processors / os.cpu_count():.0f} s on each of {os.cpu_count()} cores; load before {load:.1f}, "
              f"after {os.getloadavg()[0]:.1f}", flush=True)
        with open(os.path.join(out, "results.csv"), newline="", encoding="utf-8") as table:
            prices = {row["scenario"]: float(row["value"]) for row in csv.DictReader(table)
                      if row["figure"] == "price" and row["replicate"] == "all"}
        names = ["base", *overlays]
        dearer = []
        print("scenario        price        alone    dearer  processor s")
        for place in range(min(options.alone, len(names))):
            name = names[place * len(names) // options.alone]
            week = options.week
            if name != "base":
                change, week = os.path.join(folder, f"{name}.yaml"), os.path.join(folder, name)
                with open(change, "w", encoding="utf-8") as text:
                    json.dump(overlays[name], text)
                commands.run([SKILLMIX, "change", options.week, change, "--out", week])
            plan = os.path.join(folder, f"{name}-alone")
            _, took = timed([SKILLMIX, "allocate", week, "--out", plan, "--quiet", *limit(options.times)])
            with open(os.path.join(plan, "plan.json"), encoding="utf-8") as text:
                alone = json.load(text)["objective"]
            dearer.append((prices[name] - alone) / alone * 100)
            print(f"{name:<8} {prices[name]:>12,.2f} {alone:>12,.2f} {dearer[-1]:>+7.2f} % {took:>9.1f}", flush=True)
        if dearer:
            print(f"dearer by {statistics.median(dearer):+.2f} % in the middle, {min(dearer):+.2f} to {max(dearer):+.2f}; "
                  f"by more than 2 % in {sum(one > 2 for one in dearer)} of {len(dearer)}")


if __name__ == "__main__":
    sys.exit(main())
