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
]

NATIONALITIES = [
    pytest.param("امریکی فوجی عراق سے چلے گئے", "امریکی=demonym, عراق=place", id="adjective; went, not Chile"),
    pytest.param("جاپانی اور برطانوی کمپنیاں", "جاپانی=demonym, برطانوی=demonym", id="two"),
    pytest.param("پاکستانیوں کی بڑی تعداد", "پاکستانیوں=demonym", id="plural"),
]

GOVERNMENTS = [
    pytest.param("ماسکو نے مطالبہ کیا کہ فوج نکلے", "ماسکو=metonym", id="behind the agent's particle"),
    pytest.param("وائٹ ہاؤس نے تصدیق کی", "وائٹ ہاؤس=metonym", id="an institution"),
    pytest.param("ماسکو سے فوج نکلی", "ماسکو=place", id="another verb"),
]

WORDS = [
    pytest.param("پیر اور جمعرات کو", "", id="days"),
    pytest.param("مارچ اور اگست میں", "", id="months"),
    pytest.param("وہ کھانا کھا کر گھر چلے گئے", "", id="everyday words folded like countries"),
    pytest.param("مالی سال ختم ہوا", "", id="financial"),
    pytest.param("میدان میں کھلاڑی پوری دنیا سے آئے", "", id="everyday words that are towns"),
    pytest.param("کروڑوں روپے اور کئی ہزار لوگ", "", id="numbers"),
    pytest.param("", "", id="empty"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *CLASS_NOUNS, *PERSONS, *ORGANISATIONS, *NATIONALITIES, *GOVERNMENTS, *WORDS],
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
