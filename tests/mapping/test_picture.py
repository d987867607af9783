"""The picture of a front: what it shows, what it says, that it is small and nobody's but the user's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely

import toy_front
from dateline import mapping
from dateline.editing import naming
from dateline.mapping import MappingError, Record, grounds, picturing
from dateline.publishing.amounts import amount
from dateline.territory.front import Front
from dateline.theatres.loader import Theatre

START, END = toy_front.FIRST + timedelta(days=2), toy_front.FIRST + timedelta(days=19)
NS = {"s": "http://www.w3.org/2000/svg"}


@pytest.fixture
def svg(maps: Record, theatre: Theatre) -> str:
    return mapping.private(maps, theatre, START, END)


def test_it_is_sound_and_small_and_fetches_nothing(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    assert root.find("s:title", NS) is not None and root.find("s:desc", NS) is not None
    assert len(svg.encode()) <= 150_000
    assert not re.search(r"<script|<image|\bon\w+=|@import|url\((?!#)|href=\"(?!#)", svg)


def test_the_figures_are_the_engines_between_the_first_day_and_the_day_after_the_last(
    svg: str, maps: Record, theatre: Theatre
) -> None:
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    last = END + timedelta(days=1)
    moved = front.change(START, last)
    assert moved.gained > 1 and moved.lost > 0
    for said in (moved.gained, moved.lost, abs(moved.net), front.area(last)):
        assert amount(said, "km2").replace("-", "−") in svg


def test_a_region_is_shown_with_its_own_figures(maps: Record, theatre: Theatre) -> None:
    svg = mapping.private(maps, theatre, START, END, naming.place("Donetsk"))
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    assert amount(front.area(END + timedelta(days=1), "UA-14"), "km2") in svg
    assert ">Donetsk<" in svg and ">Kerch<" not in svg


def test_a_settlement_is_shown_with_what_lies_around_it_and_the_figures_of_its_region(
    maps: Record, theatre: Theatre
) -> None:
    place = naming.place("Kramatorsk")
    svg = mapping.private(maps, theatre, START, END, place)
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    held = amount(front.area(END + timedelta(days=1), "UA-14"), "km2")
    assert f"Held in Donetsk on 21\xa0March\xa02031: {held}".replace("\xa0", " ") in svg.replace("\xa0", " ")
    assert "around Kramatorsk, Ukraine" in svg and ">Kramatorsk<" in svg and ">Luhansk<" not in svg
    west, south, east, north = picturing.compared(maps, theatre, START, END, place).box()
    assert east - west == north - south == pytest.approx(60_000)  # so many metres, and no fewer


def test_no_quarter_of_a_city_is_drawn_as_a_town(theatre: Theatre) -> None:
    """No town of so many inhabitants was entered after a city beside which it lies: such an entry is a part of it."""
    rows = [g for g in theatre.gazetteer if g.place.level == "settlement" and g.population >= 20_000]
    late = [g for g in rows if int(g.place.id.partition(":")[2]) > 8_000_000]
    towns = {s.name: s for s in grounds.settlements(theatre.folder)}
    cities = [towns[g.place.name] for g in rows if g.population >= 50_000 and g not in late and g.place.name in towns]
    for part in (towns[g.place.name] for g in late):
        assert not [
            city.name for city in cities
            if 111.2 * np.hypot((city.lon - part.lon) * np.cos(np.radians(part.lat)), city.lat - part.lat) < 10
        ], part.name  # fmt: skip


def test_the_border_policy_the_producer_and_the_days_stand_under_it(svg: str, theatre: Theatre) -> None:
    flat = " ".join(re.sub(r"<[^>]+>", " ", svg).split())
    assert "Crimea and Sevastopol included" in flat
    assert "DeepState" in flat and "https://deepstatemap.live" in flat
    assert "Map of 21 March 2031, against the map of 3 March 2031" in flat.replace("\xa0", " ")


def test_it_says_that_it_may_not_be_published_unless_it_may(svg: str, open_maps: Record, theatre: Theatre) -> None:
    assert "do not publish" in svg
    assert "do not publish" not in mapping.private(open_maps, theatre, START, END)


def test_gained_and_lost_differ_by_more_than_colour(svg: str) -> None:
    assert 'class="m-line" fill="url(#map-s)"' in svg and '<pattern id="map-s"' in svg
    assert re.search(r'class="m-gained m-edge" fill="#\w{6}"', svg)


def test_colours_follow_the_reader_and_fall_back_without_variables(svg: str) -> None:
    assert "prefers-color-scheme:dark" in svg and "@media print" in svg
    assert re.search(r"\.m-held\{fill:var\(--l-held,#\w{6}\)\}", svg)
    assert all(
        "fill=" in tag for tag in re.findall(r'<(?:path|use|text|g)[^>]*class="m-(?!border|line|rule)[^>]*>', svg)
    )


def test_a_day_without_a_map_takes_the_nearest_earlier(maps: Record, theatre: Theatre) -> None:
    maps.days.remove(END + timedelta(days=1))
    found = picturing.compared(maps, theatre, START, END)
    assert (found.earlier, found.later) == (START, END)


def test_a_map_that_cannot_be_used_is_named_and_the_one_before_taken(toy, theatre, tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path in toy.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    last = END + timedelta(days=1)
    (tmp_path / f"deepstatemap_data_{last:%Y%m%d}.geojson").write_bytes(b"{")
    broken = mapping.record(theatre, tmp_path)
    assert picturing.compared(broken, theatre, START, END).later == END
    (said,) = broken.skipped
    assert str(last) in said and "truncated" in said


@pytest.mark.parametrize(
    ("start", "end", "place", "why"),
    [
        (END, START, None, "swap them"),
        (toy_front.FIRST - timedelta(days=9), END, None, "begin on 2031-03-01"),
        (date(2031, 9, 1), date(2031, 9, 9), None, "serves both ends"),
        (START, END, "Rafah", "a map is of a region .* or around a settlement of the theatre"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(
    start: date, end: date, place: str | None, why: str, maps: Record, theatre: Theatre
) -> None:
    with pytest.raises(MappingError, match=why) as raised:
        mapping.private(maps, theatre, start, end, naming.place(place) if place else None)
    assert "\n" not in str(raised.value)


def test_a_theatre_without_maps_is_refused() -> None:
    from dateline.theatres import loader

    with pytest.raises(MappingError, match="nobody's maps are known for Gaza"):
        mapping.record(loader.load("gaza"))


def test_its_text_alternative_says_what_moved_in_each_region(maps: Record, theatre: Theatre) -> None:
    def told(place: str | None) -> str:
        svg = mapping.private(maps, theatre, START, END, naming.place(place) if place else None)
        return (ElementTree.fromstring(svg).findtext("s:desc", "", NS)).replace("\xa0", " ")

    front = Front.of(maps.outlines(), grounds.borders(theatre))
    moved = front.change_by_region(START, END + timedelta(days=1))
    names = {g.place.id: g.place.name for g in theatre.gazetteer}
    said = {names[code]: change for code, change in moved.items() if code in names and change.gained >= 0.05}
    assert len(said) > 1
    for name, change in said.items():
        gained = amount(change.gained, "km2").replace("\xa0", " ")
        assert f"{name}: gained {gained}" in told(None)
    assert ": gained" not in told("Donetsk")


def test_without_a_place_it_shows_where_ground_changed_hands(maps: Record, theatre: Theatre) -> None:
    found = picturing.compared(maps, theatre, START, END)
    west, south, east, north = found.box()
    assert shapely.box(west, south, east, north).covers(shapely.union(found.gained, found.lost))
    assert east < shapely.bounds(found.held)[2]
    still = replace(found, gained=shapely.MultiPolygon(), lost=shapely.MultiPolygon())
    assert still.box() == pytest.approx(shapely.bounds(found.held).tolist())


def test_the_same_maps_give_the_same_bytes(svg: str, toy: Path, theatre: Theatre) -> None:
    assert mapping.private(mapping.record(theatre, toy), theatre, START, END) == svg
