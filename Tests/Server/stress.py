#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does when many work with it and when it is killed.

    make stress

- 50 people at once, each with a page a second, while two plans are made: how long pages take. 99 of 100 have to be there
  within 300 ms.
- 200 connections that send a byte every few seconds: whether others still get their pages.
- Killed with SIGKILL at a random moment 50 times while people write: whether anything is lost that was confirmed.
"""

import argparse
import html
import http.client
import pathlib
import random
import re
import sqlite3
import sys
import tempfile
import threading

from guests import REPOSITORY, Guest, Server
from load import load

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
    server = Server(skillmix, data, REPOSITORY / "Rosters/first-week")
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
        server = Server(skillmix, data, REPOSITORY / "Rosters/first-week")
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
    parser.add_argument("--most", type=int, default=300, help="ms that 99 of 100 pages may take")
    parser.add_argument("--kills", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        skillmix = arguments.skillmix.resolve()
        wrong = load(skillmix, pathlib.Path(scratch), arguments.people, arguments.seconds, arguments.most)
        return 1 if wrong or kills(skillmix, pathlib.Path(scratch), arguments.kills) else 0


if __name__ == "__main__":
    sys.exit(main())
