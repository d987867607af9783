"""What every test runs with: no store of the developer's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An absent folder for the store: a test reads the starter's figures, or names a home of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_HOME", str(tmp_path_factory.getbasetemp() / "no-store"))
        yield
