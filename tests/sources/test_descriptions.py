"""The folder and its list agree, and every description says what it must."""

from pathlib import Path

import pytest

import dateline.sources
from dateline.sources import SHARED, SOURCES
from dateline.sources.description import describe

FOLDER = Path(dateline.sources.__file__).parent


def test_the_folder_holds_the_listed_modules_and_nothing_else() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} == {*SOURCES, *SHARED}
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(SOURCES)


@pytest.mark.parametrize("source", SOURCES)
def test_a_description_is_whole(source: str) -> None:
    stated = describe(source)
    assert stated.id == source
    assert all((stated.producer, stated.title, stated.address, stated.licence, stated.credit, stated.cadence))
    assert 0 < stated.rows[0] < stated.rows[1]
    assert stated.consumed and not set(stated.consumed) & set(stated.ignored)
    assert all(low < high for low, high in stated.ranges.values())
