#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does when many work with it and when it is killed.

    make stress

- 50 people at once, each with a page a second, while two plans are made: how long pages take.
- 200 connections that send a byte every few seconds: whether others still get their pages.
- Killed with SIGKILL at a random moment 50 times while people write: whether anything is lost that was confirmed.
"""

import argparse
import html
import http.client
import pathlib
import random
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "three plain words"


class Server:
    """A server of a folder, until it is ended or killed."""

    def __init__(self, skillmix: pathlib.Path, data: pathlib.Path, week: str) -> None:
        self.process = subprocess.Popen(
            [skillmix, "serve", "--data", data, "--port", "0", "--framework",
             REPOSITORY / "Competencies/intermediate-care.yaml", "--week", REPOSITORY / "Rosters" / week],
            stdout=subprocess.PIPE, text=True)
        self.welcome = None
        while line := self.process.stdout.readline():
            if found := re.search(r"serves at http://(\S+):(\d+)", line):
                self.port = int(found[2])
            if found := re.search(r"/welcome/(\S+)", line):
                self.welcome = found[1]
            if "Ctrl-C" in line:
                return
        raise RuntimeError("the server ended at once")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


class Guest:
    """Somebody with a browser."""

    def __init__(self, server: Server) -> None:
        self.server, self.cookie, self.token = server, "", ""

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, str]:
        """A page, or what becomes of a form: status, where it leads, text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields | {"form_token": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request("GET" if fields is None else "POST", path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        if found := re.search(r'name="form_token" value="([^"]+)"', text):
            self.token = found[1]
        return response.status, response.getheader("Location") or "", text

    def account(self, token: str, name: str) -> None:
        status, _, text = self.ask(f"/welcome/{token}", {"name": name, "login": name, "password": PASSWORD})
        if status != 303:
            raise RuntimeError(text)
        self.ask("/keys")

    def invite(self, role: str) -> str:
        return re.search(r"/welcome/([\w-]+)", self.ask("/people", {"role": role})[2])[1]


def load(skillmix: pathlib.Path, scratch: pathlib.Path, people: int, seconds: int) -> int:
    """How long pages take while plans are made; how many are wrong."""
    server = Server(skillmix, scratch / "load", "place-week")
    administrator = Guest(server)
    administrator.account(server.welcome, "ash")
    planners = []
    for number in range(people):
        planner = Guest(server)
        planner.account(administrator.invite("planner"), f"planner{number}")
        planners.append(planner)
    for planner in planners[:2]:
        planner.ask("/weeks/1/runs", {"seconds": str(seconds * 2)})
    paths = ["/", "/weeks", "/weeks/1", "/runs/1", "/plans", "/keys", "/weeks/1/tables/staff.csv"]
    took: dict[str, list[float]] = {path: [] for path in paths}
    wrong: list[str] = []

    def work(planner: Guest, seed: int) -> None:
        choice = random.Random(seed)
        end = time.monotonic() + seconds
        time.sleep(choice.random())
        while time.monotonic() < end:
            path = choice.choice(paths)
            begun = time.monotonic()
            status, _, _ = planner.ask(path)
            took[path].append(time.monotonic() - begun)
            if status != 200:
                wrong.append(f"{path}: {status}")
            time.sleep(max(0, 1 - (time.monotonic() - begun)))

    threads = [threading.Thread(target=work, args=(planner, seed)) for seed, planner in enumerate(planners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = sorted(sum(took.values(), []))
    print(f"{people} people, {len(everything)} pages in {seconds} s beside two runs: "
          f"median {statistics.median(everything) * 1000:.0f} ms, "
          f"99 % within {everything[int(len(everything) * 0.99)] * 1000:.0f} ms, {len(wrong)} wrong")
    for path, times in took.items():
        times.sort()
        print(f"  {path}: median {statistics.median(times) * 1000:.0f} ms, 99 % within {times[int(len(times) * 0.99)] * 1000:.0f} ms")
    drip(server, planners[0])
    for run in (1, 2):
        planners[run - 1].ask(f"/runs/{run}/stop", {})
    server.end()
    return len(wrong)


def drip(server: Server, guest: Guest) -> None:
    """Whether others get their pages while many connections send hardly anything."""
    sockets = []
    for _ in range(200):
        one = socket.create_connection(("127.0.0.1", server.port))
        one.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        sockets.append(one)
    times = []
    for _ in range(10):
        for one in sockets:
            one.send(b"a")
        begun = time.monotonic()
        guest.ask("/weeks")
        times.append(time.monotonic() - begun)
        time.sleep(0.5)
    for one in sockets:
        one.close()
    print(f"200 connections that drip: a page within {max(times) * 1000:.0f} ms")


class Table:
    """A table of the week that somebody types in, its notes a number that grows."""

    PATH = "/weeks/1/tables/staff.csv"

    def __init__(self) -> None:
        self.saved = self.asked = 0

    def save(self, guest: Guest) -> bool:
        """Types the next number into the first cell of the notes, and says whether it was confirmed."""
        fields = self.fields(guest)
        self.asked += 1
        fields["r0c1"] = f"Number {self.asked}"
        status, _, _ = guest.ask(self.PATH, fields)
        if status == 303:
            self.saved = self.asked
        return status == 303

    def fields(self, guest: Guest) -> dict[str, str]:
        text = guest.ask(self.PATH)[2]
        pairs = re.findall(r'<(?:input|textarea)[^>]*name="(r\d+c\d+|c\d+|rows|columns|version)"[^>]*value="([^"]*)"', text)
        return {name: html.unescape(value) for name, value in pairs}

    def lost(self, guest: Guest, data: pathlib.Path) -> list[str]:
        """What does not go together after a kill: the page, the version, the trail and what was confirmed."""
        fields = self.fields(guest)
        shown = int(re.search(r"\d+", fields["r0c1"] or "0")[0]) if "Number" in fields["r0c1"] else 0
        with sqlite3.connect(data / "skillmix.sqlite") as database:
            version, = database.execute("SELECT version FROM week WHERE id = 1").fetchone()
            trail, = database.execute("SELECT COUNT(*) FROM trail WHERE what = 'changed a table'").fetchone()
        problems = []
        if shown < self.saved:
            problems.append(f"saving {self.saved} was confirmed, and {shown} is kept")
        if version != trail + 1 or str(version) != fields["version"]:
            problems.append(f"version {version} (the page: {fields['version']}) beside {trail} lines of the trail")
        with sqlite3.connect(data / "skillmix.sqlite") as database:
            said, = database.execute(
                "SELECT now FROM trail WHERE what = 'changed a table' ORDER BY id DESC LIMIT 1").fetchone() or ("",)
        if shown and f"Number {shown}" not in said:
            problems.append(f"{shown} is kept, and the trail's last line says something else")
        return problems


def kills(skillmix: pathlib.Path, scratch: pathlib.Path, number: int) -> int:
    """How many confirmed writes are gone after so many kills."""
    data = scratch / "kills"
    server = Server(skillmix, data, "first-week")
    guest = Guest(server)
    guest.account(server.welcome, "ash")
    planner = Guest(server)
    planner.account(guest.invite("planner"), "birch")
    choice = random.Random(1)
    confirmed: list[str] = []
    table = Table()
    asked = 0
    lost = 0
    for round_ in range(number):
        guest.server = planner.server = server
        deadline = threading.Timer(choice.uniform(0.01, 0.6), server.kill)
        deadline.start()
        try:
            while True:
                asked += 1
                name = f"key {round_} {asked}"
                status, _, _ = guest.ask("/keys", {"name": name})
                if status == 200:
                    confirmed.append(name)
                for _ in range(3):
                    table.save(planner)
        except (OSError, http.client.HTTPException):
            pass
        deadline.join()
        server = Server(skillmix, data, "first-week")
        guest.server = planner.server = server
        text = guest.ask("/keys")[2]
        lost += sum(f"{name}, made" not in text for name in confirmed)
        if len(set(re.findall(r"key \d+ \d+, made", text))) != len(re.findall(r"key \d+ \d+, made", text)):
            lost += 1
            print("something is there twice")
        for problem in table.lost(planner, data):
            lost += 1
            print(problem)
    server.end()
    print(f"{number} kills, {asked} keys begun, {len(confirmed)} confirmed, {table.asked} savings of a table begun, "
          f"the last confirmed {table.saved}, {lost} lost")
    return lost


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--skillmix", type=pathlib.Path, default=REPOSITORY / ".build/release/skillmix")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--kills", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        skillmix = arguments.skillmix.resolve()
        wrong = load(skillmix, pathlib.Path(scratch), arguments.people, arguments.seconds)
        return 1 if wrong or kills(skillmix, pathlib.Path(scratch), arguments.kills) else 0


if __name__ == "__main__":
    sys.exit(main())
