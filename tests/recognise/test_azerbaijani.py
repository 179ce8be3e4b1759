"""The rules for Azerbaijani, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

INFLECTED = [
    pytest.param("Nazir Gəncədə çıxış etdi.", "Gəncədə=place", id="locative"),
    pytest.param(
        "Azərbaycanın və Türkiyənin prezidentləri görüşdü.", "Azərbaycanın=place, Türkiyənin=place", id="genitives"
    ),
    pytest.param("O, Moskvadan Tbilisiyə uçdu.", "Moskvadan=place, Tbilisiyə=place", id="ablative and dative"),
    pytest.param("Qarabağda sakitlikdir.", "Qarabağda=place", id="Karabakh"),
    pytest.param("Dağlıq Qarabağın statusu", "Dağlıq Qarabağın=place", id="two words"),
    pytest.param("Ermənistandan gələn xəbər", "Ermənistandan=place", id="ablative at the start"),
    pytest.param("Amerika Birləşmiş Ştatlarında seçki", "Amerika Birləşmiş Ştatlarında=place", id="longest name"),
    pytest.param("ABŞ-ın səfiri gəldi.", "ABŞ=place", id="ending behind a hyphen"),
    pytest.param("ABŞ və Çin razılaşdı.", "ABŞ=place, Çin=place", id="acronym"),
    pytest.param("Yaxın Şərqdə gərginlik", "Yaxın Şərqdə=place", id="Middle East"),
    pytest.param("Laçından Xankəndiyə yol", "Laçından=place, Xankəndiyə=place", id="towns at home"),
    pytest.param("Naxçıvanda yağış yağdı.", "Naxçıvanda=place", id="Nakhchivan"),
    pytest.param("Ukraynada müharibə davam edir.", "Ukraynada=place", id="country"),
    pytest.param("Gürcüstanla sərhəd bağlandı.", "Gürcüstanla=place", id="instrumental"),
    pytest.param("BAKI şəhərində yanğın", "BAKI=place", id="capitals"),
    pytest.param("Bişkekdən Daşkəndə qatar", "Bişkekdən=place, Daşkəndə=place", id="abroad"),
]

GOVERNMENTS = [
    pytest.param("Moskva bəyanatı pislədi.", "Moskva=metonym", id="verb at the end"),
    pytest.param("Ankara açıqladı.", "Ankara=metonym", id="verb"),
    pytest.param("Tehran və Ankara hücumu qınadı.", "Tehran=metonym, Ankara=metonym", id="two that speak"),
    pytest.param("Rusiya açıqladı.", "Rusiya=place", id="a country is itself"),
    pytest.param("Kreml xəbəri təkzib etdi.", "Kreml=metonym", id="institution"),
    pytest.param("Ağ Ev açıqlama verdi.", "Ağ Ev=metonym", id="two words"),
    pytest.param("Ağ atlar qaçdı.", "", id="a white horse is no house"),
    pytest.param("Tehran bu təklifi dünən qəti şəkildə rədd etdi.", "Tehran=metonym", id="verb at the end"),
    pytest.param("Moskva, öz növbəsində, bu addımı pisləyib.", "Moskva=metonym", id="an insertion"),
    pytest.param("Bakı bu gün çox istidir.", "Bakı=place", id="another verb at the end"),
    pytest.param("Parislə Roma arasında soyuqluq var.", "Parislə=metonym, Roma=metonym", id="coolness"),
    pytest.param("Parislə Roma arasında uçuşlar var.", "Parislə=place, Roma=place", id="flights"),
    pytest.param("Paris bu yay milyonlarla turist qəbul etdi.", "Paris=place", id="tourists"),
]

CLASS_NOUNS = [
    pytest.param("Ağdam rayonunda mina partladı.", "Ağdam=place", id="district"),
    pytest.param("Füzuli şəhəri azad edildi.", "Füzuli=place", id="city with a poet's name"),
    pytest.param("Şuşa şəhərində mərasim", "Şuşa=place", id="city in a case"),
    pytest.param("Kür çayı daşdı.", "Kür=place", id="river"),
    pytest.param("Xəzər dənizində gəmi batdı.", "Xəzər=place", id="sea"),
]

ORGANISATIONS = [
    pytest.param("Bakı Dövlət Universiteti açıldı.", "Bakı=embedded", id="a word between"),
    pytest.param("Bakı Universitetində imtahan", "Bakı=embedded", id="university in a case"),
    pytest.param("Avropa İttifaqının sammiti", "Avropa=embedded", id="listed whole"),
    pytest.param("İstanbul Konvensiyası müzakirə edildi.", "İstanbul=embedded", id="convention"),
    pytest.param("Avropa çempionatında medal qazanıb.", "Avropa=embedded", id="championship"),
    pytest.param("Azərbaycan Hava Yolları reys açır.", "Azərbaycan=embedded", id="airline"),
    pytest.param("Dünən Qazaxıstan səfirliyi bağlandı.", "Qazaxıstan=embedded", id="embassy written small"),
    pytest.param(
        "Bu gün Ermənistan müdafiə nazirliyi bunu təkzib etdi.", "Ermənistan=embedded", id="ministry written small"
    ),
    pytest.param(
        "Dünən Kabildəki səfirliyi bağlandı, İraq hökuməti istefa verdi.",
        "Kabildəki=place, İraq=place",
        id="an embassy in a city",
    ),
    pytest.param(
        "Hindistan silahlı qüvvələri təlim keçirib, Ermənistan müdafiə naziri gəlib.",
        "Hindistan=embedded, Ermənistan=place",
        id="forces, and a minister",
    ),
]

PERSONS = [
    pytest.param("Heydər Əliyev Bakıda doğulub.", "Bakıda=place", id="a place behind a person"),
    pytest.param("İlham Əliyev Moskvaya getdi.", "Moskvaya=place", id="another"),
    pytest.param("cənab Salyan danışdı.", "", id="title"),
    pytest.param("Mart və aprel aylarında, bazar günü", "", id="months and days"),
    pytest.param("Bu, böyük bir gündür. Yeni il gəldi.", "", id="small words"),
]

NATIONALITIES = [
    pytest.param("Rus əsgəri danışdı.", "Rus=demonym", id="adjective"),
    pytest.param("Türkiyəli jurnalist İrəvana getdi.", "Türkiyəli=demonym, İrəvana=place", id="from a country"),
    pytest.param("Ermənilər getdi.", "Ermənilər=demonym", id="people"),
    pytest.param("ABŞ-lı nazir gəldi.", "ABŞ-lı=demonym", id="behind a hyphen"),
]

LISTS = [
    pytest.param("Paris, London və Roma", "Paris=place, London=place, Roma=place", id="commas and və"),
    pytest.param(
        "Nazir Misir, İordaniya və Livana səfər etdi.", "Misir=place, İordaniya=place, Livana=place", id="countries"
    ),
]

MORE = [
    pytest.param("Moskvada açıqladı ki, razılaşma yaxındır.", "Moskvada=place", id="a capital in the locative"),
    pytest.param("Moskvadan bildirdi.", "Moskvadan=place", id="or in the ablative is no speaker"),
    pytest.param("Moskva razılaşmanı rədd etdi.", "Moskva=metonym", id="one that speaks has no ending"),
    pytest.param("Tərtər rayonunun Çaylı kəndində", "Tərtər=place, Çaylı=place", id="village"),
    pytest.param("Nazir Gəncə, Şəki və Qubada olub.", "Gəncə=place, Şəki=place, Qubada=place", id="list"),
    pytest.param("Moskva-Bakı danışıqları", "Moskva=place, Bakı=place", id="hyphen"),
    pytest.param("Rusiya-Türkiyə sərhədində", "Rusiya=place, Türkiyə=place", id="border"),
    pytest.param("Türk-rus əlaqələri", "Türk=demonym, rus=demonym", id="hyphen between peoples"),
    pytest.param("BAKI, 10 oktyabr (APA) - Nazir danışıb.", "BAKI=place", id="dateline"),
    pytest.param("GƏNCƏDƏ YANĞIN OLDU", "GƏNCƏDƏ=place", id="headline"),
    pytest.param("Bakı Olimpiya Stadionunda oyun oldu.", "Bakı Olimpiya Stadionunda=place", id="stadium"),
    pytest.param("Prof. Heydər Əliyev Bakıda idi.", "Bakıda=place", id="title with a full stop"),
    pytest.param(
        "Almanlar və fransızlar Parisdə görüşdü.",
        "Almanlar=demonym, fransızlar=demonym, Parisdə=place",
        id="peoples",
    ),
    pytest.param("Suriyalı qadınlar Bakıya gəldi.", "Suriyalı=demonym, Bakıya=place", id="women"),
    pytest.param("Gəncə Dövlət Universitetində konfrans", "Gəncə=embedded", id="another university"),
    pytest.param("Bakı Şəhər Prokurorluğu araşdırır.", "Bakı=embedded", id="prosecutors"),
]


@pytest.mark.parametrize(
    ("text", "found"), [*INFLECTED, *GOVERNMENTS, *CLASS_NOUNS, *ORGANISATIONS, *PERSONS, *NATIONALITIES, *LISTS, *MORE]
)
def test_azerbaijani(text: str, found: str) -> None:
    assert spans("az", text) == found
