# SPDX-License-Identifier: GPL-3.0-or-later
"""Works with a server as people do, in Chromium: the ten main tasks, by pointer and by keyboard alone, and then looks at every
page at any size, light and dark."""

import pathlib
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Error

from hands import ANSWERED, LOOKS, Pointer, failed
from tasks import work
from week import dated, later
from working import CAME_TO, SIZES, Way, sign_in

# WCAG 2.2 asks for reflow without scrolling sideways at 320 CSS pixels.
OTHER_WIDTHS = (320, 768)


@contextmanager
def serving(skillmix: pathlib.Path, data: pathlib.Path) -> Iterator[tuple[str, str]]:
    """A server with the first week in it: its address, and the link that makes the first account."""
    week, framework = later(data.parent)
    server = subprocess.Popen(
        [skillmix, "serve", "--data", data, "--port", "0", "--framework", framework, "--week", week],
        stdout=subprocess.PIPE, text=True)
    try:
        said = ""
        while "/welcome/" not in said:
            line = server.stdout.readline()
            if not line:
                raise RuntimeError(f"the server ended: {said}")
            said += line
        address = re.search(r"http://\S+", said).group()
        yield address, re.search(r"http://\S+/welcome/\S+", said).group()
    finally:
        server.terminate()
        server.wait(timeout=30)


def check(
    browser: Browser, skillmix: pathlib.Path, scratch: pathlib.Path, ways: list[Way], looks: LOOKS,
    pictures: pathlib.Path | None,
) -> list[str]:
    """Everything that is wrong with the pages, or with what people do on them in some ways."""
    problems = []
    with serving(skillmix, scratch / "served") as (address, welcome):
        for way in ways:
            problems += work(browser, address, welcome if way == ways[0] else None, way, looks, scratch)
        for name, (path, role) in PAGES.items():
            try:
                problems += look(browser, address, name, path.format(**CAME_TO), role, looks, pictures)
            except (Error, KeyError) as error:
                problems.append(f"server {name}: it could not be looked at: {failed(error)}")
    return problems


# Pages and who looks at them.
PAGES = {
    "sign-in": ("/sign-in", None),
    "home": ("/", "planner"),
    "weeks": ("/weeks", "planner"),
    "new-week": ("/new-week", "planner"),
    "week": ("/weeks/1", "planner"),
    "table": ("/weeks/1/tables/staff.csv", "planner"),
    "rota": ("/weeks/1/tables/rota.csv", "planner"),
    "plan": ("/plans/1", "planner"),
    "seat": (dated("/plans/1/seat?staff=PT-01&session=2026-11-24%20am&team=south-home"), "planner"),
    "delegations": ("/plans/1/delegations", "lead"),
    "replan": ("/plans/1/replan", "planner"),
    "what-to-call": ("/plans/1/calls", "planner"),
    "call-list": ("/calls/{calls}", "planner"),
    "call-list-lead": ("/calls/{calls}", "lead"),
    "former": ("/weeks/{week}/tables/staff.csv/former", "planner"),
    "lead-home": ("/", "lead"),
    "lead": ("/plans/1/lead", "lead"),
    "flags": ("/plans/1/flags", "lead"),
    "sign-offs": ("/plans/1/sign-offs", "lead"),
    "reviews": ("/weeks/1/reviews", "lead"),
    "review": ("/weeks/1/reviews?line=Q01", "lead"),
    "scenario-form": ("/weeks/{week}/scenarios", "finance"),
    "scenarios": ("/scenarios/{scenarios}", "finance"),
    "plans": ("/plans", "viewer"),
    "people": ("/people", "administrator"),
    "trail": ("/trail", "administrator"),
    "back-ups": ("/back-ups", "administrator"),
    "keys": ("/keys", "finance"),
    "roster": ("/roster", "planner"),
    "published": ("/plans/{swapped}", "planner"),
    "me": ("/me", "rowan"),
    "me-changed": ("/me", "sorrel"),
    "me-nobody": ("/me", "viewer"),
    "offer": (dated("/me/offer?run={swapped}&staff=HC-01&session=2026-11-24%20am"), "rowan"),
    "swaps": ("/swaps", "planner"),
    "swaps-own": ("/swaps", "sorrel"),
    "swap": ("/swaps/1", "planner"),
    "swap-taker": ("/swaps/2", "sorrel"),
    "nothing": ("/nowhere", "planner"),
}


def look(
    browser: Browser, address: str, name: str, path: str, role: str | None, looks: LOOKS,
    pictures: pathlib.Path | None,
) -> list[str]:
    """What is wrong with a page at any size, light and dark."""
    problems = []
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context: BrowserContext = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme)
            context.set_default_timeout(ANSWERED)
            page = context.new_page()
            if role:
                sign_in(Pointer(page), address, role)
            page.on(
                "console",
                # A page that is not there says so by its status, which is no fault of the page's.
                lambda message: "404" in message.text or problems.append(f"server {name}: {message.text}"))
            page.goto(address + path)
            for one in looks:
                problems += [f"server {name}, {size}, {scheme}: {problem}" for problem in one(page)]
            if pictures:
                pictures.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=pictures / f"server-{name}-{size}-{scheme}.png", full_page=True)
            for other in OTHER_WIDTHS:
                page.set_viewport_size({"width": other, "height": height})
                problems += [f"server {name}, {scheme}, {other} wide: {problem}" for problem in looks[0](page)]
            context.close()
    return problems
