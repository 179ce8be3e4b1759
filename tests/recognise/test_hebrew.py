"""The rules for Hebrew, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import mentions, spans

PROCLITICS = [
    pytest.param("המשלחת הגיעה למוסקבה", "מוסקבה=place", id="to"),
    pytest.param("בישראל ובירדן ירד גשם", "ישראל=place, ירדן=place", id="in, and in"),
    pytest.param("הרכבת מתל אביב לחיפה איחרה", "תל אביב=place, חיפה=place", id="from two words"),
    pytest.param("לבנון, סוריה וירדן", "לבנון=place, סוריה=place, ירדן=place", id="list"),
    pytest.param("בין רוסיה לאוקראינה", "רוסיה=place, אוקראינה=place", id="between"),
    pytest.param("בבאר שבע ובבית לחם", "באר שבע=place, בית לחם=place", id="names that begin with b"),
    pytest.param("הפלסטינים בגדה המערבית", "הפלסטינים=demonym, גדה המערבית=place", id="the merged article"),
    pytest.param("בְּיִשְׂרָאֵל", "יִשְׂרָאֵל=place", id="pointed"),
    pytest.param("הוא טס לז'נבה ומשם לבייג'ינג.", "ז'נבה=place, בייג'ינג=place", id="before a geresh"),
]

NAMES = [
    pytest.param("בית שמש, בת ים, רמת גן", "בית שמש=place, בת ים=place, רמת גן=place", id="everyday words in names"),
    pytest.param("ניו יורק קרה", "ניו יורק=place", id="New York"),
    pytest.param("סודן ותימן", "סודן=place, תימן=place", id="and"),
    pytest.param("הגדה המערבית שקטה", "הגדה המערבית=place", id="West Bank"),
    pytest.param("ים המלח מתייבש", "ים המלח=place", id="sea in a name"),
]

CLASS_NOUNS = [
    pytest.param("העיר חברון שקטה", "חברון=place", id="the city"),
    pytest.param("בעיר חיפה", "חיפה=place", id="in the city"),
    pytest.param("תושבי אשקלון ואשדוד", "אשקלון=place, אשדוד=place", id="residents"),
    pytest.param("נמל אשדוד סגור", "אשדוד=place", id="port"),
    pytest.param("האש ברצועת עזה", "עזה=place", id="strip"),
]

PERSONS = [
    pytest.param("מר ערד אמר שהוא עייף", "", id="title"),
    pytest.param("הנשיא הצרפתי עמנואל מקרון הגיע לביירות", "הצרפתי=demonym, ביירות=place", id="nationality"),
    pytest.param("ראש הממשלה בנימין נתניהו טס ללונדון", "לונדון=place", id="office and given name"),
    pytest.param("שר החוץ של בריטניה", "בריטניה=place", id="of a country"),
    pytest.param("דוד מצרי אמר זאת.", "", id="a nationality as a surname"),
]

ORGANISATIONS = [
    pytest.param("אוניברסיטת תל אביב פתחה את השנה", "תל אביב=embedded", id="university"),
    pytest.param("האוניברסיטה העברית בירושלים", "ירושלים=place", id="in ends the name"),
    pytest.param("בנק ישראל העלה את הריבית", "ישראל=embedded", id="bank"),
    pytest.param("מכבי חיפה ניצחה את הפועל באר שבע", "חיפה=embedded, באר שבע=embedded", id="clubs"),
    pytest.param("עיתון ניו יורק טיימס דיווח", "ניו יורק=embedded", id="newspaper"),
    pytest.param("הסכם אוסלו נחתם", "אוסלו=embedded", id="treaty"),
    pytest.param("שגרירות קזחסטן בקאבול נסגרה.", "קזחסטן=embedded, קאבול=place", id="embassy"),
    pytest.param("משרד החוץ של איראן הכחיש.", "איראן=embedded", id='ministry with "of"'),
    pytest.param("ממשלת עיראק התפטרה.", "עיראק=place", id="a government acts for its country"),
    pytest.param("בית המשפט העליון של גאורגיה פסק.", "גאורגיה=embedded", id="supreme court"),
    pytest.param("שר ההגנה של ארמניה הגיע.", "ארמניה=place", id="a minister is no ministry"),
]

NATIONALITIES = [
    pytest.param("חיילים אמריקאים עזבו את עיראק", "אמריקאים=demonym, עיראק=place", id="plural"),
    pytest.param("האיראנים והרוסים חתמו", "האיראנים=demonym, הרוסים=demonym", id="definite plurals"),
    pytest.param("הממשלה המצרית גינתה", "המצרית=demonym", id="feminine"),
    pytest.param("המצרים חצו את הגבול עם מצרים", "המצרים=demonym, מצרים=place", id="Egyptians and Egypt"),
    pytest.param("הצבא הסיני התקדם", "הסיני=demonym", id="Chinese"),
]

GOVERNMENTS = [
    pytest.param("מוסקבה הודיעה על הפסקת אש", "מוסקבה=metonym", id="the verb behind"),
    pytest.param("וושינגטון הזהירה את איראן", "וושינגטון=metonym, איראן=place", id="and a country"),
    pytest.param("הבית הלבן אישר את הידיעה", "הבית הלבן=metonym", id="an institution"),
    pytest.param("הפגישה נערכה בבית הלבן", "בית הלבן=place", id="in an institution"),
    pytest.param("בכיר במוסקבה הודיע", "מוסקבה=place", id="someone in it speaks"),
    pytest.param("טהרן, שהכחישה הכול, דחתה את ההצעה.", "טהרן=metonym", id="a clause between"),
    pytest.param("פריז גם הפעם גינתה את התקיפה.", "פריז=metonym", id="small words between"),
    pytest.param("היחסים בין פריז לרומא קרירים.", "פריז=metonym, רומא=metonym", id="relations"),
    pytest.param("רומא, בירת איטליה, מלאה תיירים.", "רומא=place, איטליה=place", id="full of tourists"),
]

WORDS = [
    pytest.param("בחודש יוני וביום שני", "", id="month and day"),
    pytest.param("הוא דיבר על המכה הקשה", "", id="everyday words that are towns"),
    pytest.param("המקרים והשקרים", "", id="cases and lies, not the Crimea"),
    pytest.param("כיוון שלא הגיע", "", id="since, not like Greece"),
    pytest.param("", "", id="empty"),
]

UNKNOWN_NAMES = [
    pytest.param("שלושה תושבים נפצעו בקיבוץ ניר גלים", "ניר גלים=place", id="kibbutz"),
    pytest.param("השריפה פרצה ליד מושב תלמי שרון", "תלמי שרון=place", id="moshav"),
    pytest.param("העיירה פוקרובסק נפלה", "פוקרובסק=place", id="the town"),
    pytest.param("בשכונת נווה שאנן בחיפה", "נווה שאנן=place, חיפה=place", id="neighbourhood"),
    pytest.param("שכונת גילה בירושלים", "גילה=place, ירושלים=place", id="a given name that is a neighbourhood"),
    pytest.param("הרכבת יצאה מתחנת סבידור", "סבידור=place", id="station"),
    pytest.param("שיטפונות בנחל צאלים", "צאלים=place", id="stream"),
    pytest.param("כפר קטן בצפון הארץ", "", id="an adjective is no name"),
    pytest.param("הקיבוץ הוא מקום יפה", "", id="nor is a pronoun"),
    pytest.param("היא יצאה לדרך חדשה", "", id="a new way, no road"),
]

NEWS = [
    pytest.param("ירושלים (רויטרס) - הממשלה התכנסה היום", "ירושלים=place", id="dateline"),
    pytest.param("ביקורים בחיפה, בעכו ובנהריה", "חיפה=place, עכו=place, נהריה=place", id="list"),
    pytest.param("שיחות מוסקבה-באקו נמשכו לילה שלם", "מוסקבה=place, באקו=place", id="hyphenated pair"),
    pytest.param("הגבול הרוסי-טורקי נסגר", "הרוסי=demonym, טורקי=demonym", id="hyphenated nationalities"),
    pytest.param("טהרן הודיעה כי תשיב", "טהרן=metonym", id="speaks"),
    pytest.param("בטהרן הודיעו כי ישיבו", "טהרן=place", id="is where"),
    pytest.param("הם נפגשו ב-3 במאי ביום ראשון", "", id="month and day with a hyphen"),
    pytest.param(
        "הסורים והאוקראיניות נמלטו לגרמניה", "הסורים=demonym, האוקראיניות=demonym, גרמניה=place", id="men and women"
    ),
    pytest.param("התיירת הצרפתית והסטודנטים הפולנים", "הצרפתית=demonym, הפולנים=demonym", id="adjectives"),
    pytest.param("משטרת ישראל עצרה חשודים בחיפה", "ישראל=embedded, חיפה=place", id="police"),
    pytest.param('צה"ל תקף מטרות בדרום לבנון', "דרום לבנון=place", id="an abbreviation is no place"),
    pytest.param("הם נסעו לניו יורק ולאוסלו", "ניו יורק=place, אוסלו=place", id="well-known city"),
    pytest.param("הוא נולד בברוקלין ועבר לפילדלפיה", "ברוקלין=place, פילדלפיה=place", id="two more"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *PROCLITICS,
        *NAMES,
        *CLASS_NOUNS,
        *PERSONS,
        *ORGANISATIONS,
        *NATIONALITIES,
        *GOVERNMENTS,
        *WORDS,
        *UNKNOWN_NAMES,
        *NEWS,
    ],
)
def test_hebrew(text: str, found: str) -> None:
    assert spans("he", text) == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("בעיר חיפה", "P", id="city"),
        pytest.param("נמל אשדוד", "S", id="port"),
        pytest.param("בחיפה", None, id="none"),
    ],
)
def test_a_class_noun_announces_a_class(text: str, trigger: str | None) -> None:
    (mention,) = mentions("he", text)
    assert mention.trigger == trigger
