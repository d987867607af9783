"""Readers who comment and editors who publish, all at once, as browsers do it: they log in, take each form as the page
gives it, with its token, and send it back. Used by site_load.py."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx
import lxml.html

#: Seconds between two comments of one reader, and between two publications of one editor; each a little off.
COMMENT_EVERY_S, PUBLISH_EVERY_S = 4.0, 10.0
#: Seconds that logging in is spread over: the site takes so many logins a minute from one address.
LOGINS_S = 70.0


@dataclass
class Seen:
    """What came of it: comments that the site acknowledged, publications, answers that were no success, and how long
    each kind of request took, in seconds."""

    comments: list[str] = field(default_factory=list)
    publications: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    took: dict[str, list[float]] = field(default_factory=dict)


class Browser:
    """One person's session. `name` marks what they write."""

    def __init__(self, client: httpx.AsyncClient, name: str, seen: Seen) -> None:
        self.client, self.name, self.seen = client, name, seen

    async def get(self, what: str, address: str) -> httpx.Response | None:
        return await self._ask(what, "GET", address)

    async def send(self, what: str, page: httpx.Response, action: str, **said: str) -> httpx.Response | None:
        """The page's form that posts to `action`, filled in; None where that failed."""
        document = lxml.html.fromstring(page.text)
        forms = [f for f in document.forms if f.method == "POST" and action in urljoin(str(page.url), f.action or "")]
        if not forms:
            self.seen.faults[f"{what}: no form for {action}"] += 1
            return None
        values = [(name, value) for name, value in forms[0].form_values() if name not in said]
        files = [(name, (None, value)) for name, value in [*values, *said.items()]]
        address = urljoin(str(page.url), forms[0].action or str(page.url))
        return await self._ask(what, "POST", address, files=files, headers={"Referer": str(page.url)})

    async def _ask(self, what: str, method: str, address: str, **options: object) -> httpx.Response | None:
        began = time.perf_counter()
        try:
            answer = await self.client.request(method, address, **options)  # type: ignore[arg-type]
        except httpx.HTTPError as fault:
            self.seen.faults[f"{what}: {type(fault).__name__}"] += 1
            return None
        self.seen.took.setdefault(what, []).append(time.perf_counter() - began)
        if answer.status_code >= 400:
            self.seen.faults[f"{what}: {answer.status_code}"] += 1
            return None
        return answer

    async def log_in(self, email: str, password: str) -> bool:
        page = await self.get("login page", "/accounts/login/")
        answer = await self.send("login", page, "/accounts/login/", login=email, password=password) if page else None
        return answer is not None and "/accounts/login" not in str(answer.url)


async def comment(browser: Browser, stories: list[str], until: float, chance: random.Random) -> None:
    """Reads stories and says something under them until the time is over."""
    number = 0
    while time.monotonic() < until:
        story = chance.choice(stories)
        await browser.get("story", f"/stories/{story}/")
        page = await browser.get("my part", f"/me/?story={story}")
        if page is not None:
            number += 1
            text = f"{browser.name} says number {number} of this"
            answer = await browser.send("comment", page, f"/comments/on/{story}/", text=text)
            if answer is not None and "#comment-" in str(answer.url):
                browser.seen.comments.append(text)
            elif answer is not None:
                browser.seen.faults["comment: not acknowledged"] += 1
        await asyncio.sleep(COMMENT_EVERY_S * chance.uniform(0.5, 1.5))


async def publish(browser: Browser, slug: str, until: float, chance: random.Random) -> None:
    """Writes a revision, has it checked, looks at the findings, publishes, until the time is over."""
    number = 0
    while time.monotonic() < until:
        number += 1
        began = time.monotonic()
        if await _published(browser, slug, number):
            browser.seen.publications += 1
        await asyncio.sleep(max(0.0, PUBLISH_EVERY_S * chance.uniform(0.8, 1.2) - (time.monotonic() - began)))


async def _published(browser: Browser, slug: str, number: int) -> bool:
    here = f"/desk/stories/{slug}"
    page = await browser.get("edit page", f"{here}/edit/")
    if page is None:
        return False
    text = lxml.html.fromstring(page.text).forms
    written = next(f.fields["text"] for f in text if "text" in f.fields)
    written = re.sub(r"\s*Edited \d+ times\.\s*$", "", written) + f"\n\nEdited {number} times.\n"
    draft = await browser.send("revision", page, f"{here}/edit/", text=written, reason="again", do="save")
    draft = draft and await browser.get("draft", f"{here}/")
    if draft is None or await browser.send("ask for a check", draft, f"{here}/check/") is None:
        return False
    if not await _checked(browser, here):
        return False
    await browser.get("draft with findings", f"{here}/")
    form = await browser.get("publish page", f"{here}/publish/")
    if form is None:
        return False
    answer = await browser.send("publish", form, f"{here}/publish/now/", minor="a count of edits")
    return answer is not None and "/history/" in str(answer.url)


async def _checked(browser: Browser, here: str) -> bool:
    """Waits for the check."""
    for _ in range(240):
        answer = await browser.get("progress", f"{here}/progress.json")
        state = answer.json() if answer is not None else {"open": True, "state": ""}
        if not state["open"]:
            if state["state"] != "finished":
                browser.seen.faults[f"check: {state['state']}"] += 1
            return bool(state["state"] == "finished")
        await asyncio.sleep(0.5)
    browser.seen.faults["check: never ended"] += 1
    return False


async def together(
    address: str, people: dict[str, list[str]], password: str, stories: list[str], drafts: list[str], seconds: float
) -> Seen:
    """Everybody at once for `seconds` after the last has logged in."""
    seen, chance = Seen(), random.Random(7)
    limits = httpx.Limits(max_connections=1)
    clients = [
        httpx.AsyncClient(base_url=address, timeout=60, limits=limits, follow_redirects=True, trust_env=False)
        for _ in (*people["commenters"], *people["editors"])
    ]
    emails = [*people["commenters"], *people["editors"]]
    browsers = [Browser(c, e.partition("@")[0], seen) for c, e in zip(clients, emails, strict=True)]
    try:
        for browser, email in zip(browsers, emails, strict=True):
            if not await browser.log_in(email, password):
                seen.faults["login: refused"] += 1
            await asyncio.sleep(LOGINS_S / len(emails) / 2)
        until, split = time.monotonic() + seconds, len(people["commenters"])
        await asyncio.gather(
            *(comment(b, stories, until, random.Random(n)) for n, b in enumerate(browsers[:split])),
            *(publish(b, slug, until, random.Random(chance.random())) for b, slug in
              zip(browsers[split:], drafts, strict=True)),
        )  # fmt: skip
    finally:
        for client in clients:
            await client.aclose()
    return seen
