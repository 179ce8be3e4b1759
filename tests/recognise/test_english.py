"""The rules for English, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import mentions, spans

NAMES = [
    pytest.param("The ship left for Cairo.", "Cairo=place", id="plain"),
    pytest.param("She lives in New York City.", "New York City=place", id="longest name"),
    pytest.param(
        "They met in Saint Petersburg and Buenos Aires.", "Saint Petersburg=place, Buenos Aires=place", id="two"
    ),
    pytest.param("Nagorno-Karabakh is quiet.", "Nagorno-Karabakh=place", id="hyphen"),
    pytest.param(
        "North Korea fired a missile over Japan.", "North Korea=place, Japan=place", id="a direction in a name"
    ),
    pytest.param("Kenya's Nairobi hosted it.", "Kenya=place, Nairobi=place", id="genitive"),
    pytest.param("The Aleppo-based group split.", "Aleppo=place", id="hyphened word"),
    pytest.param("MOSCOW (Reuters) - Russia agreed.", "MOSCOW=place, Russia=place", id="dateline"),
    pytest.param(
        "The Horn of Africa and the Middle East suffered.", "Horn of Africa=place, Middle East=place", id="regions"
    ),
    pytest.param("Brasília and BRASILIA", "Brasília=place, BRASILIA=place", id="accent and case"),
    pytest.param("The West Bank is quiet.", "West Bank=place", id="West Bank"),
    pytest.param("A ship sank in the North Sea.", "North Sea=place", id="North Sea"),
    pytest.param("He lives in England.", "England=place", id="England"),
    pytest.param("He lives in Scotland.", "Scotland=place", id="Scotland"),
]

LETTERS = [
    pytest.param("The US said that it would help us.", "US=place", id="US is no us"),
    pytest.param("Give it to us, it told us.", "", id="us"),
    pytest.param("U.S. troops left. The U.S. agreed.", "U.S.=place, U.S.=place", id="with full stops"),
    pytest.param("The UAE and the UK signed.", "UAE=place, UK=place", id="acronyms"),
    pytest.param("The uk and the uae", "", id="acronyms in small letters"),
    pytest.param("The turkey was served with china plates.", "", id="common nouns"),
    pytest.param("They polish shoes.", "", id="verb"),
    pytest.param("He was reading a nice book in bath.", "", id="small letters"),
    pytest.param("Reading is fun. Most of us agree.", "", id="capital at the start of a sentence"),
    pytest.param("In May and March, on Sunday", "", id="months and days"),
    pytest.param("August rains flooded Pakistan in August.", "Pakistan=place", id="month at the start"),
    pytest.param("", "", id="empty"),
]

PERSONS = [
    pytest.param("Mr Lebanon said he was tired.", "", id="title"),
    pytest.param("President Washington spoke.", "", id="office"),
    pytest.param("Jack London wrote it.", "", id="given name"),
    pytest.param("Paris Hilton visited Berlin.", "Berlin=place", id="given name that is a city"),
    pytest.param("In May, Chad Brown flew to Chad.", "Chad=place", id="given name that is a country"),
    pytest.param("Georgia Meloni visited Georgia.", "Georgia=place", id="both"),
    pytest.param(
        "French President Emmanuel Macron flew to Lebanon.", "French=demonym, Lebanon=place", id="nationality"
    ),
    pytest.param(
        "Mr. Lebanon said he was tired.",
        "",
        id="title with a full stop",
    ),
]

ORGANISATIONS = [
    pytest.param("He works at the Bank of China in London.", "China=embedded, London=place", id="of"),
    pytest.param("Damascus University reopened.", "Damascus=embedded", id="behind"),
    pytest.param("The University of Cairo reopened.", "Cairo=embedded", id="before"),
    pytest.param("The Boston Herald reported the fire.", "Boston=embedded", id="newspaper"),
    pytest.param("The Times of India reported from Delhi.", "India=embedded, Delhi=place", id="listed whole"),
    pytest.param("The Geneva Convention was signed.", "Geneva=embedded", id="treaty"),
    pytest.param("The Cairo Stock Exchange fell.", "Cairo=embedded", id="a word between"),
    pytest.param("The bank in China failed.", "China=place", id="no name"),
    pytest.param("The Boston Globe reported the fire.", "Boston=embedded", id="another paper"),
    pytest.param(
        "The Paris Agreement was signed.",
        "Paris=embedded",
        id="a city that is a given name",
    ),
    pytest.param("The ministry of defence of Armenia denied it.", "Armenia=embedded", id="ministry written small"),
    pytest.param(
        "The parliament of Georgia met, and the army of Sudan advanced.",
        "Georgia=embedded, Sudan=embedded",
        id="parliament and army",
    ),
    pytest.param(
        "The government of Iraq resigned, and the army in Sudan advanced.",
        "Iraq=place, Sudan=place",
        id="a government acts for its country",
    ),
    pytest.param("The Chamber of Commerce and Industry of Lyon warned.", "Lyon=embedded", id='words with "and"'),
]

NATIONALITIES = [
    pytest.param("Russian and Ukrainian officials met.", "Russian=demonym, Ukrainian=demonym", id="adjectives"),
    pytest.param("The Syrians and the Poles fled.", "Syrians=demonym, Poles=demonym", id="people"),
    pytest.param("South Korean and Japanese ships met.", "South Korean=demonym, Japanese=demonym", id="two words"),
    pytest.param("The Nigerien army met the Nigerian army.", "Nigerien=demonym, Nigerian=demonym", id="alike"),
    pytest.param("The Russian-born singer left.", "Russian=demonym", id="hyphened"),
    pytest.param(
        "The Dutch, the Swiss and a New Zealander", "Dutch=demonym, Swiss=demonym, New Zealander=demonym", id="odd"
    ),
    pytest.param("Polish officials polish shoes.", "Polish=demonym", id="capital"),
]

GOVERNMENTS = [
    pytest.param("Moscow said the talks in Vienna had failed.", "Moscow=metonym, Vienna=place", id="verb"),
    pytest.param("Beijing and Moscow condemned the strike.", "Beijing=metonym, Moscow=metonym", id="two that speak"),
    pytest.param("Officials in Beijing condemned the strike.", "Beijing=place", id="in it"),
    pytest.param("Aleppo said no.", "Aleppo=place", id="no capital"),
    pytest.param("The Kremlin denied the report.", "Kremlin=metonym", id="institution"),
    pytest.param("The Kremlin's answer was short.", "Kremlin=metonym", id="institution without a verb"),
    pytest.param("Tourists walked inside the Kremlin.", "Kremlin=place", id="inside it"),
    pytest.param("Protesters gathered outside the White House.", "White House=place", id="outside it"),
    pytest.param("Islamabad rejected the claim.", "Islamabad=metonym", id="another"),
    pytest.param("Russia said no.", "Russia=place", id="a country is itself"),
    pytest.param(
        "New Delhi rejected the claim.",
        "New Delhi=metonym",
        id="a capital within a larger city",
    ),
    pytest.param(
        "Moscow, which has long denied the charge, said it was ready.", "Moscow=metonym", id="a clause between"
    ),
    pytest.param("Moscow on Monday also flatly denied the charge.", "Moscow=metonym", id="small words between"),
    pytest.param("He thinks that Berlin will also in the end reject the plan.", "Berlin=metonym", id="in a clause"),
    pytest.param("Paris is the city where the minister said it.", "Paris=place", id="another one says it"),
    pytest.param("In Paris, which he loves, he said little.", "Paris=place", id="a clause about a place"),
    pytest.param("Relations between Paris and Rome are cool.", "Paris=metonym, Rome=metonym", id="relations"),
    pytest.param("Flights between Paris and Rome are full.", "Paris=place, Rome=place", id="flights"),
    pytest.param(
        "He rejected Moscow's demands and the position of Berlin.",
        "Moscow=metonym, Berlin=metonym",
        id="demands and position",
    ),
    pytest.param("He loves London and Paris and said so.", "London=place, Paris=place", id="somebody said so"),
    pytest.param("Paris, the capital, was hit, the minister said.", "Paris=place", id="a minister says it"),
]

CLASS_NOUNS = [
    pytest.param("The city of Aleppo was calm.", "Aleppo=place", id="city of"),
    pytest.param("Idlib province was calm.", "Idlib=place", id="province behind"),
    pytest.param("The river Nile flooded Sudan.", "Nile=place, Sudan=place", id="river"),
    pytest.param("Lake Chad and the Gulf of Aden", "Lake Chad=place, Gulf of Aden=place", id="part of the name"),
    pytest.param("The Syrian city of Aleppo", "Syrian=demonym, Aleppo=place", id="nationality"),
    pytest.param("north of Baghdad and on the outskirts of Basra", "Baghdad=place, Basra=place", id="directions"),
]

LISTS = [
    pytest.param("London, Paris and Rome", "London=place, Paris=place, Rome=place", id="commas and and"),
    pytest.param("It lies between Baghdad, Mosul and Basra.", "Baghdad=place, Mosul=place, Basra=place", id="between"),
    pytest.param("Paris", "Paris=place", id="nothing but a name"),
    pytest.param("He lives in the city of Nice.", "Nice=place", id="a class noun makes a common word a place"),
    pytest.param("Nice weather is expected.", "", id="a common word"),
    pytest.param("Paris, Texas, is small.", "Paris=place, Texas=place", id="a city and its state"),
]

NEWS = [
    pytest.param("A bus burned on Washington Avenue in Denver.", "Washington Avenue=place, Denver=place", id="street"),
    pytest.param(
        "The Chicago Bears and the Boston Red Sox lost.", "Chicago=embedded, Boston=embedded", id="nickname of a team"
    ),
    pytest.param("The Texas Rangers and the Maine Infantry met.", "Texas=embedded, Maine=embedded", id="army unit"),
    pytest.param(
        "The Vietnam War and the Dayton Accords ended.", "Vietnam=embedded, Dayton=embedded", id="war and accord"
    ),
    pytest.param(
        "The Dallas Morning Star reported from Austin.", "Dallas=embedded, Austin=place", id="newspaper of many words"
    ),
    pytest.param("George W. Bush and John F. Kennedy met.", "", id="initials"),
    pytest.param("Anderson and Campbell agreed. Davis did not.", "", id="surname alone"),
    pytest.param("Heather Paris flew to Rome.", "Rome=place", id="given name at the start"),
    pytest.param("The Duke of Wellington spoke in Vienna.", "Wellington=embedded, Vienna=place", id="lords"),
    pytest.param("West Nile virus was found in Ohio.", "Nile=embedded, Ohio=place", id="illness named after a place"),
    pytest.param("They fled from Al-Raqqa to El Obeid.", "Raqqa=place, El Obeid=place", id="Arabic article"),
    pytest.param("Gov. Lincoln and Sen. Houston flew to Boston.", "Boston=place", id="rank cut short"),
    pytest.param("Police in London Wednesday arrested two.", "London=place", id="weekday behind a city"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *LETTERS, *PERSONS, *ORGANISATIONS, *NATIONALITIES, *GOVERNMENTS, *CLASS_NOUNS, *LISTS, *NEWS],
)
def test_english(text: str, found: str) -> None:
    assert spans("en", text) == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("the city of Aleppo", "P", id="before"),
        pytest.param("Aleppo province", "A", id="behind"),
        pytest.param("Aleppo Province", "A", id="with a capital"),
        pytest.param("in Aleppo", None, id="none"),
    ],
)
def test_a_class_noun_announces_a_class(text: str, trigger: str | None) -> None:
    (mention,) = mentions("en", text)
    assert mention.trigger == trigger
