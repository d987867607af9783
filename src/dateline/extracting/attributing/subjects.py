"""Whose a verb or a noun of saying is, from a sentence's parse: spans of tokens."""

from __future__ import annotations

from typing import Any, Final

from dateline.extracting.attributing import cues

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: Classes of verbs whose clause another statement may follow.
REPORTING: Final = frozenset({"say", "tell", "report"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
#: How many heads up a verb's subject is sought.
_STEPS: Final = 8
#: Relations by which a verb takes over the subject of the verb that it hangs on.
_SHARED: Final = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acomp", "dep", "attr", "pobj", "dobj", "oprd", "appos"}
)
_NOMINAL: Final = ("NOUN", "PROPN", "PRON")


def of_verb(verb: Any) -> tuple[int, int] | None:
    """Who does what `verb` says: its subject, the agent of a passive, or the subject of the verb that it hangs on."""
    if any(k.dep_ in ("nsubjpass", "auxpass", "agent") for k in verb.children):
        return _agent(verb)
    if says_on(verb):
        return of_verb(verb.head.head)
    for _ in range(_STEPS):
        subject = next((k for k in verb.children if k.dep_ in SUBJECTS), None)
        if subject is not None:
            return _with_antecedent(verb, subject)
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return None
        speaks = verb.tag_ != "VB" and verb.head.lower_ not in cues.occasions()  # "a chance to condemn it" says nothing
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in _NOMINAL and speaks:
            return _head_noun(verb)
        if verb.head is verb or verb.dep_ not in (*_SHARED, "acl", "relcl"):
            return None
        if verb.dep_ == "xcomp" and (told := _told(verb)) is not None:
            return phrase(told)
        if verb.pos_ in _NOMINAL and (holder := owner(verb)) is not None:
            return phrase(holder)
        verb = verb.head
    return None


def says_on(verb: Any) -> bool:
    """Whether a verb of saying goes on from the one above the clause that a parser has hung it on: "said it would
    rain and [warned] of floods", "said it rained, [adding] that it would stop"."""
    clause = verb.head
    behind = clause.dep_ == "ccomp" and clause.i > clause.head.i
    if not behind or not cues.classes(clause.head.lower_) & REPORTING or not cues.classes(verb.lower_) & REPORTING:
        return False
    if verb.dep_ == "advcl":
        return bool(verb.tag_ == "VBG" and verb.doc[verb.left_edge.i - 1].text == ",")
    alone = verb.dep_ == "conj" and not any(k.dep_ in SUBJECTS for k in verb.children)
    past = verb.tag_ == "VBD" and clause.head.tag_ == "VBD"
    return bool(alone and past) and any(k.tag_ == "MD" for k in clause.children)


def _agent(verb: Any) -> tuple[int, int] | None:
    agent = next((k for k in verb.children if k.dep_ == "agent"), None)
    named = next((k for k in agent.children if k.dep_ == "pobj"), None) if agent is not None else None
    return phrase(named) if named is not None else None


def _told(verb: Any) -> Any | None:
    """Whom the verb above tells to do what `verb` says: "asked [him] to explain"."""
    known = cues.verbs().get(verb.head.lower_)
    if known is None or not known[1] & {"urge", "tell", "ask"}:
        return None
    return next((k for k in verb.head.children if k.dep_ == "dobj" and k.i < verb.i), None)


def _with_antecedent(verb: Any, subject: Any) -> tuple[int, int]:
    """The subject; a relative pronoun together with the noun that it stands for."""
    if subject.lower_ in RELATIVE and verb.dep_ == "relcl":
        return min([verb.head.i, *(k.left_edge.i for k in verb.head.lefts)]), subject.i + 1
    return phrase(subject)


def _head_noun(verb: Any) -> tuple[int, int]:
    return min([verb.head.i, *(k.left_edge.i for k in verb.head.lefts)]), verb.head.i + 1


def phrase(token: Any) -> tuple[int, int]:
    """The noun phrase of `token` as a run of tokens, marks at its end left out."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    while end > token.i + 1 and token.doc[end - 1].is_punct and token.doc[end - 1].text not in (")", "]"):
        end -= 1
    return start, end


def owner(noun: Any) -> Any | None:
    return next((k for k in noun.children if k.dep_ == "poss"), None)


def of_noun(noun: Any) -> tuple[int, int] | None:
    """Whose a statement is: "their claim", "a report by the group", "made the claim", "a Reuters report"."""
    holder = owner(noun)
    if holder is not None:
        return phrase(holder)
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "from"):
            named = next((k for k in prep.children if k.dep_ == "pobj"), None)
            if named is not None:
                return phrase(named)
    if noun.dep_ in ("dobj", "attr", "nsubjpass") and noun.head.lower_ in cues.light():
        return of_verb(noun.head)
    names = [k for k in noun.children if k.dep_ == "compound" and k.pos_ == "PROPN"]
    return (names[0].left_edge.i, names[-1].i + 1) if names else None


def around_noun(noun: Any) -> tuple[int, int] | None:
    """The subject of the verb that a noun of saying hangs on, where it has no owner: "left, with claims that ..."."""
    return of_verb(noun.head) if noun.dep_ in ("dobj", "pobj") and noun.head.pos_ in ("VERB", "ADP") else None
