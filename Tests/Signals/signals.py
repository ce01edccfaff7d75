#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends signals to `skillmix allocate` at random moments, and counts plans that are lost.

The moments are spread over a whole run: before the search, in it, in the closer looks, while files are written.
From the moment that a plan was announced on, a whole plan has to be there with code 0 or 3 within three seconds;
before that, nothing may be left behind. Standard streams are closed, full or without a reader in some of the runs.

    Tests/Signals/signals.py .build/release/skillmix --count 200 --seed 1
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
# What standard error and output are; where messages cannot be seen, nobody knows what was announced.
STREAMS = ["seen"] * 4 + ["closed", "full", "unread"]


def run(command, folder, moment, numbers, streams):
    """Runs the command, sends the signals, and says how it ended."""
    pipe = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    shell = None
    if streams == "closed":
        pipe, shell = {}, 'exec "$@" >&- 2>&-'
    elif streams == "full":
        pipe, shell = {}, 'exec "$@" >/dev/full 2>/dev/full'
    elif streams == "unread":
        reading, writing = os.pipe()
        os.close(reading)
        pipe = {"stdout": writing, "stderr": writing}
    words = command if shell is None else ["sh", "-c", shell, "sh", *command]
    started = time.monotonic()
    process = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL, **pipe)
    if streams == "unread":
        os.close(writing)
    announced = threading.Event()

    def watch():
        for line in process.stderr:
            if "plan £".encode() in line:
                announced.set()

    watcher = threading.Thread(target=watch) if process.stderr else None
    if watcher:
        watcher.start()
    try:
        process.wait(max(0, moment - (time.monotonic() - started)))
    except subprocess.TimeoutExpired:
        pass
    was_announced = announced.is_set()
    sent = process.poll() is None
    asked = time.monotonic()
    for number in numbers:
        if process.poll() is None:
            process.send_signal(number)
    try:
        code = process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    took = time.monotonic() - asked
    if watcher:
        watcher.join()
    return {"code": code, "sent": sent, "announced": was_announced, "took": took}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("skillmix", help="the command")
    parser.add_argument("--count", type=int, default=200, help="how many signals (200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--staff", type=int, default=60, help="people of the week (60)")
    parser.add_argument("--seconds", type=float, default=1.0, help="time limit of each search (1)")
    parser.add_argument("--within", type=float, default=3.0, help="seconds in which a plan is handed over (3)")
    arguments = parser.parse_args()
    skillmix = os.path.abspath(arguments.skillmix)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    framework = os.path.join(root, "Competencies", "intermediate-care.yaml")
    draw = random.Random(arguments.seed)
    place = tempfile.mkdtemp(prefix="signals-")
    try:
        week = os.path.join(place, "week")
        subprocess.run([skillmix, "generate", week, "--staff", str(arguments.staff), "--framework", framework],
                       check=True, stdout=subprocess.DEVNULL)
        out = os.path.join(place, "out")
        plan = os.path.join(out, "plan")
        command = [skillmix, "allocate", week, "--time-limit", str(arguments.seconds), "--out", plan]
        os.mkdir(out)
        started = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        length = time.monotonic() - started
        earlier = os.path.join(place, "earlier")
        shutil.move(plan, earlier)

        counts = dict.fromkeys(
            ["sent", "too late", "after a plan was announced", "plan there", "nothing there",
             "lost", "left over", "odd code", "not whole", "late"], 0)
        slowest, tried = 0.0, 0
        while counts["sent"] < arguments.count and tried < 3 * arguments.count:
            tried += 1
            shutil.rmtree(out)
            os.mkdir(out)
            is_replacing = draw.random() < 0.3
            if is_replacing:
                shutil.copytree(earlier, plan)
                before = os.stat(os.path.join(plan, "plan.json")).st_ino
            numbers = draw.choices(SIGNALS, k=draw.choice([1, 1, 1, 2, 5]))
            streams = draw.choice(STREAMS)
            moment = draw.random() * length * 1.05
            ended = run(command, place, moment, numbers, streams)
            if not ended["sent"]:
                counts["too late"] += 1
                continue
            counts["sent"] += 1
            counts["after a plan was announced"] += ended["announced"]
            summary = os.path.join(plan, "plan.json")
            is_there = os.path.exists(summary)
            is_new = is_there and not (is_replacing and os.stat(summary).st_ino == before)
            where = f"at {moment:.2f} s of {length:.2f} s, {[n.name for n in numbers]}, streams {streams}"
            counts["plan there" if is_new else "nothing there"] += 1
            faults = []
            if ended["announced"] and not is_new or is_replacing and not is_there:
                faults.append("lost")
            if [name for name in os.listdir(out) if name != "plan"]:
                faults.append("left over")
            ended_by = ended["code"] if ended["code"] >= 0 else None
            if is_new and ended_by not in (0, 3) or not is_new and -ended["code"] not in numbers:
                faults.append("odd code")
            if is_there and subprocess.run([skillmix, "audit", week, plan], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL).returncode != 0:
                faults.append("not whole")
            if is_new:
                slowest = max(slowest, ended["took"])
            if ended["took"] > arguments.within:
                faults.append("late")
            for fault in faults:
                counts[fault] += 1
                print(f"{fault}: {where}: code {ended['code']} after {ended['took']:.1f} s", flush=True)
        for name, count in counts.items():
            print(f"{count:6}  {name}")
        print(f"{slowest:6.2f}  seconds from a signal to the end of the slowest that handed a plan over")
        faults = sum(counts[name] for name in ["lost", "left over", "odd code", "not whole", "late"])
        return 1 if faults or counts["sent"] < arguments.count else 0
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
