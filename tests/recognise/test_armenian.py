"""The rules for Armenian, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

INFLECTED = [
    pytest.param("Գնացքը մեկնեց Երևան։", "Երևան=place", id="as it stands"),
    pytest.param("Նա ապրում է Հայաստանում։", "Հայաստանում=place", id="locative"),
    pytest.param("Հայաստանի և Ադրբեջանի սահմանին լռություն է։", "Հայաստանի=place, Ադրբեջանի=place", id="genitives"),
    pytest.param("Պատվիրակությունը Ռուսաստանից մեկնեց Իրան։", "Ռուսաստանից=place, Իրան=place", id="ablative"),
    pytest.param("Հանդիպումը տեղի կունենա Բաքվում։", "Բաքվում=place", id="a vowel that changes"),
    pytest.param("Նրանք վերադարձան Գյումրուց։", "Գյումրուց=place", id="another"),
    pytest.param(
        "Երկրաշարժը զգացվել է Սիրիայում և Թուրքիայում։", "Սիրիայում=place, Թուրքիայում=place", id="behind a vowel"
    ),
    pytest.param("Ինքնաթիռը Մոսկվայից թռավ Թբիլիսի։", "Մոսկվայից=place, Թբիլիսի=place", id="two cities"),
    pytest.param("Նա ծնվել է Նյու Յորքում։", "Նյու Յորքում=place", id="two words"),
    pytest.param("Ձյուն է տեղացել Սևանա լճի ափին։", "Սևանա լճի=place", id="լիճ"),
    pytest.param("Արցախից եկել են փախստականներ։", "Արցախից=place", id="Artsakh"),
    pytest.param("Լեռնային Ղարաբաղում կրակոցներ են հնչել։", "Լեռնային Ղարաբաղում=place", id="Nagorno-Karabakh"),
    pytest.param("Միացյալ Նահանգների ընտրությունները մոտ են։", "Միացյալ Նահանգների=place", id="plural"),
    pytest.param("ԱՄՆ-ի և Չինաստանի առևտուրն աճել է։", "ԱՄՆ=place, Չինաստանի=place", id="ending behind a hyphen"),
    pytest.param("Երեւանում անձրեւում է։", "Երեւանում=place", id="եւ for և"),
    pytest.param("Մերձավոր Արևելքում լարվածություն է։", "Մերձավոր Արևելքում=place", id="Middle East"),
    pytest.param("Նա Գորիսից է, իսկ կինը՝ Կապանից։", "Գորիսից=place, Կապանից=place", id="towns at home"),
    pytest.param("Կասպից ծովում նավ խորտակվեց։", "Կասպից ծովում=place", id="sea"),
    pytest.param("«Երևան-Թբիլիսի» երթուղին", "Երևան=place, Թբիլիսի=place", id="hyphen"),
]

GOVERNMENTS = [
    pytest.param("Մոսկվան հայտարարել է բանակցությունների մասին։", "Մոսկվան=metonym", id="verb"),
    pytest.param("Անկարան մերժեց առաջարկը։", "Անկարան=metonym", id="another verb"),
    pytest.param("Թեհրանը և Անկարան դատապարտեցին հարվածը։", "Թեհրանը=metonym, Անկարան=metonym", id="two that speak"),
    pytest.param("Հալեպը հայտարարել է։", "Հալեպը=place", id="no capital"),
    pytest.param("Ռուսաստանը դատապարտեց հարձակումը։", "Ռուսաստանը=place", id="a country is itself"),
    pytest.param("Կրեմլը հերքեց լուրը։", "Կրեմլը=metonym", id="institution"),
    pytest.param("Սպիտակ տունը մեկնաբանություն չտվեց։", "Սպիտակ տունը=metonym", id="two words"),
    pytest.param("Սպիտակ տան խոսնակը լռեց։", "Սպիտակ տան=metonym", id="its genitive"),
    pytest.param("Մոսկվան այդ առաջարկը երեկ կտրականապես մերժել է։", "Մոսկվան=metonym", id="words between"),
    pytest.param("Փարիզն իր հերթին դատապարտել է հարձակումը։", "Փարիզն=metonym", id="in its turn"),
    pytest.param("Փարիզի և Հռոմի հարաբերությունները լարված են։", "Փարիզի=metonym, Հռոմի=metonym", id="relations"),
    pytest.param("Փարիզի փողոցները դատարկ են։", "Փարիզի=place", id="streets"),
    pytest.param("Փարիզը այս ամառ լի է զբոսաշրջիկներով։", "Փարիզը=place", id="full of tourists"),
]

CLASS_NOUNS = [
    pytest.param("Արմավիր քաղաքում հրդեհ է։", "Արմավիր=place", id="city behind"),
    pytest.param("Ախուրյան գետի ափին", "Ախուրյան=place", id="river"),
    pytest.param("Սյունիքի մարզպետը հրաժարական տվեց։", "Սյունիքի=place", id="governor"),
    pytest.param("Տեղում կային ոստիկաններ։", "", id="a village that is a word"),
]

PERSONS = [
    pytest.param("Արարատ Միրզոյանը մեկնեց Փարիզ։", "Փարիզ=place", id="a mountain's name"),
    pytest.param("Նիկոլ Փաշինյանը ժամանեց Մոսկվա։", "Մոսկվա=place", id="a place behind a person"),
    pytest.param("պարոն Աբովյանը խոսեց։", "", id="title"),
    pytest.param("Մայիսի 9-ին և հունիսին", "", id="months"),
    pytest.param("Կային շատ մարդիկ։ Մենք գնացինք տուն։", "", id="small words"),
]

NATIONALITIES = [
    pytest.param("Ռուս զինվորը լռեց։", "Ռուս=demonym", id="people"),
    pytest.param("Հայկական ուժերը նահանջեցին։", "Հայկական=demonym", id="adjective"),
    pytest.param("Իրանցի նախարարը ժամանեց Երևան։", "Իրանցի=demonym, Երևան=place", id="a third ending"),
    pytest.param("Սիրիահայերը ժամանեցին Երևան։", "Սիրիահայերը=demonym, Երևան=place", id="of another country"),
]

ORGANISATIONS = [
    pytest.param(
        "Եվրոպայի խորհրդի նիստը Ստրասբուրգում էր։", "Եվրոպայի=embedded, Ստրասբուրգում=place", id="listed whole"
    ),
    pytest.param("Եվրոպայում շոգ է։", "Եվրոպայում=place", id="no name"),
    pytest.param("Հայաստանի կենտրոնական բանկը լռեց։", "Հայաստանի=embedded", id="body in small letters"),
    pytest.param("Ղազախստանի դեսպանատունը փակ է։", "Ղազախստանի=embedded", id="embassy written small"),
    pytest.param(
        "Վրաստանի խորհրդարանը քվեարկեց, Իրաքի կառավարությունը՝ ոչ։",
        "Վրաստանի=embedded, Իրաքի=place",
        id="parliament and government",
    ),
    pytest.param(
        "Հնդկաստանի զինված ուժերը վարժանքներ անցկացրին, Իրանի պաշտպանության նախարարը եկավ։",
        "Հնդկաստանի=embedded, Իրանի=place",
        id="forces, and a minister",
    ),
]

LISTS = [
    pytest.param("Փարիզը, Լոնդոնը և Հռոմը", "Փարիզը=place, Լոնդոնը=place, Հռոմը=place", id="commas and և"),
    pytest.param(
        "Վրաստանի, Իրանի և Թուրքիայի հետ", "Վրաստանի=place, Իրանի=place, Թուրքիայի=place", id="genitives in a row"
    ),
]

MORE = [
    pytest.param("Մոսկվայում հայտարարեցին համաձայնության մասին։", "Մոսկվայում=place", id="a capital in the locative"),
    pytest.param("Մոսկվայից հայտնեցին, որ մեկնում են։", "Մոսկվայից=place", id="or in the ablative is no speaker"),
    pytest.param("Վաշինգտոնը դատապարտեց որոշումը։", "Վաշինգտոնը=metonym", id="one that speaks"),
    pytest.param("Նա խոսեց Աբովյանում կառուցվող շենքի մասին։", "Աբովյանում=place", id="a town with a surname"),
    pytest.param("Նա էլ Ստեփանակերտում էր։", "Ստեփանակերտում=place", id="էլ is no part of an Arab name"),
    pytest.param("Դա Երևանի գործն է։", "Երևանի=place", id="nor is դա"),
    pytest.param("Էջմիածնում պատարագ մատուցվեց։", "Էջմիածնում=place", id="a vowel that falls out"),
    pytest.param("Ստեփանակերտից ԱԺ նախագահը վերադարձավ։", "Ստեփանակերտից=place", id="before a body's letters"),
    pytest.param("Տավուշի մարզի Կոթի գյուղում լռություն է։", "Տավուշի=place, Կոթի=place", id="village"),
    pytest.param(
        "Նախարարը եղել է Գյումրիում, Վանաձորում և Իջևանում։",
        "Գյումրիում=place, Վանաձորում=place, Իջևանում=place",
        id="locatives in a row",
    ),
    pytest.param("Հայաստան-Վրաստան սահմանին հերթեր են։", "Հայաստան=place, Վրաստան=place", id="border"),
    pytest.param("Հայ-թուրքական սահմանը փակ է։", "Հայ=demonym, թուրքական=demonym", id="hyphen between peoples"),
    pytest.param("Հայերը և թուրքերը խոսեցին։", "Հայերը=demonym, թուրքերը=demonym", id="plurals of short words"),
    pytest.param("Գերմանացի կանայք ժամանեցին Փարիզ։", "Գերմանացի=demonym, Փարիզ=place", id="women"),
    pytest.param("ՀՐԴԵՀ ԳՅՈՒՄՐԻՈՒՄ", "ԳՅՈՒՄՐԻՈՒՄ=place", id="headline"),
    pytest.param("2020 թ. Երևանում տեղի ունեցավ հանդիպում։", "Երևանում=place", id="year with a full stop"),
    pytest.param("Վենետիկի հանձնաժողովը կարծիք հայտնեց։", "Վենետիկի=embedded", id="commission"),
    pytest.param("Մինսկի խմբի նիստը Վիեննայում է։", "Մինսկի=embedded, Վիեննայում=place", id="group"),
    pytest.param("«Լուսավոր Հայաստան» կուսակցությունը հրաժարվեց։", "Հայաստան=embedded", id="party"),
    pytest.param("Տաթև Հարությունյանը երգեց։", "", id="a monastery's name before a surname"),
]


@pytest.mark.parametrize(
    ("text", "found"), [*INFLECTED, *GOVERNMENTS, *CLASS_NOUNS, *PERSONS, *NATIONALITIES, *ORGANISATIONS, *LISTS, *MORE]
)
def test_armenian(text: str, found: str) -> None:
    assert spans("hy", text) == found
