"""A source that stands aside of what it says: "the road, she said, was closed". Read from the marks around it, since
parsers hang such a clause on any verb of the sentence."""

from __future__ import annotations

from typing import Any, Final

_NAMING: Final = ("NN", "PRP", "CD", "DT", "JJ", "POS", "WP")
#: What may stand between a subject and its verb.
_BETWEEN: Final = ("RB", "MD", "VBZ", "VBD", "VBP")
#: A part of the sentence that begins so belongs to the source or the writer and not to what is said.
_NOT_SAID: Final = ("VBG", "WP", "WDT", "WRB", "WP$")
#: What a verb that stands aside does not have: an object or a clause of its own.
_OWN: Final = ("dobj", "xcomp", "oprd", "ccomp")
_PARTING: Final = (",", "—", "–", "--", '"', "”", "''")
_AUXILIARIES: Final = frozenset(
    ["has", "have", "had", "is", "are", "was", "were", "am", "do", "does", "did", "'s", "’s", "'ve", "’ve", "'d", "’d"]
)
_FINITE: Final = ("VBZ", "VBD", "VBP", "MD")
#: The word that stands for a quotation put away (see quotations.masked).
QUOTED: Final = "Yes"
_LONGEST_ASIDE: Final = 16


def aside(verb: Any) -> set[int]:
    """The tokens of the sentence that the clause of `verb` stands aside of; empty where it does not."""
    doc = verb.doc
    if not bare(verb):
        return set()
    start, inverted = _start(verb)
    if start is None or start < 3 or doc[start - 1].text not in _PARTING:
        return set()
    end = _end(verb, inverted)
    if end is None or end - start > _LONGEST_ASIDE:
        return set()
    if any(t.text == QUOTED for t in doc[end + 1 : end + 3]):
        return set()  # "it fell, and asked why, he replied: “…”": the verb introduces the quotation
    before = set(range(_after_semicolon(doc, start), start - 1))
    behind = range(end + 1, len(doc))
    if not any(doc[i].is_alpha for i in behind):
        return before if _finite(doc, before) else set()
    quoted = [doc[i].text for i in before if doc[i].is_alpha] == [QUOTED]
    first = next((doc[i] for i in behind if doc[i].is_alpha and doc[i].tag_ != "RB"), verb)
    if quoted and first.tag_ != "CC":
        return set()
    goes_on = not first.tag_.startswith(_NOT_SAID) and not (inverted and _finite(doc, before))
    said = before | set(behind) if goes_on else before
    return said if _finite(doc, said) else set()


def bare(verb: Any) -> bool:
    """Whether a verb is finite and has neither an object nor a clause of its own behind it."""
    own = any((k.dep_ in _OWN and k.i > verb.i and k.lower_ != "it") or k.tag_.startswith("W") for k in verb.children)
    return finite(verb) and not own


def finite(verb: Any) -> bool:
    """Whether a verb has a tense, by itself or by its auxiliary ("has said", "will say")."""
    helped = verb.tag_ in ("VBN", "VB", "VBG") and any(
        k.dep_ == "aux" and (k.tag_ == "MD" or k.lower_ in _AUXILIARIES) for k in verb.children
    )
    return verb.tag_ in _FINITE or helped


def _start(verb: Any) -> tuple[int | None, bool]:
    """Where the clause of the verb begins, and whether its subject stands behind it."""
    subject = next((k for k in verb.children if k.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.i < verb.i:
        return subject.left_edge.i, False
    if subject is not None:
        return verb.i, True
    before = verb.doc[verb.i - 1] if verb.i else None
    if before is not None and before.tag_.startswith(("NN", "PRP")):
        return naming_before(verb), False
    return verb.i, True


def naming_before(verb: Any) -> int:
    """Where the words that name something and stand before the verb begin, by their tags alone."""
    doc, at = verb.doc, int(verb.i)
    if at > 3 and doc[at - 1].text == ",":  # "Mary Poole, D-Ohio, said"
        at = next((i for i in range(at - 2, max(at - 10, 0), -1) if doc[i].text == ","), at)
    while at > 0 and doc[at - 1].tag_.startswith((*_NAMING, "RB")):
        at -= 1
    return at


def named_before(verb: Any) -> tuple[int, int] | None:
    """The words right before a verb that name somebody and hang on no preposition and are no time; behind a comma
    the words before the first one ("Mary Poole, the mayor, said")."""
    doc = verb.doc
    if verb.i and doc[verb.i - 1].text == ",":
        end = next(t.i for t in doc if t.text == ",")
        plain = all(t.tag_.startswith(_NAMING) or t.is_punct or t.is_bracket for t in doc[:end])
        return (0, end) if plain and 0 < end < verb.i - 1 else None
    start = naming_before(verb)
    while start < verb.i and doc[start].tag_.startswith(("RB", "CC")):
        start += 1
    named = [t for t in doc[start : verb.i] if t.tag_.startswith(("NN", "PRP"))]
    hung = start > 0 and doc[start - 1].tag_ in ("IN", "TO", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
    if not named or hung or named[-1].dep_ == "npadvmod" or named[-1].tag_ == "PRP$":
        return None
    return start, verb.i


def naming_behind(verb: Any) -> int:
    """Where the words that name something and stand behind the verb end, by their tags alone."""
    at = int(verb.i) + 1
    while at < len(verb.doc) and verb.doc[at].tag_.startswith(_NAMING):
        at += 1
    return at


def _end(verb: Any, inverted: bool) -> int | None:
    """The mark that closes the clause of the verb, or the sentence's end; None where more than adverbs and
    addressees follow."""
    doc = verb.doc
    at = naming_behind(verb) if inverted else verb.i + 1
    while at < len(doc) and not (doc[at].is_punct and doc[at].text in (",", ".", ";", "—", "–", "--", "!", "?")):
        if doc[at].tag_ in ("IN", "WDT", "TO") and doc[at].lower_ in ("that", "whether", "if", "to", "because"):
            return None
        if doc[at].tag_ in _FINITE or doc[at].text in (":", '"', "“"):
            return None
        at += 1
    return at


def _after_semicolon(doc: Any, end: int) -> int:
    marks = [i for i in range(end) if doc[i].text == ";"]
    return marks[-1] + 1 if marks else 0


def _finite(doc: Any, tokens: set[int]) -> bool:
    return any(doc[i].tag_ in _FINITE for i in tokens)
