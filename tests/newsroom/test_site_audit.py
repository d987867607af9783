"""Every page of the site as accessibility checkers, validators and narrow windows meet it: light and dark, 360 and
1,280 pixels wide, every card opened. The site is the demo's, with a story withdrawn, one being corrected, and a figure
that has changed since it was published."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils.text import slugify

from dateline.site.demo.stories import PUBLISHED, WAITING
from newsroom.routes import ROUTES
from newsroom.sites import NEEDED, Site, browsed, served
from newsroom.test_newsroom_in_browser import CORRECT

pytestmark = NEEDED
#: Bytes of HTML, styles and scripts that a story's page may have.
MOST_BYTES = 100_000
APRIL, NIGHT, GAZA, JUNE = (slugify(written.parts()[0]) for written in (*PUBLISHED, WAITING))
AUGUST = "In August 2025, 208 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said."
#: Done in the site before it is looked at.
MORE = f"""
import datetime as dt
from dateline.site.operating import setting_up
setting_up.begin()
from dateline.site.accounts.models import User
from dateline.site.checks import running, working
from dateline.site.comments import moderating
from dateline.site.newsroom import planning, publishing, saving
from dateline.site.stories.models import Section, Story
from dateline.site.stories.writing import Draft
editor = User.objects.get(email="editor@example.org")
draft = Draft("What was counted", {AUGUST!r}, day=dt.date(2026, 6, 10))
story = saving.start(editor, draft, saving.Place(Section.objects.first(), ["counting"], [editor]))
running.ask(story.current, editor)
working.work(until_idle=True)
story.refresh_from_db()
publishing.publish(story, editor)
publishing.withdraw(Story.objects.get(slug={GAZA!r}), editor, "It was counted twice.")
planning.plan(Story.objects.get(slug={APRIL!r}), editor)
working.work(until_idle=True)
"""
#: Routes that are no page of their own: files, forms that are only sent, addresses that lead elsewhere; and steps of
#: logging in that need a code or a link of a mail, which `answers` goes through.
NO_PAGES = {
    "me", "comment", "moderation-act", "comments-closing", "account_confirm_login_code", "account_confirm_email",
    "account_reset_password_from_key", "account_set_password", "mfa_authenticate", "mfa_login_webauthn",
    "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "section-atom", "section-rss", "figure-json", "figure-csv", "figure-svg", "atom", "rss", "sitemap", "news-sitemap",
    "robots", "picture", "desk-receive", "desk-preview", "desk-check", "desk-check-stop", "desk-progress",
    "desk-progress-json", "desk-decide", "desk-publish-now", "desk-withdraw", "desk-restore", "desk-evidence",
    "desk-plan", "desk-plan-drop", "check-progress", "check-cancel", "feed-read", "feed-remove", "ledger_map_picture",
}  # fmt: skip
ANYBODY = {
    "account_login", "account_signup", "account_inactive", "account_email_verification_sent", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key_done", "home", "story", "section", "tag", "author",
    "archive", "month", "search", "corrections", "figures", "figure",
}  # fmt: skip
ADMINISTRATOR = {"people", "person", "feeds", "feed-edit", "desk-audit"}
COMMENTER = {
    "profile", "account-close", "comment-write", "comment-reply", "comment-flag", "comment-delete", "comments-mine",
    "account_logout", "account_reauthenticate", "account_email", "account_change_password", "mfa_index",
    "mfa_list_webauthn", "mfa_activate_totp", "mfa_add_webauthn",
}  # fmt: skip
#: The parts of addresses by route, where they are not those of `parts`.
OTHERS: dict[str, dict[str, object]] = {
    **{name: {"slug": "gaza"} for name in ("section", "desk-section")},
    "tag": {"slug": "drones"}, "author": {"slug": "nora-example"},
    "ledger_measure": {"theatre": "ukraine", "measure": "strikes.launched"},
    **{name: {"slug": JUNE} for name in ("desk-story", "desk-edit", "desk-compare", "desk-publish")},
    **{name: {"slug": JUNE, "claim": "c1"} for name in ("desk-finding", "desk-sentence")},
}  # fmt: skip


def role(name: str) -> str:
    if name in ANYBODY:
        return ""
    if name in COMMENTER:
        return "commenter"
    return "administrator" if name in ADMINISTRATOR else "editor"


def read(site: Site, path: str) -> str:
    with urllib.request.urlopen(site.base + path) as answer:
        text: str = answer.read().decode()
    return text


def pages(site: Site) -> list[dict[str, Any]]:
    """One page for every route that has one, and a second look where a page has two faces."""
    address = re.findall(r"/figures/([a-z0-9]+)/", read(site, "/figures/"))[0]
    (month,) = set(re.findall(r"/archive/(\d+)/(\d+)/", read(site, "/archive/")))
    parts = {"slug": NIGHT, "address": address, "pk": 1, "number": 1, "year": int(month[0]), "month": int(month[1])}
    found = []
    for name in sorted(set(ROUTES) - NO_PAGES):
        given = OTHERS.get(name) or {key: parts[key] for key in _keys(name)}
        found.append({"path": reverse(name, kwargs=given), "as": role(name), "at": reverse(name, kwargs=given)})
    return [*found, *_faces()]


def _keys(name: str) -> list[str]:
    from newsroom.test_routes import KNOWN

    return re.findall(r"<(?:\w+:)?(\w+)>", KNOWN[name])


def _faces() -> list[dict[str, Any]]:
    """What a page looks like otherwise: empty, found, held, corrected, not there, not allowed."""
    desk = f"/desk/stories/{NIGHT}"
    return [
        {"path": "/nothing/", "status": 404},
        {"path": f"/stories/{GAZA}/", "status": 410},
        {"path": "/search/?q=drones"},
        {"path": "/search/?q=zeppelins"},
        {"path": "/desk/", "as": "commenter", "status": 403},
        {"path": f"/stories/{NIGHT}/", "as": "commenter"},
        {"path": "/comments/queue/?hidden=1", "as": "editor"},
        {"path": f"{desk}/", "as": "editor"},
        {"path": f"{desk}/publish/", "as": "editor"},
        {"path": f"{desk}/history/difference/?from=1&to=2", "as": "editor"},
        {"path": f"/desk/stories/{APRIL}/", "as": "editor"},
        {"path": f"/desk/stories/{JUNE}/findings/c2/", "as": "reporter"},
        {"path": "/desk/stories/?state=withdrawn", "as": "reporter"},
    ]


@contextmanager
def audited(home: Path) -> Iterator[tuple[Site, list[dict[str, Any]]]]:
    """The site with more to see than the demo has, and the pages to look at."""
    with served(home) as site:
        environment = {**site.environment, "DATELINE_SITE_HOME": str(home / "site-demo"),
                       "DATELINE_SITE_ADDRESS": site.base}  # fmt: skip
        for command in ([sys.executable, "-c", MORE], CORRECT):
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr[-3000:]
        yield site, [*pages(site), *_answers(site, environment)]


def _answers(site: Site, environment: dict[str, str]) -> list[dict[str, Any]]:
    """Pages that no address has: what comes as the answer to something done."""
    script, given = str(Path(__file__).parent / "answers.py"), json.dumps(dict(site.passwords))
    done = subprocess.run(
        [sys.executable, script], env=environment, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with audited(tmp_path_factory.mktemp("audited")) as (site, asked):
        return browsed("site-audit.mjs", site, {"pages": asked}) | {"asked": len(asked)}


def test_every_route_is_looked_at_or_is_no_page() -> None:
    assert sorted(NO_PAGES - set(ROUTES)) == []
    assert sorted((ANYBODY | ADMINISTRATOR | COMMENTER | set(OTHERS)) - set(ROUTES)) == []


def test_every_page_and_card_was_opened(found: Any) -> None:
    assert found["opened"] == found["asked"]
    assert found["cards"] >= 20


def test_no_accessibility_violation(found: Any) -> None:
    assert found["violations"] == []


def test_the_browser_complains_of_nothing(found: Any) -> None:
    """No breach of the content policy, no script error, no answer but the one expected."""
    assert found["complaints"] == []


def test_no_request_goes_elsewhere(found: Any) -> None:
    assert found["requests"] == []


def test_nothing_is_wider_than_a_telephone(found: Any) -> None:
    assert found["wide"] == []


def test_valid_html(found: Any) -> None:
    assert found["html"] == []


def test_a_story_is_light(found: Any) -> None:
    assert found["sizes"][f"/stories/{NIGHT}/ anonymous"] <= MOST_BYTES
