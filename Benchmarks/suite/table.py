# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that docs/search.md shows: runs of each solver and size side by side, in Markdown."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from suite.bounds import contradictions
from suite.peers import title
from suite.runs import Run
from suite.settings import MOMENTS

Block = list[Run]


def table(runs: Iterable[Run]) -> str:
    """The table with what is to be said below it."""
    blocks = _blocks(runs)
    if not blocks:
        return "Nothing was measured.\n"
    longest = max(block[0].limit for block in blocks)
    moments = [moment for moment in MOMENTS if moment < longest]
    headings = ["staff", "solver", "first plan", *(f"plan at {moment} s" for moment in moments),
                "plan at the end", "bound", "gap", "plan against skillmix", "memory"]
    lines = [_row(headings), _row(["---"] * len(headings))]
    own = {(run.staff, run.week): run for block in blocks for run in block if run.solver == "skillmix"}
    for block in blocks:
        lines.append(_row([
            str(block[0].staff), f"{title(block[0].solver)}, {block[0].limit:g} s",
            _cell([_valid(run, run.first) for run in block], SECONDS),
            *(_cell([_at(run, moment) for run in block], POUNDS) if moment <= block[0].limit else "–"
              for moment in moments),
            _cell([_valid(run, run.objective) for run in block], POUNDS),
            _cell([run.bound for run in block], POUNDS, worst=-math.inf),
            _cell([_valid(run, run.gap) for run in block], SHARE),
            "–" if block[0].solver == "skillmix" else
            _cell([_excess(run, own.get((run.staff, run.week))) for run in block], EXCESS),
            f"{max(run.kilobytes for run in block) / 1024:.0f} MB"]))
    return "\n".join([*lines, "", *_notes(blocks)]) + "\n"


def _blocks(runs: Iterable[Run]) -> list[Block]:
    """Runs of one solver, size and limit, in the order they came in, smallest size first."""
    blocks: dict[tuple, Block] = {}
    for run in runs:
        blocks.setdefault((run.staff, run.solver, run.limit), []).append(run)
    return sorted(blocks.values(), key=lambda block: block[0].staff)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _valid(run: Run, value: float | None) -> float | None:
    return None if run.faults else value


def _at(run: Run, moment: float) -> float | None:
    return _valid(run, run.objective_at(moment))


def _excess(run: Run, other: Run | None) -> float | None:
    """By which share of skillmix's plan a solver's is dearer."""
    mine, others = _valid(run, run.objective), other and _valid(other, other.objective)
    return mine / others - 1 if mine is not None and others else None


@dataclass(frozen=True)
class Unit:
    """How figures of a kind are shown: `£1,234`, `5.6 %`."""

    before: str
    form: str
    after: str
    factor: float = 1

    def bare(self, value: float) -> str:
        """The figure without its unit."""
        if not math.isfinite(value):
            return "none"
        shown = format(value * self.factor, self.form)
        # No minus before what is shown as nothing.
        return shown.replace("-", "+") if float(shown.replace(",", "")) == 0 else shown

    def full(self, value: float) -> str:
        """The figure with its unit."""
        return f"{self.before}{self.bare(value)}{self.after}" if math.isfinite(value) else "none"


POUNDS = Unit("£", ",.0f", "")
SECONDS = Unit("", ".2f", " s")
SHARE = Unit("", ".1f", " %", 100)
EXCESS = Unit("", "+.1f", " %", 100)


def _cell(values: list[float | None], unit: Unit, worst: float = math.inf) -> str:
    """The median with the least and the most. What a run lacks counts as worse than anything."""
    found = sorted(worst if value is None else value for value in values)
    middle = unit.full(statistics.median(found))
    if len(found) == 1 or not any(map(math.isfinite, found)):
        return middle
    return f"{middle} ({unit.bare(found[0])} to {unit.bare(found[-1])})"


def _notes(blocks: list[Block]) -> list[str]:
    runs = [run for block in blocks for run in block]
    weeks = max(len(block) for block in blocks)
    each = f"Medians of {weeks} weeks with the least and the most; memory is the most of them. " if weeks > 1 \
        else "One week a size. "
    machines = sorted({f"{run.processor}, {run.cores} cores" for run in runs})
    versions = sorted({f"{title(run.solver)} {run.version}" for run in runs})
    days = sorted({run.started[:10] for run in runs})
    wrong = [run for run in runs if run.faults]
    lines = [
        each + f"Measured on {'; '.join(machines)}, {' to '.join(dict.fromkeys([days[0], days[-1]]))}.",
        "Versions: " + "; ".join(versions) + ".",
        "Load average at the start and the end of each block: " + "; ".join(
            f"{block[0].staff} {title(block[0].solver)} {block[0].load[0]:.1f}, {block[-1].load[-1]:.1f}"
            for block in blocks if block[0].load and block[-1].load) + ".",
        f"Plans that were checked and hold: {sum(run.objective is not None for run in runs if not run.faults)} "
        f"of {len(runs)} runs.",
        *contradictions(runs),
    ]
    for run in wrong:
        lines += ["", f"{title(run.solver)}, {run.staff} staff, week {run.week}: not counted."]
        lines += [f"    {line}" for fault in run.faults for line in fault.splitlines()]
    return lines
