# SPDX-License-Identifier: GPL-3.0-or-later
"""What a solver's script takes and gives: `SCRIPT PROGRAMME.mps SECONDS CORES ANSWER.json`."""

from __future__ import annotations

import json
import math
import sys
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Answer:
    """The best plan a solver found, its bound, and how it came there.

    A step of the trajectory is seconds since the solver began to read, objective and bound.
    """

    objective: float | None = None
    bound: float | None = None
    values: dict[str, float] = field(default_factory=dict)
    trajectory: list[list[float | None]] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def note(self, objective: float, bound: float, seconds: float | None = None) -> None:
        """Adds a step, if it gained anything over the one before."""
        step = [known(objective), known(bound)]
        if self.trajectory and self.trajectory[-1][1:] == step:
            return
        if seconds is None:
            seconds = time.monotonic() - self.started
        self.trajectory.append([round(seconds, 3), *step])


def known(number: float) -> float | None:
    """The number, or None where a solver says with an endless or huge one that it has none."""
    return float(number) if math.isfinite(number) and abs(number) < 1e20 else None


def main(solve) -> None:
    """Solves as the command line says, with `solve(programme, seconds, cores, answer)`, and writes the answer."""
    programme, seconds, cores, path = sys.argv[1:]
    answer = Answer()
    solve(programme, float(seconds), int(cores), answer)
    fields = asdict(answer)
    del fields["started"]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(fields, file)
