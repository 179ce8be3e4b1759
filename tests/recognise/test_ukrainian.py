"""The rules for Ukrainian, a few sentences each; names stand in all their cases."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param(
        "Потяг іде з Києва до Львова через Рівне.", "Києва=place, Львова=place, Рівне=place", id="vowels that change"
    ),
    pytest.param("У Харкові, Одесі та Дніпрі лунала тривога.", "Харкові=place, Одесі=place, Дніпрі=place", id="list"),
    pytest.param("Вона народилася в Тернополі, а живе в Чернігові.", "Тернополі=place, Чернігові=place", id="locative"),
    pytest.param(
        "Сніг випав у Сумах, Черкасах і Чернівцях.", "Сумах=place, Черкасах=place, Чернівцях=place", id="plural names"
    ),
    pytest.param("Літак прибув з Івано-Франківська.", "Івано-Франківська=place", id="hyphen"),
    pytest.param("Бої тривають біля Авдіївки та Слов'янська.", "Авдіївки=place, Слов'янська=place", id="apostrophe"),
    pytest.param(
        "Туристи повернулися з Єгипту, Туреччини та Польщі.",
        "Єгипту=place, Туреччини=place, Польщі=place",
        id="countries",
    ),
    pytest.param(
        "У Білорусі, Ізраїлі, Китаї та Японії тихо.",
        "Білорусі=place, Ізраїлі=place, Китаї=place, Японії=place",
        id="more countries",
    ),
    pytest.param("Країни Близького Сходу закрили кордони.", "Близького Сходу=place", id="Middle East"),
    pytest.param("Він живе у Відні, а працює в Празі.", "Відні=place, Празі=place", id="consonants that change"),
    pytest.param("США та Велика Британія підписали договір.", "США=place, Велика Британія=place", id="acronym"),
    pytest.param("Саміт відбувся у Нью-Йорку.", "Нью-Йорку=place", id="New York"),
    pytest.param("Газ іде з Росії в Європу.", "Росії=place, Європу=place", id="continent"),
    pytest.param("Серпень був спекотний, а в травні падав сніг.", "", id="months"),
    pytest.param("Хлопець узяв лук і рис.", "", id="common nouns"),
    pytest.param("Аби не було, решта прийшла. Буде дощ.", "", id="sentence start"),
    pytest.param(
        "Саміт минув у Люксембурзі, а потяг збирали в Кременчуці.", "Люксембурзі=place, Кременчуці=place", id="г and к"
    ),
    pytest.param(
        "Про жертв у Придністров'ї та Приазов'ї не повідомляли.",
        "Придністров'ї=place, Приазов'ї=place",
        id="an ending behind an apostrophe",
    ),
]

CLASS_NOUNS = [
    pytest.param("Вибух стався у Донецькій області.", "Донецькій області=place", id="region"),
    pytest.param("Вода піднялася в річці Дніпро.", "Дніпро=place", id="river"),
    pytest.param("Корабель вийшов у Чорне море.", "Чорне море=place", id="sea"),
    pytest.param("Літак сів в аеропорту Бориспіль.", "Бориспіль=place", id="airport"),
    pytest.param("Жителі міста Кам'янець-Подільський святкують.", "Кам'янець-Подільський=place", id="city"),
    pytest.param("На сході України тихо.", "України=place", id="direction"),
]

METONYMS = [
    pytest.param("Київ заявив, що готовий до переговорів.", "Київ=metonym", id="capital says"),
    pytest.param("Москва і Мінськ підписали угоду.", "Москва=metonym, Мінськ=metonym", id="two capitals"),
    pytest.param("Варшава закликала Берлін діяти.", "Варшава=metonym, Берлін=place", id="object"),
    pytest.param("Кремль відкинув звинувачення.", "Кремль=metonym", id="institution"),
    pytest.param("У Москві заявили про це.", "Москві=place", id="located"),
    pytest.param("Київ зі свого боку знову відкинув ці звинувачення.", "Київ=metonym", id="small words between"),
    pytest.param("Берлін і Рим цю ідею підтримали.", "Берлін=metonym, Рим=metonym", id="verb at the end"),
    pytest.param(
        "Стосунки Варшави з Берліном погіршилися.", "Варшави=metonym, Берліном=metonym", id="relations of two"
    ),
    pytest.param("Київ цієї весни цвіте каштанами.", "Київ=place", id="another verb"),
]

NATIONALITIES = [
    pytest.param("Український посол поїхав.", "Український=demonym", id="adjective"),
    pytest.param("Американці летять до Грузії.", "Американці=demonym, Грузії=place", id="people"),
    pytest.param("В'єтнамський посол поїхав.", "В'єтнамський=demonym", id="apostrophe"),
    pytest.param("Білоруси живуть у Білорусі.", "Білоруси=demonym, Білорусі=place", id="people and country"),
]

ORGANISATIONS = [
    pytest.param("Рада Європи ухвалила рішення.", "Європи=embedded", id="listed whole"),
    pytest.param("Банк Англії підвищив ставку.", "Англії=embedded", id="bank"),
    pytest.param("Посольство Польщі зачинене.", "Польщі=embedded", id="embassy"),
    pytest.param("МЗС Ірану зробило заяву.", "Ірану=embedded", id="ministry"),
    pytest.param("Національний банк України підвищив ставку.", "України=embedded", id="national bank"),
    pytest.param(
        "У посольстві Казахстану в Кабулі підтвердили це.",
        "Казахстану=embedded, Кабулі=place",
        id="embassy written small",
    ),
    pytest.param(
        "Про це заявило міністерство закордонних справ Вірменії.", "Вірменії=embedded", id="ministry of foreign affairs"
    ),
    pytest.param(
        "Уряд Іраку пішов у відставку, а парламент Грузії ухвалив закон.",
        "Іраку=place, Грузії=embedded",
        id="government and parliament",
    ),
    pytest.param(
        "Збройні сили Індії провели навчання, міністр оборони Вірменії прибув.",
        "Індії=embedded, Вірменії=place",
        id="forces, and a minister",
    ),
]

PERSONS = [
    pytest.param("Пан Полтава пішов.", "", id="title"),
    pytest.param("Письменник Джек Лондон помер.", "", id="given name"),
    pytest.param("Міністр Олексій Чернігів прибув до Парижа.", "Парижа=place", id="surname"),
    pytest.param("Театр імені Шевченка відкрито.", "", id="named after"),
    pytest.param(
        "Президент України Володимир Зеленський прибув до Києва.",
        "України=place, Києва=place",
        id="country before a name",
    ),
]

NEWS = [
    pytest.param("Пожежа сталася в селі Березовий Ключ.", "Березовий Ключ=place", id="unknown village"),
    pytest.param("Голова області Кузьменко пішов у відпустку.", "", id="a surname behind the noun of a region"),
    pytest.param("Автобус зламався на вулиці Бандери у Львові.", "Бандери=place, Львові=place", id="street"),
    pytest.param("Будинок стоїть на вул. Шевченка в Умані.", "Шевченка=place, Умані=place", id="street cut short"),
    pytest.param("Міст Патона в Києві зачинено.", "Патона=place, Києві=place", id="bridge"),
    pytest.param("Мітинг пройшов на майдані Незалежності.", "Незалежності=place", id="square"),
    pytest.param(
        "Завод збудують у м. Бровари та смт Гостомель.", "Бровари=place, Гостомель=place", id="class nouns cut short"
    ),
    pytest.param(
        "ВАРШАВА, 10 жовтня (Рейтер) - Польща погодилася.", "ВАРШАВА=place, Польща=place", id="dateline with an agency"
    ),
    pytest.param("КИЇВ І ВАРШАВА ПІДПИСАЛИ УГОДУ ПРО ГАЗ", "КИЇВ=metonym, ВАРШАВА=metonym", id="headline in capitals"),
    pytest.param(
        "Вибухи пролунали в Одесі, Миколаєві та Херсоні.",
        "Одесі=place, Миколаєві=place, Херсоні=place",
        id="list of three",
    ),
    pytest.param(
        "Вибухи лунають у Сумській та Харківській областях.", "Харківській областях=place", id="the last of two regions"
    ),
    pytest.param("Переговори Київ-Варшава відкладено.", "Київ=place, Варшава=place", id="hyphenated pair"),
    pytest.param("Українсько-польський кордон закрито.", "Українсько=demonym, польський=demonym", id="border of two"),
    pytest.param(
        "Американо-китайські переговори відбулися в Женеві.",
        "Американо=demonym, китайські=demonym, Женеві=place",
        id="irregular first half",
    ),
    pytest.param(
        "Київ спростував повідомлення, а в Києві пройшов мітинг.",
        "Київ=metonym, Києві=place",
        id="speaks, and is a place",
    ),
    pytest.param(
        "Польки та французи приїхали до Одеси.", "Польки=demonym, французи=demonym, Одеси=place", id="feminine plural"
    ),
    pytest.param("Футболіст Андрій Полтавець повернувся до Полтави.", "Полтави=place", id="surname like a demonym"),
    pytest.param("Міський голова Львова Андрій Садовий повідомив про це.", "Львова=place", id="genitive before a name"),
    pytest.param("Пілот став Героєм України.", "України=embedded", id="award"),
    pytest.param("У XIX столітті тут торгували. Перша школа стоїть досі.", "", id="Roman numeral and ordinal"),
]

NEWS = [
    pytest.param("Пожежа сталася в селі Березовий Ключ.", "Березовий Ключ=place", id="unknown village"),
    pytest.param("Голова області Кузьменко пішов у відпустку.", "", id="a surname behind a region's noun"),
    pytest.param("Автобус зламався на вулиці Бандери у Львові.", "Бандери=place, Львові=place", id="street"),
    pytest.param("Будинок стоїть на вул. Шевченка в Умані.", "Шевченка=place, Умані=place", id="street cut short"),
    pytest.param("Міст Патона в Києві зачинено.", "Патона=place, Києві=place", id="bridge"),
    pytest.param("Мітинг пройшов на майдані Незалежності.", "Незалежності=place", id="square"),
    pytest.param(
        "Завод збудують у м. Бровари та смт Гостомель.", "Бровари=place, Гостомель=place", id="class nouns cut short"
    ),
    pytest.param(
        "ВАРШАВА, 10 жовтня (Рейтер) - Польща погодилася.", "ВАРШАВА=place, Польща=place", id="dateline with an agency"
    ),
    pytest.param("КИЇВ І ВАРШАВА ПІДПИСАЛИ УГОДУ ПРО ГАЗ", "КИЇВ=metonym, ВАРШАВА=metonym", id="headline in capitals"),
    pytest.param(
        "Вибухи пролунали в Одесі, Миколаєві та Херсоні.",
        "Одесі=place, Миколаєві=place, Херсоні=place",
        id="list of three",
    ),
    pytest.param(
        "Вибухи лунають у Сумській та Харківській областях.", "Харківській областях=place", id="the last of two regions"
    ),
    pytest.param("Переговори Київ-Варшава відкладено.", "Київ=place, Варшава=place", id="hyphenated pair"),
    pytest.param("Українсько-польський кордон закрито.", "Українсько=demonym, польський=demonym", id="border of two"),
    pytest.param(
        "Американо-китайські переговори відбулися в Женеві.",
        "Американо=demonym, китайські=demonym, Женеві=place",
        id="irregular first half",
    ),
    pytest.param(
        "Київ спростував повідомлення, а в Києві пройшов мітинг.",
        "Київ=metonym, Києві=place",
        id="speaks, and is a place",
    ),
    pytest.param(
        "Польки та французи приїхали до Одеси.", "Польки=demonym, французи=demonym, Одеси=place", id="feminine plural"
    ),
    pytest.param("Футболіст Андрій Полтавець повернувся до Полтави.", "Полтави=place", id="surname like a demonym"),
    pytest.param("Міський голова Львова Андрій Садовий повідомив про це.", "Львова=place", id="genitive before a name"),
    pytest.param("Пілот став Героєм України.", "України=embedded", id="award"),
    pytest.param("У XIX столітті тут торгували. Перша школа стоїть досі.", "", id="Roman numeral and ordinal"),
]


@pytest.mark.parametrize(
    ("text", "found"), [*NAMES, *CLASS_NOUNS, *METONYMS, *NATIONALITIES, *ORGANISATIONS, *PERSONS, *NEWS]
)
def test_ukrainian(text: str, found: str) -> None:
    assert spans("uk", text) == found
