# SPDX-License-Identifier: GPL-3.0-or-later
"""A page with everything that is wrong for whoever works by keyboard: that nothing is found on other pages says something only
where all of it is found on this one."""

from playwright.sync_api import Browser

from hands import Keyboard

PAGE = """<!DOCTYPE html><html lang="en"><title>Faults</title><style>
:focus-visible { outline: 3px solid #00f } #unseen:focus { outline: none } #pale:focus { outline-color: #eee }
#bar { position: sticky; top: 0; height: 3rem; background: #fff } #far { position: absolute; left: -900px }
#below { position: fixed; top: 590px }
.small { font-size: 8px; display: inline-block; padding: 0; border: 0; width: 6px; height: 10px; overflow: hidden }
#under { position: absolute; top: 1px; left: 1px; z-index: -1 }
</style><body><div id="bar">Bar</div><main>
<a href="#unseen" id="unseen">Unseen</a> <a href="#pale" id="pale">Pale</a> <a href="#far" id="far">Far</a>
<a href="#below" id="below">Below</a> <a href="#under" id="under">Under</a> 
<p><button class="small">1</button><button class="small">2</button></p>
<p>In a sentence <a href="#sentence">words</a> may be small.</p> <span id="never" role="button">Never</span>
<button id="last" type="button">Last</button></main>"""
WANTED = [
    'a "Unseen" does not show that it has the focus',
    'a "Pale" shows the focus at a contrast of 1.2 to 1',
    'a "Far" is hidden by the side of the window while it has the focus',
    'a "Below" has the focus outside of the window',
    'a "Under" is hidden by div "Bar" while it has the focus',
    'button "1" is 6 by 10 pixels, and close to button "2"',
    'button "2" is 6 by 10 pixels, and close to button "1"',
    'span "Never" is not reached by Tab',
]


def check(browser: Browser) -> list[str]:
    """What is not found, and what is found that is right."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content(PAGE)
    hands = Keyboard(page)
    hands.reach("#last")
    hands.reach("#never")
    found = {problem.partition(": ")[2] for problem in hands.problems}
    page.context.close()
    return [f"by keyboard, it is not found that {one}" for one in WANTED if one not in found] + [
        f"by keyboard, it is found that {one}" for one in sorted(found) if one not in WANTED]
