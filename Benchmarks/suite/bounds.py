# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks bounds against plans: no solver's bound can be above a plan that another one found."""

from __future__ import annotations

from collections.abc import Iterable

from suite.check import POUNDS
from suite.peers import title
from suite.runs import Run


def contradictions(runs: Iterable[Run]) -> list[str]:
    """Bounds that a plan proves wrong, in a sentence each."""
    best: dict[tuple[int, int], Run] = {}
    bounded = []
    for run in runs:
        if run.bound is not None:
            bounded.append(run)
        if run.objective is None or run.faults:
            continue
        week = (run.staff, run.week)
        if week not in best or run.objective < best[week].objective:
            best[week] = run
    return [
        f"{title(run.solver)} states a bound of £{run.bound:,.4f} on {run.staff} staff, week {run.week}; "
        f"{title(plan.solver)} has a plan of £{plan.objective:,.4f}."
        for run in bounded
        if (plan := best.get((run.staff, run.week))) and run.bound > plan.objective + POUNDS]
