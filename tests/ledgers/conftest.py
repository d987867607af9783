"""Small ledgers written for these tests, in the starter's format."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = {
    "weapons.csv": """id,parent,name,aliases,models
drone,,drone,drone,
shahed,drone,Shahed,shahed,Shahed-136/131
missile,,missile,missile,
cruise,missile,cruise missile,cruise,
kh_101,cruise,Kh-101,kh-101,X-101
kalibr,cruise,Kalibr,kalibr,Kalibr
bomb,,bomb,bomb,
""",
    "theatre.yml": """title: a war for tests
id: NAME
time_zone: Europe/Kyiv
country: {id: UA, name: Ukraine, area_km2: 1000}
border_policy: none
war: {start: 2022-02-24}
defender: {id: UA, names: [], adjectives: []}
attacker: {id: RU, names: [], adjectives: []}
recognise: []
""",
    "producers.yml": """deepstate: {name: DeepState, standing: independent, ledgers: [territory]}
isw: {name: ISW, standing: independent, includes: [claimed]}
afp_isw: {name: AFP, standing: independent, derived_from: isw, includes: [claimed]}
airforce: {name: the Air Force, standing: party, side: UA, ledgers: [strikes], lost_within_intercepted: 2025-07-24}
""",
    "starter/territory_held.csv": """day,UA-14,UA-59,unassigned,source,sha256
2025-01-01,100,10,5,a.geojson,aa
2025-01-02,104,10,5,b.geojson,bb
2025-01-04,110,12,6,c.geojson,cc
2025-01-05,108,12,6,d.geojson,dd
""",
    "starter/territory_change.csv": """day,since,region,gained_km2,lost_km2,source
2025-01-02,2025-01-01,UA-14,5,1,b.geojson
2025-01-04,2025-01-02,UA-14,6,0,c.geojson
2025-01-04,2025-01-02,UA-59,2,0,c.geojson
2025-01-04,2025-01-02,unassigned,1,0,c.geojson
2025-01-05,2025-01-04,UA-14,1,3,d.geojson
""",
    "starter/territory_gaps.csv": """start,last,flag,note,source
2025-01-03,2025-01-03,gap,no file,
2025-01-05,2025-01-05,jump,large,d.geojson
""",
    "starter/strikes.csv": """\
night,window_start,window_end,scope,target,weapon,model,launched,destroyed,lost,still,hits,source
2025-05-25,2025-05-24 18:00,2025-05-25 09:00,national,,shahed,Shahed-136/131,298,139,127,,,kpszsu/posts/1
2025-05-25,2025-05-24 18:00,2025-05-25 09:00,national,,cruise,X-101 and Kalibr,55,45,0,,,kpszsu/posts/1
2025-05-25,2025-05-24 18:00,2025-05-25 09:00,national,,kh_101,X-101,10,4,2,,,kpszsu/posts/1
2025-05-25,2025-05-25 14:00,2025-05-25 20:00,national,,shahed,Shahed-136/131,7,7,0,,,kpszsu/posts/2
2025-05-25,2025-05-24 18:00,2025-05-25 09:00,national,,bomb,GBU,3,0,,,,kpszsu/posts/1
2025-05-26,2025-05-25 18:00,2025-05-26 09:00,national,,shahed,Shahed-136/131,,5,,,,kpszsu/posts/3
2025-05-26,2025-05-26,2025-05-26,regional,south,shahed,Shahed-136/131,11,11,,,,regional/posts/9
2025-05-27,2025-05-27,2025-05-27,regional,south,shahed,Shahed-136/131,6,6,,,,regional/posts/10
""",
}


@pytest.fixture
def theatre(tmp_path: Path) -> Path:
    (tmp_path / "starter").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.replace("NAME", tmp_path.name), encoding="utf-8")
    return tmp_path
