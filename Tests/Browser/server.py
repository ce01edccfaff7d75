# SPDX-License-Identifier: GPL-3.0-or-later
"""Works with a server as people do, in Chromium: from the first link to a published plan, by forms alone, with and without
scripts; and looks at every page on the way."""

import pathlib
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "three plain words"
SIZES = {"telephone": (390, 844), "desk": (1280, 900)}
# WCAG 2.2 asks for reflow without scrolling sideways at 320 CSS pixels.
OTHER_WIDTHS = (320, 768)
LOOKS = list[Callable[[Page], list[str]]]


@contextmanager
def serving(skillmix: pathlib.Path, data: pathlib.Path) -> Iterator[tuple[str, str]]:
    """A server with the first week in it: its address, and the link that makes the first account."""
    server = subprocess.Popen(
        [skillmix, "serve", "--data", data, "--port", "0", "--framework",
         REPOSITORY / "Competencies/intermediate-care.yaml", "--week", REPOSITORY / "Rosters/first-week"],
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
    browser: Browser, skillmix: pathlib.Path, scratch: pathlib.Path, looks: LOOKS, pictures: pathlib.Path | None
) -> list[str]:
    """Everything that is wrong with the pages, or with what people do on them."""
    with serving(skillmix, scratch / "served") as (address, welcome):
        problems = work(browser, address, welcome, scripts=True)
        problems += work(browser, address, None, scripts=False)
        for name, (path, role) in PAGES.items():
            problems += look(browser, address, name, path, role, looks, pictures)
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
    "seat": ("/plans/1/seat?staff=PT-01&session=2026-11-24%20am&team=south-home", "planner"),
    "delegations": ("/plans/1/delegations", "lead"),
    "replan": ("/plans/1/replan", "planner"),
    "what-to-call": ("/plans/1/calls", "planner"),
    "call-list": ("/calls/3", "planner"),
    "call-list-lead": ("/calls/2", "lead"),
    "former": ("/weeks/1/tables/staff.csv/former", "planner"),
    "plans": ("/plans", "viewer"),
    "people": ("/people", "administrator"),
    "trail": ("/trail", "administrator"),
    "keys": ("/keys", "finance"),
    "nothing": ("/nowhere", "planner"),
}


def work(browser: Browser, address: str, welcome: str | None, scripts: bool) -> list[str]:
    """What people do one after the other; what goes wrong, as sentences."""
    manner = "with scripts" if scripts else "without scripts"
    problems = []
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"{manner}: console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{manner}: error: {error}"))
    if welcome:
        account(page, welcome, "administrator")
        for role in ("planner", "lead", "finance", "viewer"):
            page.goto(address + "/people")
            page.select_option("#role", role)
            page.click("text=Make a link")
            link = page.inner_text("code")
            other = browser.new_context(java_script_enabled=scripts)
            account(other.new_page(), address + link, role)
            other.close()
        page.click("text=Sign out")
    sign_in(page, address, "planner")
    page.goto(address + "/weeks/1")
    page.fill("#seconds", "3")
    page.click("button:has-text('Make a plan')")
    # With scripts the page goes on by itself.
    for _ in range(120):
        if "/plans/" in page.url:
            break
        page.wait_for_timeout(500)
        if not scripts:
            page.reload()
    else:
        return [*problems, f"{manner}: no plan came: {page.inner_text('main')}"]
    page.click("text=north-home >> nth=0")
    page.select_option("#team", "south-home")
    page.click("text=What would it take?")
    if not page.query_selector("text=Plan around it"):
        problems.append(f"{manner}: nobody is told what it takes to have somebody elsewhere")
    page.click("text=Back to the plan")
    page.fill("#why", "for Monday")
    page.click("text=Publish the plan")
    if "Published" not in page.inner_text("main"):
        problems.append(f"{manner}: the plan is not published")
    page.click("text=What to do: the plan on two pages")
    if "skillmix" not in page.content():
        problems.append(f"{manner}: the summary is not there")
    page.go_back()
    problems += ring(page, manner)
    page.click("text=Sign out")
    sign_in(page, address, "viewer")
    if "Plan" not in page.inner_text("main"):
        problems.append(f"{manner}: a viewer does not see the plan")
    context.close()
    return problems


def ring(page: Page, manner: str) -> list[str]:
    """From a plan's page: a call list is made, rung and ranked anew; what goes wrong, as sentences."""
    page.click("text=Whom to call")
    page.select_option("#first_open", "2026-11-25 am")
    page.click("text=Or a change file")
    page.fill("#text", (REPOSITORY / "Rosters/first-week/surge.yaml").read_text())
    page.click("button:has-text('Make the call list')")
    if not wait_for(page, "/calls/"):
        return [f"{manner}: no call list came: {page.inner_text('main')}"]
    problems = []
    if "Critical care stays unmet" not in page.inner_text("main"):
        problems.append(f"{manner}: nothing is said of critical care that stays unmet")
    # By keyboard: the note, then the first button.
    page.focus("section.call input[name=note] >> nth=0")
    page.keyboard.type("from nine")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("answered="))
    told = page.inner_text("[role=status]")
    if "yes" not in told or "from nine" not in told:
        problems.append(f"{manner}: nobody is told whose answer was kept: {told}")
    page.click("button:has-text('Rank anew')")
    if not wait_for(page, "/calls/"):
        return [*problems, f"{manner}: the list is not ranked anew: {page.inner_text('main')}"]
    if "Kept: yes" not in page.inner_text("main"):
        problems.append(f"{manner}: an answer is lost when the list is ranked anew")
    return problems


def wait_for(page: Page, part: str) -> bool:
    """Waits until a run has led to a page of its own: with scripts the page goes on by itself."""
    for _ in range(120):
        if part in page.url and "answered=" not in page.url:
            return True
        page.wait_for_timeout(500)
        if "/runs/" in page.url:
            page.reload()
    return False


def account(page: Page, link: str, name: str) -> None:
    """Makes an account of an invitation."""
    page.goto(link)
    page.fill("#name", name.title())
    page.fill("#login", name)
    page.fill("#password", PASSWORD)
    page.click("text=Make the account")


def sign_in(page: Page, address: str, name: str) -> None:
    """Signs somebody in, by keyboard alone."""
    page.goto(address + "/sign-in")
    page.focus("#login")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(plans|people|trail)?$"))


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
            page = context.new_page()
            if role:
                sign_in(page, address, role)
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
