"""A real client asks `dateline mcp` over standard input and output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from dateline import mcp as ours

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
anyio = pytest.importorskip("anyio")

REPORT = (
    "Published 2 September 2025\n\nRussian forces captured 464 square kilometers of Ukraine in August, DeepState said. "
    "Russia launched 9,999 drones at Ukraine in July 2025, the Air Force said.\n"
)


def asked(questions: Callable[[Any], Awaitable[Any]]) -> Any:
    """What `questions` gives of a client that is connected to a fresh `dateline mcp`."""
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters

    async def session() -> Any:
        started = StdioServerParameters(command=sys.executable, args=["-m", "dateline", "mcp"], env=dict(os.environ))
        async with Client(started) as client:
            return await questions(client)

    return anyio.run(session)


def told(result: Any) -> Any:
    assert not result.is_error, result.content
    return result.structured_content or json.loads(result.content[0].text)


def test_a_session() -> None:
    async def questions(client: Any) -> tuple[Any, ...]:
        tools = await client.list_tools()
        checked = await client.call_tool("check_text", {"text": REPORT})
        figure = await client.call_tool("figure", {"measure": "strikes.launched", "start": "2025-07-01",
                                                   "end": "2025-07-31", "where": {"weapon": "drone"}})  # fmt: skip
        covered = await client.call_tool("coverage", {})
        cited = await client.call_tool("cite", {"measure": "territory.net_change", "start": "2025-08-01",
                                                "end": "2025-08-31"})  # fmt: skip
        wrong = await client.call_tool("figure", {"measure": "no.such", "start": "2025-07-01", "end": "2025-07-31"})
        return tools, checked, figure, covered, cited, wrong

    tools, checked, figure, covered, cited, wrong = asked(questions)
    assert {tool.name for tool in tools.tools} == {tool.__name__ for tool in ours.TOOLS}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools.tools)
    claims = told(checked)["claims"]
    assert [(c["value"], c["finding"]["verdict"]) for c in claims if c["value"]] == [
        (464, "holds"), (9999, "contradicted")
    ]  # fmt: skip
    assert told(figure)["value"] == 6297
    rows = told(covered)
    rows = rows["result"] if isinstance(rows, dict) else rows
    assert {row["theatre"] for row in rows} >= {"ukraine", "gaza"}
    assert told(cited)["sources"] and told(cited)["query"].startswith("dateline figure territory.net_change")
    assert wrong.is_error and "no measure 'no.such'" in wrong.content[0].text
    assert "Traceback" not in wrong.content[0].text


def test_a_path_or_an_address_is_a_text_and_is_not_opened() -> None:
    assert ours.check_text("/etc/passwd holds 12 lines of nothing.", theatre="ukraine")["report"]["words"] == 6
    assert ours.check_text("https://example.org/x", published="2025-01-01")["claims"] == []


def test_too_long_a_text_is_refused_in_one_line() -> None:
    with pytest.raises(ours.AskedWrongly, match="at most 400,000"):
        ours.check_text("a " * 300_000)
