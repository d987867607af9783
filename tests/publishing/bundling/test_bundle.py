from __future__ import annotations

import io
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.cli.guard import run
from dateline.publishing.bundling import MANIFEST, BundleError, pack, verify
from dateline.records.check import Check


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, at: int) -> bytes:
    """The digit at `at` made another."""
    other = b"0123456789"[(data[at] - ord("0") + 1) % 10]
    return data[:at] + bytes([other]) + data[at + 1 :]


def caught(data: bytes) -> bool:
    try:
        return bool(verify(data).problems)
    except BundleError:
        return True


def test_a_bundle_is_whole_and_the_same_twice(check: Check) -> None:
    data = pack(check)
    assert data == pack(check)
    found = verify(data)
    assert found.problems == () and found.claims == len(check.claims) and found.report_sha256 == check.report.sha256
    held = files(data)
    assert {"page.html", "check.json", "claims.csv", "sources.json", "report.txt", "README.txt", MANIFEST} <= set(held)
    charted = {f"data/{c.id}.csv" for c in check.claims if c.finding and c.finding.series}
    assert charted and charted <= set(held)


def test_one_changed_digit_is_caught_wherever_it_stands(bare: Check) -> None:
    data = pack(bare, text=False)
    digits = [at for at, byte in enumerate(data) if chr(byte).isdigit()]
    assert len(digits) > 200
    assert [at for at in digits if not caught(changed(data, at))] == []


def test_one_changed_digit_is_caught_in_a_full_bundle(check: Check) -> None:
    data = pack(check)
    digits = [at for at, byte in enumerate(data) if chr(byte).isdigit()]
    chosen = random.Random(6).sample(digits, 150)
    assert [at for at in chosen if not caught(changed(data, at))] == []


def test_what_was_done_to_it_is_named(check: Check) -> None:
    held = files(pack(check))

    def told(**other: bytes | None) -> str:
        kept = {name: data for name, data in {**held, **other}.items() if data is not None}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in kept.items():
                archive.writestr(name, data)
        return "; ".join(verify(out.getvalue()).problems)

    assert "claims.csv: was changed" in told(**{"claims.csv": held["claims.csv"] + b"c99\n"})
    assert "sources.json: is missing" in told(**{"sources.json": None})
    assert "extra.txt: was added" in told(**{"extra.txt": b"x"})
    manifest = held[MANIFEST].replace(b'"policy": "1"', b'"policy": "2"')
    assert f"{MANIFEST}: was changed" in told(**{MANIFEST: manifest})
    assert "the archive around the files was changed" in told()  # the same files, packed by another hand


def test_no_word_of_an_embargoed_report_is_inside(check: Check) -> None:
    held = files(pack(check, text=False))
    assert "page.html" not in held and "report.txt" not in held
    said = " ".join(data.decode() for data in held.values())
    words = {word.strip(".,\"'") for word in check.report.text.split() if len(word) > 7 and word.isalpha()}
    names = {"DeepState", "Deepstate", "missiles", "Ukraine", "published", "casualties"}  # of ledgers and measures
    quoted = [c.sentence for c in check.claims] + [u.exact for u in check.unread if not u.exact.isdigit()]
    assert not [text for text in quoted if len(text) > 20 and text in said]
    assert "Advance Quickens" not in said and "Ada Example" not in said and "The Example" not in said
    assert words - names
    claims = json.loads(held["check.json"])["claims"]
    assert all(c["sentence"] == "" and c["quote"]["exact"] == "" for c in claims)
    assert [c["quote"]["start"] for c in claims] == [c.quote.start for c in check.claims]
    assert verify(pack(check, text=False)).problems == ()


def test_a_quotation_that_moved_is_caught(check: Check) -> None:
    first = check.claims[0]
    moved = replace(first, quote=replace(first.quote, start=first.quote.start + 1, end=first.quote.end + 1))
    found = verify(pack(replace(check, claims=(moved, *check.claims[1:]))))
    assert any("quotation is not in report.txt" in problem for problem in found.problems)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "not a bundle"), (b"PK\x03\x04 cut short", "not a bundle"), (b"{}", "not a bundle")],
)
def test_what_is_no_bundle_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(BundleError, match=said):
        verify(data)


def test_an_archive_without_a_manifest_and_one_of_a_later_format() -> None:
    def zipped(**held: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in held.items():
                archive.writestr(name, data)
        return out.getvalue()

    with pytest.raises(BundleError, match=MANIFEST):
        verify(zipped(a=b"1"))
    with pytest.raises(BundleError, match="format 9"):
        verify(zipped(**{MANIFEST: b'{"bundle": 9, "files": {}}'}))
    with pytest.raises(BundleError, match="lists no files"):
        verify(zipped(**{MANIFEST: b"[]"}))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, b"0" * 300_000)
    monkeypatch.setattr("dateline.publishing.bundling.verifying.LIMIT", 100_000)
    with pytest.raises(BundleError, match="unpack to over"):
        verify(out.getvalue())


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, bundle = tmp_path / "draft.txt", tmp_path / "draft.zip"
    report.write_text(
        "Published 2 September 2025\n\n"
        "Russian forces captured 464 square kilometers of Ukraine in August, DeepState said.\n"
    )
    assert run(["check", str(report), "--out", str(bundle)]) == 0
    assert run(["verify", str(bundle)]) == 0
    assert "whole, as it was packed" in capsys.readouterr().out
    data = bundle.read_bytes()
    bundle.write_bytes(data.replace(b"464", b"494", 1))
    assert run(["verify", str(bundle), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["whole"] is False
    bundle.write_bytes(b"no zip")
    assert run(["verify", str(bundle)]) == 2
    assert "not a bundle" in capsys.readouterr().err
    assert run(["check", str(report), "--format", "bundle"]) == 2
    assert "add --out FILE.zip" in capsys.readouterr().err
    assert run(["check", str(report), "--without-text"]) == 2
