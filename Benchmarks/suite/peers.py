# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a week's programme to other solvers, each in a process of its own, and checks what they answer."""

from __future__ import annotations

import json
import os

from suite import commands
from suite.runs import Run
from suite.settings import BENCHMARKS

# Name on the command line, name in the table, the script, and the package whose version counts.
PEERS = {
    "highs": ("HiGHS", "highs.py", "highspy"),
    "cpsat": ("CP-SAT, programme", "cpsat.py", "ortools"),
    "native": ("CP-SAT, native", "cpsat_native.py", "ortools"),
}
# Seconds beyond its limit after which a solver is ended from outside: some look at the clock seldom.
PATIENCE = 180


def title(peer: str) -> str:
    """What the table calls a solver."""
    return PEERS[peer][0] if peer in PEERS else peer


def version(peer: str, python: str) -> str:
    """The version of the solver's package."""
    package = PEERS[peer][2]
    code = f"import importlib.metadata; print(importlib.metadata.version('{package}'))"
    return commands.run([python, "-c", code]).output.strip()


def measure(run: Run, peer: str, programme: str, python: str) -> None:
    """Fills a run in. An answer that breaks a row, or a solver that does not answer, is a fault of the run."""
    answer = programme + ".answer.json"
    if os.path.exists(answer):
        os.remove(answer)
    script = os.path.join(BENCHMARKS, "peers", PEERS[peer][1])
    try:
        finished = commands.run(
            [python, script, programme, str(run.limit), str(run.cores), answer], limit=run.limit + PATIENCE)
        run.seconds, run.kilobytes = round(finished.seconds, 3), finished.kilobytes
        checked = commands.run([python, os.path.join(BENCHMARKS, "check.py"), programme, answer])
    except commands.CommandFailed as failure:
        run.faults.append(str(failure))
        return
    # What was checked is small: all but the values.
    verdict = json.loads(checked.output)
    run.objective = verdict["objective"]
    # No plan costs less than nothing, whatever little a solver has proved.
    run.bound = None if verdict["bound"] is None else max(0.0, verdict["bound"])
    run.trajectory, run.faults = verdict["trajectory"], verdict["faults"]
