# SPDX-License-Identifier: GPL-3.0-or-later
"""The ten main tasks that people have skillmix for, from the first invitation to a swap that two agree on, one after the other.

Each is done with whichever hands and in whichever window, with and without scripts, and says what went wrong."""

import datetime
import pathlib
import re
import shutil
from collections.abc import Callable

from playwright.sync_api import Browser, Error, Page

import week
from hands import LOOKS, Keyboard, failed
from working import CAME_TO, TEAM, WAYS, Way, Work


def work(browser: Browser, address: str, welcome: str | None, way: Way, looks: LOOKS, scratch: pathlib.Path) -> list[str]:
    """All tasks in a way; what goes wrong, as sentences. A task that cannot be finished leaves the others."""
    one = Work(browser, address, way, looks, welcome, scratch)
    problems = []
    for who, task in TASKS:
        try:
            if welcome and task is invite:
                one.account(welcome, who)
            else:
                one.sign_in(who)
            task(one)
            one.sign_out()
        except (Error, AttributeError, KeyError, ValueError) as error:
            one.wrong(f"it could not be finished at {one.hands.place()}: {failed(error)}")
            one.context.clear_cookies()
        problems += [f"{way.name}, {task.__name__}: {problem}" for problem in [*one.problems, *one.hands.problems]]
        one.problems.clear()
        one.hands.problems.clear()
    if isinstance(one.hands, Keyboard) and one.hands.passed < 500:
        problems.append(f"{way.name}: only {one.hands.passed} things were passed by Tab; was the keyboard used at all?")
    one.context.close()
    return problems


def invite(one: Work) -> None:
    """Accounts are made by invitation, each is told who it is on the roster, and a program gets a key that is taken away."""
    hands, page = one.hands, one.page
    hands.skip()
    for name in ("planner", "lead", "finance", "viewer", *TEAM) if one.welcome else (f"guest-{WAYS.index(one.way)}",):
        hands.click("nav >> text=People")
        hands.select("#role", "staff" if name in TEAM else name if one.welcome else "viewer")
        hands.click("text=Make a link")
        link = page.inner_text("code")
        # Whoever is invited has a browser of their own.
        other = Work(one.browser, one.address, one.way, one.looks, None, one.scratch)
        other.account(one.address + link, name)
        one.problems += [*other.problems, *other.hands.problems]
        other.context.close()
    for name, staff in TEAM.items():
        hands.click("nav >> text=Roster")
        hands.fill(f"[aria-label='Identifiers of {name.title()}']", staff)
        hands.click(f"[aria-label='Keep for {name.title()}']")
    hands.click("text=Keys")
    hands.fill("#name", "The board's figures")
    hands.click("text=Make a key")
    one.expect("This is the key", "nobody is shown the key that was made")
    hands.click("[aria-label=\"Revoke The board's figures\"] >> nth=0")
    if page.query_selector("text=Revoke"):
        one.wrong("a key that was revoked is there still")


def bring(one: Work) -> None:
    """A week is brought as a zip, after a mistake that is said beside its field."""
    hands, page = one.hands, one.page
    folder, _ = week.later(one.scratch)
    archive = shutil.make_archive(str(one.scratch / "brought"), "zip", folder)
    hands.click("nav >> text=Weeks")
    hands.click("text=Add a week")
    hands.fill("#name", "Brought")
    hands.select("#framework", "intermediate-care.yaml")
    hands.click("button:has-text('Add the week')")
    one.expect("Select a zip", "nobody is told that no file was chosen", "#problems")
    # What is wrong leads to its field.
    hands.click("#problems a")
    if page.evaluate("document.activeElement.id") != "files":
        one.wrong("what is wrong does not lead to its field")
    hands.bring("#files", pathlib.Path(archive))
    hands.click("button:has-text('Add the week')")
    one.expect("12 rows of staff", "the week that was brought is not there")
    one.came_to("week")


def type_in(one: Work) -> None:
    """A table is typed in: a mistake stands at its cell and is mended, and what the table was is brought back."""
    hands, page = one.hands, one.page
    cell = "[data-cell='{},1']"
    hands.click("nav >> text=Weeks")
    hands.click("a:has-text('Brought') >> nth=0")
    hands.click("a:has-text('staff.csv') >> nth=0")
    was = page.input_value(cell.format(2))
    if one.way.scripts:
        # Two cells that were copied in a spreadsheet.
        one.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate("navigator.clipboard.writeText('Juniper\\nRowan')")
        hands.fill(cell.format(2), "")
        page.keyboard.press("Control+V")
        if page.input_value(cell.format(3)) != "Rowan":
            one.wrong("cells that are pasted do not go into the rows from there on")
    else:
        hands.fill(cell.format(2), "Juniper")
    hours = page.get_attribute("[aria-label='contract_hours, row 2']", "name")
    hands.fill(f"[name={hours}]", "many")
    if one.way.scripts and isinstance(hands, Keyboard):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") != "contract_hours, row 3":
            one.wrong("the arrow down does not lead to the next row")
    hands.click("text=Save the table")
    if not page.query_selector("td.wrong [name=" + hours + "]"):
        one.wrong("a mistake does not stand at its cell")
    hands.fill(f"[name={hours}]", "20")
    hands.click("text=Save the table")
    if page.query_selector("td.wrong") or page.input_value(cell.format(2)) != "Juniper":
        one.wrong("a cell that was typed in is not kept")
    hands.click("text=what it was")
    hands.click("section button >> nth=-1")
    one.expect("Enter why it is brought back", "nobody is told that a reason is missing", "#problems")
    hands.fill("section input[type=text] >> nth=-1", "typed into the wrong row")
    hands.click("section button >> nth=-1")
    if page.input_value(cell.format(2)) != was:
        one.wrong("the table is not brought back")


def plan(one: Work) -> None:
    """A plan is made and published; another is stopped with the best so far, and published in its place."""
    hands, page = one.hands, one.page
    page.goto(one.address + "/weeks/1")
    hands.fill("#seconds", "3")
    hands.click("button:has-text('Make a plan')")
    if not one.leads_to("/plans/"):
        return
    one.came_to("plan")
    one.publish("for Monday")
    hands.click("text=What to do: the plan on two pages")
    if "skillmix" not in page.content():
        one.wrong("the summary is not there")
    page.go_back()
    page.goto(one.address + "/weeks/1")
    hands.fill("#seconds", "300")
    hands.click("button:has-text('Make a plan')")
    told = False
    for _ in range(240):
        told = "The best plan so far" in page.inner_text("main")
        if told or "/plans/" in page.url:
            break
        page.wait_for_timeout(500)
        if not one.way.scripts and page.query_selector("text=How far is it now?"):
            hands.click("text=How far is it now?")
    # A small week may be proved before anybody stops it, or while they are about to.
    if "/plans/" not in page.url:
        if not told:
            one.wrong("nobody is told how far a plan is")
        try:
            hands.click("text=Stop, and keep the best plan so far")
        except Error:
            if "/plans/" not in page.url:
                raise
    if one.leads_to("/plans/"):
        one.publish("a longer look")


def move(one: Work) -> None:
    """On the board somebody is tried elsewhere, and planned around; and it is asked why somebody is where they are."""
    hands, page = one.hands, one.page
    page.goto(f"{one.address}/plans/{CAME_TO['plan']}")
    hands.click("td a:has-text('north-home') >> nth=0")
    hands.select("#team", "south-home")
    hands.click("text=What would it take?")
    if not page.query_selector("text=Plan around it"):
        one.wrong("nobody is told what it takes to have somebody elsewhere")
    hands.click("text=Back to the plan")
    # To the far end of a long row, and back: nothing may be hidden behind the names, which stay where they are.
    hands.go("tbody tr:nth-child(3) td:last-child a")
    hands.go("tbody tr:nth-child(3) td:nth-child(2) a")
    hands.fill("#ask-staff", "PT-01")
    hands.click("text=Why are they where they are?")
    one.expect("PT-01", "nobody is told why somebody is where they are")
    hands.click("text=Back to the plan")
    hands.click("td a:has-text('north-home') >> nth=0")
    hands.select("#team", "north-home")
    hands.click("text=What would it take?")
    hands.click("text=Plan around it")
    one.expect("Enter why", "nobody is told that a reason is missing", "#problems")
    hands.fill("#why", "they know the people there")
    hands.click("text=Plan around it")
    if one.leads_to("/plans/"):
        one.publish("as asked")


def replan(one: Work) -> None:
    """Somebody is away for a day, and the rest of the week is planned anew."""
    hands = one.hands
    hands.click("nav >> text=Plans")
    hands.click("main a >> nth=0")
    hands.click("text=Re-plan for absences or more care")
    hands.fill("#title", "Alder is sick")
    hands.click("button:has-text('Plan anew')")
    one.expect("There is a problem", "nobody is told that nothing has changed")
    hands.select("#a0-staff", "PT-01")
    hands.select("#a0-from", week.dated("2026-11-26 am"))
    hands.select("#a0-until", week.dated("2026-11-26 pm"))
    hands.fill("#seconds", "3")
    hands.click("button:has-text('Plan anew')")
    if one.leads_to("/plans/"):
        one.came_to("replanned")
        one.publish("Alder is sick")


def ring(one: Work) -> None:
    """A call list is made of a plan, rung and ranked anew."""
    hands, page = one.hands, one.page
    page.goto(f"{one.address}/plans/{CAME_TO['plan']}")
    hands.click("text=Whom to call")
    hands.select("#first_open", week.dated("2026-11-25 am"))
    hands.click("text=Or a change file")
    hands.fill("#text", week.dated((week.REPOSITORY / "Rosters/first-week/surge.yaml").read_text()))
    hands.click("button:has-text('Make the call list')")
    if not one.leads_to("/calls/"):
        return
    one.expect("Critical care stays unmet", "nothing is said of critical care that stays unmet")
    hands.fill("section.call input[name=note] >> nth=0", "from nine")
    hands.click("section.call button >> nth=0")
    page.wait_for_url(re.compile("answered="))
    told = page.inner_text("[role=status]")
    if "yes" not in told or "from nine" not in told:
        one.wrong(f"nobody is told whose answer was kept: {told}")
    hands.click("button:has-text('Rank anew')")
    if one.leads_to("/calls/"):
        one.came_to("calls")
        one.expect("Kept: yes", "an answer is lost when the list is ranked anew")


def lead(one: Work) -> None:
    """A flag is seen to and closed with a reason, a delegation decided on, and a review of care by two recorded."""
    hands, page = one.hands, one.page
    hands.click("text=red flag >> nth=0")
    # What was closed in an earlier plan of the week is closed still.
    before = closed(page)
    hands.fill("#owner-0", "Hazel")
    hands.click("text=Save who sees to it >> nth=0")
    one.expect("Hazel sees to it", "nobody sees to the flag")
    hands.click("text=Close the flag >> nth=0")
    one.expect("Enter why the flag is closed", "a flag is closed without a reason")
    hands.fill("#why-0", "the family gives it")
    hands.click("text=Close the flag >> nth=0")
    if closed(page) != before + 1:
        one.wrong("the flag is not closed")
    hands.click("text=Back to the plan")
    hands.click("text=Delegations to decide on")
    hands.click("#delegation-0 button:has-text('Refuse')")
    one.expect("Enter the reason", "a delegation is refused without a reason", "#problems")
    for reason, button, word in [("no room to watch it", "Refuse", "refuse"), ("watched on Tuesday", "Allow", "allow")]:
        hands.fill("#reason-0", reason)
        hands.click(f"#delegation-0 button:has-text('{button}')")
        one.expect(f"Decided: {word}, by Lead: {reason}", f"a decision to {word} a delegation is not kept")
    hands.click("nav >> text=Weeks")
    hands.click("main a[href='/weeks/1']")
    hands.click("text=Reviews of care by two workers")
    hands.click("main a:has-text('Q05')")
    hands.check("#outcome-two")
    hands.fill("#why", "too weak to stand")
    hands.click("text=Record the review")
    one.expect("Stays with two: too weak to stand", "the review is not recorded")


def closed(page: Page) -> int:
    """How many flags the page says are closed."""
    return int(re.search(r"open, (\d+) closed", page.inner_text("main")).group(1))


def finance(one: Work) -> None:
    """Scenarios are filled in, run and read, after a mistake that is said."""
    hands, page = one.hands, one.page
    hands.click("text=Try what a change does >> nth=0")
    hands.fill("#title", "Winter")
    hands.fill("#agency-value", "0")
    hands.select("#agency", "cap")
    hands.fill("#replicates", "1")
    hands.fill("#seconds", "1")
    hands.click("text=Try these")
    one.expect("Enter why this is asked", "nobody is told that a reason is missing", "#problems")
    hands.fill("#why", "Board paper")
    hands.click("text=Try these")
    if not one.leads_to("/scenarios/"):
        return
    one.came_to("scenarios")
    one.expect("agency up to £0", "the scenario is not in the table", "table")
    hands.click("text=The report")
    if "Board paper" not in page.content():
        one.wrong("the report does not say why it was asked")
    page.go_back()


def swap(one: Work) -> None:
    """Two people see their sessions, have a calendar and swap two of them, and a planner agrees and publishes."""
    hands, page = one.hands, one.page
    monday, tuesday = (datetime.date.fromisoformat(week.dated(f"2026-11-{day}")) for day in (23, 24))
    # The plan may be as it was when they last said so, and then asks nothing.
    if one.welcome or page.query_selector("text=I have seen this"):
        hands.click("text=I have seen this")
    one.expect("You said that you have seen these sessions", "it is not noted that somebody has seen their sessions")
    hands.click("text=Make an")
    one.expect("This is the address of your calendar", "nobody is shown the address of their calendar")
    hands.click("text=Revoke the address")
    one.expect("Make an address", "the address of a calendar is not revoked")
    hands.click(f"[aria-label='Offer {monday:%a} {monday.day} {monday:%b} pm']")
    hands.check(f"#for-{tuesday.isoformat()}-pm")
    hands.fill("#note", "A school assembly")
    hands.click("text=Offer the session")
    one.sign_out()
    one.sign_in("sorrel")
    hands.click("text=you could take")
    hands.click("a:has-text('gives')")
    hands.click("text=Find out whether it works")
    page.wait_for_selector("text=Yes, I take it", timeout=120_000)
    hands.click("text=Yes, I take it")
    one.expect("A planner has not said yes yet", "nobody is told that a swap waits for a planner")
    one.sign_out()
    one.sign_in("planner")
    hands.click("text=Say yes or no to 1 swap")
    hands.click("a:has-text('waits for a planner')")
    hands.click("text=Agree, and plan with it")
    here = page.url
    hands.click("a:has-text('The plan with it')")
    if not one.leads_to("/plans/"):
        return
    page.goto(here)
    one.expect("That plan has everybody where the swap has them", "the plan does not have the swap")
    hands.click("a:has-text('The plan with it')")
    page.wait_for_url(re.compile(r"/plans/"))
    one.came_to("swapped")
    one.publish("two agreed")
    one.sign_out()
    one.sign_in("rowan")
    one.expect("The plan was changed since you said that you had seen it", "nobody is told what was changed")


# Who does what, first.
TASKS: list[tuple[str, Callable[[Work], None]]] = [
    ("administrator", invite), ("planner", bring), ("planner", type_in), ("planner", plan), ("planner", move),
    ("planner", replan), ("planner", ring), ("lead", lead), ("finance", finance), ("rowan", swap),
]
