"""The rules for Persian, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import mentions, spans

NAMES = [
    pytest.param("هیئت روسی وارد مسکو شد", "روسی=demonym, مسکو=place", id="plain"),
    pytest.param("در ایران و ترکیه باران بارید", "ایران=place, ترکیه=place", id="and"),
    pytest.param("در ايران و تركيه باران باريد", "ايران=place, تركيه=place", id="Arabic letters"),
    pytest.param("از کابل تا هرات", "کابل=place, هرات=place", id="from and to"),
    pytest.param("جنگ در قره‌باغ ادامه دارد", "قره‌باغ=place", id="zero-width non-joiner in a name"),
    pytest.param("مقام‌های کی‌یف به پکن رفتند", "کی‌یف=place, پکن=place", id="Kyiv"),
    pytest.param("ایالات متحده و بریتانیا", "ایالات متحده=place, بریتانیا=place", id="two words"),
    pytest.param("نیویورک سرد است", "نیویورک=place", id="no preposition"),
    pytest.param("خبرنگار ما از قم گزارش می‌دهد", "قم=place", id="two letters"),
]

CLASS_NOUNS = [
    pytest.param("زلزله در استان کرمانشاه خسارت زد", "کرمانشاه=place", id="province"),
    pytest.param("مردم شهر تبریز به خیابان آمدند", "تبریز=place", id="city"),
    pytest.param("شهر‌های اصفهان، شیراز و یزد", "اصفهان=place, شیراز=place, یزد=place", id="cities"),
    pytest.param("رودخانه کارون طغیان کرد", "کارون=place", id="river"),
    pytest.param("نفتکش‌ها در خلیج فارس ماندند", "خلیج فارس=place", id="part of the name"),
    pytest.param("استان سیستان و بلوچستان", "سیستان و بلوچستان=place", id="and in a name"),
    pytest.param("در استان مرکزی برف بارید", "استان مرکزی=place", id="a word that is a province"),
    pytest.param("بانک مرکزی نرخ را اعلام کرد", "", id="and is not"),
    pytest.param("جمهوری آذربایجان و ارمنستان", "آذربایجان=place, ارمنستان=place", id="republic"),
    pytest.param("شهردار تهران گفت", "تهران=place", id="a mayor's city does not speak"),
]

PERSONS = [
    pytest.param("آقای کرمان گفت خسته است", "", id="title"),
    pytest.param("دکتر محمد زنجان آمد", "", id="title and given name"),
    pytest.param("علی شیراز کتابی نوشت", "", id="given name"),
    pytest.param("سردار همدان به جبهه رفت", "", id="rank"),
    pytest.param("رئیس جمهور ترکیه به باکو رفت", "ترکیه=place, باکو=place", id="an office of a country"),
    pytest.param("رجب طیب اردوغان در آنکارا گفت", "آنکارا=place", id="several names"),
    pytest.param("وزیر امور خارجه به بغداد رفت", "بغداد=place", id="minister of affairs, not of the Amur"),
    pytest.param("محمد افغانی به تهران رفت.", "تهران=place", id="a nationality as a surname"),
]

ORGANISATIONS = [
    pytest.param("دانشگاه تهران بیانیه داد", "تهران=embedded", id="university"),
    pytest.param("بانک مرکزی ایران نرخ را اعلام کرد", "ایران=embedded", id="two nouns before"),
    pytest.param("تیم ملی ژاپن به دوحه رسید", "ژاپن=embedded, دوحه=place", id="team"),
    pytest.param("روزنامه نیویورک تایمز نوشت", "نیویورک=embedded", id="newspaper"),
    pytest.param("سازمان امنیت و همکاری اروپا جلسه داشت", "اروپا=embedded", id="listed whole"),
    pytest.param("توافق ژنو امضا شد", "ژنو=embedded", id="treaty"),
    pytest.param("مجلس در تهران جلسه داشت", "تهران=place", id="a preposition ends the name"),
    pytest.param("وزارت امور خارجه ایران آن را تکذیب کرد.", "ایران=embedded", id="ministry of foreign affairs"),
    pytest.param("سفارت قزاقستان در کابل بسته شد.", "قزاقستان=embedded, کابل=place", id="embassy"),
    pytest.param("بانک مرکزی ترکیه هشدار داد.", "ترکیه=embedded", id="central bank"),
    pytest.param("وزیر دفاع ارمنستان آمد.", "ارمنستان=place", id="a minister is no ministry"),
]

NATIONALITIES = [
    pytest.param("ایرانی‌ها و افغان‌ها در مرز ماندند", "ایرانی‌ها=demonym, افغان‌ها=demonym", id="plurals"),
    pytest.param("ایرانیان در آلمان", "ایرانیان=demonym, آلمان=place", id="plural of the written language"),
    pytest.param("دولت چین و شرکت‌های ژاپنی", "چین=place, ژاپنی=demonym", id="China and Japanese"),
    pytest.param("نیروهای آمریکایی و امریکایی", "آمریکایی=demonym, امریکایی=demonym", id="two spellings"),
    pytest.param("سربازان کره‌ای و سوری", "کره‌ای=demonym, سوری=demonym", id="after a zero-width non-joiner"),
]

GOVERNMENTS = [
    pytest.param("تهران اعلام کرد که مذاکره می‌کند", "تهران=metonym", id="the verb behind"),
    pytest.param("مسکو و پکن هشدار دادند", "مسکو=metonym, پکن=metonym", id="two that speak"),
    pytest.param("کاخ سفید این خبر را تایید کرد", "کاخ سفید=metonym", id="an institution"),
    pytest.param("نشست در کاخ سفید برگزار شد", "کاخ سفید=place", id="in an institution"),
    pytest.param("مقامی در مسکو گفت", "مسکو=place", id="someone in it speaks"),
    pytest.param("پاریس و برلین در بیانیه‌ای مشترک هشدار دادند.", "پاریس=metonym, برلین=metonym", id="verb at the end"),
    pytest.param("پکن نیز روز دوشنبه این حمله را محکوم کرد.", "پکن=metonym", id="words between"),
    pytest.param("شهردار تهران از این طرح استقبال کرد.", "تهران=place", id="its mayor speaks"),
    pytest.param("تهران در دامنه کوه قرار دارد.", "تهران=place", id="another verb at the end"),
    pytest.param("روابط میان تهران و آنکارا سرد است.", "تهران=metonym, آنکارا=metonym", id="relations"),
    pytest.param("پروازهای میان تهران و آنکارا پر است.", "تهران=place, آنکارا=place", id="flights"),
    pytest.param("پاریس در بیانیه‌ای هشدار داد که زمان می‌گذرد.", "پاریس=metonym", id="a verb before a clause"),
    pytest.param("تهران فردا بارانی خواهد بود.", "تهران=place", id="a verb that says nothing at the end"),
]

WORDS = [
    pytest.param("روز دوشنبه و جمعه برف بارید", "", id="days"),
    pytest.param("در ماه مهر و آبان مدرسه باز است", "", id="months"),
    pytest.param("بازار مالی آرام است و چک برگشت خورد", "", id="financial, cheque"),
    pytest.param("پول نان را داد و در صحنه نشست", "", id="everyday words that are towns"),
    pytest.param("گفته‌اند که آن‌ها می‌روند", "", id="endings behind a zero-width non-joiner"),
    pytest.param("", "", id="empty"),
]

UNKNOWN_NAMES = [
    pytest.param("سیل به روستای گلدره رسید", "گلدره=place", id="village"),
    pytest.param("ولسوالی ارغنداب سقوط کرد", "ارغنداب=place", id="district"),
    pytest.param("خیابان ولیعصر بسته شد", "ولیعصر=place", id="street"),
    pytest.param("جاده چالوس بسته شد", "چالوس=place", id="road"),
    pytest.param("او در بیمارستان شریعتی بستری شد", "شریعتی=place", id="hospital"),
    pytest.param("روستای کوچک ویران شد", "", id="an adjective is no name"),
    pytest.param("در این روستا برق نیست", "", id="the noun alone"),
    pytest.param("مردم به خیابان ریختند", "", id="nor is a verb"),
    pytest.param("جاده لغزنده و میدان شلوغ بود", "", id="two adjectives"),
]

NEWS = [
    pytest.param("تهران (رویترز) - وزیر نفت استعفا داد", "تهران=place", id="dateline"),
    pytest.param("در شیراز، یزد و کرمان باران بارید", "شیراز=place, یزد=place, کرمان=place", id="list"),
    pytest.param("مذاکرات مسکو-باکو ادامه دارد", "مسکو=place, باکو=place", id="hyphenated pair"),
    pytest.param("مرز ایران-ترکیه بسته شد", "ایران=place, ترکیه=place", id="hyphenated border"),
    pytest.param("مسکو این ادعا را رد کرد", "مسکو=metonym", id="speaks"),
    pytest.param("در واشنگتن هشدار دادند", "واشنگتن=place", id="is where"),
    pytest.param(
        "استان آذربایجان شرقی و استان آذربایجان غربی",
        "آذربایجان شرقی=place, آذربایجان غربی=place",
        id="provinces of two words",
    ),
    pytest.param("استان فارس و استان کردستان", "فارس=place, کردستان=place", id="provinces that are words"),
    pytest.param("استان چهارمحال و بختیاری", "چهارمحال و بختیاری=place", id="and in a province"),
    pytest.param("از فارس تا خوزستان", "فارس=place, خوزستان=place", id="a province without its noun"),
    pytest.param("خبرگزاری فارس گزارش داد", "فارس=embedded", id="an agency"),
    pytest.param("شهر زیبای اصفهان", "اصفهان=place", id="an adjective between"),
    pytest.param("باشگاه استقلال خوزستان", "خوزستان=embedded", id="club"),
    pytest.param("دانشگاه علوم پزشکی کرمان", "کرمان=embedded", id="a long university"),
    pytest.param("زنان افغان و مردان عراقی", "افغان=demonym, عراقی=demonym", id="adjectives"),
    pytest.param("آقای اصفهانی سخن گفت", "", id="a surname from a city"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *CLASS_NOUNS, *PERSONS, *ORGANISATIONS, *NATIONALITIES, *GOVERNMENTS, *WORDS, *UNKNOWN_NAMES, *NEWS],
)
def test_persian(text: str, found: str) -> None:
    assert spans("fa", text) == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("شهر تبریز", "P", id="city"),
        pytest.param("استان کرمانشاه", "A", id="province"),
        pytest.param("رودخانه کارون", "H", id="river"),
        pytest.param("در تبریز", None, id="none"),
    ],
)
def test_a_class_noun_announces_a_class(text: str, trigger: str | None) -> None:
    (mention,) = mentions("fa", text)
    assert mention.trigger == trigger
