# SPDX-License-Identifier: GPL-3.0-or-later
"""50 people at once, each with a page a second, in the roles that people have, while two plans are made."""

import html
import pathlib
import random
import re
import socket
import statistics
import sys
import threading
import time
import urllib.parse

from guests import REPOSITORY, Guest, Server

sys.path.append(str(REPOSITORY / "Tests/Browser"))
from week import later  # noqa: E402

# Of fifty, how many have a role.
ROLES = {"planner": 24, "lead": 8, "finance": 6, "staff": 10, "administrator": 2}
# What each looks at: what they begin with, and what they work on.
PAGES = {
    "planner": [
        "/", "/weeks", "/weeks/1", "{run}", "/plans", "/keys", "/weeks/1/tables/staff.csv", "/weeks/1/tables/demand.csv",
        "/weeks/1/tables/staff.csv/former", "{plan}", "{seat}", "{plan}/replan", "{plan}/calls", "{calls}", "/swaps",
        "{swap}", "/roster"],
    "lead": [
        "/", "{plan}", "{plan}/lead", "{plan}/flags", "{plan}/delegations", "{plan}/sign-offs", "/weeks/1/reviews",
        "{calls}"],
    "finance": ["/", "/plans", "{plan}", "/weeks/1/scenarios", "{scenarios}"],
    "staff": ["/me", "/swaps", "{offer}", "{swap}"],
    "administrator": ["/people", "/trail", "/roster"],
}


def load(skillmix: pathlib.Path, scratch: pathlib.Path, people: int, seconds: int, most: int) -> int:
    """How long pages take while plans are made; how many are wrong, one more if they take too long."""
    # A week that is to come: whoever works in it may offer their sessions.
    week, _ = later(scratch, "place-week")
    server = Server(skillmix, scratch / "load", week)
    guests = accounts(server, people)
    prepare(guests, week)
    runs = [planner.ask("/weeks/1/runs", {"seconds": "3600"})[1] for planner in guests["planner"][:2]]
    for guest in guests["planner"]:
        guest.places["run"] = runs[0]
    # Each page by itself first: what was never asked for takes longest.
    alone = {
        (role, page): [ask(guests[role][0], page)[0] for _ in range(3)] for role, pages in PAGES.items() for page in pages}
    took: dict[tuple[str, str], list[float]] = {page: [] for page in alone}
    wrong: list[str] = []

    def work(guest: Guest, role: str, seed: int) -> None:
        choice = random.Random(seed)
        end = time.monotonic() + seconds
        time.sleep(choice.random())
        while time.monotonic() < end:
            page = choice.choice(PAGES[role])
            duration, status = ask(guest, page)
            took[role, page].append(duration)
            if status != 200:
                wrong.append(f"{role}, {page}: {status}")
            time.sleep(max(0, 1 - duration))

    everybody = [(guest, role) for role in ROLES for guest in guests[role]]
    threads = [threading.Thread(target=work, args=(*one, seed)) for seed, one in enumerate(everybody)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = sum(took.values(), [])
    print(f"{len(threads)} people, {len(everything)} pages in {seconds} s beside two runs: {words(everything)}, "
          f"{len(wrong)} wrong")
    for (role, page), times in sorted(took.items(), key=lambda one: -within(one[1])):
        print(f"  {role}, {page}: {len(times)} times, {words(times)}; before, {alone[role, page][0] * 1000:.0f} ms at first, "
              f"then {min(alone[role, page]) * 1000:.0f}")
    for one in sorted(set(wrong)):
        print(one)
    drip(server, guests["planner"][0])
    for run in runs:
        guests["planner"][0].ask(f"{run}/stop", {})
    server.end()
    if within(everything) * 1000 > most:
        print(f"99 % are to be there within {most} ms")
    return len(wrong) + (within(everything) * 1000 > most)


def ask(guest: Guest, page: str) -> tuple[float, int]:
    """Seconds until somebody has a page, and its status."""
    begun = time.monotonic()
    status, _, _ = guest.ask(page.format(**guest.places))
    return time.monotonic() - begun, status


def within(times: list[float]) -> float:
    """Seconds that 99 of 100 do not take longer than."""
    return sorted(times)[int(len(times) * 0.99)] if times else 0


def words(times: list[float]) -> str:
    return f"median {statistics.median(times or [0]) * 1000:.0f} ms, 99 % within {within(times) * 1000:.0f} ms"


def accounts(server: Server, people: int) -> dict[str, list[Guest]]:
    """People with accounts, by role."""
    first = Guest(server)
    first.account(server.welcome, "administrator0")
    guests: dict[str, list[Guest]] = {role: [first] if role == "administrator" else [] for role in ROLES}
    for role, share in ROLES.items():
        while len(guests[role]) < max(2, round(share * people / sum(ROLES.values()))):
            guest = Guest(server)
            guest.account(first.invite(role), f"{role}{len(guests[role])}")
            guests[role].append(guest)
    return guests


def prepare(guests: dict[str, list[Guest]], week: pathlib.Path) -> None:
    """A plan that is published, a call list of it, scenarios, and a session that is offered; everybody knows where they are."""
    planner, finance = guests["planner"][0], guests["finance"][0]
    plan = planner.waits_for(planner.ask("/weeks/1/runs", {"seconds": "10"})[1], "/plans/")
    planner.ask(f"{plan}/state", {"state": "published", "why": "for Monday"})
    calls = planner.waits_for(planner.ask(f"{plan}/calls", {"title": "Short", "most": "20"})[1], "/calls/")
    asked = {"do": "form", "title": "Winter", "why": "Board paper", "agency": "cap", "agency-value": "0", "replicates": "1",
             "seconds": "1"}
    scenarios = finance.waits_for(finance.ask("/weeks/1/scenarios", asked)[1], "/scenarios/")
    seat = html.unescape(re.search(r'href="(/plans/\d+/seat\?[^"]+)"', planner.ask(plan)[2])[1])
    offers = offered(guests["staff"], planner, week)
    # One session is offered to everybody, and each looks at the form by which they would offer another.
    swap = guests["staff"][0].ask("/me/offer", dict(urllib.parse.parse_qsl(offers[0][0].partition("?")[2])))[1]
    for guest in sum(guests.values(), []):
        guest.places = {"plan": plan, "calls": calls, "scenarios": scenarios, "seat": seat, "swap": swap}
    for guest, (_, offer) in zip(guests["staff"], offers):
        guest.places["offer"] = offer


def offered(staff: list[Guest], planner: Guest, week: pathlib.Path) -> list[tuple[str, str]]:
    """Where each of the staff offers a session of theirs, the first and the last, once it is said who of the plan they are."""
    roster = planner.ask("/roster")[2]
    number = {name: id for id, name in re.findall(r'action="/roster/(\d+)".*?Identifiers of (\w+)"', roster, re.S)}
    lines = [line for line in (week / "staff.csv").read_text().splitlines() if not line.startswith("#")]
    people = (line.split(",")[0] for line in lines[1:])
    offers = []
    for place, guest in enumerate(staff):
        found = []
        while len(found) < 2:
            planner.ask(f"/roster/{number[f'staff{place}']}", {"staff": next(people)})
            found = re.findall(r'href="(/me/offer\?[^"]+)"', guest.ask("/me")[2])
        offers.append((html.unescape(found[0]), html.unescape(found[-1])))
    return offers


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
        times.append(ask(guest, "/weeks")[0])
        time.sleep(0.5)
    for one in sockets:
        one.close()
    print(f"200 connections that drip: a page within {max(times) * 1000:.0f} ms")
