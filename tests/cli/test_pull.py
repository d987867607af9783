"""`dateline pull` as a user runs it, against a server on this machine; and from there to a figure."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dateline.cli import pull as cli_pull
from dateline.importing.pulling import Step
from dateline.sources import SOURCES
from local_server import Site, fails, whole

from .conftest import Ran

YESTERDAY = date.today() - timedelta(days=1)


def reported(last: date, killed_on_the_last: int, days: int = 690) -> bytes:
    """A series of our own in the form of the collection: so many days up to `last`, each with a figure."""
    rows, total = [], 40_000
    for back in range(days - 1, -1, -1):
        day = last - timedelta(days=back)
        killed = killed_on_the_last if back == 0 else 11 + back % 5
        total += killed
        rows.append({"report_date": day.isoformat(), "report_source": "mohtel", "report_period": 24, "killed": killed,
                     "killed_cum": total, "injured": 2 * killed, "injured_cum": 2 * total})  # fmt: skip
    return json.dumps(rows).encode()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def killed_on(cli: Callable[..., Ran], day: date) -> float:
    ran = cli("figure", "casualties.killed", "--from", day, "--to", day, "--theatre", "gaza", "--format", "json")
    assert ran.code == 0, ran.err
    return float(json.loads(ran.out)["value"])


def test_from_a_server_to_a_figure(site: Site, cli: Callable[..., Ran], home: Path) -> None:
    address = site.plays_at("/days.json", whole(reported(YESTERDAY, 7301), ETag='"1"'))
    ran = cli("pull", "gaza", "--from", address)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("gaza: fetched 1 file")
    assert re.search(r"^    casualties: [\d,]+ new", ran.out, re.MULTILINE)
    assert killed_on(cli, YESTERDAY) == 7301
    again = cli("pull", "gaza", "--from", address)
    assert re.fullmatch(r"gaza: unchanged since 2\d{3}-\d\d-\d\d\n", again.out)
    site.plays_at("/days.json", whole(reported(YESTERDAY, 7302), ETag='"2"'))
    assert cli("pull", "gaza", "--from", address).code == 0
    assert killed_on(cli, YESTERDAY) == 7302


@pytest.mark.parametrize("body", [b"<html>sign in", b'[{"report_date": "20', b"[]", b"\x00\x01"])
def test_a_file_that_is_not_the_sources_changes_nothing(
    site: Site, cli: Callable[..., Ran], home: Path, body: bytes
) -> None:
    cli("pull", "gaza", "--from", site.plays_at("/days.json", whole(reported(YESTERDAY, 7301))))
    ran = cli("pull", "gaza", "--from", site.plays_at("/days.json", whole(body)))
    assert ran.code == 2 and ran.error.startswith("dateline: gaza: ")
    assert killed_on(cli, YESTERDAY) == 7301


def test_a_failure_is_one_line_and_the_rest_is_done(
    site: Site, cli: Callable[..., Ran], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.importing import pulling

    real = pulling.pull
    good = site.plays_at("/days.json", whole(reported(YESTERDAY, 7301)))
    bad = site.plays_at("/bad.json", fails(404))
    monkeypatch.setattr(
        pulling, "pull",
        lambda source, *given, **named: real(source, *given, **{**named, "mirror": bad if source == "talks" else good}),
    )  # fmt: skip
    ran = cli("pull", "talks", "gaza")
    assert ran.code == 2
    assert ran.error.startswith("dateline: talks: ") and "HTTP 404" in ran.error
    assert ran.out.startswith("gaza: fetched")


def test_by_hand_is_a_line(cli: Callable[..., Ran], home: Path) -> None:
    ran = cli("pull", "airforce")
    assert ran.code == 2
    assert "kaggle.com" in ran.error and "`dateline import airforce PATH`" in ran.error
    assert not home.exists()


def test_what_is_kept_by_hand_is_one_line_and_no_failure(
    cli: Callable[..., Ran], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline import sources

    monkeypatch.setattr(sources, "SOURCES", ("talks", "airforce", "officials"))
    ran = cli("pull")
    assert ran.code == 0 and ran.err == ""
    first, last = ran.out.splitlines()
    assert first.startswith("airforce: by hand: ")
    assert last == "kept by hand: talks, officials (dateline pull SOURCE says how)"
    assert "address of each" in cli("pull", "talks").error


def test_offline(cli: Callable[..., Ran], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    ran = cli("pull")
    assert ran.code == 2 and "DATELINE_OFFLINE" in ran.error and ran.out == ""
    assert cli("pull", "--dry-run").code == 0


def test_dry_run_asks_nobody(site: Site, cli: Callable[..., Ran], home: Path) -> None:
    address = site.plays_at("/days.json", whole(reported(YESTERDAY, 7301)))
    ran = cli("pull", "gaza", "--from", address, "--dry-run")
    assert ran.out == f"gaza: {address}; none here yet\n"
    assert site.asked == [] and not home.exists()
    cli("pull", "gaza", "--from", address)
    assert (
        f"1 file here, the newest days.json of {datetime.now(UTC).date()}"
        in cli("pull", "gaza", "--from", address, "--dry-run").out
    )


def test_dry_run_of_everything(cli: Callable[..., Ran], home: Path) -> None:
    lines = cli("pull", "--dry-run").out.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(SOURCES)
    planned = json.loads(cli("pull", "--dry-run", "--format", "json").out)["planned"]
    assert [row["source"] for row in planned] == list(SOURCES)


def test_json(site: Site, cli: Callable[..., Ran], home: Path) -> None:
    body = reported(YESTERDAY, 7301)
    ran = cli("pull", "gaza", "--from", site.plays_at("/days.json", whole(body)), "--format", "json")
    (row,) = json.loads(ran.out)["pulled"]
    assert (row["source"], row["state"], row["bytes"]) == ("gaza", "fetched", len(body))
    assert row["imported"][0]["releases"][0]["tables"]["casualties"]["added"] > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], "no such source"),
        (["--from", "https://example.org/x.json"], "name it"),
        (["gaza", "talks", "--from", "https://example.org/x.json"], "name it"),
        (["gaza", "--from", "example"], "address"),
        (["gaza", "--from", "file:///etc/hosts"], "http address"),
        (["deepstate", "--from", "https://example.org/x.json"], "folder of files"),
    ],
)
def test_bad_input_is_one_line(cli: Callable[..., Ran], home: Path, arguments: list[str], said: str) -> None:
    ran = cli("pull", *arguments)
    assert ran.code == 2 and said in ran.error


def test_a_bar_on_a_terminal_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with cli_pull._bar() as watch:
        assert watch is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with cli_pull._bar() as watch:
        assert watch is not None
        watch(Step("gaza", "days.json", 2, 3, 500, 1000))
    said = capsys.readouterr()
    assert "gaza 2/3 days.json" in said.err and said.out == ""
