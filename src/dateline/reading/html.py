"""Web pages: the story by trafilatura, what the page states of itself by our own reader, picture captions apart."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.reading.draft import Draft, Part, assemble
from dateline.reading.errors import ReadingError
from dateline.reading.pagemeta import PageMeta, read_page_meta, squeeze
from dateline.reading.proofpage import read_proof_page
from dateline.reading.roles import assign_roles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 5
_SPACE = re.compile(r"\s+")


def read_html(text: str, name: str) -> Draft:
    """A draft of title, standfirst, story and captions, in this order, a blank line between paragraphs.

    A description that the page does not show is kept as `standfirst` but is no part of the text: what readers do
    not see states nothing. A page that Dateline wrote is read as the report on it. Errors: ReadingError for a page
    without a story.
    """
    from lxml import etree, html

    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise _nothing(name) from None
    if (own := read_proof_page(tree)) is not None:
        return own
    meta = read_page_meta(tree)
    captions = list(dict.fromkeys(_captions(tree)))
    story = list(_story(text)) or list(_paragraphs(tree))
    if sum(len(part.words.split()) for part in story) < _FEWEST_WORDS:
        raise _nothing(name)
    parts = _arrange(meta, story, captions, _plain(_visible(tree)))
    draft = Draft(
        *assemble(parts),
        title=meta.title,
        standfirst=meta.description,
        authors=meta.authors,
        outlet=meta.outlet,
        published=meta.published,
        updated=meta.updated,
    )
    return assign_roles(draft)


def _nothing(name: str) -> ReadingError:
    shown = "The page on standard input" if name == "-" else name
    return ReadingError(f"{shown} holds no story that can be read: save the story's text as .txt and give that.")


def _arrange(meta: PageMeta, story: list[Part], captions: list[str], page: str) -> list[Part]:
    """Head, story, captions; each said once."""
    title = _plain(meta.title or "")
    standfirst = _plain(meta.description or "")
    captioned = {_plain(caption) for caption in captions}
    body: list[Part] = []
    for number, part in enumerate(story):
        plain = _plain(part.words)
        if number < 6 and plain and plain in (title, standfirst):
            continue
        body.append(Part(part.words, "caption") if plain in captioned else part)
    told = _plain(" ".join(part.words for part in body))
    head: list[Part] = []
    if meta.title:
        head.append(Part(meta.title, "title"))
    if standfirst and standfirst in page and standfirst not in told and standfirst != title:
        head.append(Part(meta.description or "", "standfirst"))
    return [*head, *body, *(Part(caption, "caption") for caption in captions if _plain(caption) not in told)]


def _visible(tree: HtmlElement) -> str:
    """Words that a reader sees: a page's scripts repeat its description to machines."""
    hidden = "ancestor::script or ancestor::style or ancestor::noscript or ancestor::template"
    return " ".join(" ".join(tree.xpath(f"//body//text()[not({hidden})]")).split())


def _plain(words: str) -> str:
    """For comparing: one case, straight quotes, single spaces."""
    return _SPACE.sub(" ", words.translate(str.maketrans("’‘“”", "''\"\""))).strip().casefold()


def _story(text: str) -> Iterator[Part]:
    # What it cannot read it logs as an error; we say so ourselves, in one line.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    found = bare_extraction(text, include_comments=False, include_tables=True, with_metadata=False)
    if found is not None and found.body is not None:
        yield from _parts(found.body)


def _parts(body: HtmlElement) -> Iterator[Part]:
    """Paragraphs of trafilatura's tree, in order."""
    for element in body:
        if element.tag in ("list", "table"):
            rows = element.iter("row") if element.tag == "table" else element.iter("item")
            for row in rows:
                cells = [" ".join(_words(cell).split()) for cell in row.iter("cell")] or [_words(row)]
                yield Part(" | ".join(cell for cell in cells if cell))
        elif element.tag == "quote" and any(child.tag == "p" for child in element):
            yield from _parts(element)
        elif element.tag not in ("graphic", "comments", "code"):
            yield Part(_words(element), heading=element.tag == "head")


def _words(element: HtmlElement) -> str:
    """An element's text; a line break is a new line, all other white space single."""
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == "lb":
            pieces.append("\n")
        elif isinstance(node.tag, str) and node.text:
            pieces.append(_SPACE.sub(" ", node.text))
        if node is not element and node.tail:
            pieces.append(_SPACE.sub(" ", node.tail))
    return "".join(pieces)


def _paragraphs(tree: HtmlElement) -> Iterator[Part]:
    """For pages that trafilatura finds nothing in: every paragraph outside the page's own parts."""
    for element in tree.xpath("//body//p[not(ancestor::nav or ancestor::footer or ancestor::aside or ancestor::form)]"):
        if words := squeeze(element):
            yield Part(words)


def _captions(tree: HtmlElement) -> Iterator[str]:
    """Captions of the story's own pictures: those inside the article where the page marks one."""
    outside = "not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::a)"
    found = tree.xpath(f"//figcaption[(ancestor::article or ancestor::main) and {outside}]")
    for element in found or tree.xpath(f"//figcaption[{outside}]"):
        # Label and words stand in elements of their own ("Image caption", "1 of 4") without a space between.
        words = re.sub(r" (?=[,.;:!?)])", "", " ".join(" ".join(element.itertext()).split()))
        if 4 <= len(words.split()) <= 120:
            yield words
