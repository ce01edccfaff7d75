# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an exported week: as much of free MPS as `skillmix export` writes, and a refusal of anything else."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass
class Column:
    """A column: its cost, its bounds, and its coefficients by row."""

    name: str
    is_integer: bool
    cost: float = 0.0
    lower: float = 0.0
    upper: float = math.inf
    entries: dict[str, float] = field(default_factory=dict)


@dataclass
class Row:
    """A row: the sum of its columns times their coefficients is at least `lower` and at most `upper`."""

    name: str
    lower: float
    upper: float
    entries: dict[str, float] = field(default_factory=dict)


@dataclass
class Program:
    """A minimisation. Rows and columns keep the order of the file."""

    columns: dict[str, Column] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)

    def objective(self, values: dict[str, float]) -> float:
        """What the values cost, summed without loss; a column that is not named is 0."""
        return math.fsum(
            column.cost * values.get(name, 0.0) for name, column in self.columns.items() if column.cost)


def read(path: str) -> Program:
    """The programme of a file, or a `ValueError` that names the line that is not understood."""
    program = Program()
    objective = None
    section = ""
    is_integer = False
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.startswith("*") or not line.strip():
                continue
            words = line.split()
            if not line[0].isspace():
                section = words[0]
                if section not in ("NAME", "ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA"):
                    raise ValueError(f"{path}:{number}: section {section} is not known here")
                continue
            if section == "ROWS":
                if words[0] == "N":
                    objective = words[1]
                else:
                    program.rows[words[1]] = _row(*words)
            elif section == "COLUMNS" and words[1] == "'MARKER'":
                is_integer = words[2] == "'INTORG'"
            elif section == "COLUMNS":
                column = program.columns.setdefault(words[0], Column(words[0], is_integer))
                for row, value in zip(words[1::2], words[2::2]):
                    if row == objective:
                        column.cost = float(value)
                    else:
                        column.entries[row] = program.rows[row].entries[column.name] = float(value)
            elif section == "RHS":
                for name, value in zip(words[1::2], words[2::2]):
                    _set_right_side(program.rows[name], float(value))
            elif section == "BOUNDS":
                _set_bound(program.columns[words[2]], words[0], float(words[3]), f"{path}:{number}")
            else:
                raise ValueError(f"{path}:{number}: nothing is looked for here")
    return program


def _row(sense: str, name: str) -> Row:
    return Row(name, -math.inf if sense == "L" else 0.0, math.inf if sense == "G" else 0.0)


def _set_right_side(row: Row, value: float) -> None:
    if math.isfinite(row.lower):
        row.lower = value
    if math.isfinite(row.upper):
        row.upper = value


def _set_bound(column: Column, kind: str, value: float, place: str) -> None:
    if kind not in ("UP", "LO", "FX"):
        raise ValueError(f"{place}: bound {kind} is not known here")
    if kind != "UP":
        column.lower = value
    if kind != "LO":
        column.upper = value
