"""The rules for French, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param("Le navire est parti pour Marseille.", "Marseille=place", id="plain"),
    pytest.param("Il vit à Londres depuis deux ans.", "Londres=place", id="French name"),
    pytest.param("La pluie a touché l'Algérie et le Maroc.", "Algérie=place, Maroc=place", id="elided article"),
    pytest.param("Les ministres se sont réunis au Caire.", "Caire=place", id="article melted into the preposition"),
    pytest.param("Elle a quitté Le Caire pour La Havane.", "Le Caire=place, La Havane=place", id="article in the name"),
    pytest.param(
        "Un avion a atterri à New York, aux Etats-Unis.",
        "New York=place, Etats-Unis=place",
        id="capital without accent",
    ),
    pytest.param("PARIS (AFP) - La Turquie a accepté.", "PARIS=place, Turquie=place", id="dateline"),
    pytest.param(
        "La guerre en Ukraine inquiète l'Europe et le Proche-Orient.",
        "Ukraine=place, Europe=place, Proche-Orient=place",
        id="regions",
    ),
    pytest.param("Des combats ont lieu dans le Haut-Karabakh.", "Haut-Karabakh=place", id="hyphen"),
    pytest.param("Les réfugiés traversent la Méditerranée.", "Méditerranée=place", id="sea"),
    pytest.param("Les pêcheurs du lac Victoria attendent.", "Victoria=place", id="lake that is called as towns are"),
    pytest.param("Des navires en mer Rouge attendent.", "mer Rouge=place", id="noun that is part of the name"),
    pytest.param("Elle est née en Côte d'Ivoire.", "Côte d'Ivoire=place", id="apostrophe inside"),
    pytest.param("Un séisme a secoué la Nouvelle-Zélande.", "Nouvelle-Zélande=place", id="two words"),
    pytest.param("Il habite au Cap, en Afrique du Sud.", "Afrique du Sud=place", id="of in a name"),
]

LETTERS = [
    pytest.param("Nous sommes partis au mois de mai.", "", id="month"),
    pytest.param("Mardi, le tour est joué. Vers midi, il pleut.", "", id="sentence starts"),
    pytest.param("La marche est longue. Bonne chance à tous.", "", id="nouns at the start"),
    pytest.param("Il a mangé du brie et bu du porto.", "", id="small letters"),
    pytest.param("Lundi et Mardi, en Avril", "", id="days and months with capitals"),
    pytest.param("", "", id="empty"),
]

PERSONS = [
    pytest.param("Mme Paris est arrivée hier.", "", id="title"),
    pytest.param("Le président Washington a parlé.", "", id="office"),
    pytest.param("Jack London a écrit ce livre.", "", id="given name"),
    pytest.param("Jean Valence et Pierre Tarbes sont absents.", "", id="two names"),
    pytest.param("Emmanuel Macron s'est rendu au Liban.", "Liban=place", id="visitor"),
]

ORGANISATIONS = [
    pytest.param("Il étudie à l'Université de Damas.", "Damas=embedded", id="university"),
    pytest.param("Le match de l'Olympique de Marseille a été reporté.", "Marseille=embedded", id="club"),
    pytest.param("La Banque de France a relevé ses taux.", "France=embedded", id="listed whole"),
    pytest.param("Le Traité de Versailles fut signé.", "Versailles=embedded", id="treaty"),
    pytest.param("L'Accord de Paris sur le climat", "Paris=embedded", id="agreement"),
    pytest.param("Le journal a été lu à Lyon.", "Lyon=place", id="no name"),
    pytest.param("Le conseil municipal de Lyon a voté.", "Lyon=embedded", id='a word before "of"'),
    pytest.param(
        "Le ministère des affaires étrangères de l'Arménie a démenti.", "Arménie=embedded", id="ministry written small"
    ),
    pytest.param(
        "Le gouvernement de l'Irak a démissionné, l'armée du Soudan avance.",
        "Irak=place, Soudan=embedded",
        id="government and army",
    ),
    pytest.param("La Chambre de commerce et d'industrie de Lyon alerte.", "Lyon=embedded", id='words with "and"'),
    pytest.param("Le tribunal de grande instance de Nanterre a tranché.", "Nanterre=embedded", id="court"),
]

NATIONALITIES = [
    pytest.param("Les Russes et les Ukrainiens négocient.", "Russes=demonym, Ukrainiens=demonym", id="people"),
    pytest.param(
        "Une Française et deux Allemands ont été blessés.",
        "Française=demonym, Allemands=demonym",
        id="feminine and plural",
    ),
    pytest.param("Les Sud-Africains ont voté.", "Sud-Africains=demonym", id="hyphen"),
    pytest.param("Les Nigériens ne sont pas les Nigérians.", "Nigériens=demonym, Nigérians=demonym", id="alike"),
]

GOVERNMENTS = [
    pytest.param("Moscou a dénoncé les sanctions.", "Moscou=metonym", id="verb"),
    pytest.param("Berlin et Paris ont condamné l'attaque.", "Berlin=metonym, Paris=metonym", id="two that speak"),
    pytest.param("Le Kremlin dément.", "Kremlin=metonym", id="institution"),
    pytest.param("Les touristes se pressent devant le Kremlin.", "Kremlin=place", id="in front of it"),
    pytest.param("Les diplomates à Pékin condamnent la frappe.", "Pékin=place", id="in it"),
    pytest.param("Lyon a dit non.", "Lyon=place", id="no capital"),
    pytest.param("Paris a de son côté fermement condamné le raid.", "Paris=metonym", id="small words between"),
    pytest.param("Moscou, qui nie tout, a rejeté l'offre.", "Moscou=metonym", id="a clause between"),
    pytest.param("Paris est la ville où il a dit non.", "Paris=place", id="another one says it"),
    pytest.param("Les relations entre Paris et Rome se tendent.", "Paris=metonym, Rome=metonym", id="relations"),
    pytest.param(
        "La position de Berlin reste ferme, les trains entre Paris et Rome partent.",
        "Berlin=metonym, Paris=place, Rome=place",
        id="position and trains",
    ),
    pytest.param("Paris, sous la neige, a été paralysée.", "Paris=place", id="another verb behind a comma"),
]

CLASS_NOUNS = [
    pytest.param("La ville d'Alep était calme.", "Alep=place", id="city of, elided"),
    pytest.param("la province d’Idleb et le fleuve Euphrate", "Idleb=place, Euphrate=place", id="province and river"),
    pytest.param("dans le nord de la Syrie", "Syrie=place", id="direction"),
    pytest.param("Un village près de Bordeaux", "Bordeaux=place", id="near"),
    pytest.param(
        "Un incendie a ravagé la forêt dans le Var.", "Var=place", id="a department after a preposition and an article"
    ),
]

LISTS = [
    pytest.param("Paris, Rome et Madrid", "Paris=place, Rome=place, Madrid=place", id="commas and and"),
    pytest.param("entre Lille, Lyon et Nice", "Lille=place, Lyon=place, Nice=place", id="between"),
]

NEWS = [
    pytest.param(
        "Une frappe a visé le village de Kfar Zabalta, près de Tyr.",
        "Kfar Zabalta=place, Tyr=place",
        id="unknown village",
    ),
    pytest.param("L'incendie s'est déclaré rue Barbanègre, à Lille.", "Barbanègre=place, Lille=place", id="street"),
    pytest.param(
        "Le cortège est allé de l'avenue Montaigne au boulevard Voltaire.",
        "Montaigne=place, Voltaire=place",
        id="avenue and boulevard",
    ),
    pytest.param(
        "La police a fouillé l'hôpital Al-Chifa, dans la ville de Gaza.",
        "Al-Chifa=place, Gaza=place",
        id="hospital with an Arabic article",
    ),
    pytest.param(
        "ALGER, 3 mars (APS) - Le ministre s'est rendu à Oran.", "ALGER=place, Oran=place", id="dateline with a date"
    ),
    pytest.param(
        "SÉISME EN TURQUIE ET EN SYRIE : LE BILAN S'ALOURDIT", "TURQUIE=place, SYRIE=place", id="headline in capitals"
    ),
    pytest.param(
        "Des inondations ont frappé Tizi Ouzou, Béjaïa et Sétif.",
        "Tizi Ouzou=place, Béjaïa=place, Sétif=place",
        id="list of towns",
    ),
    pytest.param("Les pourparlers Moscou-Kiev reprennent.", "Moscou=place, Kiev=place", id="hyphenated pair"),
    pytest.param(
        "Téhéran a rejeté l'offre, mais des négociateurs restent à Téhéran.",
        "Téhéran=metonym, Téhéran=place",
        id="speaks and is a place",
    ),
    pytest.param("Un étudiant de l'université d'Oran a été primé.", "Oran=embedded", id="university, elided"),
    pytest.param("Le journal « Le Monde » rapporte des combats à Gaza.", "Gaza=place", id="newspaper in quotes"),
    pytest.param("« Kiev ne cédera pas », dit-il.", "Kiev=place", id="quotes open with a city"),
    pytest.param("George W. Bush et John F. Kennedy sont cités.", "", id="initials"),
    pytest.param(
        "Mgr. Dupont et M. Angers se sont retrouvés à Angers.", "Angers=place", id="person and town of one name"
    ),
    pytest.param(
        "Les Algériennes et les Tunisiennes ont gagné.",
        "Algériennes=demonym, Tunisiennes=demonym",
        id="feminine plural",
    ),
    pytest.param("La ville de St. Louis a voté.", "St. Louis=place", id="abbreviation in a name"),
    pytest.param("L'avion s'est posé à l'aéroport d'Alger.", "Alger=place", id="airport, elided"),
    pytest.param(
        "Les combats font rage au nord d'Alep et à l'est d'Idleb.", "Alep=place, Idleb=place", id="directions, elided"
    ),
    pytest.param(
        "La guerre d'Ukraine et la guerre de Gaza durent.", "Ukraine=place, Gaza=place", id="war named after its place"
    ),
    pytest.param("Il est parti de Paris.", "Paris=place", id="verb that is a noun too"),
    pytest.param(
        "Le centre de Gaza, un hôpital de Rafah et une église de Nice sont touchés.",
        "Gaza=place, Rafah=place, Nice=place",
        id="everyday nouns before a place",
    ),
    pytest.param("Lundi 4 mai, une marche part de Lyon.", "Lyon=place", id="month and day"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *LETTERS, *PERSONS, *ORGANISATIONS, *NATIONALITIES, *GOVERNMENTS, *CLASS_NOUNS, *LISTS, *NEWS],
)
def test_french(text: str, found: str) -> None:
    assert spans("fr", text) == found
