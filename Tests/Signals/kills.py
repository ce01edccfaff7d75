#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `skillmix scenarios` at random moments, resumes it each time, and holds what it comes to against an unbroken run.

A small week with a limit of work, so that the same comes of it every time. `kill -9` at moments that a seed draws, spread over
as long as a whole run takes, start and end included; after each kill every file of a run has to be whole. When it comes to its
end, every file of results has to be what the unbroken run wrote, byte for byte, every run be there once, and the ledger say so.
Then the next round begins, until there were so many kills.

    Tests/Signals/kills.py .build/release/skillmix --kills 50 --seed 1
"""

from __future__ import annotations

import argparse
import contextlib
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = """\
bases: [{week: week/first-week}]
overlays:
  none: {policy: {agency_cap: 0}}
  dearer: {rates: [{employment: bank, factor: 1.05}]}
  half: {agency_cap_of_base: 0.5}
  busy: {demand: [{pathways: [P1], factor: {low: 1.05, high: 1.25, confidence: 0.8}}]}
run: [none, dearer, [none, dearer], half, busy]
frontier: {of: agency, against: [critical, urgent, routine], points: 3}
replicates: 3
work: 50
"""
TABLES = ["results.csv", "differences.csv", "frontier.csv", "levers.csv", "break-even.csv", "costs.csv", "results.json", "report.html"]


def whole(file: pathlib.Path) -> dict:
    """A run's record; how long its search took is no part of what it is."""
    kept = json.loads(file.read_text())
    kept["record"].pop("seconds")
    return kept["record"]


def runs(folder: pathlib.Path) -> dict[str, dict]:
    """The records of all runs that are there, each under its key."""
    return {file.stem: whole(file) for file in sorted(folder.glob("runs/*.json"))}


class Trial:
    """An experiment that is killed and gone on with."""

    def __init__(self, skillmix: pathlib.Path, folder: pathlib.Path) -> None:
        self.skillmix, self.folder = skillmix, folder
        self.problems: list[str] = []
        (folder / "week").mkdir()
        shutil.copytree(
            REPOSITORY / "Rosters/first-week", folder / "week/first-week", ignore=shutil.ignore_patterns("plan*"))
        shutil.copytree(REPOSITORY / "Competencies", folder / "Competencies")
        (folder / "file.yaml").write_text(SCENARIOS)

    def start(self, out: str, *more: str) -> subprocess.Popen:
        return subprocess.Popen(
            [self.skillmix, "scenarios", self.folder / "file.yaml", "--out", self.folder / out, "--quiet",
             "--ledger", self.folder / f"{out}.sqlite", *more],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def unbroken(self) -> float:
        """Runs it whole; how many seconds it took."""
        began = time.monotonic()
        process = self.start("whole")
        _, said = process.communicate()
        if process.returncode != 0:
            raise SystemExit(f"The unbroken run ended with {process.returncode}: {said}")
        self.expected = runs(self.folder / "whole")
        return time.monotonic() - began

    def check(self, holds: bool, words: str) -> None:
        if not holds:
            self.problems.append(words)
            print(words, flush=True)

    def check_killed(self, out: str, before: set[str], when: str) -> set[str]:
        """After a kill: what was there is there, and what is there is whole."""
        try:
            now = runs(self.folder / out)
        except (ValueError, KeyError) as error:
            self.check(False, f"{when}: a torn file: {error}")
            return before
        self.check(before <= now.keys(), f"{when}: {len(before - now.keys())} runs are lost that were done")
        for key, record in now.items():
            self.check(record == self.expected.get(key), f"{when}: run {key} is another one")
        return set(now)

    def check_end(self, out: str, tries: int) -> None:
        """At the end: everything, once, and the same."""
        self.check(runs(self.folder / out) == self.expected, f"{out}: the runs are not those of the unbroken one")
        for name in TABLES:
            one, other = ((self.folder / place / name).read_bytes() for place in (out, "whole"))
            self.check(one == other, f"{out}: {name} is not what the unbroken one wrote")
        names = {file.name for file in (self.folder / out).iterdir()}
        self.check(names == {*TABLES, "runs"}, f"{out}: there is {sorted(names)}")
        left = [file.name for file in (self.folder / out / "runs").iterdir() if file.suffix != ".json"]
        self.check(not left, f"{out}: left behind: {left}")
        with contextlib.closing(sqlite3.connect(self.folder / f"{out}.sqlite")) as ledger:
            ends = [status for status, in ledger.execute("SELECT status FROM run ORDER BY id")]
            self.check(ends.count("done") == 1 and ends[-1] == "done", f"{out}: the ledger has {ends}")
            self.check(len(ends) <= tries, f"{out}: {len(ends)} runs in the ledger of {tries} tries")
            last = ledger.execute("SELECT max(id) FROM run").fetchone()[0]
            keys = [key for key, in ledger.execute("SELECT key FROM part WHERE run = ?", (last,))]
            self.check(sorted(keys) == sorted(self.expected), f"{out}: the ledger's last run has {len(keys)} runs")
            self.check(len(keys) == len(set(keys)), f"{out}: the ledger has runs twice")
            check = ledger.execute("PRAGMA integrity_check").fetchone()[0]
            self.check(check == "ok", f"{out}: the ledger is damaged: {check}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("skillmix", type=pathlib.Path, help="the command")
    parser.add_argument("--kills", type=int, default=50, help="how many kills (50)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    options = parser.parse_args()
    choice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="skillmix-kills-") as name:
        trial = Trial(options.skillmix.resolve(), pathlib.Path(name))
        seconds = trial.unbroken()
        print(f"unbroken: {len(trial.expected)} runs in {seconds:.1f} s", flush=True)
        kills = rounds = 0
        moments: list[int] = []
        while kills < options.kills:
            rounds += 1
            out, tries, before = f"round-{rounds}", 0, set()
            while True:
                tries += 1
                process = trial.start(out, *(["--resume"] if tries > 1 else []))
                # Most of them early: what is done is not done again, so that a late moment ends a round.
                moment = choice.random() ** 2 * seconds
                if kills >= options.kills:
                    moment = None
                try:
                    _, said = process.communicate(timeout=moment)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.communicate()
                    kills += 1
                    before = trial.check_killed(out, before, f"{out}, kill {kills}")
                    moments.append(len(before))
                    continue
                trial.check(process.returncode == 0, f"{out}: it ended with {process.returncode}: {said}")
                break
            trial.check_end(out, tries)
        print(f"{kills} kills in {rounds} rounds, with {min(moments)} to {max(moments)} of {len(trial.expected)} runs done "
              f"when they came; {len(set(moments))} different moments by that")
        print(f"{len(trial.problems)} problems" if trial.problems else "nothing lost, nothing twice, nothing torn")
        return 1 if trial.problems else 0


if __name__ == "__main__":
    sys.exit(main())
