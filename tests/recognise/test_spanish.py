"""The rules for Spanish, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param("El barco zarpó hacia Barcelona.", "Barcelona=place", id="plain"),
    pytest.param("Vive en Londres desde hace dos años.", "Londres=place", id="Spanish name"),
    pytest.param("Llegó de La Habana a Buenos Aires.", "La Habana=place, Buenos Aires=place", id="article in the name"),
    pytest.param("La guerra en Ucrania preocupa a Europa.", "Ucrania=place, Europa=place", id="war"),
    pytest.param(
        "Los Estados Unidos y México firmaron.", "Estados Unidos=place, México=place", id="country of two words"
    ),
    pytest.param("La crisis en Oriente Medio", "Oriente Medio=place", id="region"),
    pytest.param(
        "El presidente de El Salvador viajó a Costa Rica.", "El Salvador=place, Costa Rica=place", id="countries"
    ),
    pytest.param(
        "Viajó a La Paz y a Santa Cruz de la Sierra.", "La Paz=place, Santa Cruz de la Sierra=place", id="long name"
    ),
    pytest.param("MADRID (EFE).- España acepta.", "MADRID=place, España=place", id="dateline"),
    pytest.param("Los combates en Nagorno Karabaj", "Nagorno Karabaj=place", id="two words"),
    pytest.param("Cruzaron el Mediterráneo en barca.", "Mediterráneo=place", id="sea"),
    pytest.param("Nació en Nueva York.", "Nueva York=place", id="New York"),
]

LETTERS = [
    pytest.param("En Abril y Mayo, los Lunes", "", id="months and days"),
    pytest.param("Gracia y paz para todos.", "", id="nouns"),
    pytest.param("El partido terminó. Este año no habrá más.", "", id="sentence start"),
    pytest.param("Se sirvió con un oporto y un jerez.", "", id="small letters"),
    pytest.param("García y Martínez no vinieron.", "", id="surnames"),
    pytest.param("", "", id="empty"),
]

PERSONS = [
    pytest.param("La señora Toledo llegó ayer.", "", id="title"),
    pytest.param("El presidente Washington habló.", "", id="office"),
    pytest.param("Jack London lo escribió.", "", id="given name"),
    pytest.param("Juan Salamanca y Pedro Toledo no estaban.", "", id="two names"),
    pytest.param("Pedro Sánchez viajó a Marruecos.", "Marruecos=place", id="visitor"),
    pytest.param("La ministra Teresa Ribera visitó Valencia.", "Valencia=place", id="minister"),
]

ORGANISATIONS = [
    pytest.param("Estudia en la Universidad de Salamanca.", "Salamanca=embedded", id="university"),
    pytest.param("El Banco de España subió los tipos.", "España=embedded", id="bank"),
    pytest.param("El Real Madrid ganó en Sevilla.", "Madrid=embedded, Sevilla=place", id="club"),
    pytest.param("El Tratado de Tordesillas", "Tordesillas=embedded", id="treaty"),
    pytest.param("El Acuerdo de París entró en vigor.", "París=embedded", id="agreement"),
    pytest.param("El periódico se leyó en Lima.", "Lima=place", id="no name"),
    pytest.param(
        "El ejército de Sudán avanza, el Gobierno de Irak dimitió.",
        "Sudán=embedded, Irak=place",
        id="army and government",
    ),
    pytest.param("El parlamento y el Líbano firmaron.", "Líbano=place", id="a parliament and a country"),
    pytest.param(
        "El ministerio de asuntos exteriores de Armenia calla.", "Armenia=embedded", id="ministry written small"
    ),
    pytest.param(
        "El Sevilla ganó al Valencia en Bilbao.",
        "Sevilla=embedded, Valencia=embedded, Bilbao=place",
        id="an article makes a town a team",
    ),
    pytest.param(
        "Vive en el Callao y trabaja en El Cairo.", "Callao=place, El Cairo=place", id="what has an article anyway"
    ),
    pytest.param("El tribunal superior de justicia de Madrid falló.", "Madrid=embedded", id="court"),
]

GOVERNMENTS = [
    pytest.param("Moscú acusó a la OTAN.", "Moscú=metonym", id="verb"),
    pytest.param("Pekín ha rechazado la propuesta.", "Pekín=metonym", id="perfect"),
    pytest.param("El Kremlin desmiente.", "Kremlin=metonym", id="institution"),
    pytest.param("Los turistas pasean ante el Kremlin.", "Kremlin=place", id="in front of it"),
    pytest.param("Los diplomáticos en Pekín condenan el ataque.", "Pekín=place", id="in it"),
    pytest.param("Sevilla dijo no.", "Sevilla=place", id="no capital"),
    pytest.param("Londres por su parte también condenó el ataque.", "Londres=metonym", id="small words between"),
    pytest.param("Moscú, que lo niega todo, rechazó la oferta.", "Moscú=metonym", id="a clause between"),
    pytest.param("La postura de Berlín preocupa a Madrid.", "Berlín=metonym, Madrid=place", id="position"),
    pytest.param("Madrid, la capital, amaneció nevada.", "Madrid=place", id="another verb behind a comma"),
]

CLASS_NOUNS = [
    pytest.param("La ciudad de Alepo estaba en calma.", "Alepo=place", id="city of"),
    pytest.param("la provincia de Idlib y el río Éufrates", "Idlib=place, Éufrates=place", id="province and river"),
    pytest.param("en el norte de Siria", "Siria=place", id="direction"),
    pytest.param("un pueblo cerca de Zaragoza", "Zaragoza=place", id="near"),
]

LISTS = [
    pytest.param("París, Roma y Madrid", "París=place, Roma=place, Madrid=place", id="commas and and"),
    pytest.param("entre Bilbao, Burgos y León", "Bilbao=place, Burgos=place, León=place", id="between"),
]

NEWS = [
    pytest.param(
        "El río arrasó la aldea de Quemabá, cerca de Trujillo.", "Quemabá=place, Trujillo=place", id="unknown village"
    ),
    pytest.param("El incendio empezó en la calle Barquín, en Sevilla.", "Barquín=place, Sevilla=place", id="street"),
    pytest.param(
        "Llenaron la plaza Altamira y la avenida Baralt de Caracas.",
        "Altamira=place, Baralt=place, Caracas=place",
        id="square and avenue",
    ),
    pytest.param(
        "BOGOTÁ, 5 mar (EFE).- El sismo se sintió en Cali y Pasto.",
        "BOGOTÁ=place, Cali=place, Pasto=place",
        id="dateline with a date",
    ),
    pytest.param(
        "TERREMOTO EN TURQUÍA Y SIRIA DEJA MILES DE MUERTOS", "TURQUÍA=place, SIRIA=place", id="headline in capitals"
    ),
    pytest.param("Llovió en Burgos, Lugo y Teruel.", "Burgos=place, Lugo=place, Teruel=place", id="list of towns"),
    pytest.param("El diálogo Moscú-Kiev sigue.", "Moscú=place, Kiev=place", id="hyphenated pair"),
    pytest.param(
        "La frontera ruso-ucraniana está cerrada.", "ruso=demonym, ucraniana=demonym", id="hyphenated adjectives"
    ),
    pytest.param(
        "Teherán rechazó la oferta, pero hay negociadores en Teherán.",
        "Teherán=metonym, Teherán=place",
        id="speaks and is a place",
    ),
    pytest.param("El diario «El País» informa desde Gaza.", "Gaza=place", id="newspaper in quotes"),
    pytest.param("El Sr. Burgos llegó a Burgos el lunes 4 de mayo.", "Burgos=place", id="person and town of one name"),
    pytest.param(
        "Las argentinas y los chilenos jugaron en Lima.",
        "argentinas=demonym, chilenos=demonym, Lima=place",
        id="feminine plural",
    ),
    pytest.param(
        "Hubo disparos en el centro de Madrid y en un hospital de Gaza.",
        "Madrid=place, Gaza=place",
        id="everyday nouns before a place",
    ),
    pytest.param(
        "La guerra de Ucrania y la guerra de Gaza continúan.",
        "Ucrania=place, Gaza=place",
        id="war named after its place",
    ),
    pytest.param(
        "Aterrizó en el aeropuerto de Quito procedente del Perú.",
        "Quito=place, Perú=place",
        id="contraction before a country",
    ),
    pytest.param(
        "El Gobierno de España y la policía de Bogotá negaron el hecho.",
        "España=place, Bogotá=place",
        id="government and police",
    ),
    pytest.param("Francisco P. Burgos y J. Toledo no vinieron.", "", id="initials"),
    pytest.param(
        "El buque salió del puerto de Veracruz rumbo a La Guaira.", "Veracruz=place, La Guaira=place", id="port"
    ),
    pytest.param("El Deportivo Cali venció a Boca Juniors en Medellín.", "Cali=embedded, Medellín=place", id="clubs"),
]


@pytest.mark.parametrize(
    ("text", "found"), [*NAMES, *LETTERS, *PERSONS, *ORGANISATIONS, *GOVERNMENTS, *CLASS_NOUNS, *LISTS, *NEWS]
)
def test_spanish(text: str, found: str) -> None:
    assert spans("es", text) == found
