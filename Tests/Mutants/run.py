#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Switches off one thing at a time and asks whether a test notices.

Every mutant of mutants.txt changes one line of the sources. It is put in, the tests named for it are built and
run, and it is taken out again. A mutant that all tests let pass is named, and the run ends with 1.

The sources are copied first, so that a stopped run leaves the repository as it was.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def mutants():
    """The mutants as (what, file, old line, new line, tests); blocks of mutants.txt, parted by blank lines."""
    text = (HERE / "mutants.txt").read_text(encoding="utf-8")
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        fields = {}
        for line in lines:
            name, _, value = line.partition(": ")
            fields[name] = value
        yield tuple(fields[name] for name in ("mutant", "file", "old", "new", "tests"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="those whose text holds this")
    parser.add_argument("--check", action="store_true", help="only say whether every old line stands where it should")
    options = parser.parse_args()
    chosen = [mutant for mutant in mutants() if options.only in mutant[0]]
    misplaced = [
        f"{file}: '{old}' stands there {count} times"
        for _, file, old, _, _ in chosen
        if (count := (ROOT / file).read_text(encoding="utf-8").count(old)) != 1
    ]
    if misplaced:
        sys.exit("\n".join(misplaced))
    print(f"{len(chosen)} mutants, each with its line in place")
    if options.check:
        return
    copy = ROOT / ".build-mutants" / "skillmix"
    copy.mkdir(parents=True, exist_ok=True)
    for name in ("Package.swift", "Sources", "Tests", "Benchmarks", "Competencies", "Rosters", "docs", "README.md",
                 "CONTRIBUTING.md"):
        source, target = ROOT / name, copy / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".venv", "results"))
        else:
            shutil.copy2(source, target)
    passed = [what for what, *rest in chosen if survives(copy, what, *rest)]
    if passed:
        sys.exit("No test noticed:\n" + "\n".join(f"  {what}" for what in passed))
    print("Every mutant breaks a test.")


def survives(copy, what, file, old, new, tests):
    """Whether the tests pass with the mutant in; a mutant that does not compile is an error of the list."""
    path = copy / file
    original = path.read_text(encoding="utf-8")
    path.write_text(original.replace(old, new), encoding="utf-8")
    try:
        build = subprocess.run(
            ["swift", "build", "--build-tests"], cwd=copy, capture_output=True, text=True, check=False)
        if build.returncode:
            sys.exit(f"{what}: does not compile\n{build.stdout[-2000:]}")
        run = subprocess.run(
            ["swift", "test", "--skip-build", "--filter", tests],
            cwd=copy, capture_output=True, text=True, check=False)
        killed = run.returncode != 0
        if "0 tests" in run.stdout and not re.search(r"Test run with [1-9]", run.stdout):
            sys.exit(f"{what}: '{tests}' names no test")
        print(f"{'killed  ' if killed else 'SURVIVES'} {what}", flush=True)
        return not killed
    finally:
        path.write_text(original, encoding="utf-8")


if __name__ == "__main__":
    main()
