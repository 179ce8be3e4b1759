"""The rules for Urdu, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import mentions, spans

NAMES = [
    pytest.param("وفد ماسکو پہنچ گیا", "ماسکو=place", id="plain"),
    pytest.param("ایران اور ترکی میں بارش ہوئی", "ایران=place, ترکی=place", id="and"),
    pytest.param("کراچی، حیدرآباد اور سکھر میں بارش", "کراچی=place, حیدرآباد=place, سکھر=place", id="list"),
    pytest.param("متحدہ عرب امارات اور قطر", "متحدہ عرب امارات=place, قطر=place", id="three words"),
    pytest.param("اسلام آباد اور راولپنڈی", "اسلام آباد=place, راولپنڈی=place", id="two words"),
    pytest.param("شمالی کوریا اور جنوبی کوریا", "شمالی کوریا=place, جنوبی کوریا=place", id="a direction in a name"),
    pytest.param("سعودی عرب نے کہا ہے", "سعودی عرب=place", id="Saudi Arabia, not a Saudi"),
    pytest.param("شمالی وزیرستان میں آپریشن", "شمالی وزیرستان=place", id="region"),
]

CLASS_NOUNS = [
    pytest.param("پنجاب کے ضلع قصور میں سیلاب آیا", "پنجاب=place, قصور=place", id="before the name"),
    pytest.param("قصور کس کا ہے", "", id="the same word without one"),
    pytest.param("کوئٹہ شہر بند رہا", "کوئٹہ=place", id="behind the name"),
    pytest.param("امریکی ریاست ٹیکساس", "امریکی=demonym, ٹیکساس=place", id="state"),
    pytest.param("خلیج فارس اور بحیرہ عرب", "خلیج فارس=place, بحیرہ عرب=place", id="part of the name"),
    pytest.param("گورنر سندھ نے کہا", "سندھ=place", id="a governor's province"),
]

PERSONS = [
    pytest.param("ڈاکٹر ملتان نے کہا", "", id="title"),
    pytest.param("جنرل حلب کا بیٹا", "", id="rank"),
    pytest.param("محمد بریلی نے بتایا", "", id="given name"),
    pytest.param("صدر پاکستان نے دستخط کیے", "پاکستان=place", id="an office of a country"),
    pytest.param("وزیر اعلیٰ پنجاب لاہور پہنچے", "پنجاب=place, لاہور=place", id="an office of a province"),
    pytest.param("فرانسیسی صدر بیروت پہنچے", "فرانسیسی=demonym, بیروت=place", id="where an office holder goes"),
    pytest.param("احمد ایرانی نے کہا۔", "", id="a nationality as a surname"),
]

ORGANISATIONS = [
    pytest.param("پنجاب یونیورسٹی کے طلبہ", "پنجاب=embedded", id="university"),
    pytest.param("لاہور ہائی کورٹ نے حکم دیا", "لاہور=embedded", id="court"),
    pytest.param("سٹیٹ بینک آف پاکستان", "پاکستان=embedded", id="of, in English"),
    pytest.param("آل پاکستان مسلم لیگ", "پاکستان=embedded", id="all, in English"),
    pytest.param("ریڈیو پاکستان کے مطابق", "پاکستان=embedded", id="radio"),
    pytest.param("نیویارک ٹائمز نے لکھا", "نیویارک=embedded", id="newspaper"),
    pytest.param("پاکستان تحریک انصاف کا جلسہ", "پاکستان=embedded", id="party"),
    pytest.param("جنیوا کنونشن کے تحت", "جنیوا=embedded", id="treaty"),
    pytest.param("آرمینیا کی وزارت دفاع نے تردید کی۔", "آرمینیا=embedded", id='ministry with "of"'),
    pytest.param("عراق کی حکومت مستعفی ہو گئی۔", "عراق=place", id="a government acts for its country"),
    pytest.param("ترکی کے مرکزی بینک نے خبردار کیا۔", "ترکی=embedded", id="central bank"),
    pytest.param("وزارت خارجہ پاکستان نے بیان دیا۔", "پاکستان=embedded", id="ministry before its country"),
]

NATIONALITIES = [
    pytest.param("امریکی فوجی عراق سے چلے گئے", "امریکی=demonym, عراق=place", id="adjective; went, not Chile"),
    pytest.param("جاپانی اور برطانوی کمپنیاں", "جاپانی=demonym, برطانوی=demonym", id="two"),
    pytest.param("پاکستانیوں کی بڑی تعداد", "پاکستانیوں=demonym", id="plural"),
    pytest.param("ترک صدر نے کہا۔", "ترک=demonym", id="a Turk"),
]

GOVERNMENTS = [
    pytest.param("ماسکو نے مطالبہ کیا کہ فوج نکلے", "ماسکو=metonym", id="behind the agent's particle"),
    pytest.param("وائٹ ہاؤس نے تصدیق کی", "وائٹ ہاؤس=metonym", id="an institution"),
    pytest.param("ماسکو سے فوج نکلی", "ماسکو=place", id="another verb"),
    pytest.param("تہران اس معاملے پر مذاکرات کے لیے تیار ہے۔", "تہران=metonym", id="verb at the end"),
    pytest.param("پیرس اور روم کے تعلقات کشیدہ ہیں۔", "پیرس=metonym, روم=metonym", id="relations"),
    pytest.param("پیرس اس سال سیاحوں سے بھرا ہے۔", "پیرس=place", id="full of tourists"),
]

WORDS = [
    pytest.param("پیر اور جمعرات کو", "", id="days"),
    pytest.param("مارچ اور اگست میں", "", id="months"),
    pytest.param("وہ کھانا کھا کر گھر چلے گئے", "", id="everyday words folded like countries"),
    pytest.param("مالی سال ختم ہوا", "", id="financial"),
    pytest.param("میدان میں کھلاڑی پوری دنیا سے آئے", "", id="everyday words that are towns"),
    pytest.param("کروڑوں روپے اور کئی ہزار لوگ", "", id="numbers"),
    pytest.param("", "", id="empty"),
    pytest.param("اس ٹرک نے موٹر سائیکل کو ٹکر ماری۔", "", id="a truck is no Turk"),
]

UNKNOWN_NAMES = [
    pytest.param("زلزلے سے گاؤں کنڈیاری تباہ ہو گیا", "کنڈیاری=place", id="village"),
    pytest.param("تحصیل جتوئی میں سیلاب آیا", "جتوئی=place", id="district"),
    pytest.param("دریائے سوات میں طغیانی", "سوات=place", id="river"),
    pytest.param("ضلع بھر میں بارش ہوئی", "", id="throughout is no name"),
    pytest.param("گاؤں والے سڑک پر آ گئے", "", id="villagers"),
]

TAILS = [
    pytest.param("سندھ ہائی کورٹ نے حکم دیا", "سندھ=embedded", id="court"),
    pytest.param("کوئٹہ پولیس کے مطابق", "کوئٹہ=embedded", id="police"),
    pytest.param("کراچی کی پولیس", "کراچی=place", id="with a postposition between"),
    pytest.param("جنیوا کانفرنس ناکام ہوئی", "جنیوا=embedded", id="conference"),
    pytest.param("پشاور یونیورسٹی", "پشاور=embedded", id="university that is not listed"),
    pytest.param("مانچسٹر یونائیٹڈ نے میچ جیتا", "مانچسٹر=embedded", id="club"),
    pytest.param("نیویارک پوسٹ نے لکھا", "نیویارک=embedded", id="newspaper"),
    pytest.param("لاہور شہر میں", "لاہور=place", id="a city's noun is no tail"),
]

NEWS = [
    pytest.param("لاہور (نمائندہ خصوصی) - وزیر اعلیٰ نے استعفیٰ دے دیا", "لاہور=place", id="dateline"),
    pytest.param(
        "کراچی، لاہور اور پشاور میں مظاہرے", "کراچی=place, لاہور=place, پشاور=place", id="list and a postposition"
    ),
    pytest.param("پشاور سے کابل تک", "پشاور=place, کابل=place", id="from and to"),
    pytest.param("ماسکو-باکو مذاکرات جاری رہے", "ماسکو=place, باکو=place", id="hyphenated pair"),
    pytest.param("ماسکو میں الزام مسترد کیا گیا", "ماسکو=place", id="where it was said"),
    pytest.param("شام میں جنگ جاری ہے", "شام=place", id="Syria"),
    pytest.param("شام کے صدر دمشق پہنچے", "شام=place, دمشق=place", id="Syria's"),
    pytest.param("امریکیوں اور ایرانیوں نے", "امریکیوں=demonym, ایرانیوں=demonym", id="plurals"),
    pytest.param("محمد شیراز نے گول کیا", "", id="a surname that is a city"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *NAMES,
        *CLASS_NOUNS,
        *PERSONS,
        *ORGANISATIONS,
        *NATIONALITIES,
        *GOVERNMENTS,
        *WORDS,
        *UNKNOWN_NAMES,
        *TAILS,
        *NEWS,
    ],
)
def test_urdu(text: str, found: str) -> None:
    assert spans("ur", text) == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("ریاست ٹیکساس", "A", id="before"),
        pytest.param("کوئٹہ شہر", "P", id="behind"),
        pytest.param("لاہور میں", None, id="none"),
    ],
)
def test_a_class_noun_announces_a_class(text: str, trigger: str | None) -> None:
    (mention,) = mentions("ur", text)
    assert mention.trigger == trigger
