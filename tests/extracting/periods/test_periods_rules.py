"""The rules as a whole: none is dead, none needs a word that it does not declare, every form reads back."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.periods import mentions
from dateline.extracting.periods.mention import Context, Rule
from dateline.extracting.periods.reading import RULES
from dateline.extracting.periods.words import TOKEN, TRIGGERS
from dateline.languages import en

from . import test_periods, test_periods_in_news, test_periods_tense

WAR = dt.date(2022, 2, 24)
CONTEXT = Context(dt.date(2025, 9, 2), WAR, False)
MONTHS = [m.capitalize() for m, _ in zip(en.MONTHS, range(12), strict=False)]
#: Forms that no other test speaks of.
MORE = [
    "in September, October and November", "in the four months to August", "the second half of August",
    "since its invasion began in February 2022", "overnight to Sunday", "on the night of Saturday",
    "between Friday night and Saturday morning", "the night of 27-28 August", "overnight on 28 August",
    "the night of 28 August", "the seven days ending 31 August", "the week of 18 August", "the first week of July",
    "in the three months to 31 July", "the 28th of August", "on New Year's Eve", "on New Year's Day",
    "on Christmas Eve", "three days before Christmas", "from 1 to 15 August",
    "between 1 and 15 August", "between August 1 and 15", "this September",
    "in the early hours of 28 August", "summer of this year", "of the year so far", "the start of the year",
    "the day before", "a day after", "the day after", "than in the previous month", "within 24 hours", "year-end",
    "the start of the month", "in two days",
    "three consecutive nights", "the war's toll", "ever recorded", "the day after tomorrow",
    "the year before last", "a week or so ago", "the war began", "in the war's first fourteen months",
    "the first month of the war", "the war's second year", "the second year of the war",
    "in 2014-15", "the nights of 27 and 28 August", "the nights of August 27 and 28", "the last night of the truce",
    "the 3rd, 4th and 5th",
    "on the eve of the war's third anniversary", "on the third anniversary of the invasion",
    "destroyed in the special military operation since its beginning", "between March 2025 and the end of June 2025",
]  # fmt: skip


def phrases() -> list[str]:
    tables = [test_periods.PERIODS, _cases(test_periods_in_news), _cases(test_periods_tense), _cases(test_periods)]
    return [row[0] if isinstance(row, tuple) else row for table in tables for row in table] + MORE


def _cases(module: object) -> list[object]:
    """The texts of every parametrized test of `module`."""
    found: list[object] = []
    for test in vars(module).values():
        for mark in getattr(test, "pytestmark", []):
            if mark.name == "parametrize":
                found += list(mark.args[1])
    return found


def reads(rule: Rule, text: str) -> bool:
    """Whether the rule reads something where it may be tried."""
    families = 0
    for word in TOKEN.findall(text):
        families |= TRIGGERS.get(word, 0)
    for token in TOKEN.finditer(text):
        word = token.group().lower() if token.group()[0].isalpha() else "0"
        match = rule.pattern.match(text, token.start())
        if word in rule.first and rule.needs & families and match is not None and rule.read(match, CONTEXT):
            return True
    return False


def test_no_rule_is_dead() -> None:
    texts = [str(p) for p in phrases()]
    dead = [(r.read.__qualname__, str(r.first)) for r in RULES if not any(reads(r, t) for t in texts)]
    assert dead == []


def test_the_cheap_look_at_a_sentence_loses_nothing() -> None:
    """Where a rule matches at a declared first word, the sentence's words must name its family."""
    lost = []
    for text in map(str, phrases()):
        families = 0
        for word in TOKEN.findall(text):
            families |= TRIGGERS.get(word, 0)
        for token in TOKEN.finditer(text):
            word = token.group().lower() if token.group()[0].isalpha() else "0"
            for rule in RULES:
                if word in rule.first and rule.pattern.match(text, token.start()) and not rule.needs & families:
                    lost.append((rule.read.__qualname__, text))
    assert lost == []


REPORT_DAYS = st.dates(dt.date(2022, 3, 1), dt.date(2027, 12, 31))


@given(REPORT_DAYS, st.integers(0, 3000), st.integers(0, 7))
def test_a_period_written_in_each_form_reads_back(ref: dt.date, ago: int, form: int) -> None:
    day = ref - dt.timedelta(days=ago)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    quarter, name = (day.month + 2) // 3, ("first", "second", "third", "fourth")
    text, shape, start = [
        (f"on {day}", "day", day),
        (f"on {day.month}/{day.day}/{day.year}", "day", day),
        (f"in {month}", "month", day.replace(day=1)),
        (f"in {MONTHS[day.month - 1][:3]}. {day.year}", "month", day.replace(day=1)),
        (f"in the {name[quarter - 1]} quarter of {day.year}", "quarter", dt.date(day.year, 3 * quarter - 2, 1)),
        (f"in {day.year}'s {name[quarter - 1]} quarter", "quarter", dt.date(day.year, 3 * quarter - 2, 1)),
        (f"in {day.year}", "year", dt.date(day.year, 1, 1)),
        (f"in the {day.year // 10 * 10}s", "span", dt.date(day.year // 10 * 10, 1, 1)),
    ][form]
    if form == 3 and day.month == 5:
        text = text.replace("May.", "May")
    (mention,) = mentions(text, ref, WAR)
    assert mention.period is not None
    assert (mention.kind, mention.period.granularity, mention.period.start) == ("at", shape, start)
    assert mention.period.start < mention.period.stop


@given(
    st.lists(st.sampled_from(MORE + [str(p) for p in phrases()]), min_size=1, max_size=4), REPORT_DAYS, st.booleans()
)
def test_mentions_keep_their_order_and_their_days(texts: list[str], ref: dt.date, future: bool) -> None:
    text = "; ".join(texts)
    found = mentions(text, ref, WAR, future)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(m.period is None or m.period.start < m.period.stop for m in found)


@given(st.text(alphabet="’'0123456789 -–/,.sdhtneyarTMoFl", max_size=50), REPORT_DAYS)
def test_broken_figures_are_passed_over(text: str, ref: dt.date) -> None:
    assert all(m.period is None or m.period.days >= 1 for m in mentions(text, ref, WAR))
