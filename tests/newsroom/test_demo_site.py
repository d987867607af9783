"""The demo: what it shows is true by our own check, and it never touches the desk's real site."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dateline import desk
from dateline.site import demo
from dateline.site.accounts.roles import Role
from dateline.site.demo.stories import PUBLISHED, WAITING, Written
from dateline.site.operating.setting_up import SiteError
from newsroom.playing import played


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return played("demo", "", tmp_path_factory.mktemp("demo"))


def test_an_account_of_each_role_with_a_password_that_is_said_once(found: dict[str, Any]) -> None:
    passwords = dict(re.findall(r"^  (\S+@example\.org)\s+(\S+)$", "\n".join(found["said"]), re.MULTILINE))
    assert set(passwords) == {f"{role.value}@example.org" for role in Role}
    assert len(set(passwords.values())) == len(Role) and min(map(len, passwords.values())) >= 16
    assert not any(password in " ".join(found["again"]) for password in passwords.values())
    assert set(found["roles"]) == {role.value for role in Role}


def test_three_stories_are_published_with_pictures(found: dict[str, Any]) -> None:
    assert found["pages"] == [200] * 3
    assert found["pictures"] == [200] * 3


def test_every_published_figure_is_borne_out_or_openly_disputed(found: dict[str, Any]) -> None:
    verdicts = Counter(verdict for figures in found["verdicts"].values() for _, verdict, _ in figures)
    assert set(verdicts) <= {"holds", "disputed", "qualified"}
    assert verdicts["holds"] >= 20
    assert verdicts["disputed"] == 1
    signed = [who for figures in found["verdicts"].values() for _, verdict, who in figures if verdict != "holds"]
    assert "machine" not in signed


def test_one_story_was_corrected_and_one_draft_waits(found: dict[str, Any]) -> None:
    ((_, number),) = found["corrections"]
    assert number == 2
    assert len(found["undecided"]) == 1
    assert found["feeds"] == [False]


def test_comments_have_replies_and_one_waits(found: dict[str, Any]) -> None:
    states = [state for state, _ in found["comments"]]
    assert states.count("held") == 1 and states.count("visible") == len(states) - 1
    assert any(reply for _, reply in found["comments"])


@pytest.mark.parametrize("written", [*PUBLISHED, WAITING], ids=lambda w: w.name)
def test_a_text_says_what_it_is(written: Written) -> None:
    title, standfirst, text = written.parts()
    assert "written for the Dateline project" in text
    assert len(title) <= 200 and len(standfirst) <= 500
    assert (written.picture is None) == (written.alternative == "")
    if written.slip is not None:
        assert text.count(written.slip[0]) == 1


def test_the_slip_that_is_corrected_is_one_that_the_check_sees() -> None:
    (written,) = (w for w in PUBLISHED if w.slip is not None)
    assert written.slip is not None
    right, wrong, _ = written.slip
    text = "\n\n".join(written.parts()).replace(right, wrong)
    claims = desk.check(desk.read(text, published=written.day)).claims
    (claim,) = (c for c in claims if wrong.startswith(c.quote.exact))
    assert claim.finding is not None and claim.finding.verdict == "qualified"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo's folder of a site of one's own, and the environment as it was after it."""
    monkeypatch.setenv("DATELINE_SITE_HOME", str(tmp_path / "site"))
    monkeypatch.setenv("DATABASE_URL", "postgres://desk@db/real")
    return tmp_path / "site" / demo.FOLDER


def test_the_demo_has_a_folder_and_a_file_of_its_own(place: Path) -> None:
    said: list[str] = []
    demo.settle(said.append)
    assert Path(os.environ["DATELINE_SITE_HOME"]) == place
    assert "DATABASE_URL" not in os.environ
    assert any("DATABASE_URL" in line for line in said)


def test_what_is_no_demo_is_never_thrown_away(place: Path) -> None:
    place.mkdir(parents=True)
    (place / "site.sqlite3").write_text("a desk's own")
    with pytest.raises(SiteError, match="left as it is"):
        demo.settle(lambda line: None, fresh=True)
    assert (place / "site.sqlite3").read_text() == "a desk's own"


@pytest.mark.parametrize(
    ("state", "fresh", "kept"), [("whole", False, True), ("whole", True, False), ("begun", False, False)]
)
def test_a_demo_is_kept_unless_it_is_half_made_or_asked_for_anew(
    place: Path, state: str, fresh: bool, kept: bool
) -> None:
    place.mkdir(parents=True)
    (place / "this-is-a-demo").write_text(state)
    (place / "site.sqlite3").write_text("stories")
    demo.settle(lambda line: None, fresh=fresh)
    assert (place / "site.sqlite3").exists() == kept
