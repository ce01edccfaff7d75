#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios by a Slurm cluster, for real: one that this script sets up on this machine and takes away again.

What a cluster does has to be what this machine does, byte for byte, also where a task is killed, where somebody presses Ctrl-C,
and where whoever handed runs over is killed; a node that fails and a folder that is not shared have to be told as such.

    Tests/Slurm/slurm.py .build/release/skillmix [--short] [--if-possible]

Needs slurm-wlm and munge, and root, whose daemons these are: `.ci/install-dependencies slurm` installs them."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from cluster import CannotRun, Cluster

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
# Names as people have them.
OUT = "it's \"winter\" 100 % $HOME"
SCENARIOS = """\
bases: [{week: weeks/week}]
overlays:
  none: {policy: {agency_cap: 0}}
  dearer: {rates: [{employment: bank, factor: 1.05}]}
  half: {agency_cap_of_base: 0.5}
  busy: {demand: [{factor: {low: 1.05, high: 1.25, confidence: 0.8}}]}
run: [none, [none, dearer], half, busy]
frontier: {of: agency, against: [critical, urgent], points: 2}
replicates: 2
"""


class Trial:
    """A small experiment, here and on the cluster."""

    def __init__(self, skillmix: pathlib.Path, folder: pathlib.Path, work: int) -> None:
        self.skillmix, self.folder, self.problems = skillmix, folder, []
        shutil.copytree(
            REPOSITORY / "Rosters/first-week", folder / "weeks/week", ignore=shutil.ignore_patterns("plan*"))
        shutil.copytree(REPOSITORY / "Competencies", folder / "Competencies")
        (folder / "file.yaml").write_text(f"{SCENARIOS}work: {work}\n")

    def check(self, holds: bool, words: str) -> None:
        if not holds:
            self.problems.append(words)
        print(("     " if holds else "NOT: ") + words, flush=True)

    def start(self, out: str, cluster: Cluster | None, *more: str) -> subprocess.Popen:
        engine = [] if cluster is None else ["--engine", "slurm"]
        return subprocess.Popen(
            [self.skillmix, "scenarios", self.folder / "file.yaml", "--out", self.folder / out, *engine, *more],
            env=None if cluster is None else cluster.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)

    def run(self, out: str, cluster: Cluster | None, *more: str, seconds: float = 600) -> tuple[int, str]:
        """Runs it to its end: exit code and messages."""
        process = self.start(out, cluster, *more)
        _, said = process.communicate(timeout=seconds)
        return process.returncode, said

    def done(self, out: str) -> int:
        return len(list((self.folder / out / "runs").glob("*.json")))

    def is_same(self, out: str) -> bool:
        """Whether every file of results is what this machine wrote."""
        files = [file.name for file in (self.folder / "here").iterdir() if file.is_file()]
        return "results.csv" in files and all(
            (self.folder / "here" / name).read_bytes() == (self.folder / out / name).read_bytes() for name in files)

    def has_same_runs(self, out: str) -> bool:
        """Whether every run is there once, with the plan that it has here."""
        def records(folder: str) -> dict[str, dict]:
            found = {}
            for file in (self.folder / folder / "runs").iterdir():
                record = json.loads(file.read_text())["record"]
                del record["seconds"]
                found[file.name] = record
            return found
        return records(out) == records("here")

    def finish(self, words: str, out: str, code: int, said: str) -> None:
        self.check(code == 0 and self.is_same(out), f"{words}: the same results" + (f" ({code}: {said})" if code else ""))
        self.check(code == 0 and self.has_same_runs(out), f"{words}: the same runs, each once")
        self.check(not (self.folder / out / "tasks").exists(), f"{words}: nothing is left of tasks")


def tasks(out: pathlib.Path) -> list[int]:
    """The processes that do runs of a folder."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"scenario-task" in words and os.fsencode(out) in words:
                found.append(int(entry.name))
    return found


def held(out: pathlib.Path) -> bool:
    """Stops a task that is at work; whether there was one whose result was not there by then."""
    for one in tasks(out):
        with contextlib.suppress(OSError):
            before = len(list((out / "runs").glob("*.json")))
            os.kill(one, signal.SIGSTOP)
            time.sleep(0.2)
            if pathlib.Path(f"/proc/{one}").exists() and len(list((out / "runs").glob("*.json"))) == before:
                return True
            os.kill(one, signal.SIGCONT)
    return False


def wait(holds, process: subprocess.Popen, seconds: float = 120) -> bool:
    """Waits until something holds, as long as a process goes on."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        if holds():
            return True
        time.sleep(0.05)
    return False


def queued(cluster: Cluster) -> int:
    """Jobs that wait or run."""
    return len(cluster.ask("squeue", "--noheader", "--format=%i").split())


def killed_task(trial: Trial, cluster: Cluster) -> None:
    out = "killed task"
    process = trial.start(out, cluster)
    # In the second wave, of which some are done and others wait.
    # Whoever is killed has not written a result: it is held first, then looked at.
    struck = wait(lambda: trial.done(out) >= 3 and held(trial.folder / out), process)
    for victim in tasks(trial.folder / out):
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
    _, said = process.communicate(timeout=600)
    trial.check(struck, "a task was killed")
    trial.check("handed to Slurm again" in said, "a task that was killed is handed over again")
    trial.finish("a killed task", out, process.returncode, said)


def cancelled(trial: Trial, cluster: Cluster) -> None:
    out = "cancelled"
    process = trial.start(out, cluster)
    wait(lambda: trial.done(out) >= 3 and queued(cluster) > 0, process)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, said = process.communicate(timeout=120)
    trial.check(process.returncode == 3, f"Ctrl-C ends with 3, after {time.monotonic() - began:.1f} s: {process.returncode}")
    cluster.wait("free of jobs after Ctrl-C", lambda: queued(cluster) == 0, 30)
    kept = trial.done(out)
    trial.check(kept >= 3, f"{kept} runs are kept")
    code, said = trial.run(out, cluster, "--resume")
    trial.check(said.count("done before") >= 3, "what is done is not handed over again")
    trial.finish("resumed after Ctrl-C", out, code, said)


def killed_submitter(trial: Trial, cluster: Cluster) -> None:
    out = "killed submitter"
    process = trial.start(out, cluster)
    wait(lambda: trial.done(out) >= 3 and queued(cluster) > 0, process)
    process.kill()
    process.communicate()
    trial.check(queued(cluster) > 0, "jobs go on when whoever handed them over is killed")
    code, said = trial.run(out, cluster, "--resume")
    trial.finish("resumed after a kill", out, code, said)


def not_shared(trial: Trial, cluster: Cluster) -> None:
    """A folder that the node has, but another one."""
    out = "not shared"
    # Ended as it is, the node would be thought to have failed.
    cluster.stop("slurmd")
    hidden = trial.folder / out
    hidden.mkdir()
    cluster.start_node(hiding=hidden)
    cluster.wait("idle", cluster.is_idle)
    code, said = trial.run(out, cluster)
    trial.check(code == 2 and "left no word in" in said and "have to share" in said,
                f"a folder that is not shared is told as such: {said.strip().splitlines()[-2:]}")
    cluster.stop("slurmd")
    cluster.start_node()
    cluster.wait("idle", cluster.is_idle)


def failed_node(trial: Trial, cluster: Cluster) -> None:
    out = "failed node"
    process = trial.start(out, cluster)
    struck = wait(lambda: trial.done(out) >= 3 and held(trial.folder / out), process)
    cluster.stop("slurmd", signal.SIGKILL)
    for one in [*cluster.steps(), *tasks(trial.folder / out)]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    cluster.wait("aware that its node failed", lambda: "down" in cluster.ask("sinfo", "--noheader", "--format=%t"), 120)
    cluster.start_node()
    _, said = process.communicate(timeout=600)
    trial.check(struck, "a node failed while it was at work")
    trial.check("handed to Slurm again" in said, "what a node did that failed is handed over again")
    trial.finish("a failed node", out, process.returncode, said)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("skillmix", type=pathlib.Path, help="the command")
    parser.add_argument("--short", action="store_true", help="only whether results are the same, a killed task and Ctrl-C")
    parser.add_argument(
        "--if-possible", action="store_true", help="say so and end well where Slurm's daemons do not run on this machine")
    parser.add_argument("--work", type=int, default=40, help="steps of each search (40)")
    options = parser.parse_args()
    # Whoever ends this script has its daemons ended, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="skillmix-slurm-") as name:
        folder = pathlib.Path(name)
        for part in ("cluster", "trial"):
            (folder / part).mkdir()
        trial = Trial(options.skillmix.resolve(), folder / "trial", options.work)
        began = time.monotonic()
        code, said = trial.run("here", None)
        if code != 0:
            raise SystemExit(f"Scenarios do not run on this machine: {said}")
        print(f"here: {trial.done('here')} runs in {time.monotonic() - began:.1f} s", flush=True)
        with Cluster(folder / "cluster") as cluster:
            began = time.monotonic()
            code, said = trial.run(OUT, cluster)
            print(f"by Slurm: {time.monotonic() - began:.1f} s", flush=True)
            trial.finish("by Slurm", OUT, code, said)
            killed_task(trial, cluster)
            cancelled(trial, cluster)
            if not options.short:
                killed_submitter(trial, cluster)
                not_shared(trial, cluster)
                failed_node(trial, cluster)
        if trial.problems:
            shutil.copytree(folder / "cluster", kept := tempfile.mkdtemp(prefix="slurm-logs-"), dirs_exist_ok=True,
                            ignore=lambda path, names: [one for one in names if not one.endswith(".log")])
            print(f"What Slurm says is in {kept}.")
    print(f"{len(trial.problems)} problems" if trial.problems else "all well")
    return 1 if trial.problems else 0


def ended() -> int:
    """The exit code. What a machine does not let daemons do is no fault of skillmix's."""
    try:
        return main()
    except CannotRun as failure:
        print(failure, flush=True)
        return 0 if "--if-possible" in sys.argv else 1


if __name__ == "__main__":
    sys.exit(ended())
