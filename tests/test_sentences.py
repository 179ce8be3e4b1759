"""Where sentences end, in every language that has rules, and in scripts of others. A bar stands where one ends."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.excerpts import LONGEST, find_excerpt, split_sentences
from geo.languages import read_language, read_languages

CASES = {
    "ar": (
        "وصل الوفد إلى عمّان. | ثم غادر إلى دمشق.",
        "هل عاد الوزير؟ | نعم؛ عاد مساء أمس! | ولم يصرّح.",
        "قال د. سامي إن النسبة 3.5 في المئة. | وانتهى الاجتماع.",
        "«لن ننسحب.» | ثم خرج من القاعة.",
        "بيروت (وكالات)\n| اجتمع الوزراء في 10.10.2020 وتفرقوا.",
        "بُنيت المدينة عام 300 ق.م. قرب النهر. | وهُدمت لاحقا.",
        "بُني عام 1990 م. | وارتفاعه 500 م. | في القاهرة سنة 1442 هـ. | انتهى.",
        "«هل انتهت الحرب؟» قال الوزير في بغداد. | لم يجبه أحد.",
    ),
    "en": (
        "Dr. J. R. Moss met Gen. Oz in St. Louis. | They ate.",
        "He left at 5 p.m. on Oct. 3. | The U.S. Navy stayed in the U.S. | The rest went.",
        "Order No. 5 came. | He said no. | She left.",
        '"Really?" he asked. | "Yes." | (He lied.) | See example.com for 3.5 reasons.',
        "Wait… he said. | Done…\n| Boats, nets etc. were lost. | Rain came.",
        "Headline without a stop\n\n| MOSCOW, Oct. 10 (Agency) — Talks began.\n| 1. Syria\n| 2. Iraq",
        "People in Sana'a. | Houthi fighters (?) came [...] and left.[3] | Boats sank.",
        "He asked . . . and went. | Nobody knew.",
    ),
    "ru": (
        "В 2020 г. Россия ввела меры. | В г. Тверь приехал И. И. Котов.",
        "Он родился в 1970 г. | В Москве жил на ул. Мира, д. 5. | Потом уехал.",
        "«Мы уходим!» — сказал он. | «Куда?» | Никто не знал…\n| Конец.",
        "Цены выросли на 3.5 проц. | По данным на 10.10.2020, рост идёт.",
        "Сёла, города и т. д. Москва не назвала. | Рис, соль и т.д. | В Омске тихо.",
        "ОМСК. — Суд начался. | Судья ушёл.",
        "Ущерб составил 5 млн. руб. | Это много.",
    ),
    "uk": (
        "У м. Київ живе І. П. Лис. | Він учора приїхав.",
        "Це сталося у 1991 р. | У Львові було тихо.",
        "«Ідемо?» — спитав він. | «Так.» | Усе скінчилося…\n| Далі йшов дощ.",
        "На вул. Садовій, буд. 3, сталася пожежа. | Ніхто не постраждав.",
        "Курс 36.5 грн. за долар. | Станом на 10.10.2020 він зріс!",
    ),
    "fa": (
        "وزیر به تهران رفت. | سپس بازگشت.",
        "آیا او آمد؟ | بله؛ دیروز آمد! | همه خوشحال شدند.",
        "در سال ۱۳۹۹ ه.ش. در تهران بود. | او رفت.",
        "دکتر م. رضایی گفت نرخ 3.5 درصد است. | جلسه تمام شد.",
        "«ما می‌رویم.» | سپس از اتاق بیرون رفت.",
        "او مکث کرد... و به شیراز رفت. | کسی نفهمید.\n| خبر بعدی",
    ),
    "fr": (
        "M. Le Goff et Mme Roy sont à St. Malo. | Ils dînent.",
        "« C'est fini ! » dit-il. | « Non. » | Il sort.",
        "L'art. 5 dit non. | C'est de l'art. | Le 10.10.2020, J.-P. Roche est parti.",
        "Des vins, des fruits, etc. | Le port de Sète est fermé… mais plein.",
        "Le prix est de 3.5 euros. | Pourquoi ? | Nul ne sait.",
        "PARIS. — Le procès commence. | Il dure.",
    ),
    "de": (
        "Am 3. Oktober sprach Dr. Kern in St. Gallen. | Er blieb kurz.",
        "Es geschah im Jahr 2020. | Die Stadt war leer. | Er ist 30. | Die Frau ist 28.",
        "„Kommst du?“ | „Nein.“ | Er ging z. B. nach Ulm. | »Gut.« | Das war so. | Dann regnete es.",
        "Der 2. Weltkrieg und Friedrich II. | Das Buch kostet 1.000 Euro bzw. 3.5 Pfund.",
        "Nach Art. 5 und Nr. 7 gilt das. | Am So. 3. Mai usw. | Die Wahl ist am 10. 10. 2020 in Bonn.",
        "In der Str. 5 brennt es. | Warum…\n| Überschrift ohne Punkt\n| Text.",
    ),
    "es": (
        "El Sr. De la Vega y la Dra. Ruiz viven en EE. UU. | La casa es suya.",
        "¿Vienes? | ¡No! | Se fue al mar. | Luego volvió.",
        "«Basta.» | Salió a las 3.5 horas… y calló.",
        "El 3 mar. 2020 llegó a la Av. Sur. | En el núm. 5 vive J. M. Soto.",
        "Barcos, redes, etc. | El puerto de Cádiz cerró el 10.10.2020.",
    ),
    "tr": (
        "3. Ordu Erzincan'da. | Komutan geldi.",
        "II. Dünya Savaşı bitti. | Bu yıl 2020. | Bir daha olmasın.",
        "Prof. Dr. A. Kaya İzmir'e gitti. | “Bitti mi?” diye sordu.",
        "Atatürk Cad. No. 5 yandı. | Ankara... ve İstanbul sustu!",
        "Ücret 3.5 lira. | İki gün sürdü. | Tarih 10.10.2020 idi.",
    ),
    "ur": (
        "وزیر لاہور گئے۔ | پھر واپس آئے۔",
        "کیا وہ آیا؟ | جی ہاں۔ | سب خوش ہوئے۔",
        "شرح 3.5 فیصد ہے۔|دوسری خبر کراچی سے ہے۔",
        "جماعت پی۔ٹی۔آئی نے جلسہ کیا۔ | لوگ آئے۔",
        "’’ہم جائیں گے۔‘‘ | وہ خاموش رہا۔۔۔ اور چلا گیا۔",
        "شہ سرخی بغیر نشان\n| متن یہاں ہے!",
    ),
    "az": (
        "Prof. A. Quliyev Bakıya gəldi. | Görüş oldu.",
        "Gen. Rza dedi: “Gedirik!” | Hamı susdu…\n| Son.",
        "Qiymət 3.5 manatdır. | Bu çoxdur.",
        "Kitab, qələm və s. Bakıda satılır. | Niyə?",
        "Tarix 10.10.2020 idi. | O, Gəncəyə getdi.",
    ),
    "hy": (
        "Նախարարը մեկնեց Մոսկվա։ | Հետո վերադարձավ։",
        "Նա ասաց. «Մենք գնում ենք։» | Բոլորը լռեցին։",
        "Ինչո՞ւ եկավ նա Գյումրի։ | Ոչ ոք չգիտի՝ ինչու։",
        "Քննարկումը տեւեց 3.5 ժամ: | Հանդիպումը 10:30-ին էր: | Վերջ։",
        "Նա ծնվել է 1990 թ.: | Հետո մեկնեց Վանաձոր։",
        "1988 թ. Սպիտակում երկրաշարժ եղավ։ | Ք. Երևան, Աբովյան փ. 5։",
        "Վերնագիր առանց վերջակետի\n| Տեքստ...",
    ),
    "he": (
        "השר הגיע לחיפה. | אחר כך חזר.",
        'צה"ל נכנס לעזה. | דובר ארה"ב שתק!',
        "האם הוא בא? | כן. | ג'נין שקטה… ורמאללה גם.",
        "א. ב. כהן כתב ב-10.10.2020. | המחיר 3.5 שקל.",
        '"די." | הוא יצא מרח\' הרצל 5.\n| כותרת בלי נקודה',
    ),
    "it": (
        "Il sig. La Torre e il dott. G. Neri sono a S. Pietro. | Poi partono.",
        "«Basta!» disse. | «No.» | È finita.",
        "Vini, frutta, ecc. | Il porto è chiuso… ma pieno.",
        "L'art. 5 dice no. | È arte dell'art. | Il 10.10.2020 costava 3.5 euro.",
        "Perché? | Nessuno sa.\n| Titolo senza punto\n| Testo.",
    ),
    "pt": (
        "O Sr. Da Costa e a Dra. M. Reis vivem na Av. Central. | Eles saíram.",
        "Chegou às dez. | O mar subiu. | Em 3 dez. 2020 voltou.",
        "“Chega.” | Ele saiu… e voltou.",
        "Barcos, redes, etc. | O porto custa 3.5 reais.",
        "Por quê? | Ninguém sabe!\n| Título sem ponto\n| 10.10.2020 foi o dia.",
    ),
    "nl": (
        "Dr. J. van den Berg woont in St. Willebrord. | Hij werkt.",
        "„Kom je?” | „Nee.” | Hij ging bijv. naar Breda.",
        "Boten, netten enz. | De haven is dicht… maar vol.",
        "Art. 5 en nr. 7 gelden. | Op 10.10.2020 kostte het 3.5 euro.",
        "Waarom? | Niemand weet het!\n| Kop zonder punt\n| Tekst.",
    ),
    "pl": (
        "Prof. J. Nowak i gen. Kot są na ul. Długiej. | Potem wyszli.",
        "To było w 2020 r. | W Łodzi padało. | 3. Brygada i Jan Paweł II. Wojtyła.",
        "„Idziesz?” | „Nie.” | Czekał… aż przyszła.",
        "Łodzie, sieci itd. | W porcie ok. 5 tys. osób czekało m.in. na prom.",
        "Cena 3.5 zł. | Na dzień 10.10.2020 to dużo!\n| Nagłówek bez kropki\n| Tekst.",
    ),
    # scripts of languages without rules
    "zh": ("他去了北京。|她说：“走吧。”他走了！|为什么？|没人知道…… 完。",),
    "ja": ("東京に行った。|「そうだ。」と彼は言った。|終わり！",),
    "hi": ("वह दिल्ली गया। | फिर लौटा॥ | क्यों? | दर 3.5 है।",),
    "th": ("เขาไปกรุงเทพฯ เมื่อ พ.ศ. 2563 กับ ดร. สมชาย\n| เขากลับมาแล้ว! | จบ",),
    "am": ("ወደ አዲስ አበባ ሄደ። | ለምን ሄደ፧ | ማንም አያውቅም፡፡ | አበቃ።",),
    "el": ("Πήγε στην Αθήνα. | Γιατί; | Ο Κ. Νίκου, π.χ. στη Δράμα, σιωπά· ναι. | Τέλος\u037e",),
}


def cases() -> Iterator[Any]:
    for code, marked in CASES.items():
        for number, text in enumerate(marked, 1):
            yield pytest.param(code, text, id=f"{code} {number}")


@pytest.mark.parametrize(("code", "marked"), list(cases()))
def test_sentences_end_at_the_bars(code: str, marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("|")]
    found = split_sentences(marked.replace("| ", "").replace("|", ""), read_language(code))
    assert [sentence.strip() for sentence in found] == expected


def test_every_language_has_five_cases() -> None:
    assert {code for code in read_languages() if len(CASES.get(code, ())) < 5} == set()


MIXED = st.text(alphabet="abДմ .!?\u2026\n\"'«»()3\u202eم؟۔։:;。一-", max_size=200)
CODES = st.sampled_from([None, *read_languages()])


@given(MIXED, CODES)
def test_sentences_partition_the_text(text: str, code: str | None) -> None:
    sentences = split_sentences(text, read_language(code) if code else None)
    assert "".join(sentences) == text
    assert all(sentence.strip() for sentence in sentences[1:])


@given(MIXED, CODES, st.integers(0, 40), st.data())
def test_the_mention_lies_inside_its_excerpt(text: str, code: str | None, longest: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    excerpt = find_excerpt(text, start, end, language=read_language(code) if code else None, longest=longest)
    assert excerpt.mention == text[start:end]
    assert text[excerpt.start : excerpt.start + len(excerpt.text)] == excerpt.text
    assert len(excerpt.text) <= longest + end - start


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        pytest.param("word " * 10, " word" * 300, (False, True), id="long behind"),
        pytest.param("word, word " * 200, " word.", (True, False), id="long before"),
        pytest.param("词" * 5000 + "，" + "词" * 440, "词" * 5000, (True, True), id="no spaces"),
        pytest.param("a\u0301" * 3000, "a\u0301" * 3000, (True, True), id="accents"),
    ],
)
def test_a_long_sentence_is_cut_at_a_sensible_place(before: str, after: str, cut: tuple[bool, bool]) -> None:
    excerpt = find_excerpt(f"{before}Homs{after}", len(before), len(before) + 4)
    assert excerpt.mention == "Homs"
    assert (excerpt.cut_before, excerpt.cut_after) == cut
    assert LONGEST // 2 < len(excerpt.text) <= LONGEST + 4
    assert excerpt.text[0] in "wa词"
    assert excerpt.text[-1] in "d.词\u0301"


def test_a_sentence_that_fits_is_whole_however_far_its_mention_stands_from_its_middle() -> None:
    text = "Homs " + "word " * 150 + "end. More."
    excerpt = find_excerpt(text, 0, 4)
    assert excerpt.text == text.removesuffix(" More.")
    assert not excerpt.cut_after


@pytest.mark.parametrize(
    "piece", [". ", "A. ", "12. ", '."', "...", "»: ", ". . ", "? »", "\n", "مم. ", "[1]", "a", " ", "(", "۔", "Մ:"]
)
def test_reading_is_linear(piece: str) -> None:
    begin = time.process_time()
    split_sentences(piece * (200_000 // len(piece)), read_language("de"))
    assert time.process_time() - begin < 5
