#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens reports in Chromium, on a telephone and at a desk, light and dark, and printed, and says
what is wrong with them.

    make browser

Nothing may be wrong on the console, nothing may be fetched, the page may not be wider than the window, every link
has to lead somewhere, and axe may find no barrier of WCAG 2.2, levels A and AA. A report may come to no more
pages of A4 than it is to have. On a server the ten main tasks are done by pointer and by keyboard alone.
"""

import argparse
import pathlib
import re
import shutil
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import faults
import pages
import server
from hands import Pointer
from tasks import TASKS
from working import SIZES, WAYS

# WCAG 2.2 asks for reflow without scrolling sideways at 320 CSS pixels; tables may scroll in their own frames. A
# tablet stands between the two.
OTHER_WIDTHS = (320, 768)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Pages of A4 that reports may come to in print.
MOST_PAGES = {"place-week": 25, "nameless": 25, "summary": 2}
# A4 less its margins, in CSS pixels; the rota is printed across.
PAPER = {"main": 703, "#rota": 1031}
CLIPPED = """([part, width]) => [...document.querySelectorAll(part + ' .table')]
    .filter(one => (part === '#rota') === (one.closest('#rota') !== null))
    .filter(one => [...one.querySelectorAll('table, p')]
        .some(inner => inner.getBoundingClientRect().width > width + 1))
    .map(one => one.id)"""
PDF_PAGE = re.compile(rb"/Type\s*/Page[^s]")
LINKS = """() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"""
IDS = """() => [...document.querySelectorAll('[id]')].map(e => e.id)"""
WIDTHS = """() => [document.documentElement.scrollWidth, window.innerWidth]"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--skillmix", type=pathlib.Path, default=pages.REPOSITORY / ".build/release/skillmix")
    parser.add_argument("--short", action="store_true", help="the tasks by pointer only")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for a picture of each page")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("There is no chromium on the path. Run make browser, which installs it.", file=sys.stderr)
        return 2

    ways = [way for way in WAYS if way.hands is Pointer] if arguments.short else WAYS
    problems = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        reports = pages.make(pathlib.Path(scratch), arguments.skillmix.resolve())
        # Chromium's own sandbox is not to be had by root and in containers; what it opens here is made above.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, report in reports.items():
            problems += check(browser, name, report, arguments.pictures)
        problems += faults.check(browser)
        problems += server.check(
            browser, arguments.skillmix.resolve(), pathlib.Path(scratch), ways, [overflow, barriers],
            arguments.pictures)
        browser.close()
    for problem in problems:
        print(problem)
    count = len(reports) + len(server.PAGES)
    print(
        f"{len(reports)} reports, {len(server.PAGES)} pages of a server, {count * len(SIZES) * 2} views, "
        f"{len(TASKS)} tasks in {len(ways)} ways: {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


def check(browser: Browser, name: str, report: pathlib.Path, pictures: pathlib.Path | None) -> list[str]:
    """Everything that is wrong with a report."""
    problems = []
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            view = f"{name}, {size}, {scheme}"
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            said = listen(page, report)
            page.goto(report.as_uri())
            if size == "telephone" and scheme == "light":
                problems += [f"{name}: {problem}" for problem in dead_links(page, report)]
                problems += [f"{name}, on A4: {problem}" for problem in [*clipped(page), *too_long(name, page)]]
                page.set_viewport_size({"width": width, "height": height})
            problems += [f"{view}: {problem}" for problem in [*said, *overflow(page), *barriers(page)]]
            if pictures:
                pictures.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=pictures / f"{name}-{size}-{scheme}.png", full_page=True)
            for other in OTHER_WIDTHS:
                page.set_viewport_size({"width": other, "height": height})
                problems += [f"{view}, {other} wide: {problem}" for problem in overflow(page)]
            page.close()
    return problems


def listen(page: Page, report: pathlib.Path) -> list[str]:
    """What the page says on the console or asks for, a list that grows as it does."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: request.url == report.as_uri() or said.append(f"asks for {request.url}"))
    return said


def dead_links(page: Page, report: pathlib.Path) -> list[str]:
    """Links that lead nowhere, and names that are there twice."""
    ids = page.evaluate(IDS)
    problems = [f"id '{one}' is there more than once" for one in sorted(set(ids)) if ids.count(one) > 1]
    known = {"#" + one for one in ids}
    for link in page.evaluate(LINKS):
        if link.startswith("#"):
            found = link in known
        else:
            found = leads_somewhere(report.parent, link)
        if not found:
            problems.append(f"the link {link} leads nowhere")
    if len(ids) < 6:
        problems.append("hardly anything on the page has an id; was it read at all?")
    return problems


def leads_somewhere(folder: pathlib.Path, link: str) -> bool:
    """Whether a file beside the page is there and, where the link names a place in it, has that place."""
    name, _, place = link.partition("#")
    file = folder / name
    return file.is_file() and (not place or f'id="{place}"' in file.read_text(encoding="utf-8"))


def overflow(page: Page) -> list[str]:
    """Whether the page is wider than the window."""
    wide, window = page.evaluate(WIDTHS)
    return [f"{wide} pixels wide in a window of {window}"] if wide > window else []


def clipped(page: Page) -> list[str]:
    """Tables that are wider than the paper."""
    page.emulate_media(media="print")
    problems = []
    for part, width in PAPER.items():
        page.set_viewport_size({"width": width, "height": 1000})
        problems += [f"{table} is wider than the paper" for table in page.evaluate(CLIPPED, [part, width])]
    page.emulate_media(media="screen")
    return problems


def too_long(name: str, page: Page) -> list[str]:
    """Whether a report that is to be printed comes to more pages than it may."""
    if name not in MOST_PAGES:
        return []
    # Unless it is asked for paper, Chromium prints in the medium that was looked at last.
    page.emulate_media(media="print")
    pages_printed = len(PDF_PAGE.findall(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="screen")
    return [f"{pages_printed} pages"] if not 0 < pages_printed <= MOST_PAGES[name] else []


def barriers(page: Page) -> list[str]:
    """What axe finds."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    response = Axe().run(page, options=options).response
    problems = [] if response["passes"] else ["axe looked at nothing"]
    for violation in response["violations"]:
        places = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        problems.append(
            f"{violation['id']}: {violation['help']} ({len(violation['nodes'])} times: {places})")
    return problems


if __name__ == "__main__":
    sys.exit(main())
