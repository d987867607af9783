"""Where the small twins of the publishers' files stand."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def twins() -> Path:
    return Path(__file__).parents[1] / "fixtures" / "sources"
