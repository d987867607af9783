"""The twins of the publishers' files are dated in years to come; every test reads them as in the year after."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _in_the_year_after_the_twins() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_TODAY", "2033-01-01")
        yield
