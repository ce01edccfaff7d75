# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ways to work with a page: by pointer, and by keyboard alone."""

import pathlib
import re
from collections.abc import Callable, Sequence

from playwright.sync_api import ElementHandle, Error, Page, Route

# Milliseconds: what is looked for stands on the page at once; what is asked of a plan may take a while to be answered.
SOON, ANSWERED = 60_000, 120_000
LOOK = (pathlib.Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
LOOK = LOOK[LOOK.index("(["):]
CHOICES = "select => [select.selectedIndex, [...select.options].map(one => one.value)]"
# What is looked at on a page: each says what is wrong with it.
LOOKS = Sequence[Callable[[Page], list[str]]]


class Pointer:
    """Works by pointer, as browsers' makers take for granted."""

    NAME = "by pointer"

    def __init__(self, page: Page, looks: LOOKS = (), scheme: str = "light", scripts: bool = True) -> None:
        self.page = page
        self.problems: list[str] = []

    def click(self, selector: str) -> None:
        """Follows a link, presses a button, or unfolds something."""
        self.page.click(selector)

    def go(self, selector: str) -> None:
        """Goes to something, and does nothing with it."""
        self.page.hover(selector)

    def fill(self, selector: str, text: str) -> None:
        """Has a text in a field in the place of what stands there."""
        self.page.fill(selector, text)

    def select(self, selector: str, value: str) -> None:
        """Chooses one of several, by its value."""
        self.page.select_option(selector, value)

    def check(self, selector: str) -> None:
        """Ticks a box, or chooses one of several that stand beside each other."""
        self.page.check(selector)

    def bring(self, selector: str, file: pathlib.Path) -> None:
        """Chooses a file."""
        self.page.set_input_files(selector, file)

    def skip(self) -> None:
        """Goes past what every page begins with: nothing is in a pointer's way."""

    def arrive(self) -> None:
        """Looks at a page that was come to: what a pointer comes to is looked at page by page."""


class Keyboard(Pointer):
    """Works by Tab, Shift and Tab, Enter, Space, arrows and letters, and notes what somebody who does so cannot reach or see.

    It begins where the focus is, looks at each thing that it passes, and goes back only where what it wants lies behind it.
    What cannot be reached so is a problem, and is then done by pointer, so that all that comes after it is tried, too.
    """

    NAME = "by keyboard"

    def __init__(self, page: Page, looks: LOOKS = (), scheme: str = "light", scripts: bool = True) -> None:
        super().__init__(page)
        self.looks, self.scheme, self.scripts = looks, scheme, scripts
        self.other: Page | None = None
        self.text = ""
        self.known: set[str] = set()
        self.passed = 0
        self.pages: set[str] = set()

    def click(self, selector: str) -> None:
        found = self.reach(selector)
        if not found:
            return super().click(selector)
        if found["kind"] == "SUMMARY":
            return self.page.keyboard.press("Enter")
        with self.page.expect_navigation(timeout=ANSWERED):
            self.page.keyboard.press("Enter" if found["kind"] == "A" else "Space")
        self.arrive()

    def go(self, selector: str) -> None:
        if not self.reach(selector):
            super().go(selector)

    def fill(self, selector: str, text: str) -> None:
        if not self.reach(selector):
            return super().fill(selector, text)
        if self.page.input_value(selector):
            self.page.keyboard.press("Control+A")
            self.page.keyboard.press("Delete")
        # Lines are pasted: a table or a file comes from elsewhere.
        (self.page.keyboard.insert_text if "\n" in text else self.page.keyboard.type)(text)
        self.hold(selector, self.page.input_value(selector) == text, "takes no text")

    def select(self, selector: str, value: str) -> None:
        if not self.reach(selector):
            return super().select(selector, value)
        at, values = self.page.eval_on_selector(selector, CHOICES)
        for _ in range(abs(values.index(value) - at)):
            self.page.keyboard.press("ArrowDown" if values.index(value) > at else "ArrowUp")
        self.hold(selector, self.page.input_value(selector) == value, "cannot be chosen from")

    def check(self, selector: str) -> None:
        if not self.reach(selector):
            return super().check(selector)
        group = self.page.get_attribute(selector, "type") == "radio"
        for _ in range(self.page.locator("input[type=radio]").count() if group else 1):
            if self.page.is_checked(selector):
                break
            is_here = self.page.eval_on_selector(selector, "one => one === document.activeElement")
            self.page.keyboard.press("Space" if is_here else "ArrowDown")
        self.hold(selector, self.page.is_checked(selector), "cannot be ticked")

    def bring(self, selector: str, file: pathlib.Path) -> None:
        if not self.reach(selector):
            return super().bring(selector, file)
        with self.page.expect_file_chooser(timeout=SOON) as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)

    def skip(self) -> None:
        """The first thing on a page leads past its head."""
        self.page.keyboard.press("Tab")
        self.note(self.look(None))
        if not self.page.query_selector(".skip:focus"):
            return self.wrong("the first thing that Tab comes to is not the way past the page's head")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Tab")
        self.note(self.look(None))
        if not self.page.query_selector("main :focus"):
            self.wrong("the way past the page's head leads elsewhere")

    def reach(self, selector: str) -> dict | None:
        """Goes to something by Tab, and says what it is; nil: it is not to be come to."""
        wanted = self.page.wait_for_selector(selector, timeout=SOON)
        found = self.look(wanted)
        # A date has a stop for each of its parts, and the browser some of its own where a page ends.
        for _ in range(2 * found["stops"] + 10):
            if found["isThere"]:
                return found
            self.page.keyboard.press("Shift+Tab" if found["isBehind"] else "Tab")
            found = self.look(wanted)
            self.note(found)
        if not found["isThere"]:
            self.wrong(f"{found['aim']} is not reached by Tab")
        return found if found["isThere"] else None

    def look(self, wanted: ElementHandle | None) -> dict:
        """What has the focus, and what is wrong with it."""
        return self.page.evaluate(LOOK, [wanted, self.scripts])

    def note(self, found: dict) -> None:
        """Notes what is wrong with what has the focus."""
        self.passed += 1
        for problem in found["problems"]:
            self.wrong(f"{found['name']} {problem}")

    def arrive(self) -> None:
        """Looks at a page, the first time that one of its kind is passed."""
        kind = f"{self.place()}: {self.page.title()}"
        if kind in self.pages or "/files/" in self.page.url:
            return
        self.pages.add(kind)
        twin = self.twin()
        for look in self.looks:
            for problem in look(twin):
                self.wrong(problem)

    def twin(self) -> Page:
        """The page as it stands here, in a window of its own that has scripts, since axe is one, and none of the page's."""
        if self.other is None:
            self.other = self.page.context.browser.new_page(
                viewport=self.page.viewport_size, color_scheme=self.scheme)
            self.other.route("**/*", self.answer)
        self.text = self.page.content()
        self.other.goto(self.page.url)
        return self.other

    def answer(self, route: Route) -> None:
        """Answers what the twin asks for."""
        if route.request.is_navigation_request():
            route.fulfill(body=self.text, content_type="text/html; charset=utf-8")
        elif route.request.resource_type == "script":
            route.fulfill(body="", content_type="text/javascript")
        else:
            route.continue_()

    def hold(self, selector: str, is_so: bool, problem: str) -> None:
        """Notes a problem unless something is as it is to be."""
        if not is_so:
            self.wrong(f"{selector} {problem}")

    def wrong(self, problem: str) -> None:
        """Notes a problem of the page, once."""
        sentence = f"{self.place()}: {problem}"
        if sentence not in self.known:
            self.known.add(sentence)
            self.problems.append(sentence)

    def place(self) -> str:
        """Where somebody is, whichever week, plan or link it is."""
        path = re.sub(r"^https?://[^/]+|[?#].*", "", self.page.url)
        return re.sub(r"/welcome/.*", "/welcome/…", re.sub(r"/\d+", "/…", path))


def failed(error: Exception) -> str:
    """What went wrong, in its first line."""
    line = (str(error).strip().splitlines() or [""])[0]
    return line if isinstance(error, Error) else f"{type(error).__name__}: {line}"
