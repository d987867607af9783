"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import importlib
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "dateline"
#: Migrations are written by Django's own command.
SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent.name != "migrations")
#: Folders whose members one literal tuple lists: folder, module that holds the tuple, its name.
PLUGINS = [
    ("publishing/formats", "dateline.publishing", "FORMATS"),
    ("extracting/frames", "dateline.extracting.frames", "FRAMES"),
    ("sources", "dateline.sources", "SOURCES"),
]


def functions() -> list[tuple[str, int]]:
    """Every function of the package with its length in lines."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found.append(
                    (f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
                )
    return found


def tracked() -> list[Path]:
    """Files under version control, or about to be; every file where this is no repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name and (ROOT / name).is_file()]
    skipped = {".venv", ".git", "__pycache__", "node_modules", "build"}
    return [p for p in ROOT.rglob("*") if p.is_file() and not skipped & set(p.parts)]


@pytest.mark.parametrize(("folder", "module", "name"), PLUGINS, ids=[p[0] for p in PLUGINS])
def test_a_folder_of_parts_holds_what_its_tuple_lists(folder: str, module: str, name: str) -> None:
    listed = getattr(importlib.import_module(module), name, None)
    if listed is None:
        pytest.skip(f"{module} lists nothing as {name}")
    names = {member if isinstance(member, str) else member.__name__.rpartition(".")[2] for member in listed}
    described = PACKAGE / folder
    modules = {p.stem for p in described.glob("*.py")} - {"__init__"}
    if folder == "sources":  # a source has a description beside it; other modules there are its tools
        modules = {p.stem for p in described.glob("*.yml")}
    assert names
    assert names == modules


def test_files_are_short() -> None:
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES}
    assert {str(p.relative_to(ROOT)): n for p, n in lengths.items() if n > 400} == {}
    assert statistics.quantiles(lengths.values(), n=20)[-1] <= 300


def test_functions_are_short() -> None:
    lengths = functions()
    assert [f for f in lengths if f[1] > 60] == []
    assert statistics.quantiles([n for _, n in lengths], n=20)[-1] <= 30


def test_modules_are_named_for_what_they_do() -> None:
    vague = re.compile(r"(utils?|helpers?|common|managers?|misc|stuff)")
    assert [str(p) for p in SOURCES if vague.fullmatch(p.stem) or vague.fullmatch(p.parent.name)] == []


def test_only_reading_and_sources_open_addresses() -> None:
    """What the import contract cannot say: urllib has a part that touches the network and one that does not."""
    inside = (PACKAGE / "reading", PACKAGE / "sources")
    found = [p for p in SOURCES if re.search(r"\burllib\.request|\burlopen\b", p.read_text(encoding="utf-8"))]
    assert [str(p.relative_to(ROOT)) for p in found if not any(folder in p.parents for folder in inside)] == []


def test_every_module_says_what_it_is_for() -> None:
    texts = {p: p.read_text(encoding="utf-8") for p in SOURCES}
    silent = [p for p, text in texts.items() if text.strip() and not ast.get_docstring(ast.parse(text))]
    assert [str(p.relative_to(ROOT)) for p in silent] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    """Absolute paths of a home or a workplace have no business in a repository."""
    machine = re.compile(r"(?<![\w.~/:-])/(home|root|work|Users|opt|mnt)/[\w.]+")
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data or path == Path(__file__):
            continue
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in machine.finditer(data.decode("utf-8", "replace"))]
    assert found == []


def test_nothing_large_is_tracked() -> None:
    assert [str(p) for p in tracked() if p.stat().st_size > 2_000_000] == []


def test_the_lock_is_hashed_and_names_no_place() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)
        assert not re.search(r"^(-i|--index-url|--find-links|-e|file:)|file://", text, re.MULTILINE)
