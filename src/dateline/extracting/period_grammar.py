"""The grammar of time: each form of words that news uses, and the reader that resolves it."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import period_readers as read
from dateline.extracting.period_readers import Reader

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_TO: Final = r"(?:\s?[-–—]\s?|\s(?:to|into|through|until|till)\s)"
_AND: Final = r"(?:\s?[-–—]\s?|\s(?:to|and|into|through|until|till)\s)"
_UNIT: Final = r"(?P<unit>day|night|week|weekend|month|quarter|year)"
_COUNT: Final = r"(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)"
_WAR: Final = (
    r"(?:full-scale |large-scale |all-out |\w+ian |\w+['’]s |whole |entire )*(?:war|invasion|conflict|fighting"
    r"|hostilities)"
)


_DATE_MDY: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<month>{_MONTH}) (?P<day>{_DAY})(?!\d|[,.]\d)(?:,? (?P<year>{_YEAR}))?"
)
_DATE_DMY: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"
)
_RANGE: Final = (
    rf"(?P<month>{_MONTH}) (?P<day>{_DAY})(?:,? (?P<year1>{_YEAR}))?{_TO}(?:(?P<month2>{_MONTH}) )?(?P<day2>{_DAY})"
    rf"(?!\d)(?:,? (?P<year>{_YEAR}))?"
)
_RANGE_DMY: Final = (
    rf"(?P<day>{_DAY})(?: (?P<month>{_MONTH}))?(?:,? (?P<year1>{_YEAR}))?{_TO}(?P<day2>{_DAY}) (?P<month2>{_MONTH})"
    rf"(?:,? (?P<year>{_YEAR}))?"
)


def _compile(pattern: str) -> re.Pattern[str]:
    """Month names keep their capitals ("may" is a verb); the rest of the words may stand at a sentence's start."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _i(pattern: str) -> str:
    return f"(?i:{pattern})"


#: Earlier lines win over later ones where both could read a stretch.
GRAMMAR: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (_compile(rf"{_MONTH}(?:, {_MONTH})+,? and {_MONTH}(?: {_YEAR})?"), read.month_list),
    (
        _compile(
            _i(
                r"(?:in |over |during )?(?:the )?(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven"
                r"|twelve|\d+) months"
            )
            + _i(r" (?:to|through|up to|ending in|until)(?: the end of)? ")
            + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?(?! \d)"
        ),
        read.months_to,
    ),
    (
        _compile(
            _i(
                rf"(?:since|from|after|before|in|of|during|throughout|over|for)? ?(?:the )?(?:start|beginning"
                rf"|outbreak|onset|launch|course|whole|entire|length|duration) of (?:the |its |\w+['’]s )?{_WAR}"
            )
        ),
        read.war,
    ),
    (
        _compile(
            _i(
                rf"since (?:the |its |\w+['’]s )?(?:\d{{4}} )?{_WAR}(?:'s (?:start"
                rf"|beginning))?(?: (?:began|started|was launched|broke out))?(?: in (?:February )?2022)?"
            )
        ),
        read.war,
    ),
    (
        _compile(
            _i(
                r"since (?:the )?\w+(?: forces| troops)? (?:first )?(?:invaded|launched (?:its"
                r"|the|a) [\w-]* ?invasion|started the war|began its invasion)(?: in (?:February )?2022)?"
            )
        ),
        read.war,
    ),
    (_compile(_i(rf"(?:since )?(?:the )?{_WAR}(?:'s)? (?:began|started|start|beginning)")), read.war),
    (
        _compile(
            _i(
                rf"(?:of|in|during|throughout|for) (?:the |this |\w+['’]s )?(?:\w+-year(?:-old)? )?(?:\d{{4}} )?{_WAR}"
                r"(?: (?:so far|to date))?"
            )
        ),
        read.war,
    ),
    (_compile(_i(rf"the {_WAR}'s")), read.war),
    (
        _compile(
            _i(
                r"on record|to date|of all time|(?:so far|ever recorded|yet recorded)(?= ?[.,;]|$)|ever(?= ?[.,;]"
                r"|$| recorded)"
            )
        ),
        read.war,
    ),
    (
        _compile(_i(r"(?:over)?night(?:s)? (?:of |from |between |on )?(?:the )?") + _RANGE.replace(_TO, _AND)),
        read.day_range(night=True),
    ),
    (_compile(_i(r"(?:the )?night (?:of|on|to) ") + _DATE_MDY), read.date_of("night")),
    (_compile(_i(r"(?:the )?night (?:of|on|to) ") + _DATE_DMY), read.date_of("night")),
    (_compile(_i(r"overnight (?:on |to )?(?!into)") + _DATE_MDY), read.date_of("night")),
    (_compile(_i(r"overnight (?:on |to )?(?!into)") + _DATE_DMY), read.date_of("night")),
    (
        _compile(
            _i(r"(?:overnight|(?:the )?night)(?: of| from| between)?(?: late)? ")
            + rf"(?P<weekday>{_WEEKDAY}){_AND}(?P<to>{_WEEKDAY})"
        ),
        read.overnight_weekday,
    ),
    (_compile(_i(r"overnight (?P<into>into|to) (?:early )?") + rf"(?P<weekday>{_WEEKDAY})"), read.overnight_weekday),
    (
        _compile(_i(r"(?:overnight(?: on)?|(?:the )?night (?:of|on)) ") + rf"(?P<weekday>{_WEEKDAY})"),
        read.overnight_weekday,
    ),
    (_compile(_i(r"between ") + _RANGE.replace(_TO, _AND)), read.day_range(night=False)),
    (_compile(_i(r"(?:from )?") + _RANGE), read.day_range(night=False)),
    (_compile(_i(r"between ") + _RANGE_DMY.replace(_TO, _AND)), read.range_dmy),
    (_compile(_i(r"(?:from )?") + _RANGE_DMY), read.range_dmy),
    (_compile(rf"{_MONTH} \d{{1,2}}(?:, \d{{1,2}})+,? (?:and|or) \d{{1,2}}(?!\d|,\d)"), read.several),
    (
        _compile(
            _i(
                r"(?:in |over |during )?(?:the |a )?"
                r"(?:week|(?P<count>\d+|two|three|four|five|six|seven|ten|fourteen) days|seven-day period)"
                r" (?:ending|ended|to|through|up to|until)(?: on)? "
            )
            + _DATE_MDY
        ),
        read.week_to,
    ),
    (
        _compile(
            _i(
                r"(?:in |over |during )?(?:the |a )?"
                r"(?:week|(?P<count>\d+|two|three|four|five|six|seven|ten|fourteen) days|seven-day period)"
                r" (?:ending|ended|to|through|up to|until)(?: on)? "
            )
            + _DATE_DMY
        ),
        read.week_to,
    ),
    (
        _compile(
            _i(
                r"(?:in |over |during )?(?:the |a )?(?:week|seven days) (?:ending|ended|to|through|up to"
                r"|until)(?: on)? "
            )
            + rf"(?P<on>{_WEEKDAY})"
        ),
        read.week_to,
    ),
    (
        _compile(_i(r"(?:the )?first half of ") + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?(?P<half1>(?!\w))"),
        read.half_of_month,
    ),
    (_compile(_i(r"(?:the )?second half of ") + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?"), read.half_of_month),
    (
        _compile(
            _i(r"(?:between|from) ") + rf"(?P<weekday>{_WEEKDAY})(?i: evening| night| afternoon)?(?i: and| to| until"
            rf"| into)(?i: early)? (?P<to>{_WEEKDAY})(?i: morning)?"
        ),
        read.overnight_weekday,
    ),
    (_compile(rf"(?P<weekday>{_WEEKDAY}) and (?P<to>{_WEEKDAY})"), read.two_days),
    (
        _compile(
            _i(
                r"(?:in|over|within|across|during) (?:just |only |barely )?(?:a single|one|two|three|four|five"
                r"|six|seven|ten|\d+)"
                r" (?P<unit>day|night|week|month)s?(?! of| ago| earlier| before| to)"
            )
        ),
        read.duration,
    ),
    (
        _compile(
            _i(r"between ")
            + rf"(?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR}))? and (?P<month2>{_MONTH})(?:,? (?P<year2>{_YEAR}))?"
        ),
        read.month_range,
    ),
    (
        _compile(
            _i(
                r"(?:in |over |during )?(?:the )?(?P<which>first|second|third|last"
                r"|final) (?:(?P<count>\w+) )?(?P<unit>week|day)s? of "
            )
            + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?"
        ),
        read.days_of_month,
    ),
    (_compile(rf"(?P<month1>{_MONTH}) and (?P<month2>{_MONTH})(?: (?P<year2>{_YEAR}))?(?! \d)"), read.two_months),
    (_compile(_DATE_MDY), read.date_of("day")),
    (_compile(_DATE_DMY), read.date_of("day")),
    (
        _compile(
            _i(r"(?:from |between )?")
            + rf"(?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR}))?{_TO}(?:the end of )?(?P<month2>{_MONTH})(?:,? "
            rf"(?P<year2>{_YEAR}))?"
        ),
        read.month_range,
    ),
    (
        _compile(
            _i(r"(?:the )?(?P<part>early|mid-|mid|late|end of|start of|beginning of|middle of)[ -]?")
            + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR})| of (?P<of>last|this|the previous) year)?"
        ),
        read.month,
    ),
    (_compile(rf"(?P<month>{_MONTH}),? (?P<year>{_YEAR})"), read.month),
    (_compile(rf"(?P<month>{_MONTH}) of (?P<of>last|this|the previous) year"), read.month),
    (_compile(rf"(?P<month>{_MONTH}),? (?P<of>last|this) year"), read.month),
    (_compile(rf"(?:(?P<which>[Ll]ast|[Tt]his|[Tt]his past) )?(?P<month>{_MONTH})"), read.month),
    (
        _compile(
            _i(
                r"(?:the )?(?P<which>first|second|third|fourth|last|final)[ -](?:(?P<count>\w+) )?(?P<unit>half"
                r"|quarter|month)s?(?: of(?: the year)?,? ?(?:(?P<year>(?:19|20)\d\d)|(?P<of>this year|last year"
                r"|the previous year|the year))?)"
            )
        ),
        read.first_of,
    ),
    (
        _compile(
            _i(
                r"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>(?:19"
                r"|20)\d\d)(?P<which>(?!\w))?"
            )
        ),
        read.season,
    ),
    (_compile(_i(r"(?P<which>this|last|past) (?P<season>spring|summer|autumn|winter)(?P<year>(?!.))?")), read.season),
    (
        _compile(
            _i(
                r"(?:the )?(?:same|corresponding|equivalent|like) (?:month|period|stretch|time|week|quarter|night"
                r"|span|day|date|months)(?:(?: of| in)? (?P<year>(?:19|20)\d\d)|(?: of| in| a| the| last| one"
                r"| previous)* (?P<by>year)(?: (?:before|earlier|ago|prior|previous))?)?"
            )
        ),
        read.shift,
    ),
    (
        _compile(
            _i(
                r"(?:an?|one|(?P<count>two|three)) (?P<unit>day|night|week|month|quarter|year)s? (?:earlier"
                r"|before|ago|prior|previously)"
            )
        ),
        read.shift,
    ),
    (
        _compile(_i(r"the (?P<unit>day|night|week|month|quarter|year) (?:before|prior)(?! (?:last|yesterday))")),
        read.shift,
    ),
    (_compile(_i(r"(?P<unit>year|month|week)[- ](?:on|over)[- ](?:year|month|week)")), read.shift),
    (
        _compile(
            _i(
                r"(?:(?<=than )|(?<=from )|(?<=against )|(?<=over )|(?<=versus )|(?<=with )"
                r"|(?<=to ))(?:in )?(?:the )?(?:previous|preceding|prior) (?P<unit>day|night|week|month|quarter"
                r"|year)"
            )
        ),
        read.shift,
    ),
    (
        _compile(
            _i(
                rf"(?:in |over |within |during |for )?(?:the )?(?:past|last|previous|preceding"
                rf"|latest) {_COUNT} (?P<unit>hour|day|night|week|month|year)s?"
            )
        ),
        read.rolling,
    ),
    (_compile(_i(r"(?:in|over|within) (?:the space of )?(?P<count>24|twenty-four) (?P<unit>hour)s")), read.rolling),
    (
        _compile(
            _i(
                r"(?:so far )?(?P<which>this|last|next|the past|past|the previous|previous|the current|current"
                r"|the last|the preceding) (?P<unit>day|night|weekend|week|month|quarter|year)"
            )
        ),
        read.relative,
    ),
    (
        _compile(
            _i(
                r"(?:last night|overnight|(?:during|in|through(?:out)?) the night|the night|nightly raid|pre-dawn"
                r"|in the early hours)"
            )
        ),
        read.overnight,
    ),
    (
        _compile(
            rf"(?:(?P<last>[Ll]ast )?(?:[Ee]arly |[Ll]ate )?)(?P<weekday>{_WEEKDAY})(?P<night> (?:night|evening))?"
        ),
        read.weekday,
    ),
    (
        _compile(
            _i(
                r"(?<!end )(?<!start )(?<!beginning )(?<!half )(?<!rest )(?<!quarter )(?<!months )(?<!course )of "
                r"the year(?= ?[.,;]|$| so far)"
            )
        ),
        read.this_year,
    ),
    (
        _compile(_i(r"the (?:start|beginning|turn) of (?:the|this) year|the new year|New Year(?!['’])")),
        read.new_year,
    ),
    (_compile(_i(r"today|this morning")), read.fixed(0)),
    (_compile(_i(r"yesterday")), read.fixed(1)),
    (_compile(r"New Year's Eve|New Year’s Eve"), read.new_years_eve),
    (_compile(_i(r"the (?:end|close) of (?:the|this|that|last) (?P<unit>month|week|year)")), read.end_of),
    (
        _compile(
            _i(
                r"(?:that|the same|the) (?P<unit>night|attack|raid|strike|assault|barrage|day|week|month|year"
                r"|salvo)(?!s| of | on | with | when | in which | that )"
            )
        ),
        read.that,
    ),
    (
        _compile(
            rf"(?P<year>{_YEAR})(?!,\d|\.\d|%| (?:percent|per cent|drones|missiles|people|civilians|square|sq|km))"
        ),
        read.year,
    ),
    (
        _compile(
            _i(
                r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several) (?:(?:consecutive"
                r"|straight|successive) )(?P<unit>day|night|week|month|year)s"
            )
        ),
        read.duration,
    ),
)
