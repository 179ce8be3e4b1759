"""The rules for Arabic, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import mentions, spans

PROCLITICS = [
    pytest.param("وصل الوفد إلى موسكو", "موسكو=place", id="none"),
    pytest.param("في روسيا وأرمينيا", "روسيا=place, أرمينيا=place", id="and"),
    pytest.param("مرت القافلة بسوريا", "سوريا=place", id="in"),
    pytest.param("خرجت من تركيا فسوريا فالعراق", "تركيا=place, سوريا=place, العراق=place", id="then"),
    pytest.param("دول كمصر ولبنان", "مصر=place, لبنان=place", id="like"),
    pytest.param("وبباريس ولباريس", "باريس=place, باريس=place", id="two letters"),
    pytest.param("سافر الوزير لليمن", "ليمن=place", id="for the: the article's l stays"),
    pytest.param("سافر إلى مصر وللمغرب", "مصر=place, لمغرب=place", id="and for the"),
    pytest.param(
        "في باريس وبغداد ولبنان وكوبا", "باريس=place, بغداد=place, لبنان=place, كوبا=place", id="look prefixed"
    ),
    pytest.param("قال بوتين إن الأمر انتهى", "", id="a person only looks prefixed"),
    pytest.param("وَصَلَ إِلَى مُوسْكُو وَبَارِيسَ", "مُوسْكُو=place, بَارِيسَ=place", id="vowelled"),
    pytest.param("إلى مـوسكـو ولـبيروت", "مـوسكـو=place, بيروت=place", id="tatweel"),
    pytest.param("زار \u200fموسكو\u200e أمس", "موسكو=place", id="direction marks"),
    pytest.param("في ﻣﻮﺳﻜﻮ", "ﻣﻮﺳﻜﻮ=place", id="presentation forms"),
    pytest.param("في ايران والاردن وتركيا", "ايران=place, الاردن=place, تركيا=place", id="without hamza"),
]

PERSONS = [
    pytest.param("قال السيد حلب إن الأمر بسيط", "", id="title"),
    pytest.param("قال الدكتور سامي زحلة إن المرض انتشر", "", id="title and given name"),
    pytest.param("قال فلاديمير للصحفيين إنه متعب", "", id="given name that is a city"),
    pytest.param("تحدثت ليلى جبلة عن كتابها", "", id="given name and a city"),
    pytest.param("كتب أبو حلب رسالة", "", id="father of"),
    pytest.param("وصل الرئيس التركي رجب طيب إلى أنقرة", "التركي=demonym, أنقرة=place", id="office and nationality"),
    pytest.param(
        "التقى وزير الخارجية الروسي فلاديمير نظيره",
        "الروسي=demonym",
        id="office, nationality and a name that is a city",
    ),
    pytest.param("التقى رئيس مصر ملك الأردن", "مصر=place, الأردن=place", id="an office of a country is no person"),
    pytest.param("سافر وزير خارجية فرنسا إلى روما", "فرنسا=place, روما=place", id="a ministry of a country"),
    pytest.param("زار الرئيس الفرنسي بيروت", "الفرنسي=demonym, بيروت=place", id="whom he visits"),
    pytest.param("زار الرئيس الإيراني سوريا", "الإيراني=demonym, سوريا=place", id="the country visited"),
    pytest.param("غادر السفير المصري دمشق", "المصري=demonym, دمشق=place", id="the capital left"),
    pytest.param("كتب محمد بن بغداد رسالة", "", id="a particle that is a city"),
    pytest.param("التقى أحمد المصري نظيره السوري", "السوري=demonym", id="a nationality as a surname"),
    pytest.param("كتبت فاطمة المغربي رسالة", "", id="her too"),
]

ORGANISATIONS = [
    pytest.param("عاد إلى جامعة القاهرة", "القاهرة=embedded", id="university"),
    pytest.param("أعلن بنك الخرطوم نتائجه", "الخرطوم=embedded", id="bank"),
    pytest.param("نقلت وكالة أنباء الشرق الأوسط الخبر", "الشرق الأوسط=embedded", id="two nouns before"),
    pytest.param("نشرت صحيفة نيويورك تايمز تقريرا", "نيويورك=embedded", id="newspaper"),
    pytest.param("عاد منتخب المغرب إلى الرباط", "المغرب=embedded, الرباط=place", id="team"),
    pytest.param("اجتمعت مجموعة مينسك في فيينا", "مينسك=embedded, فيينا=place", id="group"),
    pytest.param("أعلن جيش سوريا الحداد", "سوريا=embedded", id="army"),
    pytest.param("منظمة الأمن والتعاون في أوروبا", "أوروبا=embedded", id="listed whole"),
    pytest.param(
        "دخلت في منظمة الأمن والتعاون في أوروبا وعقدت في أوروبا", "أوروبا=embedded, أوروبا=place", id="once in"
    ),
    pytest.param("عقد مجلس النواب جلسة في بغداد", "بغداد=place", id="a preposition ends the name"),
    pytest.param("افتتح مصرف لبنان فرعا في بيروت", "لبنان=embedded, بيروت=place", id="only the first"),
    pytest.param("أمطار غزيرة على #حفر_الباطن", "حفر_الباطن=place", id="hashtag"),
    pytest.param("جرفت السيول سيارات وأغرقت سيول أخرى منازل", "", id="floods, not Seoul"),
    pytest.param("عقدت القمة في سيول", "سيول=place", id="Seoul, not floods"),
    pytest.param(
        "قالت الهيئة المصرية العامة للسد العالي", "المصرية=demonym, لسد العالي=embedded", id="organisation for"
    ),
    pytest.param("الساعة الثامنة بتوقيت غرينتش", "غرينتش=embedded", id="time zone"),
    pytest.param("وقعت اتفاقية جنيف عام 1949", "جنيف=embedded", id="treaty"),
    pytest.param("بدأت قمة الرياض أمس", "الرياض=embedded", id="summit"),
    pytest.param("عبرت السفن قناة السويس", "قناة السويس=place", id="a canal is no channel"),
    pytest.param(
        "قالت وكالة رويترز إن لندن وافقت",
        "لندن=metonym",
        id="a conjunction is no agency's name",
    ),
    pytest.param("أغلقت سفارة كازاخستان في كابل أبوابها", "كازاخستان=embedded, كابل=place", id="embassy"),
    pytest.param("نفت وزارة خارجية إيران الخبر", "إيران=embedded", id="ministry of foreign affairs"),
    pytest.param("استقالت حكومة العراق أمس", "العراق=place", id="a government acts for its country"),
]

NATIONALITIES = [
    pytest.param("هاجر سوريون وعراقيون ومصريات", "سوريون=demonym, عراقيون=demonym, مصريات=demonym", id="plurals"),
    pytest.param("شاهد السوريين والعراقيات", "السوريين=demonym, العراقيات=demonym", id="definite plurals"),
    pytest.param("وصل كويتيان وقطريتان", "كويتيان=demonym, قطريتان=demonym", id="duals"),
    pytest.param("البضائع الصينية والهندية", "الصينية=demonym, الهندية=demonym", id="feminine"),
    pytest.param("قال الجنود الألمان إن الأفغان غادروا", "الألمان=demonym, الأفغان=demonym", id="broken plurals"),
    pytest.param("اشترى طائرات أميركية وأمريكية", "أميركية=demonym, أمريكية=demonym", id="two spellings"),
    pytest.param("وصل كوري جنوبي وجنوب أفريقي", "كوري جنوبي=demonym, جنوب أفريقي=demonym", id="two words"),
    pytest.param("الكوري الجنوبي", "الكوري الجنوبي=demonym", id="two words, both definite"),
    pytest.param("الحكومة الكورية الشمالية", "الكورية الشمالية=demonym", id="feminine, both definite"),
    pytest.param("وصل إلى برازيليا أمس", "برازيليا=place", id="Brasilia, not two Brazilians"),
    pytest.param("القوات الأذرية والأرمنية", "الأذرية=demonym, الأرمنية=demonym", id="irregular"),
    pytest.param("ناقشوا الأزمة المالية", "", id="financial, not Malian"),
    pytest.param("رحبت الحكومة السعودية بالقرار", "السعودية=demonym", id="Saudi, after a definite noun"),
    pytest.param("زار السعودية وفد تجاري", "السعودية=place", id="Saudi Arabia"),
    pytest.param("القوات السورية انسحبت من سورية", "السورية=demonym, سورية=place", id="Syrian and Syria"),
    pytest.param("عاد من ألمانيا", "ألمانيا=place", id="Germany, not two Germans"),
    pytest.param("وصل إلى ألمانيا وألبانيا", "ألمانيا=place, ألبانيا=place", id="to Germany"),
    pytest.param("وصل إلى السعودية", "السعودية=place", id="to Saudi Arabia"),
]

GOVERNMENTS = [
    pytest.param("أعلنت موسكو النتائج", "موسكو=metonym", id="the verb before"),
    pytest.param("ورحبت القاهرة بالقرار", "القاهرة=metonym", id="and the verb"),
    pytest.param("القاهرة تؤكد موقفها", "القاهرة=metonym", id="the verb behind"),
    pytest.param("أشار إلى أن واشنطن وافقت", "واشنطن=metonym", id="that Washington agreed"),
    pytest.param("أكدت بغداد وأنقرة موقفهما", "بغداد=metonym, أنقرة=metonym", id="two that speak"),
    pytest.param("قال مسؤول في واشنطن إن الأمر انتهى", "واشنطن=place", id="someone in it speaks"),
    pytest.param("سقطت دمشق", "دمشق=place", id="another verb"),
    pytest.param("أعلنت حلب الحداد", "حلب=place", id="no capital"),
    pytest.param("أعلنت مدينة موسكو الحداد", "موسكو=place", id="called a city"),
    pytest.param("أكد البيت الأبيض النبأ", "البيت الأبيض=metonym", id="an institution"),
    pytest.param("بيان الكرملين قصير", "الكرملين=metonym", id="an institution without a verb"),
    pytest.param("اجتمعوا في البيت الأبيض", "البيت الأبيض=place", id="in an institution"),
    pytest.param("اجتمعوا داخل الكرملين وبالبيت الأبيض", "الكرملين=place, البيت الأبيض=place", id="inside and at"),
    pytest.param("روسيا تؤكد موقفها", "روسيا=place", id="a country is itself"),
    pytest.param(
        "أعلن قصر الإليزيه النبأ",
        "الإليزيه=metonym",
        id="an institution's own class noun",
    ),
    pytest.param("لكن موسكو من جانبها رفضت الاقتراح", "موسكو=metonym", id="verb behind"),
    pytest.param("رفضت من جهتها موسكو الاقتراح", "موسكو=metonym", id="words between"),
    pytest.param("سافر الوزير إلى موسكو وقال إنه متفائل", "موسكو=place", id="another one says it"),
    pytest.param("لم يتغير موقف طهران", "طهران=metonym", id="position"),
    pytest.param("الرحلات بين باريس وروما ممتلئة", "باريس=place, روما=place", id="flights"),
    pytest.param("ساءت العلاقات بين باريس وروما", "باريس=metonym, روما=metonym", id="relations"),
    pytest.param("لكن بيروت من جهة البحر جميلة", "بيروت=place", id="no verb of saying"),
]

WORDS = [
    pytest.param("في أيار سقطت الأمطار", "", id="month"),
    pytest.param("بين كانون الثاني وتموز وآب وأيلول", "", id="months"),
    pytest.param("يوم الأحد والسبت والجمعة", "", id="days"),
    pytest.param("وقف إطلاق النار وتسوية سلمية", "", id="everyday words that are towns"),
    pytest.param("أكد الأمر على الأرض", "", id="more of them"),
    pytest.param("پاکستان پوائنٹ نیوز نشرت الخبر", "پاکستان=embedded", id="letters that Arabic has not"),
    pytest.param("قال إن العاصمة هادئة", "", id="a class noun alone"),
    pytest.param("", "", id="empty"),
    pytest.param("؟!… ١٢٣", "", id="no word"),
]

CLASS_NOUNS = [
    pytest.param("في مدينة حلب", "حلب=place", id="city"),
    pytest.param("فاض نهر النيل", "النيل=place", id="river"),
    pytest.param("مضيق هرمز مفتوح", "هرمز=place", id="strait"),
    pytest.param("بين نهري دجلة والفرات", "دجلة=place, الفرات=place", id="two rivers"),
    pytest.param("في محافظتي إدلب وحماة", "إدلب=place, حماة=place", id="two provinces"),
    pytest.param("العاصمة بيروت هادئة", "بيروت=place", id="the capital"),
    pytest.param("البحر الأحمر وخليج عدن", "البحر الأحمر=place, خليج عدن=place", id="part of the name"),
    pytest.param("منطقة ناغورني قره باغ", "ناغورني قره باغ=place", id="a name of three words is one span"),
    pytest.param("الجزائر العاصمة", "الجزائر العاصمة=place", id="behind the name"),
    pytest.param("دولة الإمارات العربية المتحدة", "الإمارات العربية المتحدة=place", id="long name"),
    pytest.param("مدينة نيويورك", "نيويورك=place", id="two English words are one"),
]

LISTS = [
    pytest.param("زار بغداد والبصرة والموصل", "بغداد=place, البصرة=place, الموصل=place", id="and"),
    pytest.param("في باريس، لندن، وبرلين", "باريس=place, لندن=place, برلين=place", id="commas"),
    pytest.param("سوريا/العراق", "سوريا=place, العراق=place", id="slash"),
    pytest.param("بين أذربيجان وأرمينيا", "أذربيجان=place, أرمينيا=place", id="between"),
]

UNKNOWN_NAMES = [
    pytest.param("انهارت منازل في قرية المزيرعة أمس", "المزيرعة=place", id="village"),
    pytest.param("وصلت القافلة إلى بلدة كفر نعجة", "كفر نعجة=place", id="two words that a name begins with"),
    pytest.param("سقط صاروخ على شارع الزبيري في صنعاء", "الزبيري=place, صنعاء=place", id="street"),
    pytest.param("أغلقت الشرطة طريق المحجر", "المحجر=place", id="road"),
    pytest.param("قرية صغيرة قرب الحدود", "", id="an adjective is no name"),
    pytest.param("مدينة يقطنها مليون نسمة", "", id="nor is a verb"),
    pytest.param("وصل الحوار إلى طريق مسدود", "", id="a road that is none"),
    pytest.param("تولى سد ثغرة كبيرة", "", id="filling a gap, no dam"),
    pytest.param("احتسب الحكم ركلة في منطقة الجزاء", "", id="penalty area"),
    pytest.param("جاء ذلك عن طريق الخطأ", "", id="an idiom"),
]

FALSE_FRIENDS = [
    pytest.param("صدرت ورقة عمل جديدة", "", id="a paper, not Raqqa"),
    pytest.param("فصيلة من الجنود وفرقة من المظليين", "", id="words that look prefixed"),
    pytest.param("لايزال البحث جاريا", "", id="two words written as one"),
    pytest.param("نجد أن الأمر صعب", "", id="we find"),
    pytest.param("في نجد والحجاز", "نجد=place, الحجاز=place", id="Najd"),
    pytest.param("تدمر الحرب كل شيء", "", id="destroys"),
    pytest.param("وقعت معارك في تدمر", "تدمر=place", id="Palmyra"),
    pytest.param("يهمنا هذا الأمر على وجه الخصوص", "", id="in particular"),
    pytest.param("صلاة المغرب", "المغرب=embedded", id="a prayer, not Morocco"),
    pytest.param("خسر ليفربول المباراة", "", id="a club"),
    pytest.param("وقع الحادث في ليفربول", "ليفربول=place", id="the club's city"),
    pytest.param("فاز مانشستر يونايتد", "مانشستر=embedded", id="a club's whole name"),
    pytest.param("سافر إلى كاليفورنيا وتكساس", "كاليفورنيا=place, تكساس=place", id="states as common as words"),
    pytest.param("سرايا القدس أعلنت", "القدس=embedded", id="brigades"),
]

NEWS = [
    pytest.param("القاهرة (رويترز) - أعلنت الحكومة النتائج", "القاهرة=place", id="dateline"),
    pytest.param("محادثات موسكو-باكو مستمرة", "موسكو=place, باكو=place", id="hyphenated pair"),
    pytest.param("الحدود الروسية-التركية مغلقة", "الروسية=demonym, التركية=demonym", id="hyphenated nationalities"),
    pytest.param("أعلنت طهران موقفها في طهران", "طهران=metonym, طهران=place", id="speaks, and is where"),
    pytest.param("في 5 أيار/مايو", "", id="month twice"),
    pytest.param(
        "اللبنانيات والمصريون والأتراك",
        "اللبنانيات=demonym, المصريون=demonym, الأتراك=demonym",
        id="women, men, a broken plural",
    ),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *PROCLITICS,
        *PERSONS,
        *ORGANISATIONS,
        *NATIONALITIES,
        *GOVERNMENTS,
        *WORDS,
        *CLASS_NOUNS,
        *LISTS,
        *UNKNOWN_NAMES,
        *FALSE_FRIENDS,
        *NEWS,
    ],
)
def test_arabic(text: str, found: str) -> None:
    assert spans("ar", text) == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("في مدينة حلب", "P", id="city"),
        pytest.param("في محافظة حلب", "A", id="province"),
        pytest.param("نهر النيل", "H", id="river"),
        pytest.param("جبال الأطلس", "T", id="mountains"),
        pytest.param("مطار بيروت", "S", id="airport"),
        pytest.param("في حلب", None, id="none"),
    ],
)
def test_a_class_noun_announces_a_class(text: str, trigger: str | None) -> None:
    (mention,) = mentions("ar", text)
    assert mention.trigger == trigger


def test_a_class_noun_reaches_over_and_but_not_over_a_comma() -> None:
    assert [mention.trigger for mention in mentions("ar", "في محافظتي إدلب وحماة، وبيروت")] == ["A", "A", None]


@pytest.mark.parametrize(
    ("text", "toponym"),
    [
        pytest.param("القوات الأذرية", "iso:AZ", id="nationality: the country"),
        pytest.param("وبأرمينيا", "ارمينيا", id="the bare name"),
        pytest.param("سافر لليمن", "اليمن", id="the article restored"),
    ],
)
def test_what_is_looked_up(text: str, toponym: str) -> None:
    (mention,) = mentions("ar", text)
    assert mention.toponym == toponym


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        pytest.param("في مدينة حلب", "trigger", {"word": "مدينة"}, id="class noun"),
        pytest.param("وصل إلى موسكو", "preposition", {"word": "إلى"}, id="preposition"),
        pytest.param("أعلنت موسكو النتائج", "saying_verb", {"word": "أعلنت"}, id="verb"),
        pytest.param("بنك الخرطوم", "inside_name", {"word": "بنك"}, id="inside a name"),
        pytest.param("الكرملين", "institution", {}, id="institution"),
        pytest.param("أرمينيا", "country", {}, id="country"),
    ],
)
def test_a_mention_says_why(text: str, code: str, values: dict[str, str]) -> None:
    (mention,) = mentions("ar", text)
    assert {reason.code: dict(reason.values) for reason in mention.why}[code] == values
