"""A brief as Markdown: every figure a link to the line that works it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.briefing.draft import Section, Sentence, Settled

#: Why a sentence fell, in words.
_WHY = {
    "disputed": "the producers differ",
    "qualified": "it holds only under another cut-off or definition",
    "unverified": "the check could not settle it",
    "contradicted": "the check gives another answer",
}


def words(title: Sentence, lead: Sentence | None, sections: Sequence[Section], as_of: date) -> str:
    """The page before its figures have claims."""
    return "\n".join(_body(title, lead, sections, as_of, {}, {})) + "\n"


def page(settled: Settled, as_of: date, files: Mapping[str, str] | None = None) -> str:
    """The whole page. `files` are the addresses of the charts by name; without one a chart is left away."""
    order = [settled.title, *([settled.lead] if settled.lead else []),
             *(s for section in settled.sections for s in section.sentences)]  # fmt: skip
    ids = {id(sentence): claims for sentence, claims in zip(order, settled.ids, strict=True)}
    lines = _body(settled.title, settled.lead, settled.sections, as_of, ids, files or {})
    return "\n".join([*lines, *_fallen(settled), *_working(order, ids), *_sources(settled)]) + "\n"


def fallen(settled: Settled) -> str:
    """One sentence on what was left out, empty where nothing was."""
    if not settled.left_out:
        return ""
    said = "; ".join(f"{about} ({_WHY.get(why, 'the check did not read it')})" for about, why in settled.left_out)
    return f"Left out, since the check of this brief does not confirm it: {said}."


def _body(
    title: Sentence, lead: Sentence | None, sections: Sequence[Section], as_of: date,
    ids: Mapping[int, tuple[str, ...]], files: Mapping[str, str],
) -> list[str]:  # fmt: skip
    lines = ["---", f"published: {as_of}", "---", "", f"# {_linked(title, ids)}"]
    lines += ["", f"*{_linked(lead, ids)}*"] if lead else []
    for section in sections:
        lines += ["", f"## {section.heading}"]
        for picture in section.pictures:
            if picture.name in files:
                lines += ["", f"![{picture.name}]({files[picture.name]})"]
        for paragraph in paragraphs(section.sentences):
            lines += ["", " ".join(_linked(sentence, ids) for sentence in paragraph)]
    return lines


def paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens or not found:
            found.append([])
        found[-1].append(sentence)
    return found


def _linked(sentence: Sentence, ids: Mapping[int, tuple[str, ...]]) -> str:
    claims = iter(ids.get(id(sentence), ()))
    out = []
    for piece in sentence.pieces:
        claim = None if isinstance(piece, str) else next(claims, None)
        text = piece if isinstance(piece, str) else piece.words
        out.append(f"[{text}](#{claim})" if claim else text)
    return "".join(out)


def _fallen(settled: Settled) -> list[str]:
    said = fallen(settled)
    return ["", "```", said, "```"] if said else []


def _working(order: Sequence[Sentence], ids: Mapping[int, tuple[str, ...]]) -> list[str]:
    """Each claim with the command that repeats it, at the address that the text points to."""
    lines = ["", "## Working"]
    for sentence in order:
        for figure, claim in zip(sentence.stated, ids.get(id(sentence), ()), strict=True):
            lines += ["", f'<a id="{claim}"></a>', "", "```", f"{claim}  {figure.words}", figure.query, "```"]
    return lines if len(lines) > 2 else []


def _sources(settled: Settled) -> list[str]:
    found = dict.fromkeys(source for section in settled.sections for source in section.sources)
    rows = [f"{title}: {address}" for title, address in found]
    return ["", "## Sources", "", "```", *rows, "```"] if rows else []
