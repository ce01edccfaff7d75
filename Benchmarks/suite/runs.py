# SPDX-License-Identifier: GPL-3.0-or-later
"""Single runs of a solver on a week, and the file that keeps them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field


@dataclass
class Run:
    """What one solver did with one week.

    `basis` tells what it ran on (the command or the programme, and the week), so that a run is used again only
    where it would be the same run. A step of the trajectory is seconds, objective and bound; None where there is none.
    """

    solver: str
    version: str
    basis: str
    staff: int
    week: int
    limit: float
    cores: int
    processor: str
    seconds: float = 0.0
    objective: float | None = None
    bound: float | None = None
    kilobytes: int = 0
    load: list[float] = field(default_factory=list)
    started: str = ""
    faults: list[str] = field(default_factory=list)
    trajectory: list[list[float | None]] = field(default_factory=list)

    @property
    def key(self) -> tuple:
        """Runs with one key are the same measurement."""
        return (
            self.solver, self.version, self.basis, self.staff, self.week, self.limit, self.cores,
            self.processor)

    @property
    def first(self) -> float | None:
        """Seconds until the first complete plan."""
        return next((step[0] for step in self.trajectory if step[1] is not None), None)

    def objective_at(self, seconds: float) -> float | None:
        """Pounds of the best plan there was by then; that of a run which ended sooner is its last."""
        if self.faults:
            return None
        found = [step[1] for step in self.trajectory if step[0] <= seconds and step[1] is not None]
        return min(found, default=None)

    @property
    def gap(self) -> float | None:
        """(price − bound) ÷ price, and 0 where the price is 0."""
        if self.objective is None or self.bound is None:
            return None
        return (self.objective - self.bound) / self.objective if self.objective else 0.0


class Archive:
    """The runs of a file, which is written anew after each of them."""

    def __init__(self, path: str, reused: str | None = None) -> None:
        self.path = path
        self._runs: dict[tuple, Run] = {}
        if reused:
            with open(reused, encoding="utf-8") as file:
                for fields in json.load(file)["runs"]:
                    run = Run(**fields)
                    self._runs[run.key] = run

    def find(self, run: Run) -> Run | None:
        """The run of the file that measured the same, if there is one and nothing was wrong with it."""
        kept = self._runs.get(run.key)
        return kept if kept and not kept.faults else None

    def keep(self, run: Run) -> None:
        """Adds a run and writes the file, whole or not at all."""
        self._runs[run.key] = run
        os.makedirs(os.path.dirname(os.path.abspath(self.path)), exist_ok=True)
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump({"runs": [asdict(run) for run in self._runs.values()]}, file, indent=1)
        os.replace(self.path + ".new", self.path)
