"""Small reports written for these tests."""

from __future__ import annotations

from dateline.records.report import Report, Role

SAVED_PAGE = """Menu
World
Politics
Subscribe

Ukraine reports largest drone attack of the war

The night's raid was larger than any since the invasion began, officials said.

By ANN LEE
Published: 9 July 2025, 10:15 GMT • Updated 10 July 2025 • 3 min read
Ukraine reports largest drone attack of the war
A firefighter works in the ruins of a warehouse in the west of the country.

Russia launched 728 drones overnight, the air force said.

Advertisement

Of those, 296 were shot down.

Read more: Russia takes 500 square kilometres in June

The officials said that 12 people were hurt. They gave no other figure.

Ann Lee
Ann Lee is a correspondent in Kyiv, where she has worked for 12 years.

Related stories
Russia launches 539 drones in record attack
Kyiv hit by 20 missiles

© 2025 The Daily. All rights reserved.

2 Comments

I think 1,000 drones were launched.
"""

STORY = (
    "Russian forces took 404 square kilometres in May, more than double the area taken in April, said a group of "
    "analysts that maps the front from public pictures and reports.",
    "Russia launched 367 drones and missiles at the country on the night of May 24-25, according to the air force. "
    "Of those, 56 got through the defences and hit houses and plants.",
    "The pace was the fastest since November, and the summer is not over, the analysts said on Friday.",
)

HTML_PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Front moves faster | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="og:description" content="A description that only machines see, with 999 drones in it.">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}},
 {{"@type": "NewsArticle", "headline": "Front moves faster",
   "author": [{{"@id": "#ann"}}, {{"@type": "Person", "name": "Bob Roy"}}],
   "datePublished": "2025-05-30T23:30:00-04:00", "dateModified": "2025-06-02",
   "publisher": {{"name": "The Daily"}}}}]}}</script>
</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Front moves faster</h1>
<figure><img src="a.jpg"><figcaption>Soldiers near the town of Pokrovsk this spring.</figcaption></figure>
<p>{STORY[0]}</p><p>{STORY[1]}</p><h2>What comes next</h2><p>{STORY[2]}</p></article>
<footer>© 2025 The Daily. All rights reserved.</footer></body></html>"""


def said(report: Report, *roles: Role) -> list[str]:
    """The text of the blocks that play these parts."""
    return [report.text[block.start : block.end] for block in report.blocks if block.role in roles]
