"""The theatre of docs/how-to/add-a-theatre.md, made from the page itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "add-a-theatre.md"
_FILE = re.compile(r"^### `([\w./]+)`\n(?:(?!^###)[^`]|`[^`]|``[^`])*?```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def files() -> dict[str, str]:
    """The page's files by name."""
    return dict(_FILE.findall(PAGE.read_text(encoding="utf-8")))


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, and DATELINE_THEATRES set to it."""
    folder = tmp_path / "tiny"
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("DATELINE_THEATRES", str(folder))
    return folder
