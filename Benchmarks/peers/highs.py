# SPDX-License-Identifier: GPL-3.0-or-later
"""HiGHS on an exported programme."""

import os
import sys

import highspy

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from peers.answer import Answer, known, main  # noqa: E402


def solve(programme: str, seconds: float, cores: int, answer: Answer) -> None:
    """Gives HiGHS the programme, on all cores, with its own choice of everything else."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", cores)
    highs.setOptionValue("parallel", "on")
    highs.setOptionValue("time_limit", seconds)
    # skillmix stops at a gap of 0 only; so does HiGHS here.
    highs.setOptionValue("mip_rel_gap", 0.0)
    if highs.readModel(programme) != highspy.HighsStatus.kOk:
        sys.exit(f"{programme} cannot be read")

    def note(event) -> None:
        answer.note(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

    highs.cbMipImprovingSolution.subscribe(note)
    highs.cbMipLogging.subscribe(note)
    highs.run()

    info = highs.getInfo()
    answer.bound = known(info.mip_dual_bound)
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        answer.objective = info.objective_function_value
        names = (highs.getColName(index)[1] for index in range(highs.getNumCol()))
        answer.values = dict(zip(names, highs.getSolution().col_value))
    answer.note(info.objective_function_value, info.mip_dual_bound)


main(solve)
