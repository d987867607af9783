"""Templates are compiled once for a user; whatever lies in the cache folder, the page is the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from jinja2 import DictLoader, Environment

from dateline.publishing.compiled import Compiled

TEXT = "{{ word }} <b>"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache" / "dateline"))
    return tmp_path / "cache" / "dateline"


def _written(text: str = TEXT) -> str:
    environment = Environment(loader=DictLoader({"page": text}), autoescape=True, bytecode_cache=Compiled())
    return environment.get_template("page").render(word="a < b")


def test_a_second_process_compiles_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _written()
    (folder,) = cache.iterdir()
    assert jinja2.__version__ in folder.name
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert [kept.suffix for kept in folder.iterdir()] == [".compiled"], "no temporary file is left"

    def compiled(*_: object, **__: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "_parse", compiled)
    assert _written() == first == "a &lt; b <b>"


def test_another_text_is_compiled_again(cache: Path) -> None:
    _written()
    assert _written("{{ word }}!") == "a &lt; b!"


@pytest.mark.parametrize("spoil", [
    lambda kept: b"",
    lambda kept: kept[:40],
    lambda kept: kept[:-20],
    lambda kept: b"no bytecode at all",
    lambda kept: kept[:14] + b"\x80\x04garbage" + kept[20:],
], ids=["empty", "cut early", "cut late", "other", "spoiled"])  # fmt: skip
def test_what_cannot_be_read_is_compiled_again(cache: Path, spoil: Callable[[bytes], bytes]) -> None:
    _written()
    (kept,) = cache.glob("*/*")
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert _written() == "a &lt; b <b>"
    assert kept.read_bytes() == whole


def test_without_a_folder_the_page_is_written_all_the_same(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be")
    assert _written() == "a &lt; b <b>"
    assert cache.read_text() == "a file where the folder should be"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_is_not_writable_keeps_nothing(cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o500)
    assert _written() == "a &lt; b <b>"
