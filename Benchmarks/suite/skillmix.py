# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a week with skillmix, and audits the plan."""

from __future__ import annotations

import csv
import json
import os

from suite import commands
from suite.runs import Run
from suite.settings import SKILLMIX


def version() -> str:
    """The version the command states."""
    return commands.run([SKILLMIX, "--version"]).output.strip()


def measure(run: Run, week: str) -> None:
    """Fills a run in. A plan that the audit rejects is a fault of the run, and so is none."""
    plan, progress = week + "-plan", week + "-progress.csv"
    try:
        finished = commands.run(
            [SKILLMIX, "allocate", week, "--out", plan, "--progress", progress, "--quiet",
             "--time-limit", str(run.limit)])
        run.seconds, run.kilobytes = round(finished.seconds, 3), finished.kilobytes
        commands.run([SKILLMIX, "audit", week, plan])
    except commands.CommandFailed as failure:
        run.faults.append(str(failure))
        return
    with open(os.path.join(plan, "plan.json"), encoding="utf-8") as file:
        stated = json.load(file)
    run.objective, run.bound = stated["objective"], stated["bound"]
    run.trajectory = trajectory(progress)


def trajectory(path: str) -> list[list[float | None]]:
    """The steps of a file written by `--progress`, without the last where it gained nothing."""
    steps = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            step = [float(row["seconds"]), float(row["objective"]), float(row["bound"])]
            if not steps or steps[-1][1:] != step[1:]:
                steps.append(step)
    return steps
