"""What cannot be read is refused in one line, within seconds; what can be read but not answered is said to be so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FIGURE = "Russia launched 367 drones and missiles at Ukraine on the night of May 24-25, the Ukrainian Air Force said.\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("empty.html", b"<!doctype html><html><head><title></title></head><body></body></html>"),
        ("renamed.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
        ("renamed.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
        ("binary.txt", bytes(range(256)) * 64),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(2000)),
        ("not-word.docx", b"PK\x03\x04 this is no document"),
        ("large.txt", b"Russia launched 367 drones. " * 1_900_000),
        ("ukrainian.txt", ("Росія запустила 367 дронів по Україні в ніч на 25 травня 2025 року. " * 8).encode()),
        ("russian.txt", ("Россия запустила 367 беспилотников по Украине в ночь на 25 мая 2025 года. " * 8).encode()),
    ],
)  # fmt: skip
def test_a_report_that_cannot_be_read(process: Callable, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    ran = process("check", path)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.error) > len("dateline: ") + 10
    assert "unexpected" not in ran.error


def test_a_missing_file_and_a_folder(process: Callable, tmp_path: Path) -> None:
    assert "missing.txt" in process("check", tmp_path / "missing.txt").error
    assert "unexpected" not in process("check", tmp_path).error
    assert "unexpected" not in process("check", "missing report.txt").error


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/report", "https://no-such-host.invalid/report"])
def test_an_address_that_does_not_answer(process: Callable, address: str) -> None:
    ran = process("check", address)
    assert ran.code == 2
    assert "unexpected" not in ran.error
    assert urlsplit(address).hostname in ran.error or "address" in ran.error


def test_a_file_that_may_not_be_read(process: Callable, draft: Path) -> None:
    draft.chmod(0)
    try:
        draft.read_bytes()
    except PermissionError:
        assert "unexpected" not in process("check", draft).error
    else:
        pytest.skip("this user may read every file")
    finally:
        draft.chmod(0o600)


def test_a_text_without_a_date_asks_for_one(process: Callable, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(FIGURE, encoding="utf-8")
    ran = process("check", path, "--format", "json")
    assert "--published" in ran.err
    assert "Traceback" not in ran.err
    assert ran.code in (0, 1, 2)
    dated = process("check", path, "--published", "2025-05-30", "--format", "json")
    assert dated.err == ""
    assert [c["value"] for c in json.loads(dated.out)["claims"]] == [367]


def test_a_future_date_is_answered_honestly(process: Callable, tmp_path: Path) -> None:
    path = tmp_path / "future.txt"
    path.write_text("Published May 30, 2090\n\n" + FIGURE.replace("May 24-25", "May 24-25, 2090"), encoding="utf-8")
    ran = process("check", path, "--format", "json")
    assert ran.code in (0, 2)
    assert "Traceback" not in ran.err
    if ran.code == 0:
        assert {c["finding"]["verdict"] for c in json.loads(ran.out)["claims"]} <= {"unverified", "not_checkable"}


def test_a_conflict_without_a_theatre_is_unverified_and_says_so(process: Callable, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.txt"
    path.write_text(
        "Published May 30, 2025\n\nIn Sudan, the Rapid Support Forces killed 120 people in El Fasher in April, "
        "doctors said. The army retook 300 square kilometers in Khartoum state last month.\n",
        encoding="utf-8",
    )
    ran = process("check", path, "--format", "json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert {c["finding"]["verdict"] for c in found["claims"]} <= {"unverified", "not_checkable"}
    assert "theatre" in ran.err


def test_a_text_without_figures_is_no_error(process: Callable, tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text(
        "Published May 30, 2025\n\nUkraine and Russia spoke in Istanbul. Kyiv was calm.\n", encoding="utf-8"
    )
    assert process("check", path).code == 0
