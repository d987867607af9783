"""What may be published: never a vertex of a producer of figures; of others nothing fine and nothing new."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely

import toy_front
from dateline import mapping
from dateline.figures import figure
from dateline.ledgers import load
from dateline.mapping import MappingError, Record, picturing, publishable
from dateline.theatres.loader import Theatre

START, END = toy_front.FIRST + timedelta(days=2), toy_front.FIRST + timedelta(days=19)
AUGUST = (date(2025, 8, 1), date(2025, 8, 31))


def shaded(theatre: Theatre) -> str:
    producer = load(theatre.folder).producers["deepstate"]
    return mapping.public(None, producer, theatre, *AUGUST)


def test_a_producer_of_figures_gets_regions_shaded_by_the_figure(theatre: Theatre) -> None:
    svg = shaded(theatre)
    root = ElementTree.fromstring(svg)
    desc = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    found = figure("territory.net_change", *AUGUST, by="region")
    most = max(found.series.points, key=lambda p: p.value or 0)
    assert f"+{most.value:,.1f}" in desc.replace("\xa0", " ")
    assert desc.count("km²") >= sum(1 for p in found.series.points if p.value)
    assert "do not publish" not in svg and len(svg.encode()) <= 150_000
    assert 'class="m-held' not in svg and 'class="m-gained m-edge' not in svg


def test_its_geometry_is_the_regions_alone(theatre: Theatre, maps: Record) -> None:
    """The public map of such a producer is drawn without its maps: it takes none, and is the same with some."""
    with_maps = mapping.public(maps, maps.producer, theatre, *AUGUST)
    assert with_maps == shaded(theatre)


def test_a_producer_of_nothing_gets_no_public_map(theatre: Theatre, maps: Record) -> None:
    with pytest.raises(MappingError, match="may be passed on"):
        mapping.public(maps, replace(maps.producer, redistribute="none"), theatre, *AUGUST)


def test_rows_that_may_be_passed_on_are_drawn_to_a_kilometre(open_maps: Record, theatre: Theatre) -> None:
    svg = mapping.public(open_maps, open_maps.producer, theatre, START, END, today=END + timedelta(days=30))
    assert "generalised to one kilometre" in " ".join(re.sub(r"<[^>]+>", " ", svg).split())
    assert "do not publish" not in svg
    held = picturing.compared(open_maps, theatre, START, END).held
    coarse = publishable.coarser(held)
    vertices = shapely.get_coordinates(coarse)
    assert np.array_equal(vertices, np.round(vertices / 1000) * 1000)
    assert not np.array_equal(shapely.get_coordinates(held), np.round(shapely.get_coordinates(held) / 1000) * 1000)
    assert len(vertices) < len(shapely.get_coordinates(held))
    assert abs(coarse.area / held.area - 1) < 0.02


@pytest.mark.parametrize(("days_old", "refused"), [(0, True), (3, True), (4, False)])
def test_they_are_drawn_when_they_are_three_days_old(
    days_old: int, refused: bool, open_maps: Record, theatre: Theatre
) -> None:
    today = END + timedelta(days=1 + days_old)
    if not refused:
        assert "<svg" in mapping.public(open_maps, open_maps.producer, theatre, START, END, today=today)
        return
    with pytest.raises(MappingError, match="72 hours old") as raised:
        mapping.public(open_maps, open_maps.producer, theatre, START, END, today=today)
    latest = date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", str(raised.value))[-1])
    assert "<svg" in mapping.public(open_maps, open_maps.producer, theatre, START, latest, today=today)


def test_days_the_wrong_way_round_are_refused(theatre: Theatre, maps: Record) -> None:
    with pytest.raises(MappingError, match="swap them"):
        mapping.public(maps, maps.producer, theatre, END, START)
