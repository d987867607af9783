"""Figures and periods as a sentence says them."""

from __future__ import annotations

from dateline.records.period import Period


def plain(value: float) -> str:
    """A figure for a sentence: 1,234 or 13.9 or 0.04."""
    if abs(value) >= 100 or abs(value - round(value)) < 1e-9:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2g}"


def dated(period: Period) -> str:
    """The period with its preposition: "on 26 May 2025", "in July 2025"."""
    return f"{'on' if period.days == 1 else 'in' if is_month(period) else 'from'} {label(period)}"


def is_month(period: Period) -> bool:
    return period.start.day == 1 and period.stop.day == 1 and 28 <= period.days <= 31


def label(period: Period) -> str:
    """A period for a sentence: "July 2025", "26 May 2025", "24 to 26 May 2025"."""
    if period.days == 1:
        return f"{period.start.day} {period.start:%B %Y}"
    if is_month(period):
        return f"{period.start:%B %Y}"
    return f"{period.start.day} {period.start:%B %Y} to {period.last.day} {period.last:%B %Y}"
