"""What every test runs with: the year after the twins of the publishers' files, and no store of the developer's own.
And a web server for the tests that ask for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local_server import Site


@pytest.fixture(scope="session", autouse=True)
def _in_the_year_after_the_twins() -> Iterator[None]:
    """The twins are dated in years to come; every test reads them as in the year after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_TODAY", "2033-01-01")
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An absent folder for the store: a test reads the starter's figures, or names a home of its own. Templates are
    not kept in the developer's cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        patch.setenv("DATELINE_HOME", str(tmp_path_factory.getbasetemp() / "no-store"))
        yield


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine, reached without a proxy."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    server = Site()
    yield server
    server.end()
