"""A site that is kept and put back, on SQLite and on PostgreSQL: wholly, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import postgres
from dateline.cli.site import ROLES
from dateline.site.accounts.roles import Role
from newsroom.playing import played

Play = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def _server() -> Iterator[Path | None]:
    try:
        with postgres.server() as (folder, _):
            yield folder
    except postgres.Unavailable:
        yield None


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """DATABASE_URL of an empty database."""
    return _address(
        request.param, request.getfixturevalue("_server") if request.param == "postgresql" else None, tmp_path
    )


def _address(kind: str, server: Path | None, tmp_path: Path) -> str:
    if kind == "sqlite":
        return ""
    if server is None:
        pytest.skip("PostgreSQL is not installed, or does not start: apt-get install postgresql")
    name = "site_" + str(abs(hash(tmp_path)))
    postgres.psql(server, f"CREATE DATABASE {name}")
    return postgres.address(server, name)


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Plays a scene on a site of its own, and gives what came of it."""

    return partial(_played, tmp_path)


def _played(folder: Path, scene: str, database: str, site: str = "site") -> dict[str, Any]:
    return played(scene, database, folder, site)


def one_line(said: list[Any]) -> str:
    """The line of a refusal."""
    code, text = said[:2]
    assert code == 2
    (line,) = str(text).splitlines()
    assert line.startswith("dateline: ") and "unexpected" not in line and "Traceback" not in line
    return line


@pytest.mark.parametrize("scene", ["there_and_back", "portable"])
def test_what_was_kept_comes_back_and_nothing_else(play: Play, database: str, scene: str) -> None:
    found = play(scene, database)
    assert found["kept"][0] == 0
    assert found["wrecked"] != found["before"]
    assert "--replace" in one_line(found["refused"])
    assert found["untouched"] == found["wrecked"]
    assert found["restored"][0] == 0
    assert found["after"] == found["before"]
    assert found["next"] == "afterwards"


@pytest.mark.parametrize(("one", "other"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_portable_backup_moves_a_site_to_the_other_database(
    play: Play, one: str, other: str, _server: Path | None, tmp_path: Path
) -> None:
    kept = play("keep_only", _address(one, _server, tmp_path), "old")
    assert kept["kept"][0] == 0
    found = play("restore_only", _address(other, _server, tmp_path), "new")
    assert found["restored"][0] == 0, found["restored"]
    assert found["content"] == kept["content"]
    assert found["next"] == "afterwards"


def test_a_backup_that_is_not_what_it_should_be_changes_nothing(play: Play, database: str) -> None:
    found = play("hostile", database)
    assert len(found) == 8
    for name, said in found.items():
        one_line(said)
        assert said[2], f"{name}: the site is not as it was"


def test_rows_that_do_not_fit_leave_all_rows_as_they_were(play: Play, database: str) -> None:
    found = play("rows_that_fail", database)
    assert "nothing was changed" in one_line(found["said"])
    assert found["same"]


def test_a_backup_taken_while_others_write_holds_whole_transactions(play: Play, database: str) -> None:
    found = play("while_written", database)
    assert found["kept"] == [0, 0]
    assert found["wrote"] >= 3
    assert found["halves"] == [False, False]


def test_a_backup_of_one_database_is_not_forced_into_the_other(
    play: Play, _server: Path | None, tmp_path: Path
) -> None:
    play("there_and_back", "", "old")
    found = play("restore_wrong", _address("postgresql", _server, tmp_path), "new")
    assert "--portable" in one_line(found["said"])


def test_an_invitation_sets_a_password_once(play: Play) -> None:
    found = play("invited", "")
    assert found["first"][0] == 0
    assert "is no e-mail address" in one_line(found["nonsense"])
    assert "last administrator" in one_line(found["last"])
    assert found["again"][0] == 0
    assert (found["role"], found["name"]) == ("editor", "Ada Example")
    assert found["set"] and found["used"]


def test_the_command_line_knows_the_roles() -> None:
    assert tuple(role.value for role in Role) == ROLES
