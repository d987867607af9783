"""`read` and `read_text` as a whole: every kind of source, one line for everything that cannot be read."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from dateline.reading import ReadingError, read, read_text

from .pages import HTML_PAGE, SAVED_PAGE, STORY, said

TODAY = date(2026, 1, 15)
SHARED = Path(__file__).resolve().parents[3] / "shared"


def fails(source: object, **given: object) -> str:
    with pytest.raises(ReadingError) as caught:
        read(source, today=TODAY, **given)  # type: ignore[arg-type]
    message = str(caught.value)
    assert message and "\n" not in message
    return message


def test_text_of_a_file_is_exact(tmp_path: Path) -> None:
    text = "Attack overnight\r\n\r\nRussia launched 367 drones.\r\n  Ukraine shot 45 down.  \r\n"
    path = tmp_path / "draft.txt"
    path.write_bytes(text.encode())
    report = read(path, today=TODAY)
    assert report.text == text
    assert said(report, "title") == ["Attack overnight"]
    assert said(report, "story") == ["Russia launched 367 drones.", "Ukraine shot 45 down."]
    assert report.source == str(path)


def test_string_path_and_path_object_are_alike(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(SAVED_PAGE)
    assert read(str(path), today=TODAY) == read(path, today=TODAY)


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (SAVED_PAGE.encode(), "Ukraine reports largest drone attack of the war"),
        (HTML_PAGE.encode(), "Front moves faster"),
        (f"# Front moves faster\n\n{STORY[0]}\n".encode(), "Front moves faster"),
        (f"---\ntitle: Front moves faster\n---\n{STORY[0]}\n".encode(), "Front moves faster"),
    ],
)
def test_standard_input_is_read_by_its_content(data: bytes, title: str) -> None:
    assert read("-", stdin=data, today=TODAY).title == title


def test_process_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Russia launched 367 drones.")))
    assert said(read("-", today=TODAY), "story") == ["Russia launched 367 drones."]


def test_blocks_lie_inside_the_text_in_order_and_apart() -> None:
    for report in (read_text(SAVED_PAGE, today=TODAY), read("-", stdin=HTML_PAGE.encode(), today=TODAY)):
        assert report.blocks
        at = 0
        for block in report.blocks:
            assert at <= block.start < block.end <= len(report.text)
            assert report.text[block.start : block.end].strip() == report.text[block.start : block.end]
            at = block.end


def test_missing_file_folder_and_names_that_are_none(tmp_path: Path) -> None:
    assert "no file" in fails(tmp_path / "none.txt")
    assert "folder" in fails(tmp_path)
    assert "check the name" in fails("x" * 5000)
    assert "check the name" in fails("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Russia launched 367 drones.")
    path.chmod(0)
    assert "may not be read" in fails(path)


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf\n"])
def test_empty(data: bytes) -> None:
    assert "empty" in fails("-", stdin=data)


def test_empty_page() -> None:
    assert "no story" in fails("-", stdin=b"<!doctype html><html><body><nav>Home</nav></body></html>")
    assert "no story" in fails("-", stdin=b"Log in\nMenu\n0 Comments\n")


@pytest.mark.parametrize("name", ["report.pdf", "report.html", "report.txt", "report"])
def test_pdf_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\n<html><body><p>x</p>")
    assert "PDF" in fails(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\0\0rest",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
        b"{\\rtf1 Russia}",
        b"\x1f\x8b\x08\0abc",
        bytes(range(256)) * 20,
        b"abc\0\0\0\0\x01\x02def",
    ],
)
def test_binary(data: bytes) -> None:
    message = fails("-", stdin=data)
    assert "Standard input is" in message


@pytest.mark.parametrize("megabytes", [6, 50])
def test_long_text_fails_at_once_and_names_the_limit(tmp_path: Path, megabytes: int) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Russia launched 367 drones.\n" * (megabytes * 1_000_000 // 28 + 1))
    began = time.perf_counter()
    message = fails(path)
    assert time.perf_counter() - began < 1
    assert f"{megabytes}.0 MB" in message and "up to 5 MB" in message


def test_long_standard_input_and_long_string() -> None:
    assert "up to 5 MB" in fails("-", stdin=b"Russia launched 367 drones. " * 400_000)
    with pytest.raises(ReadingError, match="up to 5 MB"):
        read_text("Russia launched 367 drones. " * 400_000)


def test_a_language_that_is_not_read() -> None:
    text = "Сили оборони України вночі збили 296 із 728 безпілотників, повідомили у Повітряних силах."
    assert fails("-", stdin=text.encode()) == ("This report seems to be in Ukrainian; Dateline reads English so far.")


def test_given_date_wins_and_the_pages_own_is_kept() -> None:
    report = read_text(SAVED_PAGE, published=date(2025, 1, 2), today=TODAY)
    assert (report.date, report.date_basis) == (date(2025, 1, 2), "given")
    assert (report.published, report.updated) == (date(2025, 7, 9), date(2025, 7, 10))
    assert report.warnings == ()


def test_hash_is_of_the_text() -> None:
    one, two = read_text("Russia launched 367 drones."), read_text("Russia launched 368 drones.")
    assert len(one.sha256) == 64 and one.sha256 != two.sha256


def test_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(SAVED_PAGE)
    code = (
        "import sys; from dateline.reading import read; read(sys.argv[1]);"
        "print({'trafilatura', 'docx', 'httpx', 'lxml', 'markdown_it', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_real_page_saved_as_text() -> None:
    path = SHARED / "reports" / "russia_offensive_2025-05-30.txt"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine; test_roles.py has the self-written twin")
    report = read(path, today=TODAY)
    assert report.text == path.read_text(encoding="utf-8")
    assert report.title == "Russia Intensifies Offensive in Ukraine Amid Ongoing Peace Talks"
    assert report.standfirst and report.standfirst.startswith("Russia has escalated its military operations")
    assert report.authors == ("David Lee",)
    assert (report.published, report.updated) == (None, date(2025, 5, 30))
    assert (report.date, report.date_basis) == (date(2025, 5, 30), "updated")
    assert said(report, "dateline")[0] == "Saturday, May 31, 2025"
    assert [c[:30] for c in said(report, "caption")] == ["A Ukrainian soldier from the 4"]
    story = said(report, "story")
    assert len(story) == 34
    assert story[0].startswith("After months") and story[-1].startswith('"He wants to demonstrate')
    assert not any("Comments" in words or "insights into geopolitical" in words for words in story)
