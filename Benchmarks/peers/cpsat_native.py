# SPDX-License-Identifier: GPL-3.0-or-later
"""CP-SAT on a week written for it: see `native_model.py`."""

import os
import sys

from ortools.sat.python import cp_model

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from peers.answer import Answer, known, main  # noqa: E402
from peers.native_model import NativeModel  # noqa: E402
from suite import mps  # noqa: E402


class Watch(cp_model.CpSolverSolutionCallback):
    """Notes each better plan."""

    def __init__(self, answer: Answer, scale: int) -> None:
        super().__init__()
        self._answer = answer
        self._scale = scale

    def on_solution_callback(self) -> None:
        """Called by the solver, one plan after the other."""
        self._answer.note(self.objective_value / self._scale, self.best_objective_bound / self._scale)


def solve(programme: str, seconds: float, cores: int, answer: Answer) -> None:
    """Gives CP-SAT the native model, with a worker a core."""
    native = NativeModel(mps.read(programme))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = cores
    status = solver.solve(native.model, Watch(answer, native.scale))
    answer.bound = known(solver.best_objective_bound / native.scale)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        answer.objective = solver.objective_value / native.scale
        answer.values = native.values(solver.value)
        answer.note(answer.objective, answer.bound)


main(solve)
