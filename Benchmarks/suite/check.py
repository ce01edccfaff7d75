# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the values another solver returned against the exported programme, by arithmetic alone."""

from __future__ import annotations

import math

from suite.mps import Program

# By how much a value may lie off a whole number, a bound or a row's limit: the tolerance MIP solvers work with.
TOLERANCE = 1e-5
# Pounds by which a stated objective may lie off the one worked out here.
POUNDS = 0.01


def faults(program: Program, values: dict[str, float], stated: float) -> list[str]:
    """What is wrong with a solution: nothing, if it keeps every row and bound and costs what is stated.

    Values of integer columns are rounded first, so that a solver gains nothing from its tolerance.
    """
    found = [f"column {name} is not in the programme" for name in values if name not in program.columns]
    whole = {}
    for name, column in program.columns.items():
        value = values.get(name, 0.0)
        if column.is_integer:
            if abs(value - round(value)) > TOLERANCE:
                found.append(f"column {name} is {value}, not a whole number")
            value = float(round(value))
        if not column.lower - TOLERANCE <= value <= column.upper + TOLERANCE:
            found.append(f"column {name} is {value}, not within {column.lower} and {column.upper}")
        whole[name] = value
    for name, row in program.rows.items():
        total = math.fsum(coefficient * whole[column] for column, coefficient in row.entries.items())
        slack = TOLERANCE * max(1.0, *(abs(coefficient) for coefficient in row.entries.values()))
        if not row.lower - slack <= total <= row.upper + slack:
            found.append(f"row {name} comes to {total}, not within {row.lower} and {row.upper}")
    cost = program.objective(whole)
    if abs(cost - stated) > POUNDS:
        found.append(f"the objective is stated as {stated:.4f}, and the values cost {cost:.4f}")
    return found
