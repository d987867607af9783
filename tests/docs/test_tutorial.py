"""The tutorial as a newcomer follows it: every command of the page, in order, in an empty folder with an empty home."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from shown_output import Ran, run, walked

from docs.pages import DOCS, ROOT

TUTORIAL = DOCS / "tutorial.md"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, list[Ran]]:
    folder, home = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("home")
    return folder, *walked(TUTORIAL.read_text(encoding="utf-8"), folder, home)


def test_the_page_shows_what_the_commands_print(followed: tuple[Path, str, list[Ran]]) -> None:
    assert followed[1] == TUTORIAL.read_text(encoding="utf-8")


def test_every_command_on_the_page_was_run(followed: tuple[Path, str, list[Ran]]) -> None:
    """But for those that install: `.ci/run` does that in a clean folder."""
    text = TUTORIAL.read_text(encoding="utf-8")
    fences = re.findall(r"^```(\w*).*\n((?:(?!```).*\n)*)```$", text, re.MULTILINE)
    assert {kind for kind, _ in fences} == {"sh", "console", "markdown"}
    shown = [line for kind, body in fences if kind == "console" for line in body.split("\n") if line.startswith("$ ")]
    assert shown == [f"$ {ran.command}" for ran in followed[2]]
    install = [line for kind, body in fences if kind == "sh" for line in body.splitlines()]
    assert install == ["make demo", 'export PATH="$PWD/.venv/bin:$PATH"']
    assert "\nmake demo " in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_slip_is_found_and_then_mended(followed: tuple[Path, str, list[Ran]]) -> None:
    first, _, mended, *published = followed[2]
    assert first.code == 1 and "Data show otherwise" in first.printed
    assert mended.code == 0 and "Not checked" not in mended.printed and "otherwise" not in mended.printed
    assert [ran.code for ran in published] == [0, 0, 0]


def test_the_published_page_is_whole(followed: tuple[Path, str, list[Ran]], tmp_path: Path) -> None:
    folder = followed[0]
    page = (folder / "draft.html").read_text(encoding="utf-8")
    assert page.count('class="badge') >= 7 and "823 drones and missiles" in page
    bundle = bytearray((folder / "draft.zip").read_bytes())
    bundle[len(bundle) // 2] ^= 1
    (folder / "changed.zip").write_bytes(bundle)
    assert run("dateline verify changed.zip", folder, tmp_path).code != 0


def test_the_examples_for_python_run() -> None:
    ran = doctest.testfile(str(DOCS / "how-to" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert ran.attempted >= 10 and ran.failed == 0
