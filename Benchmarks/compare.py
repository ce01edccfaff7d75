# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans generated weeks with skillmix and with other solvers, checks every plan, and prints them side by side.

Each run is kept as soon as it is over. A measurement that was interrupted goes on with `--reuse` and its file.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile

from suite import commands, machine, peers, settings, skillmix, weeks
from suite.bounds import contradictions
from suite.runs import Archive, Run
from suite.table import table


def main() -> None:
    """Measures what the command line asks for."""
    options = read_options()
    archive = Archive(options.results, options.reuse)
    runs = []
    try:
        with tempfile.TemporaryDirectory(prefix="skillmix-bench-") as folder:
            for staff in options.sizes:
                for solver in ["skillmix", *(options.peers if staff in options.peer_sizes else [])]:
                    runs += measure_block(options, archive, folder, staff, solver)
    except commands.CommandFailed as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        say(f"interrupted; go on with --reuse {options.results}")
        sys.exit(130)
    text = table(runs)
    with open(os.path.splitext(options.results)[0] + ".md", "w", encoding="utf-8") as file:
        file.write(text)
    print(text, end="")
    if any(run.faults for run in runs) or contradictions(runs):
        sys.exit(1)


def measure_block(options, archive: Archive, folder: str, staff: int, solver: str) -> list[Run]:
    """The runs of one solver on all weeks of one size."""
    runs = []
    for seed in settings.WEEKS[:options.weeks]:
        week = weeks.generate(folder, staff, seed)
        run = prepare(options, week, staff, seed, solver)
        kept = archive.find(run)
        if kept:
            say(f"{staff} staff, week {seed}, {peers.title(solver)}: measured before")
            runs.append(kept)
            continue
        say(f"{staff} staff, week {seed}, {peers.title(solver)}, {run.limit:g} s")
        run.started = datetime.datetime.now().isoformat(timespec="seconds")
        before = machine.load()
        if solver == "skillmix":
            skillmix.measure(run, week)
        else:
            peers.measure(run, solver, weeks.export(week), options.peer_python)
        run.load = [before, machine.load()]
        for fault in run.faults:
            say(fault)
        archive.keep(run)
        runs.append(run)
    return runs


def prepare(options, week: str, staff: int, seed: int, solver: str) -> Run:
    """A run that is still to be made: what is measured, on what."""
    if solver == "skillmix":
        version, basis, limit = skillmix.version(), weeks.fingerprint(settings.SKILLMIX), options.seconds
    else:
        version, limit = peers.version(solver, options.peer_python), options.peer_seconds
        basis = weeks.fingerprint(weeks.export(week))
    return Run(
        solver=solver, version=version, basis=basis, staff=staff, week=seed, limit=limit,
        cores=machine.cores(), processor=machine.processor())


def read_options() -> argparse.Namespace:
    """The command line, with what it leaves out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=numbers, help=f"people on the roster (default {listed(settings.SIZES)})")
    parser.add_argument("--weeks", type=int, help=f"weeks a size (default {len(settings.WEEKS)})")
    parser.add_argument("--seconds", type=float, help=f"time limit of skillmix (default {settings.SECONDS})")
    parser.add_argument(
        "--peers", type=words, help=f"other solvers (default {','.join(peers.PEERS)})")
    parser.add_argument("--skip-peers", action="store_true", help="measure skillmix alone")
    parser.add_argument(
        "--peer-sizes", type=numbers,
        help=f"sizes other solvers are given (default {listed(settings.PEER_SIZES)})")
    parser.add_argument(
        "--peer-seconds", type=float, help=f"time limit of other solvers (default {settings.PEER_SECONDS})")
    parser.add_argument(
        "--peer-python", default=settings.PEER_PYTHON, help="a Python that has them (default Benchmarks/.venv's)")
    parser.add_argument("--quick", action="store_true", help="two minutes in all, one week a size")
    parser.add_argument("--results", help="JSON file for all single runs; the table goes beside it, as .md")
    parser.add_argument("--reuse", help="such a file: what it holds is not measured again")
    options = parser.parse_args()
    fill_in(options)
    unknown = [peer for peer in options.peers if peer not in peers.PEERS]
    if unknown:
        parser.error(f"--peers: {unknown[0]} is none of {', '.join(peers.PEERS)}")
    if not 1 <= options.weeks <= len(settings.WEEKS):
        parser.error(f"--weeks: give 1 to {len(settings.WEEKS)}")
    if not os.access(settings.SKILLMIX, os.X_OK):
        parser.error("skillmix is not built: make build")
    if any(staff in options.peer_sizes for staff in options.sizes) and options.peers \
            and not os.access(options.peer_python, os.X_OK):
        parser.error(f"{options.peer_python} is missing: make bench installs it; or give --skip-peers")
    if options.reuse and not os.path.exists(options.reuse):
        parser.error(f"--reuse: there is no {options.reuse}")
    return options


def fill_in(options: argparse.Namespace) -> None:
    """Puts in what was not given, by whether it shall be quick."""
    quick = options.quick
    defaults = {
        "sizes": settings.QUICK_SIZES if quick else settings.SIZES,
        "weeks": settings.QUICK_WEEKS if quick else len(settings.WEEKS),
        "seconds": settings.QUICK_SECONDS if quick else settings.SECONDS,
        "peers": list(peers.PEERS),
        "peer_sizes": settings.QUICK_PEER_SIZES if quick else settings.PEER_SIZES,
        "peer_seconds": settings.QUICK_PEER_SECONDS if quick else settings.PEER_SECONDS,
        "results": options.reuse or os.path.join(
            settings.RESULTS, f"{datetime.datetime.now():%Y-%m-%d-%H%M%S}.json"),
    }
    for name, value in defaults.items():
        if getattr(options, name) is None:
            setattr(options, name, value)
    if options.skip_peers:
        options.peers = []


def numbers(text: str) -> list[int]:
    """`12,40` as numbers."""
    return [int(word) for word in words(text)]


def words(text: str) -> list[str]:
    """`a,b` as words."""
    return [word.strip() for word in text.split(",") if word.strip()]


def listed(values: list[int]) -> str:
    """Numbers as they are given on the command line."""
    return ",".join(map(str, values))


def say(message: str) -> None:
    """What is going on, apart from the table."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
