"""`dateline demo`: the main job on the bundled report, with every verdict in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import get_args

from dateline.cli.demo import PAGE, REPORT
from dateline.records.finding import Verdict


def test_it_prints_the_table_writes_the_page_and_names_it(process: Callable, tmp_path: Path) -> None:
    ran = process("demo", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    page = tmp_path / PAGE
    assert str(page) in ran.out
    assert "464 square kilometers" in ran.out
    html = page.read_text(encoding="utf-8")
    assert "464 square kilometers" in html
    assert [p.name for p in tmp_path.iterdir()] == [PAGE]


def test_its_figures_exercise_every_verdict(cli: Callable) -> None:
    with resources.as_file(resources.files("dateline") / "demo" / REPORT) as report:
        found = json.loads(cli("check", report, "--format", "json").out)
    verdicts = {c["finding"]["verdict"] for c in found["claims"]}
    assert verdicts == set(get_args(Verdict))
    reasons = {c["finding"]["reason"] for c in found["claims"]}
    assert {"plan", "prediction"} <= reasons


def test_only_what_was_invented_is_contradicted(cli: Callable) -> None:
    with resources.as_file(resources.files("dateline") / "demo" / REPORT) as report:
        claims = json.loads(cli("check", report, "--format", "json").out)["claims"]
    wrong = [c["quote"]["exact"] for c in claims if c["finding"]["verdict"] == "contradicted"]
    assert wrong == ["750 drones and missiles", "Former U.S. President Donald Trump"]


def test_a_folder_that_cannot_take_the_page_is_one_line(cli: Callable) -> None:
    assert "no folder" in cli("demo", "--out", "no/such/folder/page.html").error
