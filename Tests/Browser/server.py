# SPDX-License-Identifier: GPL-3.0-or-later
"""Works with a server as people do, in Chromium: from the first link to a published plan, and to a swap that two people agree
on, by forms alone, with and without scripts; and looks at every page on the way."""

import datetime
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
# Sessions can be swapped that have not begun: the week that is served begins on the Monday after next.
WEEK = datetime.date(2026, 11, 23)
LATER = datetime.timedelta(weeks=(datetime.date.today() - WEEK).days // 7 + 2)
# Members of teams, and who they are on the roster.
TEAM = {"rowan": "HC-01", "sorrel": "HC-02"}
# Numbers of what people came to on their way, by which pages are found: the latest counts.
CAME_TO: dict[str, str] = {}


def dated(text: str) -> str:
    """A text with all its dates as much later as the served week is."""
    return re.sub(
        r"\b20\d\d-\d\d-\d\d\b",
        lambda found: (datetime.date.fromisoformat(found.group()) + LATER).isoformat(), text)


def later_week(scratch: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """The first week and its framework, later."""
    for path in [*(REPOSITORY / "Rosters/first-week").iterdir(), *(REPOSITORY / "Competencies").glob("*.yaml")]:
        if path.suffix in (".csv", ".yaml"):
            target = scratch / path.relative_to(REPOSITORY)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(dated(path.read_text()))
    return scratch / "Rosters/first-week", scratch / "Competencies/intermediate-care.yaml"


@contextmanager
def serving(skillmix: pathlib.Path, data: pathlib.Path) -> Iterator[tuple[str, str]]:
    """A server with the first week in it: its address, and the link that makes the first account."""
    week, framework = later_week(data.parent)
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
    browser: Browser, skillmix: pathlib.Path, scratch: pathlib.Path, looks: LOOKS, pictures: pathlib.Path | None
) -> list[str]:
    """Everything that is wrong with the pages, or with what people do on them."""
    with serving(skillmix, scratch / "served") as (address, welcome):
        problems = work(browser, address, welcome, scripts=True)
        problems += work(browser, address, None, scripts=False)
        for name, (path, role) in PAGES.items():
            problems += look(browser, address, name, path.format(**CAME_TO), role, looks, pictures)
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
    "call-list-lead": ("/calls/2", "lead"),
    "former": ("/weeks/1/tables/staff.csv/former", "planner"),
    "lead-home": ("/", "lead"),
    "lead": ("/plans/1/lead", "lead"),
    "flags": ("/plans/1/flags", "lead"),
    "sign-offs": ("/plans/1/sign-offs", "lead"),
    "reviews": ("/weeks/1/reviews", "lead"),
    "review": ("/weeks/1/reviews?line=Q01", "lead"),
    "scenario-form": ("/weeks/1/scenarios", "finance"),
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


def work(browser: Browser, address: str, welcome: str | None, scripts: bool) -> list[str]:
    """What people do one after the other, at a desk or on a telephone; what goes wrong, as sentences."""
    manner = "with scripts" if scripts else "without scripts"
    problems = []
    # At a desk with scripts, on a telephone without.
    width, height = SIZES["desk" if scripts else "telephone"]
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": width, "height": height})
    page = context.new_page()
    page.on(
        "console",
        # A form that is not right is answered by a status of its own, which is no fault of the page's.
        lambda message: "400" in message.text
        or problems.append(f"{manner}: console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{manner}: error: {error}"))
    if welcome:
        account(page, welcome, "administrator")
        for name in ("planner", "lead", "finance", "viewer", *TEAM):
            page.goto(address + "/people")
            page.select_option("#role", "staff" if name in TEAM else name)
            page.click("text=Make a link")
            link = page.inner_text("code")
            other = browser.new_context(java_script_enabled=scripts)
            account(other.new_page(), address + link, name)
            other.close()
        for name, staff in TEAM.items():
            page.goto(address + "/roster")
            page.fill(f"[aria-label='Identifiers of {name.title()}']", staff)
            page.click(f"[aria-label='Keep for {name.title()}']")
        page.click("text=Sign out")
    sign_in(page, address, "planner")
    page.goto(address + "/weeks/1")
    page.fill("#seconds", "3")
    page.click("button:has-text('Make a plan')")
    if not leads_to(page, "/plans/", scripts):
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
    problems += ring(page, scripts, manner)
    page.click("text=Sign out")
    sign_in(page, address, "finance")
    problems += finance(page, scripts, manner)
    page.click("text=Sign out")
    sign_in(page, address, "lead")
    problems += lead(page, manner)
    page.click("text=Sign out")
    sign_in(page, address, "viewer")
    if "Plan" not in page.inner_text("main"):
        problems.append(f"{manner}: a viewer does not see the plan")
    page.click("text=Sign out")
    problems += [f"{manner}: {problem}" for problem in swap(page, address, scripts)]
    context.close()
    return problems


def leads_to(page: Page, part: str, scripts: bool) -> bool:
    """Waits on a run's page until it leads to what it made. With scripts the page goes on by itself."""
    for _ in range(240):
        if part in page.url and "answered=" not in page.url:
            return True
        page.wait_for_timeout(500)
        if not scripts and "/runs/" in page.url:
            page.reload()
    return False


def came_to(name: str, page: Page) -> None:
    """Notes the number of the page that somebody is on."""
    CAME_TO[name] = re.search(r"/(\d+)(?:\?|$)", page.url).group(1)


def swap(page: Page, address: str, scripts: bool) -> list[str]:
    """Two people see their sessions and swap two of them, and a planner agrees and publishes: what goes wrong."""
    problems = []
    monday, tuesday = (datetime.date.fromisoformat(dated(f"2026-11-{day}")) for day in (23, 24))
    sign_in(page, address, "rowan")
    # The second time the plan may be as it was when they last said so, and then asks nothing.
    if scripts or page.query_selector("text=I have seen this"):
        page.click("text=I have seen this")
    if "You said that you have seen these sessions" not in page.inner_text("main"):
        problems.append("it is not noted that somebody has seen their sessions")
    page.click(f"[aria-label='Offer {monday:%a} {monday.day} {monday:%b} pm']")
    page.check(f"#for-{tuesday.isoformat()}-pm")
    page.fill("#note", "A school assembly")
    page.click("text=Offer the session")
    page.click("text=Sign out")
    sign_in(page, address, "sorrel")
    page.click("text=you could take")
    page.click("a:has-text('gives')")
    page.click("text=Find out whether it works")
    page.wait_for_selector("text=Yes, I take it", timeout=120_000)
    page.click("text=Yes, I take it")
    if "A planner has not said yes yet" not in page.inner_text("main"):
        problems.append("nobody is told that a swap waits for a planner")
    page.click("text=Sign out")
    sign_in(page, address, "planner")
    page.click("text=Say yes or no to 1 swap")
    page.click("a:has-text('waits for a planner')")
    page.click("text=Agree, and plan with it")
    here = page.url
    page.click("a:has-text('The plan with it')")
    if not leads_to(page, "/plans/", scripts):
        return [*problems, f"no plan with the swap came: {page.inner_text('main')}"]
    page.goto(here)
    if "That plan has everybody where the swap has them" not in page.inner_text("main"):
        problems.append("the plan does not have the swap")
    page.click("a:has-text('The plan with it')")
    page.wait_for_url(re.compile(r"/plans/"))
    came_to("swapped", page)
    page.fill("#why", "two agreed")
    page.click("text=Publish the plan")
    page.click("text=Sign out")
    sign_in(page, address, "rowan")
    if "The plan was changed since you said that you had seen it" not in page.inner_text("main"):
        problems.append("nobody is told what was changed")
    page.click("text=Sign out")
    return problems


def finance(page: Page, scripts: bool, manner: str) -> list[str]:
    """Fills in scenarios, sees what is wrong with them, has them run and reads what came of them."""
    page.click("text=Try what a change does")
    page.fill("#title", "Winter")
    page.fill("#agency-value", "0")
    page.select_option("#agency", "cap")
    page.fill("#replicates", "1")
    page.fill("#seconds", "1")
    page.click("text=Try these")
    problems = []
    if "Enter why this is asked" not in page.inner_text("#problems"):
        problems.append(f"{manner}: nobody is told that a reason is missing")
    page.fill("#why", "Board paper")
    page.click("text=Try these")
    if not leads_to(page, "/scenarios/", scripts):
        return [*problems, f"{manner}: no scenarios came: {page.inner_text('main')}"]
    came_to("scenarios", page)
    if "agency up to £0" not in page.inner_text("table"):
        problems.append(f"{manner}: the scenario is not in the table")
    page.click("text=The report")
    if "Board paper" not in page.content():
        problems.append(f"{manner}: the report does not say why it was asked")
    page.go_back()
    return problems


def lead(page: Page, manner: str) -> list[str]:
    """Sees to a flag, closes it with a reason, and records a review of care by two."""
    problems = []
    page.click("text=red flag >> nth=0")
    # What was closed in an earlier plan of the week is closed still.
    before = closed(page)
    page.fill("#owner-0", "Hazel")
    page.click("text=Save who sees to it >> nth=0")
    if "Hazel sees to it" not in page.inner_text("main"):
        problems.append(f"{manner}: nobody sees to the flag")
    page.click("text=Close the flag >> nth=0")
    if "Enter why the flag is closed" not in page.inner_text("main"):
        problems.append(f"{manner}: a flag is closed without a reason")
    page.fill("#why-0", "the family gives it")
    page.click("text=Close the flag >> nth=0")
    if closed(page) != before + 1:
        problems.append(f"{manner}: the flag is not closed")
    page.goto(page.url.split("/plans/")[0] + "/weeks/1/reviews")
    page.click("text=Q05")
    page.click("text=Stays with two workers")
    page.fill("#why", "too weak to stand")
    page.click("text=Record the review")
    if "Stays with two: too weak to stand" not in page.inner_text("main"):
        problems.append(f"{manner}: the review is not recorded")
    return problems


def closed(page: Page) -> int:
    """How many flags the page says are closed."""
    return int(re.search(r"open, (\d+) closed", page.inner_text("main")).group(1))


def ring(page: Page, scripts: bool, manner: str) -> list[str]:
    """From a plan's page: a call list is made, rung and ranked anew; what goes wrong, as sentences."""
    page.click("text=Whom to call")
    page.select_option("#first_open", dated("2026-11-25 am"))
    page.click("text=Or a change file")
    page.fill("#text", dated((REPOSITORY / "Rosters/first-week/surge.yaml").read_text()))
    page.click("button:has-text('Make the call list')")
    if not leads_to(page, "/calls/", scripts):
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
    if not leads_to(page, "/calls/", scripts):
        return [*problems, f"{manner}: the list is not ranked anew: {page.inner_text('main')}"]
    came_to("calls", page)
    if "Kept: yes" not in page.inner_text("main"):
        problems.append(f"{manner}: an answer is lost when the list is ranked anew")
    return problems


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
    page.wait_for_url(re.compile(r"/(plans|people|trail|me)?$"))


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
