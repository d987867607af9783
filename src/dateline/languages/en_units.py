"""English names and symbols of units and currencies.

A row is: normalized name, dimension, factor to the dimension's base, words (any case), symbols (as written). Bases
are metre, square metre, cubic metre, kilogram, second, watt, joule, byte, hertz, volt, pascal and metre per second; a
factor of 0 stands where no fixed factor exists (currencies, temperatures). A word ending in "~" has a plural in "s".
"""

from __future__ import annotations

from typing import Final

Row = tuple[str, str, float, str, str]

#: Units that take prefixes (kilo-, mega-, …): the same columns, with one word a spelling and one symbol.
PREFIXED: Final[tuple[Row, ...]] = (
    ("metre", "length", 1, "metre~ meter~", "m"),
    ("gram", "mass", 1e-3, "gram~ gramme~", "g"),
    ("ton", "mass", 1e3, "ton~ tonne~", "t"),
    ("litre", "volume", 1e-3, "litre~ liter~", "l L"),
    ("watt", "power", 1, "watt~", "W"),
    ("watt-hour", "energy", 3600, "watt-hour~ watt\u00a0hour~", "Wh"),
    ("joule", "energy", 1, "joule~", "J"),
    ("byte", "data", 1, "byte~", "B"),
    ("bit", "data", 0.125, "bit~", ""),
    ("hertz", "frequency", 1, "hertz", "Hz"),
    ("volt", "voltage", 1, "volt~", "V"),
    ("electronvolt", "energy", 1.602e-19, "electronvolt~", "eV"),
    ("ampere", "current", 1, "ampere~ amp~", "A"),
    ("pascal", "pressure", 1, "pascal~", "Pa"),
    ("second", "time", 1, "second~", ""),
    ("newton", "force", 1, "newton~", "N"),
    ("pixel", "pixels", 1, "pixel~", ""),
    ("calorie", "energy", 4.184, "calorie~", "cal"),
    ("ampere-hour", "charge", 3600, "ampere-hour~ amp-hour~", "Ah"),
    ("newton-metre", "torque", 1, "newton-metre~ newton\u00a0metre~", "Nm"),
    ("sievert", "dose", 1, "sievert~", "Sv"),
)
#: Prefix, symbol, factor.
PREFIXES: Final[tuple[tuple[str, str, float], ...]] = (
    ("nano", "n", 1e-9), ("micro", "µ", 1e-6), ("milli", "m", 1e-3), ("centi", "c", 1e-2), ("hecto", "h", 1e2),
    ("kilo", "k", 1e3), ("mega", "M", 1e6), ("giga", "G", 1e9), ("tera", "T", 1e12), ("peta", "P", 1e15),
)  # fmt: skip
#: Symbols that the press writes in any case as well.
LOOSE: Final = frozenset({"km", "cm", "mm", "kg", "mg", "ml", "gb", "mb", "tb", "kw", "mw", "gw", "khz", "mhz", "ghz",
                          "kwh", "mwh", "gwh"})  # fmt: skip

UNITS: Final[tuple[Row, ...]] = (
    ("percentage", "ratio", 0.01, "percent percentage per\u00a0cent pct", "% ٪ pc"),
    ("percentage point", "points", 0.01, "percentage\u00a0point~ per\u00a0cent\u00a0point~ percent\u00a0point~", "pp"),
    ("basis point", "points", 1e-4, "basis\u00a0point~", "bps"),
    ("parts-per-million", "ratio", 1e-6, "parts\u00a0per\u00a0million", "ppm"),
    ("parts-per-billion", "ratio", 1e-9, "parts\u00a0per\u00a0billion", "ppb"),
    ("inch", "length", 0.0254, "inch inches", "″ in. ''"),
    ("foot", "length", 0.3048, "foot feet", "ft ft. ′"),
    ("yard", "length", 0.9144, "yard~", "yd yds"),
    ("mile", "length", 1609.344, "mile~", "mi"),
    ("nautical mile", "length", 1852, "nautical\u00a0mile~", "nmi"),
    ("light-year", "length", 9.461e15, "light-year~ light\u00a0year~", "ly"),
    ("square metre", "area", 1, "square\u00a0metre~ square\u00a0meter~ sq\u00a0metre~ sq\u00a0m square-metre~"
     " square-meter~", "m2 m² sqm"),
    ("square centimetre", "area", 1e-4, "square\u00a0centimetre~ square\u00a0centimeter~", "cm2 cm²"),
    ("square millimetre", "area", 1e-6, "square\u00a0millimetre~ square\u00a0millimeter~", "mm2 mm²"),
    ("square kilometre", "area", 1e6, "square\u00a0kilometre~ square\u00a0kilometer~ sq\u00a0km sq.\u00a0km sq\u00a0kms"
     " square\u00a0km square-kilometre~ square-kilometer~", "km2 km² sqkm km^2"),
    ("square mile", "area", 2589988.110336, "square\u00a0mile~ sq\u00a0mile~ sq\u00a0mi sq.\u00a0mile~ square-mile~",
     "mi²"),
    ("square foot", "area", 0.09290304, "square\u00a0feet square\u00a0foot sq\u00a0ft sq.\u00a0ft. sq.\u00a0ft"
     " sq\u00a0feet square-foot", "sqft ft² ft2"),
    ("square yard", "area", 0.83612736, "square\u00a0yard~", ""),
    ("square inch", "area", 0.00064516, "square\u00a0inch square\u00a0inches", ""),
    ("hectare", "area", 1e4, "hectare~", "ha"),
    ("acre", "area", 4046.8564224, "acre~", ""),
    ("cubic metre", "volume", 1, "cubic\u00a0metre~ cubic\u00a0meter~", "m3 m³"),
    ("cubic centimetre", "volume", 1e-6, "cubic\u00a0centimetre~ cubic\u00a0centimeter~", "cc cm3 cm³"),
    ("cubic foot", "volume", 0.028316846592, "cubic\u00a0feet cubic\u00a0foot", ""),
    ("gallon", "volume", 0.003785411784, "gallon~", "gal"),
    ("quart", "volume", 0.000946352946, "quart~", ""),
    ("pint", "volume", 0.000473176473, "pint~", ""),
    ("barrel", "volume", 0.158987294928, "barrel~", "bbl"),
    ("bushel", "volume", 0.03523907, "bushel~", ""),
    ("teaspoon", "volume", 4.92892e-6, "teaspoon~", "tsp"),
    ("tablespoon", "volume", 1.478676e-5, "tablespoon~", "tbsp"),
    ("pound-mass", "mass", 0.45359237, "pound~", "lb lbs lb. lbs."),
    ("ounce", "mass", 0.028349523125, "ounce~ fluid\u00a0ounce~", "oz oz."),
    ("stone", "mass", 6.35029318, "stone", ""),
    ("ton", "mass", 1e3, "metric\u00a0ton~ metric\u00a0tonne~", ""),
    ("kilogram", "mass", 1, "kilo~", ""),
    ("carat", "mass", 0.0002, "carat~ karat~", ""),
    ("minute", "time", 60, "minute~ min~", ""),
    ("second", "time", 1, "sec~", "s"),
    ("hour", "time", 3600, "hour~ hr~", "h"),
    ("day", "time", 86400, "day~", ""),
    ("night", "time", 86400, "night~", ""),
    ("week", "time", 604800, "week~", ""),
    ("weekend", "time", 172800, "weekend~", ""),
    ("fortnight", "time", 1209600, "fortnight~", ""),
    ("month", "time", 2629746, "month~", ""),
    ("year", "time", 31556952, "year~ yr~", ""),
    ("decade", "time", 315569520, "decade~", ""),
    ("century", "time", 3155695200, "century centuries", ""),
    ("mile per hour", "speed", 0.44704, "mile~\u00a0per\u00a0hour mile~\u00a0an\u00a0hour", "mph m.p.h. m.p.h mi/h"),
    ("kilometre per hour", "speed", 1 / 3.6, "kilometre~\u00a0per\u00a0hour kilometer~\u00a0per\u00a0hour"
     " kilometre~\u00a0an\u00a0hour kilometer~\u00a0an\u00a0hour", "km/h kmh kph kmph km/hr"),
    ("knot", "speed", 0.514444, "knot~", ""),
    ("mile per gallon", "consumption", 0, "mile~\u00a0per\u00a0gallon", "mpg"),
    ("frame per second", "frequency", 1, "frame~\u00a0per\u00a0second", "fps"),
    ("revolution per minute", "frequency", 1 / 60, "", "rpm"),
    ("megabit per second", "data rate", 125000, "", "Mbps mbps"),
    ("gigabit per second", "data rate", 1.25e8, "", "Gbps gbps"),
    ("celsius", "temperature", 0, "degree~\u00a0celsius celsius degree~\u00a0centigrade degree~\u00a0c deg\u00a0c degc",
     "°C C ℃ ºC"),
    ("fahrenheit", "temperature", 0, "degree~\u00a0fahrenheit fahrenheit degree~\u00a0f deg\u00a0f degf", "°F F ℉ ºF"),
    ("kelvin", "temperature", 0, "kelvin~", ""),
    ("degree", "angle", 0.017453293, "degree~ deg", "° º"),
    ("horsepower", "power", 745.69987, "horsepower brake\u00a0horsepower", "hp HP bhp PS"),
    ("pound-foot", "torque", 1.355818, "pound-feet pound-foot lb-ft", ""),
    ("decibel", "sound", 0, "decibel~", "dB dBA dBa"),
    ("megapixel", "pixels", 1e6, "", "MP"),
    ("cylinder", "cylinders", 1, "cylinder", ""),
    ("dots-per-inch", "density", 0, "", "dpi ppi"),
    ("roentgen", "exposure", 1, "roentgen~", "R"),
    ("generation wireless", "generation", 0, "", "G"),
    ("count", "multiple", 1, "time~", "x ×"),
    ("fold", "multiple", 1, "fold", ""),
    ("year of age", "age", 31556952, "year~-old~ year~\u00a0old~ year-old~ years\u00a0of\u00a0age", ""),
)  # fmt: skip
#: Currencies: normalized name, ISO code, words, signs.
CURRENCIES: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("dollar", "USD", "dollar~ us\u00a0dollar~ u.s.\u00a0dollar~ buck~ dlr~", "$ US$ U.S.$ US\u00a0$ U.S.\u00a0$ $US"),
    ("australian dollar", "AUD", "australian\u00a0dollar~", "A$ AU$ AU\u00a0$ $A $AU"),
    ("new zealand dollar", "NZD", "new\u00a0zealand\u00a0dollar~", "NZ$ NZ\u00a0$ $NZ"),
    ("canadian dollar", "CAD", "canadian\u00a0dollar~", "C$ CA$ CDN$ CA\u00a0$ $C $CA"),
    ("hong kong dollar", "HKD", "hong\u00a0kong\u00a0dollar~", "HK$ HK\u00a0$ $HK"),
    ("singapore dollar", "SGD", "singapore\u00a0dollar~", "S$ $S"),
    ("euro", "EUR", "euro~", "€"),
    ("pound sterling", "GBP", "pound~\u00a0sterling british\u00a0pound~", "£"),
    ("penny", "", "pence penny", "p"),
    ("cent", "", "cent~", "¢"),
    ("japanese yen", "JPY", "yen japanese\u00a0yen", "¥"),
    ("yuan", "CNY", "yuan renminbi chinese\u00a0yuan", "RMB CN¥"),
    ("indian rupee", "INR", "rupee~ indian\u00a0rupee~", "₹ Rs Rs."),
    ("russian ruble", "RUB", "ruble~ rouble~ russian\u00a0ruble~", "₽"),
    ("ukrainian hryvnia", "UAH", "hryvnia~ hryvnya~ ukrainian\u00a0hryvnia~", "₴"),
    ("swiss franc", "CHF", "swiss\u00a0franc~ franc~", ""),
    ("swedish krona", "SEK", "swedish\u00a0krona swedish\u00a0kronor krona kronor", ""),
    ("norwegian krone", "NOK", "norwegian\u00a0krone norwegian\u00a0kroner krone kroner", ""),
    ("danish krone", "DKK", "danish\u00a0krone danish\u00a0kroner", ""),
    ("polish zloty", "PLN", "zloty~ złoty polish\u00a0zloty", ""),
    ("turkish lira", "TRY", "lira~ turkish\u00a0lira~", "₺"),
    ("guilder", "", "guilder~", ""),
    ("deutsche mark", "", "deutsche\u00a0mark~ german\u00a0mark~ deutschmark~", ""),
    ("shekel", "ILS", "shekel~", "₪ NIS"),
    ("south korean won", "KRW", "won korean\u00a0won south\u00a0korean\u00a0won", "₩"),
    ("malaysian ringgit", "MYR", "ringgit", "RM"),
    ("sen", "", "sen", ""),
    ("south african rand", "ZAR", "rand", ""),
    ("brazilian real", "BRL", "reais brazilian\u00a0real", "R$"),
    ("mexican peso", "MXN", "mexican\u00a0peso~ peso~", ""),
    ("nigerian naira", "NGN", "naira", "₦"),
    ("saudi riyal", "SAR", "riyal~", ""),
    ("uae dirham", "AED", "dirham~", ""),
    ("iranian rial", "IRR", "rial~", ""),
    ("thai baht", "THB", "baht", "฿"),
    ("philippine peso", "PHP", "philippine\u00a0peso~", "₱"),
    ("indonesian rupiah", "IDR", "rupiah~", "Rp"),
    ("pakistani rupee", "PKR", "pakistani\u00a0rupee~", ""),
    ("bitcoin", "BTC", "bitcoin~", "₿"),
)  # fmt: skip
#: Words in which a unit's name begins after a number of one word: "a day", "per barrel", "each month".
PER: Final = r"(?:\s(?:per|an?|each|every)\s|\sper-|/|-per-|-a-)"
#: What a price or a rate may be "a" of, besides units: "4 dollars a share". "Per" takes any noun.
PER_NOUNS: Final = (
    r"share|head|person|piece|pop|unit|copy|ticket|seat|ride|game|match|time|round|throw|plate|bottle|pack"
)
