# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who works with a server: by which hands, in which window, with scripts or without, and what goes wrong."""

import pathlib
import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from hands import ANSWERED, LOOKS, Keyboard, Pointer

PASSWORD = "three plain words"
SIZES = {"telephone": (390, 844), "desk": (1280, 900)}
# Members of teams, and who they are on the roster.
TEAM = {"rowan": "HC-01", "sorrel": "HC-02"}
# Numbers of what people came to on their way, by which pages are found: the latest counts.
CAME_TO: dict[str, str] = {}


@dataclass(frozen=True)
class Way:
    """How somebody works."""

    hands: type[Pointer]
    size: str
    scripts: bool
    # By keyboard, whether light or dark: the focus has to be seen in both.
    scheme: str = "light"

    @property
    def name(self) -> str:
        return f"{self.hands.NAME}, {self.size}, {'with' if self.scripts else 'without'} scripts"


# Any two of hands, window and scripts meet in every way that they can, in half as many rounds as there are ways.
WAYS = [
    Way(Pointer, "desk", scripts=True),
    Way(Pointer, "telephone", scripts=False),
    Way(Keyboard, "telephone", scripts=True, scheme="dark"),
    Way(Keyboard, "desk", scripts=False),
]


@dataclass
class Work:
    """Somebody at work."""

    browser: Browser
    address: str
    way: Way
    looks: LOOKS
    # The link of the first account; nil: there are accounts.
    welcome: str | None
    # A folder for files that are brought.
    scratch: pathlib.Path
    problems: list[str] = field(default_factory=list)
    passed: int = 0

    def __post_init__(self) -> None:
        width, height = SIZES[self.way.size]
        self.context: BrowserContext = self.browser.new_context(
            java_script_enabled=self.way.scripts, viewport={"width": width, "height": height},
            color_scheme=self.way.scheme)
        # Other work may be under way on the machine.
        self.context.set_default_timeout(ANSWERED)
        self.open(self.context.new_page())

    def open(self, page: Page) -> None:
        """Goes on in another window."""
        self.page = page
        page.on(
            "console",
            # A form that is not right is answered by a status of its own, which is no fault of the page's.
            lambda message: "400" in message.text or self.wrong(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.wrong(f"error: {error}"))
        self.hands = self.way.hands(page, self.looks, self.way.scheme, self.way.scripts)

    def wrong(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def expect(self, words: str, problem: str, within: str = "main") -> None:
        """Notes a problem where the page does not say something."""
        if words not in self.page.inner_text(within):
            self.wrong(problem)

    def leads_to(self, part: str) -> bool:
        """Waits on a run's page until it leads to what it made. With scripts the page goes on by itself."""
        for _ in range(240):
            if part in self.page.url and "answered=" not in self.page.url:
                self.hands.arrive()
                return True
            self.page.wait_for_timeout(500)
            if not self.way.scripts and "/runs/" in self.page.url:
                self.page.reload()
        self.wrong(f"nothing came of a run that was to lead to {part}: {self.page.inner_text('main')}")
        return False

    def came_to(self, name: str) -> None:
        """Notes the number of the page that somebody is on."""
        CAME_TO[name] = re.search(r"/(\d+)(?:[?#]|$)", self.page.url).group(1)

    def sign_in(self, name: str) -> None:
        """Signs somebody in."""
        sign_in(self.hands, self.address, name)
        self.hands.arrive()

    def sign_out(self) -> None:
        self.hands.click("text=Sign out")

    def account(self, link: str, name: str) -> None:
        """Makes an account of an invitation."""
        self.page.goto(link)
        self.hands.fill("#name", name.title())
        self.hands.fill("#login", name)
        self.hands.fill("#password", PASSWORD)
        self.hands.click("text=Make the account")

    def publish(self, why: str) -> None:
        """Publishes the plan that somebody looks at."""
        self.hands.fill("#why", why)
        self.hands.click("text=Publish the plan")
        self.expect("Published", "the plan is not published")


def sign_in(hands: Pointer, address: str, name: str) -> None:
    """Signs somebody in, by the return key."""
    hands.page.goto(address + "/sign-in")
    hands.fill("#login", name)
    hands.fill("#password", PASSWORD)
    hands.page.keyboard.press("Enter")
    hands.page.wait_for_url(re.compile(r"/(plans|people|trail|me)?$"))
