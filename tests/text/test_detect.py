"""The language of a text, and what is known of one that has no rules."""

import pytest

from geo.languages import read_languages
from geo.text.detect import UNKNOWN, detect_language, script_of, undetermined
from geo.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("وصل الوفد إلى القاهرة صباح اليوم في زيارة رسمية", "ar", id="Arabic"),
        pytest.param("القاهرة", "ar", id="one Arabic word"),
        pytest.param(
            "وصل وزير خارجية پاکستان إلى القاهرة أمس في زيارة رسمية مدتها أسبوع", "ar", id="Arabic quotes Urdu"
        ),
        pytest.param("پاکستان کے وزیر خارجہ کل قاہرہ پہنچے گے", "ur", id="Urdu"),
        pytest.param("وزیر خارجه ایران روز گذشته به پاریس رفت و با همتای خود گفتگو کرد", "fa", id="Persian"),
        pytest.param("The delegation arrived in Cairo on Monday for the first time in years", "en", id="English"),
        pytest.param("Cairo", "en", id="one Latin word"),
        pytest.param(
            "La délégation est arrivée au Caire lundi matin pour une visite officielle qui doit durer une semaine"
            " selon le ministère des affaires étrangères égyptien",
            "fr",
            id="French",
        ),
        pytest.param("Делегация прибыла в Каир в понедельник", "ru", id="Russian"),
        pytest.param("המשלחת הגיעה לקהיר ביום שני", "he", id="Hebrew"),
        pytest.param("Պատվիրակությունը ժամանեց Կահիրե", "hy", id="Armenian"),
        pytest.param("Η αντιπροσωπεία έφτασε στο Κάιρο", UNKNOWN, id="Greek"),
        pytest.param("代表团抵达开罗", UNKNOWN, id="Chinese"),
        pytest.param("12 345 !", UNKNOWN, id="digits"),
        pytest.param("", UNKNOWN, id="empty"),
        pytest.param(
            "وصل الوفد إلى القاهرة صباح اليوم في زيارة رسمية (Cairo, Egypt)", "ar", id="Arabic with Latin words"
        ),
    ],
)
def test_detect_language(text: str, code: str) -> None:
    assert detect_language(tokenise(text), read_languages().values()).code == code


@pytest.mark.parametrize(
    ("word", "script"),
    [
        pytest.param("موسكو", "Arab", id="Arabic"),
        pytest.param("Moscow", "Latn", id="Latin"),
        pytest.param("Москва", "Cyrl", id="Cyrillic"),
        pytest.param("ירושלים", "Hebr", id="Hebrew"),
        pytest.param("Երևան", "Armn", id="Armenian"),
        pytest.param("Αθήνα", "Grek", id="Greek"),
        pytest.param("北京", "Zyyy", id="another"),
        pytest.param("2020", "Zyyy", id="digits"),
    ],
)
def test_script_of(word: str, script: str) -> None:
    assert script_of(word) == script


@pytest.mark.parametrize(
    ("script", "cased", "direction"),
    [
        pytest.param("Latn", True, "ltr", id="Latin"),
        pytest.param("Arab", False, "rtl", id="Arabic"),
        pytest.param("Hebr", False, "rtl", id="Hebrew"),
        pytest.param("Zyyy", False, "ltr", id="unknown"),
    ],
)
def test_an_undetermined_language_knows_its_script(script: str, cased: bool, direction: str) -> None:
    language = undetermined(script)
    assert (language.code, language.cased, language.direction) == (UNKNOWN, cased, direction)
