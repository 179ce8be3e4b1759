"""The language of a text, and what is known of one that has no rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.languages import detector_of_script, read_languages
from geo.models import Article
from geo.pipeline import choose_language
from geo.text.detect import Detector, undetermined
from geo.text.language import UNKNOWN, Language
from geo.text.scripts import script_of
from geo.text.stretches import find_language
from geo.text.tokens import tokenise
from tests.text.headlines import HEADLINES, SENTENCES, WITHOUT_RULES


def language_of(text: str) -> Language:
    return find_language(tokenise(text), detector_of_script)


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
    assert language_of(text).code == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(code, text, id=f"{code}-{text}")
        for texts in (HEADLINES, SENTENCES)
        for code, some in texts.items()
        for text in some
    ],
)
def test_headlines_and_sentences(code: str, text: str) -> None:
    assert language_of(text).code == code


def test_every_language_has_headlines() -> None:
    assert set(HEADLINES) == set(SENTENCES) == set(read_languages())


@pytest.mark.parametrize(
    ("script", "text"),
    [
        pytest.param(script, text, id=f"{name}-{text}")
        for name, (script, texts) in WITHOUT_RULES.items()
        for text in texts
    ],
)
def test_a_language_without_rules_is_known_by_its_script(script: str, text: str) -> None:
    language = language_of(text)
    assert (language.code, language.script) == (UNKNOWN, script)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Almanya'da siddetli firtina: uc olu ve cok sayida yarali var", "tr", id="Turkish in ASCII"),
        pytest.param("El presidente llego a Bogota y se reunio con el ministro", "es", id="Spanish without accents"),
        pytest.param("رئيس جمهور ايران گفت كه اين سفر در هفته آينده انجام مي شود", "fa", id="Persian, Arabic letters"),
        pytest.param("FLOOD WARNING FOR THE NORTH AND THE WEST OF THE COUNTRY", "en", id="capitals"),
        pytest.param("The Minister Of The Interior Has Resigned From His Post", "en", id="each word with a capital"),
        pytest.param("Erdoğan met Şimşek and Çelik in a village near Diyarbakır", "en", id="foreign names"),
        pytest.param("زلزال المغرب https://example.org/en/news/the-earthquake-in-morocco", "ar", id="an address"),
        pytest.param("J. S. Bach", "en", id="initials"),
    ],
)
def test_texts_that_mislead(text: str, code: str) -> None:
    assert choose_language(Article(id="a", text=text)).code == code


def test_yiddish_is_not_hebrew() -> None:
    assert language_of("דער פרעזידענט איז נישט געקומען צו דער זיצונג און ער האט עס נישט דערקלערט").code == UNKNOWN


def test_a_language_of_the_text_is_what_most_of_its_lines_are_in() -> None:
    text = "\n\n".join([*SENTENCES["de"], *SENTENCES["az"][:2]])
    assert language_of(text).code == "de"


def test_a_detector_without_languages_knows_the_script() -> None:
    detector = Detector("Grek", ())
    assert detector.choose(detector.weigh(tokenise("Αθήνα"), 0, 1)) == undetermined("Grek")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text).code in {UNKNOWN, *read_languages()}


@pytest.mark.parametrize(
    ("word", "script"),
    [
        pytest.param("موسكو", "Arab", id="Arabic"),
        pytest.param("Moscow", "Latn", id="Latin"),
        pytest.param("Москва", "Cyrl", id="Cyrillic"),
        pytest.param("ירושלים", "Hebr", id="Hebrew"),
        pytest.param("Երևան", "Armn", id="Armenian"),
        pytest.param("Αθήνα", "Grek", id="Greek"),
        pytest.param("北京", "Hani", id="Chinese"),
        pytest.param("東京", "Hani", id="Japanese"),
        pytest.param("さくら", "Hani", id="kana"),
        pytest.param("서울", "Hang", id="Korean"),
        pytest.param("दिल्ली", "Deva", id="Hindi"),
        pytest.param("თბილისი", "Geor", id="Georgian"),
        pytest.param("አዲስ", "Ethi", id="Amharic"),
        pytest.param("ᚠᚢ", "Zyyy", id="another"),
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
