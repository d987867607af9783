"""Floors on the labelled claims, which are not part of the repository."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT.parent / "shared" / "reports" / "dev_claims.jsonl"


@pytest.mark.skipif(not LABELS.exists(), reason="the labelled claims (../shared/reports) are not here")
def test_labelled_claims_keep_their_floors():
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "checker_on_labels.py"), str(LABELS)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    figures = {line.split("  ")[0].strip(): line for line in run.stdout.splitlines()}
    accepted = float(figures["accepted"].split()[1])
    assert accepted >= 95, run.stdout
    assert "false contradicted 0" in run.stdout, run.stdout
