"""The file beside the report: written whole, kept entry by entry, refused in one line where it cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dateline.editing import EditingError, apply, load, record, sidecar_of
from dateline.records.claim import Claim, Quote

CLAIMS = [
    Claim("c1", "s", Quote("367 drones", 10, 20, "launched ", " against Kyiv"), "level", "strikes.launched", 367.0),
    Claim("c2", "s", Quote("56", 40, 42, "Of those, ", " breached"), "part_of", "strikes.through", 56.0),
]


def test_what_is_recorded_is_loaded_and_applied(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt.dateline.yml"
    record(path, CLAIMS, "c1", mends={"period": "2025-05-25", "place": "UA"}, who="A. Editor")
    record(path, CLAIMS, "c2", dismiss="not a count", who="A. Editor")
    decisions = load(path)
    kept, dismissed = apply(CLAIMS, decisions)
    assert [c.id for c in kept] == ["c1"]
    assert kept[0].period is not None
    assert [(c.id, why) for c, why in dismissed] == [("c2", "not a count")]
    assert [d.who for d in decisions.entries] == ["A. Editor"] * 2
    assert all(d.when for d in decisions.entries)
    assert decisions.entries[0].quote == CLAIMS[0].quote


def test_a_second_decision_on_a_claim_is_added_to_the_first(tmp_path: Path) -> None:
    path = tmp_path / "d.yml"
    record(path, CLAIMS, "c1", mends={"period": "2025-05-25", "value": "1"})
    decisions = record(path, CLAIMS, "c1", mends={"value": "2"})
    assert len(decisions.entries) == 1
    assert dict(decisions.entries[0].mends) == {"period": "2025-05-25", "value": "2"}
    record(path, CLAIMS, "c1", dismiss="no")
    assert apply(CLAIMS, load(path))[1]
    record(path, CLAIMS, "c1", mends={"value": "3"})
    assert apply(CLAIMS, load(path))[1] == []


def test_entries_that_no_longer_apply_and_notes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "d.yml"
    path.write_text("decisions:\n- quote: {exact: gone}\n  dismiss: because\n  note: ask Olena\n", encoding="utf-8")
    record(path, CLAIMS, "c1", mends={"value": "2"})
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert raw["decisions"][0] == {"quote": {"exact": "gone"}, "dismiss": "because", "note": "ask Olena"}
    assert len(raw["decisions"]) == 2


def test_a_refused_mend_leaves_no_file_and_changes_none(tmp_path: Path) -> None:
    path = tmp_path / "d.yml"
    with pytest.raises(EditingError):
        record(path, CLAIMS, "c1", mends={"period": "soon"})
    with pytest.raises(EditingError, match="c1 to c2"):
        record(path, CLAIMS, "c7", mends={"value": "1"})
    with pytest.raises(EditingError, match="reason"):
        record(path, CLAIMS, "c1", dismiss="  ")
    assert list(tmp_path.iterdir()) == []
    record(path, CLAIMS, "c1", mends={"value": "1"})
    before = path.read_bytes()
    with pytest.raises(EditingError):
        record(path, CLAIMS, "c2", mends={"unit": "furlongs"})
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["d.yml"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("decisions: [", "line"),
        ("- a\n- b\n", "decisions"),
        ("schema: 7\ndecisions: []\n", "schema 7"),
        ("decisions:\n- 5\n", "entry 1"),
        ("decisions:\n- mend: {value: 1}\n", "exact"),
        ("decisions:\n- quote: {exact: a}\n", "mend"),
        ("decisions:\n- quote: {exact: a}\n  mend: {colour: red}\n", "colour"),
        ("decisions:\n- quote: {exact: a}\n  mend: {period: soon}\n", "entry 1: period"),
        ("decisions:\n- quote: {exact: a}\n  dismissed: x\n", "dismissed"),
        ("decisions:\n- quote: {exact: a}\n  dismiss: ' '\n", "reason"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "draft.txt.dateline.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EditingError) as caught:
        load(path)
    assert path.name in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_values_that_yaml_types_are_read_as_they_look(tmp_path: Path) -> None:
    path = tmp_path / "d.yml"
    path.write_text(
        "decisions:\n- quote: 367 drones\n  mend: {period: 2025-05-25, value: 12, speaker: null}\n", encoding="utf-8"
    )
    (entry,) = load(path).entries
    assert dict(entry.mends) == {"period": "2025-05-25", "value": "12", "speaker": "none"}


def test_a_missing_or_empty_file_holds_no_decisions(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yml").entries == ()
    (tmp_path / "empty.yml").write_text("", encoding="utf-8")
    assert load(tmp_path / "empty.yml").entries == ()


def test_binary_in_the_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "d.yml"
    path.write_bytes(b"\x80\x00\xff")
    with pytest.raises(EditingError):
        load(path)


def test_the_file_lies_beside_the_report(tmp_path: Path) -> None:
    assert sidecar_of(tmp_path / "draft.txt") == tmp_path / "draft.txt.dateline.yml"
    (tmp_path / "draft.dateline.yml").write_text("", encoding="utf-8")
    assert sidecar_of(tmp_path / "draft.txt") == tmp_path / "draft.dateline.yml"
