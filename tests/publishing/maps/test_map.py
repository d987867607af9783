"""A map says in words what it shows, names places where they cover nothing, and holds no script."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
import shapely

from dateline.publishing.maps import Region, Sheet, Town, draw
from dateline.publishing.maps.drawing import describe
from dateline.publishing.maps.labels import Label, around, centred, placed

SVG = "{http://www.w3.org/2000/svg}"


def sheet(**changes: object) -> Sheet:
    square = shapely.box(0, 0, 100_000, 100_000)
    given: dict[str, object] = {
        "title": "Ground gained & lost",
        "start": date(2031, 1, 1),
        "end": date(2031, 2, 1),
        "side": "Northland",
        "producer": "A map-maker <maps>",
        "policy": "as the theatre draws them",
        "use": "For your own use.",
        "view": (0.0, 0.0, 100_000.0, 100_000.0),
        "held": shapely.box(0, 0, 50_000, 100_000),
        "gained": shapely.box(40_000, 0, 50_000, 50_000),
        "lost": shapely.box(50_000, 60_000, 60_000, 90_000),
        "gained_km2": 500.0,
        "lost_km2": 300.0,
        "regions": (Region("Westshire", square, 500.0, 300.0), Region("Eastshire", shapely.box(1e5, 0, 2e5, 1e5))),
        "towns": (Town("Bigtown", 20_000, 50_000, 90_000), Town("Smallham", 21_000, 50_500, 50),
                  Town("Farville", 80_000, 20_000, 700), Town("Beyond", 300_000, 0, 10**7)),
    }  # fmt: skip
    return Sheet(**{**given, **changes})  # type: ignore[arg-type]


def texts(svg: str) -> list[str]:
    return ["".join(found.itertext()) for found in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_it_is_sound_xml_with_its_words_and_no_script() -> None:
    svg = draw(sheet())
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == "Ground gained & lost"
    told = root.findtext(f"{SVG}desc") or ""
    for words in ("1 February 2031", "1 January 2031", "A map-maker <maps>", "gained 500 km²", "lost 300 km²",
                  "net +200 km²", "Westshire: gained", "as the theatre draws them"):  # fmt: skip
        assert words in told
    assert "Eastshire" not in told  # nothing moved there
    assert not re.search(r"<script|style=|href=|url\(http", svg)


def test_producer_policy_use_and_figures_are_printed_on_it() -> None:
    printed = " ".join(texts(draw(sheet())))
    for words in ("A map-maker <maps>", "Borders: as the theatre draws them", "For your own use.", "net +200 km²",
                  "held by Northland", "gained", "lost", "20 km"):  # fmt: skip
        assert words in printed


def test_a_loss_has_a_minus_and_no_plus() -> None:
    assert "net −200 km²" in describe(sheet(gained_km2=100.0)).replace("\u00a0", " ")


def test_large_towns_are_named_first_and_those_outside_or_on_top_of_them_not() -> None:
    printed = texts(draw(sheet()))
    assert {"Bigtown", "Farville", "WESTSHIRE"} <= set(printed)
    assert not {"Smallham", "Beyond", "EASTSHIRE"} & set(printed)


def test_a_scale_bar_is_as_long_as_it_says() -> None:
    svg = draw(sheet())
    (length,) = (float(n) for n in re.findall(r'class="bar" d="M[\d. ]+v4h([\d.]+)v-4"', svg))
    assert length == pytest.approx(20_000 / 100_000 * 400, abs=0.1)


def test_a_still_month_and_a_strip_are_drawn_too() -> None:
    none = shapely.MultiPolygon()
    still = draw(sheet(gained=none, lost=none, gained_km2=0.0, lost_km2=0.0))
    assert 'class="gain" d=""' in still
    strip = ElementTree.fromstring(draw(sheet(view=(0.0, 0.0, 100_000.0, 2_000.0))))
    _, _, width, height = (float(n) for n in strip.attrib["viewBox"].split())
    assert height > 0.6 * width


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw(sheet()) == draw(sheet())


FRAME = (0.0, 0.0, 100.0, 100.0)


def test_a_name_moves_aside_and_gives_way() -> None:
    first, second, third = placed([around("Alpha", 50, 50, 10)] * 3, FRAME)
    assert first is not None and second is not None
    assert first.x > 50 > second.x
    assert third is None
    assert placed([centred("Alpha", 50, 50, 10)] * 2, FRAME)[1] is None


def test_a_name_stays_in_the_frame_and_off_what_is_taken() -> None:
    (at_the_rim,) = placed([around("Alpha", 95, 50, 10)], FRAME)
    assert at_the_rim is not None and at_the_rim.box[2] <= 95
    assert placed([[Label("Alpha", 10, 50, 10)]], FRAME, [(0, 0, 100, 100)]) == [None]
