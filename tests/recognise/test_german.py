"""The rules for German, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param("Das Schiff fuhr nach Hamburg.", "Hamburg=place", id="plain"),
    pytest.param("Er lebt seit Jahren in Wien.", "Wien=place", id="German name"),
    pytest.param("Deutschlands Wirtschaft wächst.", "Deutschlands=place", id="genitive of a country"),
    pytest.param("Moskaus Antwort auf die Sanktionen", "Moskaus=place", id="genitive of a city"),
    pytest.param(
        "Die Wahl in den Vereinigten Staaten", "Vereinigten Staaten=place", id="inflected adjective in a name"
    ),
    pytest.param("Im Nahen Osten wächst die Sorge.", "Nahen Osten=place", id="region"),
    pytest.param("Ein Schiff sank im Schwarzen Meer.", "Schwarzen Meer=place", id="sea"),
    pytest.param("Der Krieg in der Ukraine dauert an.", "Ukraine=place", id="article"),
    pytest.param(
        "Er reiste von New York nach Frankfurt am Main.", "New York=place, Frankfurt am Main=place", id="longest name"
    ),
    pytest.param("BERLIN (dpa) - Polen stimmt zu.", "BERLIN=place, Polen=place", id="dateline"),
    pytest.param("Gespräche über Bergkarabach", "Bergkarabach=place", id="one word"),
    pytest.param(
        "Truppen im Gazastreifen und im Libanon", "Gazastreifen=place, Libanon=place", id="contracted article"
    ),
    pytest.param(
        "Sie wohnt in Essen und arbeitet in Halle.", "Essen=place, Halle=place", id="common nouns with a preposition"
    ),
    pytest.param("Die Stadt Essen feiert.", "Essen=place", id="common noun with a class noun"),
]

LETTERS = [
    pytest.param("Das Essen war gut und die Halle voll.", "", id="common nouns"),
    pytest.param("Der Rat der Gemeinde tagt am Ende des Monats.", "", id="council and end"),
    pytest.param("Der Regen fiel, das Singen hörte auf.", "", id="rain and singing"),
    pytest.param("Am Montag im Mai kam der Bote.", "", id="month and day"),
    pytest.param("Das Wesen der Sache liegt im Wald.", "", id="nature and wood"),
    pytest.param("Der Lehrer und die Kinder lesen Bücher.", "", id="plural nouns"),
    pytest.param("Die meisten Menschen trinken Wasser.", "", id="people and water"),
    pytest.param("", "", id="empty"),
]

PERSONS = [
    pytest.param("Frau Hamburger und Herr Wien kamen.", "", id="title"),
    pytest.param("Jack London schrieb es.", "", id="given name"),
    pytest.param("Bundeskanzler Olaf Scholz reiste nach China.", "China=place", id="chancellor"),
    pytest.param("Präsident Washington sprach.", "", id="office"),
    pytest.param("Angela Merkel besuchte Warschau.", "Warschau=place", id="visitor"),
]

ORGANISATIONS = [
    pytest.param("Er lehrt an der Universität Wien.", "Wien=embedded", id="university"),
    pytest.param("Die Universität von Kairo öffnet wieder.", "Kairo=embedded", id="of"),
    pytest.param("Der FC Barcelona siegte.", "Barcelona=embedded", id="club"),
    pytest.param("Die Frankfurter Allgemeine Zeitung berichtet.", "Frankfurter=embedded", id="newspaper"),
    pytest.param("Das Amtsgericht Köln hat entschieden.", "Köln=embedded", id="court"),
    pytest.param("Die Genfer Konvention gilt.", "Genfer=embedded", id="treaty"),
    pytest.param("Das Verteidigungsministerium von Armenien dementierte.", "Armenien=embedded", id="ministry"),
    pytest.param(
        "Die Regierung von Irak trat zurück, das Parlament von Georgien tagt.",
        "Irak=place, Georgien=embedded",
        id="government and parliament",
    ),
    pytest.param("Das Auswärtige Amt von Österreich schweigt.", "Österreich=embedded", id="ministry of another name"),
]

NATIONALITIES = [
    pytest.param("Die Russen und die Ukrainer verhandeln.", "Russen=demonym, Ukrainer=demonym", id="people"),
    pytest.param("Eine Französin und zwei Schweizer siegten.", "Französin=demonym, Schweizer=demonym", id="feminine"),
    pytest.param("Den Syrern hilft niemand.", "Syrern=demonym", id="dative"),
]

GOVERNMENTS = [
    pytest.param("Moskau kritisierte die Sanktionen.", "Moskau=metonym", id="verb"),
    pytest.param("London weist die Vorwürfe zurück.", "London=metonym", id="verb with a particle"),
    pytest.param("Der Kreml dementierte.", "Kreml=metonym", id="institution"),
    pytest.param("Touristen vor dem Kreml", "Kreml=place", id="in front of it"),
    pytest.param("Diplomaten in London warnten davor.", "London=place", id="in it"),
    pytest.param("Er weiß, dass Berlin den Plan weiter ablehnt.", "Berlin=metonym", id="verb at the end of a clause"),
    pytest.param("Berlin hat den Plan am Montag abgelehnt.", "Berlin=metonym", id="participle at the end"),
    pytest.param("Er sagt, dass Berlin im Winter kalt ist.", "Berlin=place", id="another verb at the end"),
    pytest.param("Der Streit mit Moskau dauert an.", "Moskau=metonym", id="dispute"),
    pytest.param("Die Züge zwischen Paris und Rom sind voll.", "Paris=place, Rom=place", id="trains"),
    pytest.param("Paris ist im Sommer voll, wie der Bürgermeister sagt.", "Paris=place", id="another one says it"),
]

CLASS_NOUNS = [
    pytest.param("In der Stadt Aleppo war es ruhig.", "Aleppo=place", id="city"),
    pytest.param("die Provinz Idlib und der Fluss Euphrat", "Idlib=place, Euphrat=place", id="province and river"),
    pytest.param("nördlich von Bagdad", "Bagdad=place", id="direction"),
    pytest.param("am Rande von Damaskus", "Damaskus=place", id="outskirts"),
]

LISTS = [
    pytest.param("London, Paris und Rom", "London=place, Paris=place, Rom=place", id="commas and and"),
    pytest.param("zwischen Köln, Bonn und Aachen", "Köln=place, Bonn=place, Aachen=place", id="between"),
]

NEWS = [
    pytest.param(
        "Kiew sagt, dass Moskau Verhandlungen ablehnt.", "Kiew=metonym, Moskau=metonym", id="a noun behind a name"
    ),
    pytest.param(
        "In der Berliner Allee und in der Wiener Straße brannte es.",
        "Berliner Allee=place, Wiener Straße=place",
        id="facilities",
    ),
    pytest.param(
        "KAIRO, 12. März (dpa) - Ägypten hat die Grenze zu Gaza geöffnet.",
        "KAIRO=place, Ägypten=place, Gaza=place",
        id="dateline with a date",
    ),
    pytest.param(
        "KRIEG IN DER UKRAINE: RUSSLAND GREIFT CHARKIW AN",
        "UKRAINE=place, RUSSLAND=place, CHARKIW=place",
        id="headline in capitals",
    ),
    pytest.param(
        "Schnee fiel in Kassel, Fulda und Gießen.", "Kassel=place, Fulda=place, Gießen=place", id="list of towns"
    ),
    pytest.param("Die Gespräche Moskau-Baku gehen weiter.", "Moskau=place, Baku=place", id="hyphenated pair"),
    pytest.param(
        "Die deutsch-polnische Grenze bleibt offen.", "deutsch=demonym, polnische=demonym", id="hyphenated adjectives"
    ),
    pytest.param(
        "Teheran lehnte den Vorschlag ab, doch Diplomaten blieben in Teheran.",
        "Teheran=metonym, Teheran=place",
        id="speaks and is a place",
    ),
    pytest.param(
        "Die Ostukraine, Nordsyrien und Westafrika hungern.",
        "ukraine=place, syrien=place, Westafrika=place",
        id="direction written as part of the name",
    ),
    pytest.param("Frau Regen und Herr Halle kamen aus Essen.", "Essen=place", id="common nouns as surnames"),
    pytest.param("Im Regen und beim Essen in der Halle wurde gesungen.", "", id="contractions before common nouns"),
    pytest.param("Nach den Wahlen am 4. Mai kam der Regen.", "", id="common nouns and a date"),
    pytest.param("Zum Schutz der Küche kam die Feuerwehr, Geräte und Türen fehlten.", "", id="kitchen and doors"),
    pytest.param(
        "In St. Gallen und St. Pölten schneit es.", "St. Gallen=place, St. Pölten=place", id="abbreviation in a name"
    ),
    pytest.param(
        "Die Amerikanerinnen schlugen die Französinnen in Graz.",
        "Amerikanerinnen=demonym, Französinnen=demonym, Graz=place",
        id="feminine plural",
    ),
    pytest.param(
        "Truppen rückten im Gazastreifen und im Westjordanland vor.",
        "Gazastreifen=place, Westjordanland=place",
        id="contraction before a region",
    ),
    pytest.param(
        "Der Hafen von Odessa und der Flughafen Frankfurt sind gesperrt.",
        "Odessa=place, Frankfurt=place",
        id="port and airport",
    ),
    pytest.param("Joachim Hamburg und Klaus Bremen heirateten in Lübeck.", "Lübeck=place", id="two persons"),
    pytest.param("Friedrich K. Bremen und J. Hagen fehlten.", "", id="initials"),
    pytest.param(
        "z. B. Berlin, d. h. Hamburg und u. a. Rom",
        "Berlin=place, Hamburg=place, Rom=place",
        id="abbreviated phrases are no initials",
    ),
    pytest.param(
        "Das Zentrum von Gaza und das Krankenhaus von Rafah liegen in Trümmern.",
        "Gaza=place, Rafah=place",
        id="everyday nouns before a place",
    ),
    pytest.param(
        "Der Bürgermeister von Istanbul sprach zu den Türken.", "Istanbul=place, Türken=demonym", id="office of a place"
    ),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *LETTERS, *PERSONS, *ORGANISATIONS, *NATIONALITIES, *GOVERNMENTS, *CLASS_NOUNS, *LISTS, *NEWS],
)
def test_german(text: str, found: str) -> None:
    assert spans("de", text) == found
