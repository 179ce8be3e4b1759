"""The rules for Turkish, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

NAMES = [
    pytest.param("Tren Ankara'ya gitti.", "Ankara=place", id="dative"),
    pytest.param("Bakan İstanbul'da konuştu.", "İstanbul=place", id="dotted İ"),
    pytest.param("Uçak Moskova'dan Bakü'ye uçtu.", "Moskova=place, Bakü=place", id="two cities"),
    pytest.param("Amerika Birleşik Devletleri'nde seçim var.", "Amerika Birleşik Devletleri=place", id="longest name"),
    pytest.param("ABD ve Çin anlaştı.", "ABD=place, Çin=place", id="acronym"),
    pytest.param("Orta Doğu'da gerginlik sürüyor.", "Orta Doğu=place", id="region"),
    pytest.param("Gazze Şeridi'nde ateşkes sağlandı.", "Gazze Şeridi=place", id="strip"),
    pytest.param("Karadeniz'de bir gemi battı.", "Karadeniz=place", id="sea"),
    pytest.param("Van Gölü kıyısında kamp kurdular.", "Van Gölü=place", id="lake"),
    pytest.param("IRAK'TA PATLAMA", "IRAK=place", id="capitals"),
    pytest.param("İSTANBUL (AA) - Polis geldi.", "İSTANBUL=place", id="dateline"),
    pytest.param("Almanyada yaşıyor.", "Almanyada=place", id="no apostrophe"),
    pytest.param("Balkanlara yayıldı.", "Balkanlara=place", id="plural without one"),
    pytest.param("Kıbrıs'ın kuzeyinde", "Kıbrıs=place", id="genitive"),
    pytest.param(
        "Suriye'nin kuzeyindeki İdlib kentinde", "Suriye=place, İdlib=place", id="two that depend on each other"
    ),
    pytest.param("Öğle yemeğinde hindi ve mısır yedik.", "", id="common nouns"),
]

GOVERNMENTS = [
    pytest.param("Moskova saldırıyı kınadı.", "Moskova=metonym", id="verb at the end"),
    pytest.param("Ankara açıkladı: karar değişmedi.", "Ankara=metonym", id="verb"),
    pytest.param("Tahran ve Şam saldırıyı kınadı.", "Tahran=metonym, Şam=metonym", id="two that speak"),
    pytest.param("Halep açıkladı.", "Halep=place", id="no capital"),
    pytest.param("Rusya açıkladı.", "Rusya=place", id="a country is itself"),
    pytest.param("Moskova'da açıklandı.", "Moskova=place", id="in it"),
    pytest.param("Kremlin iddiaları yalanladı.", "Kremlin=metonym", id="institution"),
    pytest.param("Beyaz Saray açıklama yaptı.", "Beyaz Saray=metonym", id="two words"),
    pytest.param(
        "Ankara, vize konusunda Paris'ten adım bekliyor.", "Ankara=metonym, Paris=place", id="verb at the end"
    ),
    pytest.param("Moskova bu teklifi dün kesin bir dille reddetti.", "Moskova=metonym", id="words between"),
    pytest.param("Moskova bugün karla kaplı, Bakan Yılmaz dedi.", "Moskova=place", id="another one says it"),
    pytest.param("Berlin ile Paris arasındaki anlaşmazlık sürüyor.", "Berlin=metonym, Paris=metonym", id="dispute"),
    pytest.param("Ankara'nın tutumu değişmedi.", "Ankara=metonym", id="position"),
    pytest.param("Berlin ile Paris arasındaki trenler dolu.", "Berlin=place, Paris=place", id="trains"),
    pytest.param(
        "Ankara, Türkiye'nin başkenti ve ikinci büyük şehridir.",
        "Ankara=place, Türkiye=place",
        id="an insertion and no verb of saying",
    ),
]

CLASS_NOUNS = [
    pytest.param("Konya ilinde kar yağdı.", "Konya=place", id="province"),
    pytest.param("Elazığ'ın Sivrice ilçesinde deprem oldu.", "Elazığ=place, Sivrice=place", id="district"),
    pytest.param("Edirne şehri sular altında.", "Edirne=place", id="city"),
    pytest.param("Fırat nehrinde su azaldı.", "Fırat=place", id="river"),
    pytest.param("Ağrı Dağı karla kaplı.", "Ağrı Dağı=place", id="part of the name"),
    pytest.param("Trabzon Havalimanı kapatıldı.", "Trabzon=place", id="airport"),
    pytest.param(
        "Rize'nin Pazar ilçesinde dere taştı.", "Rize=place, Pazar=place", id="district with the name of a day"
    ),
]

ORGANISATIONS = [
    pytest.param("Ankara Üniversitesi'nde sınav yapıldı.", "Ankara=embedded", id="university"),
    pytest.param("Ankara Üniversitesinde sınav yapıldı.", "Ankara=embedded", id="without an apostrophe"),
    pytest.param("Diyarbakır Belediyesi açıkladı.", "Diyarbakır=embedded", id="municipality"),
    pytest.param("Lozan Antlaşması imzalandı.", "Lozan=embedded", id="treaty"),
    pytest.param("İstanbul Sözleşmesi tartışıldı.", "İstanbul=embedded", id="convention"),
    pytest.param("Avrupa Birliği toplandı.", "Avrupa=embedded", id="union"),
    pytest.param(
        "Dün Ermenistan savunma bakanlığı bunu yalanladı.", "Ermenistan=embedded", id="ministry written small"
    ),
    pytest.param(
        "Dün Gürcistan parlamentosu toplandı, Irak hükümeti istifa etti.",
        "Gürcistan=embedded, Irak=place",
        id="parliament and government",
    ),
    pytest.param(
        "Hindistan silahlı kuvvetleri tatbikat yaptı, Ermenistan savunma bakanı geldi.",
        "Hindistan=embedded, Ermenistan=place",
        id="forces, and a minister",
    ),
]

NATIONALITIES = [
    pytest.param("Türk ve Rus askerleri geldi.", "Türk=demonym, Rus=demonym", id="adjectives"),
    pytest.param("Suriyeliler Almanya'ya gitti.", "Suriyeliler=demonym, Almanya=place", id="people"),
    pytest.param("ABD'li bakan geldi.", "ABD'li=demonym", id="behind an apostrophe"),
    pytest.param("Güney Koreli şirket", "Güney Koreli=demonym", id="two words"),
    pytest.param("İngiliz gazeteci Londra'da konuştu.", "İngiliz=demonym, Londra=place", id="and a city"),
]

PERSONS = [
    pytest.param("Erdoğan Moskova'ya gitti.", "Moskova=place", id="a place behind a person"),
    pytest.param("Recep Tayyip Erdoğan Berlin'e gitti.", "Berlin=place", id="behind a full name"),
    pytest.param("Sayın Aydın konuştu.", "", id="title"),
    pytest.param("Jack London yazdı.", "", id="given name"),
    pytest.param("Deniz Gezmiş anıldı.", "", id="given name that is a word"),
    pytest.param("Mart ve Nisan aylarında, Pazar günü", "", id="months and days"),
    pytest.param("Şarkıcı Deniz Bolu sahneye çıktı.", "", id="given name that is a word, before a town"),
]

LISTS = [
    pytest.param("Paris, Londra ve Roma", "Paris=place, Londra=place, Roma=place", id="commas and ve"),
    pytest.param(
        "Bakan Mısır, Ürdün ve Lübnan'ı ziyaret etti.", "Mısır=place, Ürdün=place, Lübnan=place", id="countries"
    ),
]

CASES = [
    pytest.param("Mudanya'da vapur bekledik.", "Mudanya=place", id="a small town in the locative"),
    pytest.param("Lozan'dan Bonn'a geçti.", "Lozan=place, Bonn=place", id="ablative and dative"),
    pytest.param("Moskova'da açıkladı: anlaşma yakın.", "Moskova=place", id="a capital in the locative is no speaker"),
    pytest.param("Washington'dan açıkladı.", "Washington=place", id="nor in the ablative"),
    pytest.param("Van'daki depremde evler yıkıldı.", "Van=place", id="that is in it"),
    pytest.param("Moskova anlaşmayı reddetti.", "Moskova=metonym", id="one that speaks has no ending"),
    pytest.param("Moskova-Bakü görüşmeleri sürüyor.", "Moskova=place, Bakü=place", id="hyphen"),
    pytest.param("Türkiye-Suriye sınırında", "Türkiye=place, Suriye=place", id="border"),
    pytest.param("DİYARBAKIR'DA OPERASYON: 12 GÖZALTI", "DİYARBAKIR=place", id="headline"),
    pytest.param("ANKARA - Bakan konuştu.", "ANKARA=place", id="dateline without an agency"),
]

FACILITIES = [
    pytest.param("İstiklal Caddesi'nde patlama oldu.", "İstiklal Caddesi=place", id="street"),
    pytest.param("Ankara Caddesi trafiğe kapatıldı.", "Ankara Caddesi=place", id="street of a city's name"),
    pytest.param("Atatürk Bulvarı'nda yürüdüler.", "Atatürk Bulvarı=place", id="boulevard of a person's name"),
    pytest.param("Göstericiler Taksim Meydanı'na yürüdü.", "Taksim Meydanı=place", id="square"),
    pytest.param("Galata Köprüsü'nde kaza oldu.", "Galata Köprüsü=place", id="bridge"),
    pytest.param("Ali Sami Yen Stadyumu doldu.", "Ali Sami Yen Stadyumu=place", id="stadium"),
    pytest.param("Silivri Cezaevinde isyan çıktı.", "Silivri Cezaevinde=place", id="prison, inflected"),
    pytest.param("Elazığ Şehir Hastanesi'ne kaldırıldı.", "Elazığ=embedded", id="a city's own hospital"),
    pytest.param("Araştırma Hastanesi'nde yatıyor.", "", id="a hospital without a name"),
]

MORE = [
    pytest.param("Sivas'ın Karacaören köyünde yangın çıktı.", "Sivas=place, Karacaören=place", id="village"),
    pytest.param(
        "Suriyeliler, İranlılar ve Fransızlar Paris'te yürüdü.",
        "Suriyeliler=demonym, İranlılar=demonym, Fransızlar=demonym, Paris=place",
        id="peoples",
    ),
    pytest.param("Ukraynalı kadınlar İzmir'e ulaştı.", "Ukraynalı=demonym, İzmir=place", id="women"),
    pytest.param("Dr. Ali Kaya konuştu.", "", id="title with a full stop"),
    pytest.param("Maçı Adana Demirspor kazandı.", "Adana=embedded", id="club"),
    pytest.param("O gün 2. Tümen geldi.", "", id="a division is no Tyumen"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*NAMES, *GOVERNMENTS, *CLASS_NOUNS, *ORGANISATIONS, *NATIONALITIES, *PERSONS, *LISTS, *CASES, *FACILITIES, *MORE],
)
def test_turkish(text: str, found: str) -> None:
    assert spans("tr", text) == found
