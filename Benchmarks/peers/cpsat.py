# SPDX-License-Identifier: GPL-3.0-or-later
"""CP-SAT on an exported programme, as OR-Tools turns one into the other."""

import os
import re
import sys
import tempfile
import time
from contextlib import contextmanager

from ortools.linear_solver.python import model_builder

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from peers.answer import Answer, known, main  # noqa: E402

# A line of the solver's log with a better plan: its number, the seconds, the plan, and from where a better one may be.
IMPROVEMENT = re.compile(r"#\d+\s+([\d.]+)s\s+best:(\S+)\s+next:\[([^,\]]*)")


def solve(programme: str, seconds: float, cores: int, answer: Answer) -> None:
    """Gives CP-SAT the programme, with a worker a core."""
    model = model_builder.Model()
    if not model.import_from_mps_file(programme):
        sys.exit(f"{programme} cannot be read")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(seconds)
    solver.set_solver_specific_parameters(f"num_workers:{cores} log_search_progress:true")
    with tempfile.TemporaryFile() as log:
        read = time.monotonic() - answer.started
        with printed_to(log):
            status = solver.solve(model)
        log.seek(0)
        for when, best, bound in IMPROVEMENT.findall(log.read().decode()):
            answer.note(float(best), float(bound or "-inf"), read + float(when))
    answer.bound = known(solver.best_objective_bound)
    if status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
        answer.objective = solver.objective_value
        answer.values = {column.name: float(solver.value(column)) for column in model.get_variables()}
        answer.note(answer.objective, answer.bound)


@contextmanager
def printed_to(file):
    """Catches what the solver prints: this door to it has no other way to see plans as they are found."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(file.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


main(solve)
