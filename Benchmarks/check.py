# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a solver's answer against an exported programme: `check.py PROGRAMME.mps ANSWER.json`.

Prints the answer without its values as JSON, with a list of what is wrong with it: nothing, if it holds.
"""

import json
import sys

from suite import check, mps


def main(programme: str, path: str) -> None:
    """Reads both and prints the verdict."""
    with open(path, encoding="utf-8") as file:
        answer = json.load(file)
    values = answer.pop("values")
    answer["faults"] = []
    if answer["objective"] is not None:
        answer["faults"] = check.faults(mps.read(programme), values, answer["objective"])[:20]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
