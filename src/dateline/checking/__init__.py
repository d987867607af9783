"""Checking: from a claim to its readings, and from the readings to one verdict. Never touches the network."""

from __future__ import annotations

from dateline.checking.context import CheckContext
from dateline.checking.judging import check_claim, check_claims
from dateline.checking.policy import POLICY

__all__ = ["POLICY", "CheckContext", "check_claim", "check_claims"]
