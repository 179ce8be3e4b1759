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
    pytest.param("Снег выпал в Чусовом и Полевском.", "Чусовом=place, Полевском=place", id="adjectives in -ой"),
]

CLASS_NOUNS = [
    pytest.param("Пожар случился в Свердловской области.", "Свердловской области=place", id="region"),
    pytest.param("Война началась в Чеченской Республике.", "Чеченской Республике=place", id="republic"),
    pytest.param("Жители города Грозный вернулись домой.", "Грозный=place", id="city"),
    pytest.param("Паром затонул на озере Виктория.", "Виктория=place", id="lake whose noun is inflected"),
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
    pytest.param("Москва не торопится с ответом.", "Москва=metonym", id="without a verb of saying"),
    pytest.param(
        "Тегеран в свою очередь заявил, что готов к переговорам.", "Тегеран=metonym", id="small words between"
    ),
    pytest.param(
        "Москва, которая давно ждёт ответа, отказалась от комментариев.", "Москва=metonym", id="a clause between"
    ),
    pytest.param(
        "Пекин, Токио и Сеул со своей стороны осудили пуск.",
        "Пекин=metonym, Токио=metonym, Сеул=metonym",
        id="three that speak",
    ),
    pytest.param("Париж эту идею сразу поддержал.", "Париж=metonym", id="verb at the end"),
    pytest.param("Он рассказал, что Москва в этом году ему понравилась.", "Москва=place", id="another verb at the end"),
    pytest.param("Спор Парижа с Берлином затянулся.", "Парижа=metonym, Берлином=metonym", id="dispute of two"),
    pytest.param("Напряжённость между Парижем и Римом растёт.", "Парижем=metonym, Римом=metonym", id="tension"),
    pytest.param(
        "Поезда между Москвой и Минском идут, переговоры в Вене завершились.",
        "Москвой=place, Минском=place, Вене=place",
        id="trains, and talks in a place",
    ),
    pytest.param("Лондон новых уступок не хочет.", "Лондон=metonym", id="object before the verb"),
    pytest.param("Москва, как говорят, слезам не верит.", "Москва=place", id="people say"),
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
    pytest.param("Она выиграла чемпионат Европы.", "Европы=embedded", id="championship"),
    pytest.param("Следственный комитет России открыл дело.", "России=embedded", id="body of two words"),
    pytest.param(
        "В посольстве Казахстана в Кабуле подтвердили это.",
        "Казахстана=embedded, Кабуле=place",
        id="embassy written small",
    ),
    pytest.param(
        "Министерство иностранных дел Армении ждёт ответа министерства обороны Литвы.",
        "Армении=embedded, Литвы=embedded",
        id="ministries",
    ),
    pytest.param(
        "Правительство Ирака ушло в отставку, а парламент Грузии принял закон.",
        "Ирака=place, Грузии=embedded",
        id="government and parliament",
    ),
    pytest.param("Вчера сборная Чили победила.", "Чили=embedded", id="national team written small"),
    pytest.param("Полиция и Украина договорились.", "Украина=place", id="a body and a country"),
    pytest.param(
        "Вооружённые силы Индии провели учения, министр обороны Армении прибыл.",
        "Индии=embedded, Армении=place",
        id="forces, and a minister",
    ),
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

NEWS = [
    pytest.param(
        "Автобус застрял у деревни Шемякшино и села Прасковеевка.",
        "Шемякшино=place, Прасковеевка=place",
        id="unknown villages",
    ),
    pytest.param(
        "Беженцы живут в районе Тоттенхэм в Лондоне.", "Тоттенхэм=place, Лондоне=place", id="unknown district"
    ),
    pytest.param("Губернатор области Кузьмин ушёл в отпуск.", "", id="a surname behind the noun of a region"),
    pytest.param("Автобус сломался на проспекте Вернадского в Туле.", "Вернадского=place, Туле=place", id="avenue"),
    pytest.param("Дом стоит на ул. Ленина в Донецке.", "Ленина=place, Донецке=place", id="street cut short"),
    pytest.param("Митинг прошёл у метро «Сокол».", "Сокол=place", id="quoted station"),
    pytest.param(
        "Рабочие чинят мост Александра Невского в Омске.",
        "Александра Невского=place, Омске=place",
        id="bridge named after a person",
    ),
    pytest.param(
        "Завод построят в г. Калуга и пос. Майский.", "Калуга=place, Майский=place", id="class nouns cut short"
    ),
    pytest.param(
        "БАКУ, 10 октября (Рейтер) - Азербайджан согласился.",
        "БАКУ=place, Азербайджан=place",
        id="dateline with an agency",
    ),
    pytest.param("ЛОНДОН, 3 мая — РИА Новости. Суд отложен.", "ЛОНДОН=place", id="dateline with a dash"),
    pytest.param("МОСКВА И ПЕКИН ПОДПИСАЛИ ДОГОВОР О ГАЗЕ", "МОСКВА=metonym, ПЕКИН=metonym", id="headline in capitals"),
    pytest.param(
        "Выставки пройдут в Омске, Томске и Барнауле.", "Омске=place, Томске=place, Барнауле=place", id="list of three"
    ),
    pytest.param(
        "Снег выпал в Тамбовской и Пензенской областях.", "Пензенской областях=place", id="the last of two regions"
    ),
    pytest.param("Переговоры Москва-Баку отложены.", "Москва=place, Баку=place", id="hyphenated pair"),
    pytest.param("Российско-турецкая граница закрыта.", "Российско=demonym, турецкая=demonym", id="border of two"),
    pytest.param(
        "Американо-китайские переговоры прошли в Женеве.",
        "Американо=demonym, китайские=demonym, Женеве=place",
        id="irregular first half",
    ),
    pytest.param(
        "Москва опровергла сообщения, а в Москве прошёл митинг.",
        "Москва=metonym, Москве=place",
        id="speaks, and is a place",
    ),
    pytest.param("Мэр Казани Ильсур Метшин улетел в Вену.", "Казани=place, Вену=place", id="genitive before a name"),
    pytest.param("Власти Калифорнии ввели запрет.", "Калифорнии=place", id="authorities"),
    pytest.param(
        "Турчанки и японки приехали в Сочи.", "Турчанки=demonym, японки=demonym, Сочи=place", id="feminine plural"
    ),
    pytest.param(
        "Немок и чешек встретили в Праге.", "Немок=demonym, чешек=demonym, Праге=place", id="feminine genitive plural"
    ),
    pytest.param("Самое интересное впереди. Первого канала нет.", "", id="small words with capitals"),
    pytest.param("Футболист Сергей Тверской вернулся в Тверь.", "Тверь=place", id="surname of an adjective"),
    pytest.param("Пилот стал Героем России.", "России=embedded", id="award"),
    pytest.param("Город-герой Волгоград отметил праздник.", "Волгоград=place", id="hero city"),
    pytest.param("Взрыв прогремел на авиабазе Хмеймим в Сирии.", "Хмеймим=place, Сирии=place", id="air base"),
    pytest.param("В XIX веке здесь торговали.", "", id="Roman numeral"),
]

NEWS = [
    pytest.param(
        "Автобус застрял у деревни Шемякшино и села Прасковеевка.",
        "Шемякшино=place, Прасковеевка=place",
        id="unknown villages",
    ),
    pytest.param(
        "Беженцы живут в районе Тоттенхэм в Лондоне.", "Тоттенхэм=place, Лондоне=place", id="unknown district"
    ),
    pytest.param("Губернатор области Кузьмин ушёл в отпуск.", "", id="a surname behind a region's noun"),
    pytest.param("Автобус сломался на проспекте Вернадского в Туле.", "Вернадского=place, Туле=place", id="avenue"),
    pytest.param("Дом стоит на ул. Ленина в Донецке.", "Ленина=place, Донецке=place", id="street cut short"),
    pytest.param("Митинг прошёл у метро «Сокол».", "Сокол=place", id="quoted station"),
    pytest.param(
        "Рабочие чинят мост Александра Невского в Омске.",
        "Александра Невского=place, Омске=place",
        id="bridge of a known name",
    ),
    pytest.param(
        "Завод построят в г. Калуга и пос. Майский.", "Калуга=place, Майский=place", id="class nouns cut short"
    ),
    pytest.param(
        "БАКУ, 10 октября (Рейтер) - Азербайджан согласился.",
        "БАКУ=place, Азербайджан=place",
        id="dateline with an agency",
    ),
    pytest.param("ЛОНДОН, 3 мая — РИА Новости. Суд отложен.", "ЛОНДОН=place", id="dateline with a dash"),
    pytest.param("МОСКВА И ПЕКИН ПОДПИСАЛИ ДОГОВОР О ГАЗЕ", "МОСКВА=metonym, ПЕКИН=metonym", id="headline in capitals"),
    pytest.param(
        "Выставки пройдут в Омске, Томске и Барнауле.", "Омске=place, Томске=place, Барнауле=place", id="list of three"
    ),
    pytest.param(
        "Снег выпал в Тамбовской и Пензенской областях.", "Пензенской областях=place", id="the last of two regions"
    ),
    pytest.param("Переговоры Москва-Баку отложены.", "Москва=place, Баку=place", id="hyphenated pair"),
    pytest.param("Российско-турецкая граница закрыта.", "Российско=demonym, турецкая=demonym", id="border of two"),
    pytest.param(
        "Американо-китайские переговоры прошли в Женеве.",
        "Американо=demonym, китайские=demonym, Женеве=place",
        id="irregular first half",
    ),
    pytest.param(
        "Москва опровергла сообщения, а в Москве прошёл митинг.",
        "Москва=metonym, Москве=place",
        id="speaks, and is a place",
    ),
    pytest.param("Мэр Казани Ильсур Метшин улетел в Вену.", "Казани=place, Вену=place", id="genitive before a name"),
    pytest.param("Власти Калифорнии ввели запрет.", "Калифорнии=place", id="authorities"),
    pytest.param(
        "Турчанки и японки приехали в Сочи.", "Турчанки=demonym, японки=demonym, Сочи=place", id="feminine plural"
    ),
    pytest.param(
        "Немок и чешек встретили в Праге.", "Немок=demonym, чешек=demonym, Праге=place", id="feminine genitive plural"
    ),
    pytest.param("Самое интересное впереди. Первого канала нет.", "", id="small words with capitals"),
    pytest.param("Футболист Сергей Тверской вернулся в Тверь.", "Тверь=place", id="surname of an adjective"),
    pytest.param("Пилот стал Героем России.", "России=embedded", id="award"),
    pytest.param("Город-герой Волгоград отметил праздник.", "Волгоград=place", id="hero city"),
    pytest.param("Взрыв прогремел на авиабазе Хмеймим в Сирии.", "Хмеймим=place, Сирии=place", id="air base"),
    pytest.param("В XIX веке здесь торговали.", "", id="Roman numeral"),
]


@pytest.mark.parametrize(
    ("text", "found"), [*NAMES, *CLASS_NOUNS, *METONYMS, *NATIONALITIES, *ORGANISATIONS, *PERSONS, *NEWS]
)
def test_russian(text: str, found: str) -> None:
    assert spans("ru", text) == found
