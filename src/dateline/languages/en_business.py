"""English of what newspapers report beside wars: companies, markets, work, prices, elections. Fragments, lower case."""

from __future__ import annotations

from typing import Final

#: What such sentences are about.
BUSINESS: Final = (
    r"profits?|earnings|revenues?|sales|turnover|income|dividends?|shareholders?|stakeholders?|shareholdings?"
    r"|(?:common|preferred|outstanding|ordinary) (?:shares|stock)|shares (?:of|in|outstanding)|a share|stakes?"
    r"|stock exchange|stock market|stock prices?|share prices?|share index|bonds?|bondholders?|debentures?|nasdaq"
    r"|dow jones|index|indices|traders?|investors?|investments?|investing|portfolios?|mutual funds?|funds?|hedge"
    r"|premiums?|ventures?|mergers?|acquisitions?|takeover bid|subsidiar(?:y|ies)|economy|economies|economists?"
    r"|gdp|gross domestic product|unemployment|jobless|jobs"
    r"|job (?:growth|creation|generation|losses|cuts|market|openings)|payrolls?|hiring|inflation|interest rates?"
    r"|mortgages?|consumer|retail|exports?|imports?|tariffs?|trade (?:deficit|surplus|gap|balance)|currency"
    r"|currencies|dollar|euro|yen|sterling|pound|ruble|rouble|hryvnia|shekel|exchange rate|central bank"
    r"|budget deficit|fiscal|prices?|wages?|salar(?:y|ies)|loans?|lending|debts?|deposits?|tax(?:es|payers?)?"
    r"|pensions?|polls?|pollsters?|polling|surveys?|voters?|votes?|ballots?|electorate|turnout|approval ratings?"
    r"|respondents|state-owned|privately[- ]held|compan(?:y|ies)|corporations?|corp|inc|ltd|plc|firms?"
    r"|manufacturers?|airlines?|passengers?|customers?|shoppers?|third-quarter|first-quarter|second-quarter"
    r"|fourth-quarter|year-earlier|walkouts?|picket|labou?r union|trade union|union members"
    r"|(?:coal )?miners|teachers|nurses|harvest|crops?|tonnes of|barrels|crude|oil prices?|rainfall|temperatures?"
    r"|vaccin\w+|patients?|infections?|wheat|grain|futures|billion|output|deficit|markets?"
)
#: Words of ground, whatever else a sentence speaks of.
OF_GROUND: Final = (
    r"territor(?:y|ial|ies)|ground|land|square (?:kilomet(?:er|re)s?|miles?)|km2|sq\.? ?(?:km|mi)"
    r"|occup(?:y|ied|ies|ying|ation)|front(?:-| )?lines?|front|battlefield|settlements?|villages?|towns?|regions?"
    r"|oblasts?|provinces?|peninsula|offensives?|captur\w+|seiz\w+|troops|forces|army|armies|soldiers?|the country"
    r"|invasion|liberat\w+"
)
#: Words of what is fired and of those who stop it.
OF_WEAPONS: Final = (
    r"drones?|missiles?|rockets?|uavs?|shaheds?|air ?strikes?|barrages?|salvos?|salvoes|bombardments?"
    r"|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ings)?|munitions?|intercept\w*|air defen[cs]es?|air force|shot down"
    r"|downed|launch(?:es|ed) at|warheads?|projectiles?|aerial|glide bombs?|raids?|attacks?"
)
