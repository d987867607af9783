"""Files that are damaged, wrong or made to do harm: each is refused, or its bad row put aside, in a line that names
the file and row; nothing of the row is read, and no error leaves a source but SourceError."""

from __future__ import annotations

import gzip
import importlib
import json
import math
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely

from dateline.records.entry import Entry
from dateline.sources import SOURCES, acled, deepstate, officials
from dateline.sources.description import describe
from dateline.sources.intake import Intake, SourceError

from .readers import READERS, TABLES, TWINS, Reader, rows_of, written

FIGURED = [r for r in READERS if r.figure]
NOT_FIGURES = ["-7", "nan", "inf", "-inf", "1e400", "9" * 30, "12 many", "0x10"]


def attempt(reader: Reader, path: Path) -> tuple[Intake[Any] | None, str]:
    """What is read, and every line that is said. The lines are short and one line each."""
    try:
        intake = reader.read(path)
    except SourceError as fault:
        said = [str(fault)]
        intake = None
    else:
        said = [f"{item.what}: {item.why}" for item in intake.skipped] + list(intake.notices)
    assert all("\n" not in line and len(line) < 1000 for line in said)
    return intake, "\n".join(said)


def small(reader: Reader, patch: pytest.MonkeyPatch, **changes: Any) -> None:
    """The source as if its description expected less."""
    described = replace(describe(reader.source), **changes)
    patch.setattr(f"{reader.module}.describe", lambda _: described)


def test_every_source_is_tried() -> None:
    assert {r.source for r in READERS} | {"deepstate"} == set(SOURCES)
    assert {r.module for r in READERS} == {importlib.import_module(r.module).__name__ for r in READERS}


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_the_twin_itself_is_sound(reader: Reader) -> None:
    intake, _ = attempt(reader, TWINS / reader.twin)
    assert intake is not None and intake.rows and intake.counted


@pytest.mark.parametrize("reader", READERS, ids=str)
@pytest.mark.parametrize("share", [0.15, 0.5, 0.97])
def test_a_file_that_is_cut_short_says_so(reader: Reader, share: float, tmp_path: Path) -> None:
    whole = (TWINS / reader.twin).read_bytes()
    path = tmp_path / reader.twin
    path.write_bytes(whole[: int(len(whole) * share)])
    sound = reader.read(TWINS / reader.twin)
    intake, said = attempt(reader, path)
    assert reader.twin in said
    assert any(word in said for word in ("cut short", "damaged", "lacks the column", "holds no rows", "cells, where"))
    assert intake is None or len(intake.rows) < len(sound.rows) or "cut short" in said


@pytest.mark.parametrize("reader", READERS, ids=str)
@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b"\0" * 4096, b"{}", b"[]", b"[" * 100_000, b"<html></html>"]
)
def test_what_is_another_file_altogether_is_refused(reader: Reader, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / reader.twin
    path.write_bytes(content)
    intake, said = attempt(reader, path)
    assert intake is None
    assert reader.twin in said


@pytest.mark.parametrize("reader", TABLES, ids=str)
def test_a_column_under_another_name_is_named(reader: Reader, tmp_path: Path) -> None:
    rows = [{("renamed" if key == reader.day else key): value for key, value in row.items()} for row in rows_of(reader)]
    intake, said = attempt(reader, written(reader, rows, tmp_path))
    assert intake is None
    assert f"lacks the column {reader.day}" in said


@pytest.mark.parametrize("reader", [r for r in READERS if r.source != "own_csv"], ids=str)
def test_a_field_that_nobody_expects_is_said(reader: Reader, tmp_path: Path) -> None:
    rows = [row | {"Brand New": "1"} for row in rows_of(reader)]
    intake, said = attempt(reader, written(reader, rows, tmp_path))
    assert intake is not None and intake.rows == reader.read(TWINS / reader.twin).rows
    assert f"{reader.twin}: " in said and "not consumed and not known: Brand New" in said


@pytest.mark.parametrize("value", NOT_FIGURES)
@pytest.mark.parametrize("reader", FIGURED, ids=str)
def test_a_row_whose_figure_is_none_is_put_aside(reader: Reader, value: str, tmp_path: Path) -> None:
    if value == "-7" and reader.source in ("mapped_area", "own_csv"):
        pytest.skip("an area may shrink; what cannot be negative has tests of its own")
    rows = rows_of(reader)
    bad = 1 if reader.source == "ucdp_ged" else 0  # its first row is of tags
    rows[bad][reader.figure] = value if reader in TABLES else _as_json(value)
    intake, said = attempt(reader, written(reader, rows, tmp_path))
    assert f"{reader.twin} {'line' if reader in TABLES else 'row'} {bad + (2 if reader in TABLES else 1)}" in said
    kept = intake.rows if intake is not None else ()
    assert all(math.isfinite(e.value) and (e.value >= 0 or "net" in e.measure) for e in kept if isinstance(e, Entry))


def _as_json(value: str) -> Any:
    try:
        return float(value)
    except ValueError:
        return value


@pytest.mark.parametrize("day", ["2199-05-01", "0007-05-01", "99999-05-01", "2031-02-30", "1450-01-01", "soon", ""])
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_a_row_of_a_day_that_cannot_be_is_put_aside(reader: Reader, day: str, tmp_path: Path) -> None:
    if reader.source == "officials" and not day:
        pytest.skip("the start of a term may be unknown")
    rows = rows_of(reader)
    for row in rows[:2]:  # the first of UCDP's rows is of tags
        row[reader.day] = day[:7] if reader.day in ("month", "period") else day
    intake, said = attempt(reader, written(reader, rows, tmp_path))
    assert reader.twin in said
    for kept in intake.rows if intake is not None else ():
        if isinstance(kept, Entry):
            assert date(1900, 1, 1) < kept.period.start <= kept.period.last < date(2100, 1, 1)


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_ten_times_the_expected_rows_are_refused(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(reader, monkeypatch, rows=(1, 2))
    intake, said = attempt(reader, written(reader, rows_of(reader) * 12, tmp_path))
    assert intake is None
    assert "10 times what is expected" in said and reader.twin in said


@pytest.mark.parametrize("reader", READERS, ids=str)
@pytest.mark.parametrize("packed", ["zip", "gz"])
def test_a_packed_file_reads_as_the_plain_one(reader: Reader, packed: str, tmp_path: Path) -> None:
    path = pack(TWINS / reader.twin, tmp_path, packed)
    assert reader.read(path).rows == reader.read(TWINS / reader.twin).rows


def pack(plain: Path, folder: Path, packed: str, content: bytes | None = None) -> Path:
    path = folder / f"{plain.name}.{packed}"
    content = plain.read_bytes() if content is None else content
    if packed == "gz":
        path.write_bytes(gzip.compress(content))
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(plain.name, content)
            archive.writestr("readme.txt", "what the archive holds")
    return path


@pytest.mark.parametrize("reader", READERS, ids=str)
@pytest.mark.parametrize("packed", ["zip", "gz"])
def test_a_bomb_is_not_unpacked(reader: Reader, packed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(reader, monkeypatch, megabytes=1)
    start = (TWINS / reader.twin).read_bytes()
    lines = b"\n" if reader in TABLES else b" "
    intake, said = attempt(reader, pack(TWINS / reader.twin, tmp_path, packed, start + lines * 5_000_000))
    assert intake is None
    assert "MB" in said and f"{reader.twin}.{packed}" in said


@pytest.mark.parametrize("packed", ["zip", "gz"])
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_a_damaged_archive_is_named(reader: Reader, packed: str, tmp_path: Path) -> None:
    path = pack(TWINS / reader.twin, tmp_path, packed)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    intake, said = attempt(reader, path)
    assert intake is None
    assert path.name in said


def test_an_archive_of_several_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "y")
    _, said = attempt(TABLES[-1], path)
    assert "holds 2 files .csv, where one is expected" in said


@pytest.mark.parametrize("reader", TABLES, ids=str)
def test_a_row_with_a_nul_byte_is_put_aside(reader: Reader, tmp_path: Path) -> None:
    whole = (TWINS / reader.twin).read_bytes().rstrip(b"\n")
    (tmp_path / reader.twin).write_bytes(whole[:-1] + b"\0" + whole[-1:] + b"\n")
    _, said = attempt(reader, tmp_path / reader.twin)
    assert "NUL byte" in said and f"{reader.twin} line " in said


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_another_encoding_is_named_with_its_line(reader: Reader, tmp_path: Path) -> None:
    whole = (TWINS / reader.twin).read_bytes()
    (tmp_path / reader.twin).write_bytes(whole[:-3] + "é".encode("latin-1") + whole[-3:])
    intake, said = attempt(reader, tmp_path / reader.twin)
    assert intake is None
    assert "not UTF-8 (byte 0xe9)" in said and " line " in said
    (tmp_path / reader.twin).write_bytes(whole.decode("utf-8").encode("utf-16"))
    intake, said = attempt(reader, tmp_path / reader.twin)
    assert intake is None and "not UTF-8" in said


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_a_cell_of_ten_megabytes_is_not_repeated(reader: Reader, tmp_path: Path) -> None:
    rows = rows_of(reader)
    for row in rows[:2]:
        row[reader.day] = "x" * 10_000_000
    _, said = attempt(reader, written(reader, rows, tmp_path))
    assert reader.twin in said


@pytest.mark.parametrize("reader", TABLES, ids=str)
def test_rows_of_another_width_are_put_aside(reader: Reader, tmp_path: Path) -> None:
    whole = (TWINS / reader.twin).read_bytes()
    (tmp_path / reader.twin).write_bytes(whole + b"one,two\n" + b"," * 99 + b"\n")
    intake, said = attempt(reader, tmp_path / reader.twin)
    assert intake is not None and intake.rows == reader.read(TWINS / reader.twin).rows
    assert "has 2 cells, where the header has" in said and "has 100 cells" in said


@pytest.mark.parametrize("reader", TABLES, ids=str)
def test_a_quotation_mark_that_never_closes_is_refused(reader: Reader, tmp_path: Path) -> None:
    whole = (TWINS / reader.twin).read_bytes()
    (tmp_path / reader.twin).write_bytes(whole + b'"it begins,\nand goes on\n')
    intake, said = attempt(reader, tmp_path / reader.twin)
    assert intake is None and "cut short or damaged" in said and f"line {whole.count(bytes([10])) + 1}" in said


def test_a_folder_or_nothing_at_all_is_named(tmp_path: Path) -> None:
    for reader in READERS:
        for path in (tmp_path, tmp_path / "absent.csv"):
            intake, said = attempt(reader, path)
            assert intake is None and "no such file" in said


# --- files of other kinds -----------------------------------------------------------------------------------------


def regional(folder: Path, **changes: Any) -> Path:
    content = json.loads((TWINS / "acled-regional.json").read_text(encoding="utf-8")) | changes
    path = folder / "acled-regional.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("changes", [
    {"oblastMonthly": None}, {"oblastMonthly": {}}, {"oblastMonthly": {"Donetsk": 3}}, {"lastUpdated": "soon"},
    {"oblastMonthly": {f"r{n}": {"months": []} for n in range(700)}}, {"lastUpdated": "2199-01-01"},
    {"oblastMonthly": {"Donetsk": {"months": [None, 3, {"date": "2031-13"}]}}},
])  # fmt: skip
def test_an_aggregate_that_is_none_is_refused(changes: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"acled-regional\.json"):
        acled.read(regional(tmp_path, **changes))


@pytest.mark.parametrize("value", [-1, math.nan, math.inf, 10**12, "7", None, True, 3.5])
def test_a_month_whose_figure_is_none_is_put_aside(value: Any, tmp_path: Path) -> None:
    content = json.loads((TWINS / "acled-regional.json").read_text(encoding="utf-8"))["oblastMonthly"]
    content["Donetsk"]["months"][0]["fatalities"] = value
    intake = acled.read(regional(tmp_path, oblastMonthly=content))
    assert [item.what for item in intake.skipped] == ["acled-regional.json: Donetsk month 1"]
    assert len(intake.rows) == len(acled.read(TWINS / "acled-regional.json").rows) - 4


@pytest.mark.parametrize("text", ["", "a: [", "just words", "[]", "- name: {first: A}", "\0", "- 3", "é"])
def test_executives_that_are_none_are_refused_or_put_aside(text: str, tmp_path: Path) -> None:
    path = tmp_path / "executive.yaml"
    path.write_bytes(text.encode("latin-1"))
    try:
        intake = officials.read(TWINS / "officials.csv", path)
    except SourceError as fault:
        assert "executive.yaml" in str(fault) and "\n" not in str(fault)
    else:
        assert any("executive.yaml person 1" in item.what for item in intake.skipped)


def snapshots(folder: Path, **files: bytes) -> list[Any]:
    for name, content in files.items():
        (folder / f"deepstatemap_data_{name.removeprefix('d')}.geojson").write_bytes(content)
    return list(deepstate.read(folder))


def test_maps_that_are_none_are_put_aside_by_their_day(tmp_path: Path) -> None:
    ring = [[37.2, 47.6], [37.8, 47.6], [37.8, 48.2], [37.2, 47.6]]
    sound = json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()
    read = snapshots(
        tmp_path,
        d20310101=sound,
        d20310102=sound[:-9],
        d20310103=b"",
        d20310104=b"\0" * 90,
        d20310105=sound.replace(b"37.2", b"NaN"),
        d20310106=sound.replace(b"37.", b"3700000."),
        d20310107=b"\xff\xfe" + sound,
        d20310108=b'{"type": "FeatureCollection", "features": []}',
        d20310109=b"[1, 2]",
        d20350101=sound,
        d19990101=sound,
    )
    kept = [r.day for r in read if isinstance(r, deepstate.Snapshot)]
    assert kept == [date(2031, 1, 1)]
    assert len(read) == 11
    why = {r[1].what: r[1].why for r in read if not isinstance(r, deepstate.Snapshot)}
    assert "a day that has not come yet" in why["deepstatemap_data_20350101.geojson"]
    assert "before this source begins" in why["deepstatemap_data_19990101.geojson"]
    assert shapely.is_valid(read[1].outline if isinstance(read[1], deepstate.Snapshot) else shapely.Point(0, 0))


def test_a_map_of_no_day_and_a_map_too_large_are_named(tmp_path: Path) -> None:
    shutil.copy(TWINS / "talks.csv", tmp_path / "deepstatemap_data_20311345.geojson")
    with pytest.raises(SourceError, match=r"deepstatemap_data_20311345\.geojson: the name holds no day"):
        deepstate.files(tmp_path)
    (tmp_path / "deepstatemap_data_20311345.geojson").unlink()
    with (tmp_path / "deepstatemap_data_20310101.geojson").open("wb") as sparse:
        sparse.truncate(30_000_000)
    ((_, skipped),) = deepstate.read(tmp_path)
    assert "larger than 20 MB" in skipped.why


def test_a_key_that_no_map_had_and_too_few_maps_are_said(tmp_path: Path) -> None:
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [37, 48], "altitude": 1}}
    content = {"type": "FeatureCollection", "features": [feature], "legend": {}}
    (tmp_path / "deepstatemap_data_20310101.geojson").write_text(json.dumps(content), encoding="utf-8")
    few, unknown = deepstate.notices(tmp_path)
    assert "1 maps, expected 100 to 5,000" in few
    assert unknown == "deepstatemap_data_20310101.geojson: fields not consumed and not known: altitude, legend"
    for damaged in ("{", '{"features": 3, "geometry": []}', "[]"):
        (tmp_path / "deepstatemap_data_20310102.geojson").write_text(damaged, encoding="utf-8")
        assert len(deepstate.notices(tmp_path)) == 1


def test_far_too_many_maps_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    described = replace(describe("deepstate"), rows=(1, 2))
    monkeypatch.setattr("dateline.sources.deepstate.describe", lambda _: described)
    for day in range(1, 22):
        (tmp_path / f"deepstatemap_data_203101{day:02}.geojson").touch()
    with pytest.raises(SourceError, match="21 maps, more than 10 times"):
        deepstate.files(tmp_path)


def test_today_is_said_in_the_environment_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TODAY", "2031-01-21")
    talks = next(r for r in READERS if r.source == "talks")
    intake, said = attempt(talks, TWINS / "talks.csv")
    assert intake is None or len(intake.rows) < len(rows_of(talks))
    assert "has not come yet" in said
    monkeypatch.setenv("DATELINE_TODAY", "tomorrow")
    _, said = attempt(talks, TWINS / "talks.csv")
    assert "DATELINE_TODAY is 'tomorrow'" in said
