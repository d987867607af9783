"""Writes the findings of the golden reports anew: `python tests/golden/update.py`. Review the difference by eye."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from golden.checked import FOLDER, NAMES, written


def main() -> None:
    for name in NAMES:
        (FOLDER / name / "findings.json").write_text(written(name), encoding="utf-8")
        print(f"wrote {name}/findings.json")


if __name__ == "__main__":
    main()
