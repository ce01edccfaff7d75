#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of docs/web-*.md: works with a server as people do, and takes a picture of what they see.

    make pictures
"""

import argparse
import pathlib
import re
import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

import server
from hands import Pointer
from tasks import work
from week import REPOSITORY
from working import CAME_TO, WAYS, sign_in

TARGET = REPOSITORY / "docs/pictures"
WIDTH, MOST = 1000, 900
# What stands in the documents, who sees it, and from where on the page where not from its head.
PICTURES = {
    "planner-home": ("/", "planner"),
    "planner-table": ("/weeks/1/tables/demand.csv", "planner"),
    "planner-plan": ("/plans/{swapped}", "planner", "#board"),
    "planner-calls": ("/calls/{calls}", "planner"),
    "lead-home": ("/", "lead"),
    "lead-flags": ("/plans/1/flags", "lead"),
    "lead-delegations": ("/plans/1/delegations", "lead"),
    "finance-form": ("/weeks/{week}/scenarios", "finance"),
    "finance-results": ("/scenarios/{scenarios}", "finance"),
    "staff-sessions": ("/me", "rowan"),
    "staff-swap": ("/swaps/1", "sorrel"),
    "administrator-people": ("/people", "administrator"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--skillmix", type=pathlib.Path, default=REPOSITORY / ".build/release/skillmix")
    skillmix = parser.parse_args().skillmix.resolve()
    named = {
        name for page in (REPOSITORY / "docs").glob("*.md")
        for name in re.findall(r"\(pictures/([\w-]+)\.png\)", page.read_text())}
    if named != set(PICTURES):
        print(f"The documents name other pictures than are made: {sorted(named ^ set(PICTURES))}")
        return 1
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with server.serving(skillmix, pathlib.Path(scratch) / "served") as (address, welcome):
            problems = work(browser, address, welcome, WAYS[0], (), pathlib.Path(scratch))
            TARGET.mkdir(exist_ok=True)
            for name, (path, who, *anchor) in PICTURES.items():
                page = browser.new_page(viewport={"width": WIDTH, "height": MOST}, color_scheme="light")
                sign_in(Pointer(page), address, who)
                page.goto(address + path.format(**CAME_TO))
                height = page.evaluate("document.documentElement.scrollHeight")
                top = page.locator(anchor[0]).bounding_box()["y"] - 10 if anchor else 0
                page.screenshot(
                    path=TARGET / f"{name}.png", full_page=True,
                    clip={"x": 0, "y": top, "width": WIDTH, "height": min(height - top, MOST)})
                page.context.close()
        browser.close()
    for problem in problems:
        print(problem)
    print(f"{len(PICTURES)} pictures in {TARGET.relative_to(REPOSITORY)}.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
