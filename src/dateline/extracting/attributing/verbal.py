"""What verbs give to someone: "she said that", "they condemned the plan", "he took aim at the mayor"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dateline.extracting.attributing import asides, cues, subjects
from dateline.extracting.attributing.saying import Saying, tree
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


def of_verb(token: Any) -> Iterator[Saying]:
    """What a verb of `cues.verbs` gives to its subject, none where it says nothing."""
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


def idiom(token: Any) -> Saying | None:
    """A verb with its noun or particle and preposition: "took aim at [the plan]", "put the toll at [14]"."""
    for word in (k for k in token.children if k.dep_ in ("dobj", "prt", "advmod", "acomp") and k.i > token.i):
        for prep in (k for k in (*word.children, *token.children) if k.dep_ == "prep" and k.i > word.i):
            counted = prep.lower_ == "at" and word.dep_ == "dobj" and any(t.like_num for t in prep.subtree)
            puts = counted and token.lower_ in cues.putting()
            if puts or (token.lower_, word.lower_, prep.lower_) in cues.idioms():
                cue = (token.i, word.i, prep.i)
                return Saying(cue, frozenset(tree(prep) - {prep.i}), _source(token), "with", "preposition")
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
    """The tokens of what the verb says, and by which construction; empty where it says nothing. A preposition that
    belongs to the cue is added to `cue`."""
    kids = list(token.children)
    particle = any(k.dep_ in ("prt", "advmod") and (lemma, k.lower_) in cues.particles() for k in kids)
    if lemma == "put" and not particle and not any(k.lower_ == "it" for k in kids):
        return set(), ""  # "as she put it" says something, "puts the figure at" is an idiom
    clause = max((k for k in kids if k.dep_ == "ccomp"), key=lambda k: k.i > token.i, default=None)
    behind = clause is not None and clause.i > token.i
    if classes & _ASIDE and not behind and (beside := asides.aside(token)):
        return beside, "aside"
    if clause is not None and (particle or classes & (_CLAUSAL if behind else _BEFORE)):
        return _clause(token, clause), "clause"
    if classes & _ASIDE and (aside := _aside(token)):
        return aside, "aside"
    patient = next((k for k in kids if k.dep_ == "nsubjpass"), None)
    infinitive = next((k for k in kids if k.dep_ == "xcomp"), None)
    if infinitive is not None and patient is None:
        gerund = infinitive.tag_ == "VBG" and "report" in classes
        if particle or gerund or classes & _INFINITIVE:
            return tree(infinitive), "infinitive"
    if (said := _prepositional(token, lemma, classes, cue)) is not None:
        return said, "preposition"
    if patient is not None and patient.lower_ not in subjects.RELATIVE:
        expected = infinitive is not None and classes & (_INFINITIVE | {"report"})
        return (tree(patient) | tree(infinitive), "passive") if expected else (set(), "")
    return _object(token, lemma, particle or bool(classes & _OBJECT) or ("show" in classes and _shown(kids)))


def _prepositional(token: Any, lemma: str, classes: frozenset[str], cue: list[Any]) -> set[int] | None:
    """The object of a preposition with which the verb says something ("called for [talks]"), with the infinitive
    behind it ("called on [them to leave]")."""
    kids = list(token.children)
    if any(k.dep_ in ("dobj", "dative") for k in kids) and "tell" not in classes:
        return None
    for prep in (k for k in kids if k.dep_ == "prep" and k.i > token.i):
        if (lemma, prep.lower_) in cues.prepositions():
            cue.append(prep)
            later = (tree(k) for k in kids if k.dep_ == "xcomp" and k.i > prep.i)
            return tree(prep).union(*later) - {prep.i}
    return None


def _shown(kids: list[Any]) -> bool:
    """Whether the subject is a document."""
    return any(k.dep_ == "nsubj" and k.lower_ in cues.documents() for k in kids)


def _seen_as(lemma: str, kids: list[Any]) -> bool:
    """Whether the verb says what it sees its object as: "sees the law as a danger"."""
    return (lemma, "as") in cues.prepositions() and any(k.dep_ == "prep" and k.lower_ == "as" for k in kids)


def _clause(token: Any, clause: Any) -> set[int]:
    """The clause that the verb governs, with clauses behind it that have a subject of their own and that a parser
    hangs on the verb of saying: "he said it rained and the road was closed"."""
    tokens = tree(clause)
    if clause.i > token.i:
        for later in (k for k in token.children if k.dep_ == "conj" and k.i > clause.i):
            if any(k.dep_ in subjects.SUBJECTS for k in later.children) and later.lower_ not in cues.verbs():
                tokens |= tree(later)
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
            cut |= tree(later) | {k.i for k in clause.children if k.dep_ == "cc" and k.i < later.i}
    return cut


def _object(token: Any, lemma: str, takes: bool) -> tuple[set[int], str]:
    """The object with what is said of it, "described [him as tired]", where the verb `takes` one or sees it as
    something."""
    kids = list(token.children)
    dobj = next((k for k in kids if k.dep_ in ("dobj", "dative")), None)
    if (
        dobj is None
        or dobj.dep_ == "dative"
        or dobj.lower_ in subjects.RELATIVE
        or not (takes or _seen_as(lemma, kids))
    ):
        return set(), ""
    words = _OF_OBJECT | {"to", "with"} if lemma in en_speech.COMPARING else _OF_OBJECT
    parts = [dobj, *[k for k in kids if k.dep_ == "prep" and k.lower_ in words and k.i > dobj.i]]
    parts += [k for k in kids if k.dep_ in ("oprd", "xcomp") and k.i > dobj.i]
    tokens = set().union(*(tree(p) for p in parts))
    if dobj.i > token.i:
        tokens = set(range(min(tokens), max(tokens) + 1))
    return tokens - _afterthoughts(dobj), "object"


def _afterthoughts(noun: Any) -> set[int]:
    """Relative clauses behind a comma, which are the writer's and no part of what is said."""
    return {i for k in noun.subtree if k.dep_ == "relcl" and noun.doc[k.left_edge.i - 1].text == "," for i in tree(k)}


def _aside(token: Any) -> set[int]:
    """The clause that a parenthetical "he said" or "as he said" stands aside of, by the parse alone."""
    if not asides.bare(token):
        return set()
    as_clause = token.dep_ == "advcl" and any(k.lower_ == "as" for k in token.children)
    if token.dep_ != "parataxis" and not as_clause:
        return set()
    said = tree(token.head) - tree(token)
    return said if all(token.doc[i].text != asides.QUOTED for i in said) else set()
