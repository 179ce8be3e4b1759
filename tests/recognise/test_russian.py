"""The rules for Russian, a few sentences each; names stand in all their cases."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param("Мэр Киева прилетел в Москву.", "Киева=place, Москву=place", id="genitive and accusative"),
    pytest.param(
        "Поезд идёт из Казани в Пермь через Ижевск.", "Казани=place, Пермь=place, Ижевск=place", id="soft sign"
    ),
    pytest.param("Они живут в Уфе и Тольятти.", "Уфе=place, Тольятти=place", id="short and unchanging"),
    pytest.param(
        "Снег выпал в Нижнем Новгороде и Великих Луках.",
        "Нижнем Новгороде=place, Великих Луках=place",
        id="both words inflected",
    ),
    pytest.param(
        "Поезд прибыл в Ростов-на-Дону из Санкт-Петербурга.",
        "Ростов-на-Дону=place, Санкт-Петербурга=place",
        id="hyphens",
    ),
    pytest.param(
        "Туристы вернулись из Египта, Турции и Объединённых Арабских Эмиратов.",
        "Египта=place, Турции=place, Объединённых Арабских Эмиратов=place",
        id="list of countries",
    ),
    pytest.param("Страны Ближнего Востока закрыли границы.", "Ближнего Востока=place", id="Middle East"),
    pytest.param("США и РФ подписали договор.", "США=place, РФ=place", id="acronyms"),
    pytest.param("Саммит прошёл в Нью-Йорке.", "Нью-Йорке=place", id="New York"),
    pytest.param(
        "Самолёты летают на Украину, на Кубу и на Кавказ.", "Украину=place, Кубу=place, Кавказ=place", id="with на"
    ),
    pytest.param(
        "Они вернулись из Афин, Химок и Филиппин.", "Афин=place, Химок=place, Филиппин=place", id="plural names"
    ),
    pytest.param("МОСКВА. Россия согласилась.", "МОСКВА=place, Россия=place", id="dateline"),
    pytest.param("В Мали и Того тихо.", "Мали=place", id="a pronoun that is a country"),
    pytest.param("Мальчик взял лук и рис.", "", id="common nouns"),
    pytest.param("Август был жарким, а в мае шёл снег.", "", id="months"),
    pytest.param("Меры приняты, герой победит.", "", id="sentence start"),
    pytest.param("Московский завод закрыт.", "", id="adjective that is a town"),
]

CLASS_NOUNS = [
    pytest.param("Пожар случился в Свердловской области.", "Свердловской области=place", id="region"),
    pytest.param("Война началась в Чеченской Республике.", "Чеченской Республике=place", id="republic"),
    pytest.param("Жители города Грозный вернулись домой.", "Грозный=place", id="city"),
    pytest.param("На реке Амур и озере Байкал поднялась вода.", "Амур=place, Байкал=place", id="river and lake"),
    pytest.param("Корабль вошёл в Чёрное море.", "Чёрное море=place", id="sea"),
    pytest.param("Самолёт сел в аэропорту Домодедово.", "Домодедово=place", id="airport"),
    pytest.param("На юге Италии и севере Греции дожди.", "Италии=place, Греции=place", id="directions"),
]

METONYMS = [
    pytest.param("Москва заявила, что готова к переговорам.", "Москва=metonym", id="capital says"),
    pytest.param("Москва и Минск подписали соглашение.", "Москва=metonym, Минск=metonym", id="two capitals"),
    pytest.param("Киев обвинил Варшаву.", "Киев=metonym, Варшаву=place", id="object"),
    pytest.param("Тегеран пригрозил Израилю.", "Тегеран=metonym, Израилю=place", id="threat"),
    pytest.param("Кремль отверг обвинения.", "Кремль=metonym", id="institution"),
    pytest.param("В Москве заявили об этом.", "Москве=place", id="located"),
]

NATIONALITIES = [
    pytest.param("Американский посол уехал.", "Американский=demonym", id="adjective"),
    pytest.param("Россияне едут в Грузию.", "Россияне=demonym, Грузию=place", id="people"),
    pytest.param("Китайцы строят завод в Казахстане.", "Китайцы=demonym, Казахстане=place", id="nouns"),
]

ORGANISATIONS = [
    pytest.param("Он работает в Совете Европы.", "Европы=embedded", id="listed whole, inflected"),
    pytest.param("Банк России снизил ставку.", "России=embedded", id="bank"),
    pytest.param("Госдума РФ приняла закон.", "РФ=embedded", id="parliament"),
    pytest.param("МИД Ирана сделал заявление.", "Ирана=embedded", id="ministry"),
    pytest.param("Об этом сообщило «Эхо Москвы».", "Москвы=embedded", id="broadcaster"),
    pytest.param("Газета Нью-Йорк Таймс написала.", "Нью-Йорк=embedded", id="newspaper"),
]

PERSONS = [
    pytest.param("Господин Пушкин ушёл.", "", id="title"),
    pytest.param("Писатель Джек Лондон умер.", "", id="given name"),
    pytest.param("Министр Сергей Иванов улетел в Париж.", "Париж=place", id="surname"),
    pytest.param("Театр имени Пушкина открылся.", "", id="named after"),
    pytest.param(
        "Премьер-министр Великобритании Дэвид Кэмерон уехал.", "Великобритании=place", id="country before a name"
    ),
    pytest.param("Президент США Барак Обама прилетел в Лондон.", "США=place, Лондон=place", id="acronym before a name"),
]


@pytest.mark.parametrize(("text", "found"), [*NAMES, *CLASS_NOUNS, *METONYMS, *NATIONALITIES, *ORGANISATIONS, *PERSONS])
def test_russian(text: str, found: str) -> None:
    assert spans("ru", text) == found
