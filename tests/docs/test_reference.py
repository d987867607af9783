"""The reference says something of every code, command, format, source and key that the program knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import build_reference
import json_reference
import pytest

from dateline.cli.commands import COMMANDS
from dateline.extracting import frames
from dateline.figures import FLAGS
from dateline.publishing import FORMATS
from dateline.records.claim import NOT_CHECKABLE, Frame, Measure
from dateline.records.finding import Reason, Verdict
from dateline.sources import SOURCES
from dateline.sources.description import describe
from dateline.theatres import loader
from docs.pages import DOCS, REFERENCE, ROOT

PACKAGE = ROOT / "src" / "dateline"
#: What is listed in the code, the page that says what each member is, and how an entry starts there.
ENTRIES = {
    "verdicts": (get_args(Verdict), "codes.md", "| `{}` |"),
    "reasons": (get_args(Reason), "codes.md", "| `{}` |"),
    "frames": (get_args(Frame), "codes.md", "| `{}` |"),
    "flags": (tuple(FLAGS), "codes.md", "| `{}` |"),
    "measures": (get_args(Measure), "measures.md", "## {}\n"),
    "formats": ((*FORMATS, "bundle"), "formats.md", "| `{}` |"),
    "sources": (SOURCES, "sources.md", "## {}\n"),
    "theatres": (("ukraine", "gaza"), "theatres.md", "## {}\n"),
    "commands": (tuple(COMMANDS), "commands.md", "## dateline {}\n"),
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_member_has_an_entry(kind: str) -> None:
    members, page, entry = ENTRIES[kind]
    text = (REFERENCE / page).read_text(encoding="utf-8")
    names = [m if isinstance(m, str) else m.__name__.rpartition(".")[2] for m in members]
    assert names
    assert [name for name in names if entry.format(name) not in text] == []


def test_frames_of_every_kind_are_told() -> None:
    assert frames.FRAMES and set(get_args(Frame)) == set(build_reference.FRAMES) >= NOT_CHECKABLE


def test_the_theatres_are_those_that_ship() -> None:
    shipped = {name for name in loader.installed() if loader.load(name).folder.parent == loader.FOLDER}
    assert shipped == set(ENTRIES["theatres"][0])


def test_the_sources_page_sends_nobody_to_pull_what_is_kept_by_hand() -> None:
    pages = (REFERENCE / "sources.md").read_text(encoding="utf-8").split("\n## ")
    told = {page.partition("\n")[0]: page for page in pages}
    for source in SOURCES:
        stated = describe(source).extra.get("pull") or {}
        kept = {"by_hand", "kept_by_hand"} & set(stated)
        assert (f"`dateline pull {source}`" in told[source]) == (not kept), source


def test_the_entrance_lists_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"| `dateline {name}" not in text] == []


def test_every_variable_that_is_read_is_told() -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    own = set(re.findall(r'"(DATELINE_[A-Z_]+)"', text))
    read = own | set(re.findall(r'os\.environ\.get\("(\w+)"', text))
    told = set(build_reference.ENVIRONMENT)
    assert own and read - told == set()
    assert {name for name in told if name.startswith("DATELINE_")} == own


def test_the_documents_are_current(tmp_path: Path) -> None:
    """docs/reference, the tutorial's outputs and README's example are written by `make docs`."""
    subprocess.run([sys.executable, str(DOCS / "build_reference.py"), str(tmp_path)], check=True, cwd=ROOT)
    built = {str(p.relative_to(tmp_path)): p.read_text(encoding="utf-8") for p in tmp_path.rglob("*.md")}
    assert set(built) == set(build_reference.PAGES)
    stale = [name for name, text in built.items() if (ROOT / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"
    assert {f"docs/reference/{p.name}" for p in REFERENCE.iterdir()} <= set(built)


@pytest.mark.parametrize("key", ["report.title", "claims[].finding.readings[].value", "claims[].doubt.reason"])
def test_a_key_without_a_meaning_stops_the_builder(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document: object = 1
    for part in reversed(key.replace("[]", "[").split(".")):
        name = part.removesuffix("[")
        document = {name: [document] if part.endswith("[") else document}
    assert key in set(json_reference.keys(document))
    told = {path: meaning for path, meaning in json_reference.CHECK.items() if path != key}
    monkeypatch.setattr(json_reference, "CHECK", told)
    monkeypatch.setattr(json_reference, "checks", lambda: [document])
    with pytest.raises(SystemExit, match=re.escape(key)):
        json_reference.check_json()


def test_a_meaning_without_a_key_stops_the_builder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_reference, "FIGURE", {"schema": "1", "gone": "nothing"})
    monkeypatch.setattr(json_reference, "answers", lambda: [{"schema": 1}])
    with pytest.raises(SystemExit, match=r"no document has these: \['gone'\]"):
        json_reference.figure_json()
