"""A page that Dateline itself wrote, read as the report that it shows: without its badges, cards and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from dateline.reading.draft import Draft, Part, assemble
from dateline.reading.pagemeta import PageMeta, day_of, read_page_meta
from dateline.records.report import Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: What our pages state as their generator, and the class of what stands on them without being the report's own text.
GENERATOR, ASIDE = "Dateline", "aside"
_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


def read_proof_page(tree: HtmlElement) -> Draft | None:
    """The report on a page of our own, its parts in their roles; None for any other page."""
    stated = tree.xpath(f"//meta[@name='generator' and @content='{GENERATOR}']")
    articles = tree.xpath("//article[contains(concat(' ', @class, ' '), ' report ')]")
    if not stated or not articles:
        return None
    meta = _dated(tree, read_page_meta(tree))
    titles = [_words(e) for e in articles[0].xpath("./header/h1") if "untitled" not in (e.get("class") or "")]
    standfirsts = [_words(e) for e in articles[0].xpath("./header/p[contains(@class, 'standfirst')]")]
    return Draft(
        *assemble(_parts(articles[0])),
        title=titles[0] if titles else None,
        standfirst=standfirsts[0] if standfirsts else None,
        authors=meta.authors,
        outlet=meta.outlet,
        published=meta.published,
        updated=meta.updated,
    )


def _dated(tree: HtmlElement, meta: PageMeta) -> PageMeta:
    """The day as of which the page was read stands for the day of publication, unless it is that of the update."""
    day = day_of(tree, "date")
    return meta if day is None or day in (meta.published, meta.updated) else replace(meta, published=day)


def _parts(article: HtmlElement) -> Iterator[Part]:
    for element in article.xpath("./header/h1 | ./header/p[contains(@class, 'standfirst')] | ./h2 | ./p"):
        kinds = (element.get("class") or "").split()
        if ASIDE in kinds or "untitled" in kinds:
            continue
        role: Role = (
            "title" if element.tag == "h1" else next((_ROLES[kind] for kind in kinds if kind in _ROLES), "story")
        )
        yield Part(_words(element), role, heading=element.tag == "h2")


def _words(element: HtmlElement) -> str:
    """The text without the badges, which are buttons."""
    return " ".join("".join(element.xpath(".//text()[not(ancestor::button)]")).split())
