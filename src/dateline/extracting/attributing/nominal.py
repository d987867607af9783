"""What nouns, adjectives and "according to" give to someone: "their claim that", "sure that", "a critic of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dateline.extracting.attributing import cues, subjects
from dateline.extracting.attributing.saying import Saying, tree

_OF_NOUN: Final = {
    "say": ("about", "against"), "report": ("of", "on", "about"), "judge": ("of", "for", "to", "against", "over"),
    "urge": ("for",), "think": ("of", "on", "about", "in"), "feel": ("of", "for", "about", "over"), "intend": ("for",),
}  # fmt: skip
#: Nouns whose "of" names who speaks or what holds it, as often as what is said.
_STRICT_NOUNS: Final = frozenset({"say", "report"})


def of_noun(token: Any) -> Iterator[Saying]:
    """What a noun of `cues.nouns` holds: its clause, what it is said to be, or the object of its preposition."""
    classes = cues.nouns()[token.lower_]
    kids = list(token.children)
    inner = next((k for k in kids if k.dep_ in ("acl", "ccomp", "relcl") and _complement(k)), None)
    source = subjects.of_noun(token)
    name = sorted(classes)[0]
    if inner is not None:
        source = source or subjects.around_noun(token)
        yield Saying((token.i,), frozenset(tree(inner)), source, name, "noun clause")
        return
    copula = token.head if token.dep_ == "nsubj" and token.head.lower_ in ("is", "was", "'s", "be") else None
    if copula is not None:
        said = next((k for k in copula.children if k.dep_ in ("ccomp", "xcomp")), None)
        if said is not None and any(k.dep_ in ("mark", "aux") for k in said.children):
            yield Saying((token.i,), frozenset(tree(said)), source, name, "noun is")
            return
    allowed = {word for c in classes for word in _OF_NOUN[c]}
    for prep in (k for k in kids if k.dep_ == "prep" and k.lower_ in allowed):
        if source is not None and not (
            classes & _STRICT_NOUNS and prep.lower_ == "of" and subjects.owner(token) is None
        ):
            yield Saying((token.i, prep.i), frozenset(tree(prep) - {prep.i}), source, name, "noun of")
            return


def _complement(clause: Any) -> bool:
    """Whether a clause after a noun is what the noun says ("that it fell", "to leave") and not a relative one."""
    marks = [k for k in clause.children if k.dep_ == "mark" and k.lower_ in ("that", "whether", "if")]
    to = [k for k in clause.children if k.dep_ == "aux" and k.lower_ == "to"]
    return bool(marks or to)


def of_holder(token: Any) -> Iterator[Saying]:
    """ "she is a critic of the plan": who is said to hold a view is its source."""
    of = next((k for k in token.children if k.dep_ == "prep" and k.lower_ == "of"), None)
    if of is None:
        return
    subject = subjects.of_verb(token.head) if token.dep_ == "attr" else None
    if subject is not None:
        yield Saying((token.i, of.i), frozenset(tree(of) - {of.i}), subject, "judge", "holder")


def in_document(token: Any) -> Iterator[Saying]:
    """ "In the latest poll, she led by two points": what stands in a document, where nobody else says it."""
    named = next((k for k in token.children if k.dep_ == "pobj"), None)
    if named is None or named.lower_ not in cues.documents() or token.head.pos_ not in ("VERB", "AUX"):
        return
    said = tree(token.head) - tree(token)
    edge = token.right_edge.i + 1
    parted = token.i == 0 and edge < len(token.doc) and token.doc[edge].text == ","
    if parted and not any(cues.classes(token.doc[i].lower_) & subjects.REPORTING for i in said):
        yield Saying((token.i,), frozenset(said), subjects.phrase(named), "show", "document")


def of_adjective(token: Any) -> Iterator[Saying]:
    """What somebody is sure, afraid or willing of."""
    name = cues.adjectives()[token.lower_]
    kids = list(token.children)
    said = next((k for k in kids if k.dep_ in ("ccomp", "xcomp")), None)
    prep = next(
        (k for k in kids if k.dep_ == "prep" and k.lower_ in ("about", "of", "with", "by", "on", "at", "to")), None
    )
    if said is None and prep is None:
        return
    source = subjects.phrase(token.head) if token.dep_ == "amod" else subjects.of_verb(token.head)
    content = tree(said) if said is not None else tree(prep) - {prep.i} if prep is not None else set()
    if source is not None:
        yield Saying((token.i,), frozenset(content), source, name, "adjective")


def according(token: Any) -> Iterator[Saying]:
    """ "according to X": what it belongs to is the clause around it."""
    to = next((k for k in token.children if k.lower_ == "to"), None)
    named = next((k for k in to.children if k.dep_ == "pobj"), None) if to is not None else None
    if to is None or named is None:
        return
    head = token
    while head.dep_ not in ("ROOT", "advcl", "relcl", "parataxis", "acl") and head.head is not head:
        known = cues.verbs().get(head.head.lower_)
        if head.pos_ in ("VERB", "AUX") and (
            head.dep_ == "conj" or (head.dep_ == "ccomp" and known and known[1] & subjects.REPORTING)
        ):
            break
        head = head.head
    own = tree(token)
    yield Saying((token.i, to.i), frozenset(tree(head) - own), subjects.phrase(named), "say", "according")
