"""A bundle gives its figures again from its own series, or by this machine's ledgers; a changed value is caught, even
where every hash was made anew."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.cli.guard import run
from dateline.publishing.bundling import MANIFEST, pack, verify
from dateline.publishing.bundling.archive import packed
from dateline.publishing.bundling.packing import SEAL
from dateline.publishing.bundling.repeating import WAYS

DEMO = resources.files("dateline.demo") / "august_2025.txt"
TEXT = (
    "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState. "
    "In August 2025, Russia gained 120 square miles in Donetsk region, according to DeepState. "
    "Russia launched 629 drones and missiles on the night of 28 August 2025. "
    "In July 2025 Russia launched 2.5 times as many drones as in April 2025."
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return pack(dateline.check(dateline.read(TEXT, published="2025-09-02")))


@pytest.fixture(scope="module")
def demo() -> bytes:
    return pack(dateline.check(dateline.read(str(DEMO))))


def forged(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The bundle with one member changed and every hash made anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {member: archive.read(member) for member in archive.namelist()}
    files[name] = change(files[name])
    manifest = json.loads(files[MANIFEST])
    for member, told in manifest["files"].items():
        told["sha256"], told["bytes"] = hashlib.sha256(files[member]).hexdigest(), len(files[member])
    files[MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
    files[SEAL] = f"{hashlib.sha256(files[MANIFEST]).hexdigest()}  {MANIFEST}\n".encode()
    return packed(files)


def raised(line: int) -> Callable[[bytes], bytes]:
    """A series with the value on one line made larger by a tenth."""

    def change(data: bytes) -> bytes:
        rows = data.decode().splitlines()
        cells = rows[line].split(",")
        cells[6] = f"{float(cells[6]) * 1.1 + 1:.6f}"
        rows[line] = ",".join(cells)
        return ("\n".join(rows) + "\n").encode()

    return change


def lit(data: bytes, member: str, start: str) -> int:
    """The line of a series that begins on a day."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rows = archive.read(member).decode().splitlines()
    return next(n for n, row in enumerate(rows) if n and row.split(",")[3] == start)


def outcomes(data: bytes) -> dict[str, str]:
    found = verify(data)
    assert found.problems == ()
    return {one.claim: one.outcome for one in found.again}


def cli(data: bytes, folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, Any]:
    path = folder / "bundle.zip"
    path.write_bytes(data)
    code = run(["verify", str(path), "--format", "json", *more])
    said = capsys.readouterr()
    return code, json.loads(said.out) if said.out else said.err


def test_figures_come_out_again_from_the_series_inside(bundle: bytes) -> None:
    found = verify(bundle)
    assert {one.outcome for one in found.again} == {"same"}
    ways = {one.how.partition(";")[0] for one in found.again}
    assert len(ways) >= 2 and ways <= set(WAYS)
    assert any("; unit sqmi" in one.how for one in found.again)


def test_an_honest_bundle_never_differs_and_says_what_it_cannot_give(demo: bytes) -> None:
    found = outcomes(demo)
    assert set(found.values()) == {"same", "cannot"}
    assert len(found) >= 8


def test_a_changed_value_is_caught_though_every_hash_was_made_anew(bundle: bytes) -> None:
    assert outcomes(forged(bundle, "data/c1.csv", raised(lit(bundle, "data/c1.csv", "2025-08-01"))))["c1"] == "differs"


def test_a_changed_figure_is_caught_too(bundle: bytes) -> None:
    def other(data: bytes) -> bytes:
        document = json.loads(data)
        document["claims"][0]["finding"]["computed"] += 40
        return json.dumps(document).encode()

    assert outcomes(forged(bundle, "check.json", other))["c1"] == "differs"


@pytest.mark.parametrize("broken", [b"", b"no series\n", b"\xff\xfe", b"start,end,part,value\n1,2,3,4\n"])
def test_a_series_that_cannot_be_read_is_a_difference_and_no_traceback(bundle: bytes, broken: bytes) -> None:
    assert outcomes(forged(bundle, "data/c1.csv", lambda _: broken))["c1"] == "differs"


def test_the_ledgers_here_give_all_of_them_again(
    demo: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = cli(demo, tmp_path, capsys, "--recompute")
    assert code == 0 and told["whole"]
    assert {one["outcome"] for one in told["figures"]} == {"same"}
    assert len(told["figures"]) >= 8


def test_the_ledgers_catch_a_value_that_no_figure_needs(
    bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = forged(bundle, "data/c1.csv", raised(lit(bundle, "data/c1.csv", "2025-03-01")))
    assert cli(data, tmp_path, capsys)[0] == 0  # the figure is of August: the series inside still gives it
    code, told = cli(data, tmp_path, capsys, "--recompute")
    (wrong,) = [one for one in told["figures"] if one["outcome"] == "differs"]
    assert code == 1 and wrong["claim"] == "c1" and "2025-03-01" in wrong["how"]


def test_the_ledgers_catch_a_changed_part_by_region(
    bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = cli(forged(bundle, "data/c1-regions.csv", raised(3)), tmp_path, capsys, "--recompute")
    assert code == 1 and "data/c1-regions.csv" in told["figures"][0]["how"]


@pytest.mark.parametrize("query", ["rm -rf /", "dateline figure --help", "dateline figure nothing --from 1", "'"])
def test_a_query_that_is_none_is_said_and_not_run(
    bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], query: str
) -> None:
    def other(data: bytes) -> bytes:
        document = json.loads(data)
        document["claims"][0]["finding"]["query"] = query
        return json.dumps(document).encode()

    _, told = cli(forged(bundle, "check.json", other), tmp_path, capsys, "--recompute")
    assert told["figures"][0]["outcome"] == "cannot" and told["figures"][0]["how"]


def test_a_bundle_without_its_check_is_one_line(
    bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = cli(forged(bundle, "check.json", lambda _: b"[]"), tmp_path, capsys, "--recompute")
    assert code == 2 and "check.json" in said and said.count("\n") == 1


def test_what_differs_is_printed_with_both_figures(
    bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "forged.zip"
    path.write_bytes(forged(bundle, "data/c1.csv", raised(lit(bundle, "data/c1.csv", "2025-08-01"))))
    assert run(["verify", str(path)]) == 1
    said = capsys.readouterr().out
    assert "c1 differs: 467.762 in the bundle, 515.5382 again" in said and "1 differ" in said
