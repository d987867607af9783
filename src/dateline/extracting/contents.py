"""What a sentence's parse gives to someone: for each verb, noun or adjective of saying, thinking and meaning to, its
content and its source, as tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline.extracting import asides, cues, subjects
from dateline.languages import en_speech

#: Classes of verbs that a clause follows, an infinitive, an object.
_CLAUSAL: Final = frozenset({"say", "tell", "ask", "report", "urge", "think", "learn", "feel", "intend", "show"})
#: Classes that a clause may stand before ("it fell, he said", and not "it fell, he wants").
_BEFORE: Final = frozenset({"say", "tell", "ask", "report", "think", "show", "learn"})
_INFINITIVE: Final = frozenset({"tell", "ask", "urge", "think", "feel", "intend"})
_OBJECT: Final = frozenset({"report", "judge", "feel", "ask"})
#: Classes that may stand aside of what is said: "it fell, he said", "as she put it".
_ASIDE: Final = frozenset({"say", "tell", "report", "think", "show", "learn"})
#: Prepositions after an object that belong to what is said of it: "blamed him for the loss".
_OF_OBJECT: Final = frozenset({"for", "as", "of", "over", "about", "against", "from", "between", "toward", "towards"})
_OF_NOUN: Final = {
    "say": ("about", "against"), "report": ("of", "on", "about"), "judge": ("of", "for", "to", "against", "over"),
    "urge": ("for",), "think": ("of", "on", "about", "in"), "feel": ("of", "for", "about", "over"), "intend": ("for",),
}  # fmt: skip
#: Nouns whose "of" names who speaks or what holds it, as often as what is said.
_STRICT_NOUNS: Final = frozenset({"say", "report"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One cue at token `cue` of a Doc, the tokens of what is said and of who says it (None: not named here)."""

    cue: tuple[int, ...]
    content: frozenset[int]
    source: tuple[int, int] | None
    name: str
    form: str


def sayings(doc: Any) -> Iterator[Saying]:
    """Every saying in `doc`, a spaCy Doc with dependencies; they may lie within one another."""
    for token in doc:
        word, tag = token.lower_, token.tag_
        if tag.startswith("VB") and (idiom := _idiom(token)) is not None:
            yield idiom
        elif tag.startswith("VB") and word in cues.verbs() and token.dep_ not in ("aux", "auxpass", "amod"):
            yield from _of_verb(token)
        elif tag.startswith("NN") and word in cues.nouns():
            yield from _of_noun(token)
        elif word in cues.adjectives() and token.dep_ in ("acomp", "amod", "ROOT", "conj", "attr", "oprd"):
            yield from _of_adjective(token)
        elif word == "according":
            yield from _according(token)
        elif word in ("in", "by") and token.dep_ == "prep":
            yield from _in_document(token)
        elif word == "against" and token.head.pos_ == "AUX" and (source := subjects.of_verb(token.head)) is not None:
            yield Saying((token.i,), frozenset(_tree(token) - {token.i}), source, "judge", "preposition")
        if tag.startswith("NN") and word in cues.holders():
            yield from _of_holder(token)


def _of_verb(token: Any) -> Iterator[Saying]:
    lemma, classes = cues.verbs()[token.lower_]
    cue = [token, *[c for c in token.children if c.dep_ == "prt"]]
    content, form = _verb_content(token, lemma, classes, cue)
    if content:
        own = {c.i for c in cue}
        yield Saying(
            tuple(sorted(own)),
            frozenset(content - own),
            _source(token),
            sorted(classes)[0],
            form,
        )


def _idiom(token: Any) -> Saying | None:
    """A verb with its noun or particle and preposition: "took aim at [the plan]"."""
    for word in (k for k in token.children if k.dep_ in ("dobj", "prt", "advmod", "acomp") and k.i > token.i):
        for prep in (k for k in (*word.children, *token.children) if k.dep_ == "prep" and k.i > word.i):
            if (token.lower_, word.lower_, prep.lower_) in cues.idioms():
                cue = (token.i, word.i, prep.i)
                return Saying(cue, frozenset(_tree(prep) - {prep.i}), _source(token), "with", "preposition")
    return None


def _source(token: Any) -> tuple[int, int] | None:
    """Who says it: the subject, except where other words that name somebody stand right before a finite verb and a
    parser has taken them for something else."""
    found = subjects.of_verb(token)
    passive = any(k.dep_ in ("nsubjpass", "auxpass", "agent") for k in token.children)
    if passive or not asides.finite(token):
        return found
    near = asides.named_before(token)
    if near is None or (found is not None and (near[0] < found[1] or found[0] > token.i)):
        return found
    return near


def _verb_content(token: Any, lemma: str, classes: frozenset[str], cue: list[Any]) -> tuple[set[int], str]:
    """The tokens of what the verb says, and by which construction; empty where it says nothing."""
    kids = list(token.children)
    particle = any(k.dep_ in ("prt", "advmod") and (lemma, k.lower_) in cues.particles() for k in kids)
    if lemma == "put" and not particle and not any(k.lower_ == "it" for k in kids):
        return set(), ""  # "as she put it" says something, "puts the figure at" is read by its object
    clause = max((k for k in kids if k.dep_ == "ccomp"), key=lambda k: k.i > token.i, default=None)
    behind = clause is not None and clause.i > token.i
    if classes & _ASIDE and not behind and (beside := asides.aside(token)):
        return beside, "aside"
    if clause is not None and (particle or classes & (_CLAUSAL if behind else _BEFORE)):
        return _clause(token, clause), "clause"
    if classes & _ASIDE and (aside := _aside(token)):
        return aside, "aside"
    infinitive = next((k for k in kids if k.dep_ == "xcomp"), None)
    dobj = next((k for k in kids if k.dep_ in ("dobj", "dative")), None)
    gerund = infinitive is not None and infinitive.tag_ == "VBG" and "report" in classes
    if (
        infinitive is not None
        and (classes & _INFINITIVE or particle or gerund)
        and not any(k.dep_ == "nsubjpass" for k in kids)
    ):
        return _tree(infinitive), "infinitive"
    for prep in (k for k in kids if k.dep_ == "prep"):
        if prep.i > token.i and (lemma, prep.lower_) in cues.prepositions() and (dobj is None or "tell" in classes):
            cue.append(prep)
            return _tree(prep).union(*(_tree(k) for k in kids if k.dep_ == "xcomp" and k.i > prep.i)) - {
                prep.i
            }, "preposition"
    patient = next((k for k in kids if k.dep_ == "nsubjpass"), None)
    if patient is not None and patient.lower_ not in subjects.RELATIVE:
        if infinitive is not None and classes & (_INFINITIVE | {"report"}):
            return _tree(patient) | _tree(infinitive), "passive"
        return set(), ""
    if (
        dobj is not None
        and dobj.dep_ == "dobj"
        and (particle or classes & _OBJECT or ("show" in classes and _shown(kids)) or _seen_as(lemma, kids))
        and dobj.lower_ not in subjects.RELATIVE
    ):
        return _object(token, dobj), "object"
    return set(), ""


def _shown(kids: list[Any]) -> bool:
    """Whether the subject is a document."""
    return any(k.dep_ == "nsubj" and k.lower_ in cues.documents() for k in kids)


def _seen_as(lemma: str, kids: list[Any]) -> bool:
    """Whether the verb says what it sees its object as: "sees the law as a danger"."""
    return (lemma, "as") in cues.prepositions() and any(k.dep_ == "prep" and k.lower_ == "as" for k in kids)


def _clause(token: Any, clause: Any) -> set[int]:
    """The clause that the verb governs, with clauses behind it that have a subject of their own and that a parser
    hangs on the verb of saying: "he said it rained and the road was closed"."""
    tokens = _tree(clause)
    if clause.i > token.i:
        for later in (k for k in token.children if k.dep_ == "conj" and k.i > clause.i):
            if any(k.dep_ in subjects.SUBJECTS for k in later.children) and later.lower_ not in cues.verbs():
                tokens |= _tree(later)
    return tokens - _others(clause)


def _others(clause: Any) -> set[int]:
    """What another source says in the same sentence, or the same one further on: "said two had died, [while the
    hospital reported three]", "said it rained, [adding that it would stop]"."""
    cut: set[int] = set()
    for later in (k for k in clause.children if k.dep_ in ("conj", "advcl") and k.i > clause.i):
        subject = next((k for k in later.children if k.dep_ == "nsubj"), None)
        marked = later.dep_ == "conj" or any(k.lower_ in ("while", "whereas") for k in later.children)
        other = (
            marked and subject is not None and subject.tag_ != "PRP" and cues.classes(later.lower_) & subjects.REPORTING
        )
        if other or subjects.says_on(later):
            cut |= _tree(later) | {k.i for k in clause.children if k.dep_ == "cc" and k.i < later.i}
    return cut


def _object(token: Any, dobj: Any) -> set[int]:
    """The object with what is said of it: "described [him as tired]"."""
    compares = cues.verbs()[token.lower_][0] in en_speech.COMPARING
    words = _OF_OBJECT | {"to", "with"} if compares else _OF_OBJECT
    parts = [dobj, *[k for k in token.children if k.dep_ == "prep" and k.lower_ in words and k.i > dobj.i]]
    parts += [k for k in token.children if k.dep_ in ("oprd", "xcomp") and k.i > dobj.i]
    tokens = set().union(*(_tree(p) for p in parts))
    return set(range(min(tokens), max(tokens) + 1)) - _afterthoughts(dobj)


def _afterthoughts(noun: Any) -> set[int]:
    """Relative clauses behind a comma, which are the writer's and no part of what is said."""
    return {i for k in noun.subtree if k.dep_ == "relcl" and noun.doc[k.left_edge.i - 1].text == "," for i in _tree(k)}


def _aside(token: Any) -> set[int]:
    """The clause that a parenthetical "he said" or "as he said" stands aside of, by the parse alone."""
    if not asides.bare(token):
        return set()
    as_clause = token.dep_ == "advcl" and any(k.lower_ == "as" for k in token.children)
    if token.dep_ != "parataxis" and not as_clause:
        return set()
    said = _tree(token.head) - _tree(token)
    return said if all(token.doc[i].text != asides.QUOTED for i in said) else set()


def _of_noun(token: Any) -> Iterator[Saying]:
    classes = cues.nouns()[token.lower_]
    kids = list(token.children)
    inner = next((k for k in kids if k.dep_ in ("acl", "ccomp", "relcl") and _complement(k)), None)
    source = subjects.of_noun(token)
    name = sorted(classes)[0]
    if inner is not None:
        source = source or subjects.around_noun(token)
        yield Saying((token.i,), frozenset(_tree(inner)), source, name, "noun clause")
        return
    copula = token.head if token.dep_ == "nsubj" and token.head.lower_ in ("is", "was", "'s", "be") else None
    if copula is not None:
        said = next((k for k in copula.children if k.dep_ in ("ccomp", "xcomp")), None)
        if said is not None and any(k.dep_ in ("mark", "aux") for k in said.children):
            yield Saying((token.i,), frozenset(_tree(said)), source, name, "noun is")
            return
    allowed = {word for c in classes for word in _OF_NOUN[c]}
    for prep in (k for k in kids if k.dep_ == "prep" and k.lower_ in allowed):
        if source is not None and not (
            classes & _STRICT_NOUNS and prep.lower_ == "of" and subjects.owner(token) is None
        ):
            yield Saying((token.i, prep.i), frozenset(_tree(prep) - {prep.i}), source, name, "noun of")
            return


def _complement(clause: Any) -> bool:
    """Whether a clause after a noun is what the noun says ("that it fell", "to leave") and not a relative one."""
    marks = [k for k in clause.children if k.dep_ == "mark" and k.lower_ in ("that", "whether", "if")]
    to = [k for k in clause.children if k.dep_ == "aux" and k.lower_ == "to"]
    return bool(marks or to)


def _of_holder(token: Any) -> Iterator[Saying]:
    """ "she is a critic of the plan": who is said to hold a view is its source."""
    of = next((k for k in token.children if k.dep_ == "prep" and k.lower_ == "of"), None)
    if of is None:
        return
    subject = subjects.of_verb(token.head) if token.dep_ == "attr" else None
    if subject is not None:
        yield Saying((token.i, of.i), frozenset(_tree(of) - {of.i}), subject, "judge", "holder")


def _in_document(token: Any) -> Iterator[Saying]:
    """ "In the latest poll, she led by two points": what stands in a document, where nobody else says it."""
    named = next((k for k in token.children if k.dep_ == "pobj"), None)
    if named is None or named.lower_ not in cues.documents() or token.head.pos_ not in ("VERB", "AUX"):
        return
    said = _tree(token.head) - _tree(token)
    edge = token.right_edge.i + 1
    parted = token.i == 0 and edge < len(token.doc) and token.doc[edge].text == ","
    if parted and not any(cues.classes(token.doc[i].lower_) & subjects.REPORTING for i in said):
        yield Saying((token.i,), frozenset(said), subjects.phrase(named), "show", "document")


def _of_adjective(token: Any) -> Iterator[Saying]:
    name = cues.adjectives()[token.lower_]
    kids = list(token.children)
    said = next((k for k in kids if k.dep_ in ("ccomp", "xcomp")), None)
    prep = next(
        (k for k in kids if k.dep_ == "prep" and k.lower_ in ("about", "of", "with", "by", "on", "at", "to")), None
    )
    if said is None and prep is None:
        return
    source = subjects.phrase(token.head) if token.dep_ == "amod" else subjects.of_verb(token.head)
    content = _tree(said) if said is not None else _tree(prep) - {prep.i} if prep is not None else set()
    if source is not None:
        yield Saying((token.i,), frozenset(content), source, name, "adjective")


def _according(token: Any) -> Iterator[Saying]:
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
    own = _tree(token)
    yield Saying((token.i, to.i), frozenset(_tree(head) - own), subjects.phrase(named), "say", "according")


def _tree(token: Any) -> set[int]:
    return {t.i for t in token.subtree}
