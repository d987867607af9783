"""What a sentence's parse gives to someone: for each verb, noun or adjective of saying, thinking and meaning to, its
content and its source, as tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.extracting.attributing import cues, nominal, subjects, verbal
from dateline.extracting.attributing.saying import Saying, tree


def sayings(doc: Any) -> Iterator[Saying]:
    """Every saying in `doc`, a spaCy Doc with dependencies; they may lie within one another."""
    for token in doc:
        word, tag = token.lower_, token.tag_
        if tag.startswith("VB") and (idiom := verbal.idiom(token)) is not None:
            yield idiom
        elif tag.startswith("VB") and word in cues.verbs() and token.dep_ not in ("aux", "auxpass", "amod"):
            yield from verbal.of_verb(token)
        elif tag.startswith("NN") and word in cues.nouns():
            yield from nominal.of_noun(token)
        elif word in cues.adjectives() and token.dep_ in ("acomp", "amod", "ROOT", "conj", "attr", "oprd"):
            yield from nominal.of_adjective(token)
        elif word == "according":
            yield from nominal.according(token)
        elif word in ("in", "by") and token.dep_ == "prep":
            yield from nominal.in_document(token)
        elif word == "against" and token.head.pos_ == "AUX" and (source := subjects.of_verb(token.head)) is not None:
            yield Saying((token.i,), frozenset(tree(token) - {token.i}), source, "judge", "preposition")
        if tag.startswith("NN") and word in cues.holders():
            yield from nominal.of_holder(token)
