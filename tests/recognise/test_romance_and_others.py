"""The rules for Italian, Portuguese, Dutch and Polish, a few sentences each, about places that everyone knows."""

import pytest

from tests.recognise.reading import spans

ITALIAN = [
    pytest.param("La nave è partita per Napoli.", "Napoli=place", id="plain"),
    pytest.param("Vive a Londra da due anni.", "Londra=place", id="Italian name"),
    pytest.param("Le elezioni negli Stati Uniti e in Germania", "Stati Uniti=place, Germania=place", id="countries"),
    pytest.param("La guerra in Ucraina preoccupa la Francia.", "Ucraina=place, Francia=place", id="war"),
    pytest.param("Il premier è arrivato all'aeroporto di Palermo.", "Palermo=place", id="airport"),
    pytest.param("A maggio e in aprile, lunedì", "", id="months and days"),
    pytest.param("Come stai? Non so.", "", id="como and so"),
    pytest.param("La pace è lontana. Sole e mare.", "", id="nouns"),
    pytest.param("Il signor Milano è arrivato.", "", id="title"),
    pytest.param("Jack London lo scrisse.", "", id="given name"),
    pytest.param("Giorgia Meloni è volata in Albania.", "Albania=place", id="visitor"),
    pytest.param("Studia all'Università di Bologna.", "Bologna=embedded", id="university"),
    pytest.param("La Banca d'Italia ha alzato i tassi.", "Italia=embedded", id="listed whole"),
    pytest.param("Il Trattato di Roma fu firmato.", "Roma=embedded", id="treaty"),
    pytest.param("Mosca ha accusato la Nato.", "Mosca=metonym", id="verb"),
    pytest.param("I diplomatici a Pechino condannano l'attacco.", "Pechino=place", id="in it"),
    pytest.param("La città di Aleppo era calma.", "Aleppo=place", id="city of"),
    pytest.param("nel nord della Siria", "Siria=place", id="direction"),
    pytest.param("Parigi, Roma e Madrid", "Parigi=place, Roma=place, Madrid=place", id="list"),
    pytest.param("Vive a Como.", "Como=place", id="a common word with a preposition"),
    pytest.param(
        "Una frana ha travolto il villaggio di Caltarossa, vicino a Palermo.",
        "Caltarossa=place, Palermo=place",
        id="unknown village",
    ),
    pytest.param("L'incendio è scoppiato in via Garibaldi, a Torino.", "Garibaldi=place, Torino=place", id="street"),
    pytest.param(
        "Corteo in piazza Cordusio e viale Zara a Milano.",
        "Cordusio=place, Zara=place, Milano=place",
        id="square and avenue",
    ),
    pytest.param(
        "IL CAIRO, 3 mar (ANSA) - L'Egitto apre il valico con Gaza.",
        "IL CAIRO=place, Egitto=place, Gaza=place",
        id="dateline with a date",
    ),
    pytest.param(
        "TERREMOTO IN TURCHIA E IN SIRIA, MIGLIAIA DI MORTI", "TURCHIA=place, SIRIA=place", id="headline in capitals"
    ),
    pytest.param("Piogge a Lecce, Bari e Foggia.", "Lecce=place, Bari=place, Foggia=place", id="list of towns"),
    pytest.param("I colloqui Mosca-Kiev riprendono.", "Mosca=place, Kiev=place", id="hyphenated pair"),
    pytest.param("Il confine russo-ucraino è chiuso.", "russo=demonym, ucraino=demonym", id="hyphenated adjectives"),
    pytest.param(
        "Teheran ha respinto l'offerta, ma i negoziatori restano a Teheran.",
        "Teheran=metonym, Teheran=place",
        id="speaks and is a place",
    ),
    pytest.param(
        "Spari nel centro di Milano e in un ospedale di Gaza.",
        "Milano=place, Gaza=place",
        id="everyday nouns before a place",
    ),
    pytest.param("Il dott. Messina e il sig. Ferrara sono arrivati lunedì 4 maggio.", "", id="titles with a full stop"),
    pytest.param(
        "Le francesi e gli spagnoli hanno giocato a Nizza.",
        "francesi=demonym, spagnoli=demonym, Nizza=place",
        id="people",
    ),
    pytest.param(
        "È atterrato all'aeroporto di Ciampino dalla Libia.",
        "Ciampino=place, Libia=place",
        id="contractions before countries",
    ),
    pytest.param("La procura di Milano indaga sulla Juventus.", "Milano=embedded", id="court"),
    pytest.param("Il sindaco di Napoli, Gaetano Manfredi, ha parlato.", "Napoli=place", id="office of a place"),
    pytest.param(
        "L'accordo di Parigi e il vertice di Tallinn deludono.",
        "Parigi=embedded, Tallinn=embedded",
        id="agreement and summit",
    ),
    pytest.param("Pace e libertà per tutti, una buona riva e un bel prato.", "", id="common nouns"),
    pytest.param("Il consiglio comunale di Torino ha votato.", "Torino=embedded", id='a word before "of"'),
    pytest.param(
        "Il governo dell'Iraq si è dimesso, l'esercito del Sudan avanza.",
        "Iraq=place, Sudan=embedded",
        id="government and army",
    ),
    pytest.param("Mosca, che nega tutto, ha respinto l'offerta.", "Mosca=metonym", id="a clause before the verb"),
    pytest.param(
        "Crolla il Lecce, travolto dal Napoli.", "Lecce=embedded, Napoli=embedded", id="an article makes a town a team"
    ),
    pytest.param(
        "Il Veneto e il Lazio votano, Il Cairo è lontano.",
        "Veneto=place, Lazio=place, Il Cairo=place",
        id="what has an article anyway",
    ),
    pytest.param("I rapporti tra Parigi e Roma sono freddi.", "Parigi=metonym, Roma=metonym", id="relations"),
    pytest.param("La corte d'appello di Milano ha deciso.", "Milano=embedded", id="court"),
    pytest.param(
        "Roma, capitale d'Italia, è piena, dice il sindaco.", "Roma=place, Italia=place", id="another one says it"
    ),
]

PORTUGUESE = [
    pytest.param("O navio partiu para Lisboa.", "Lisboa=place", id="plain"),
    pytest.param("Ela vive em Londres há dois anos.", "Londres=place", id="Portuguese name"),
    pytest.param(
        "Mora no Rio de Janeiro e trabalha em São Paulo.", "Rio de Janeiro=place, São Paulo=place", id="long names"
    ),
    pytest.param(
        "A guerra na Ucrânia preocupa os Estados Unidos.", "Ucrânia=place, Estados Unidos=place", id="countries"
    ),
    pytest.param("O avião pousou em Porto Alegre.", "Porto Alegre=place", id="two words"),
    pytest.param("Em Maio e Abril, na Segunda", "", id="months and days"),
    pytest.param("Este ano não houve festa. Ontem choveu.", "", id="sentence start"),
    pytest.param("Silva e Oliveira não vieram.", "", id="surnames"),
    pytest.param("O senhor Lisboa chegou.", "", id="title"),
    pytest.param("Jack London escreveu isso.", "", id="given name"),
    pytest.param("Lula da Silva viajou para a Argentina.", "Argentina=place", id="visitor"),
    pytest.param("Estuda na Universidade de Coimbra.", "Coimbra=embedded", id="university"),
    pytest.param("O Banco de Portugal subiu os juros.", "Portugal=embedded", id="listed whole"),
    pytest.param("O Tratado de Lisboa foi assinado.", "Lisboa=embedded", id="treaty"),
    pytest.param("Moscou acusou a Otan.", "Moscou=metonym", id="verb"),
    pytest.param("Os diplomatas em Pequim condenam o ataque.", "Pequim=place", id="in it"),
    pytest.param("A cidade de Aleppo estava calma.", "Aleppo=place", id="city of"),
    pytest.param("no norte da Síria", "Síria=place", id="direction"),
    pytest.param("Paris, Roma e Londres", "Paris=place, Roma=place, Londres=place", id="list"),
    pytest.param("Vive no Porto.", "Porto=place", id="a common word with a preposition"),
    pytest.param(
        "A enchente destruiu a aldeia de Quibaxoque, perto de Luanda.",
        "Quibaxoque=place, Luanda=place",
        id="unknown village",
    ),
    pytest.param("O incêndio começou na rua Augusta, em São Paulo.", "Augusta=place, São Paulo=place", id="street"),
    pytest.param(
        "LISBOA, 3 mar (Lusa) - Portugal reforça a fronteira com Espanha.",
        "LISBOA=place, Portugal=place, Espanha=place",
        id="dateline with a date",
    ),
    pytest.param(
        "TERREMOTO NA TURQUIA E NA SÍRIA DEIXA MILHARES DE MORTOS",
        "TURQUIA=place, SÍRIA=place",
        id="headline in capitals",
    ),
    pytest.param("Choveu em Recife, Natal e Maceió.", "Recife=place, Natal=place, Maceió=place", id="list of towns"),
    pytest.param("O diálogo Moscou-Kiev continua.", "Moscou=place, Kiev=place", id="hyphenated pair"),
    pytest.param(
        "A fronteira russo-ucraniana está fechada.", "russo=demonym, ucraniana=demonym", id="hyphenated adjectives"
    ),
    pytest.param(
        "Tiros no centro de São Paulo e num hospital de Gaza.",
        "São Paulo=place, Gaza=place",
        id="everyday nouns before a place",
    ),
    pytest.param(
        "O Dr. Braga e a Sra. Lisboa chegaram a Braga na segunda, 4 de maio.",
        "Braga=place",
        id="person and town of one name",
    ),
    pytest.param(
        "As brasileiras e os angolanos jogaram em Maputo.",
        "brasileiras=demonym, angolanos=demonym, Maputo=place",
        id="feminine plural",
    ),
    pytest.param(
        "O avião pousou no aeroporto internacional de São Paulo vindo da Bolívia.",
        "São Paulo=place, Bolívia=place",
        id="airport",
    ),
    pytest.param(
        "A guerra da Ucrânia e a guerra de Gaza continuam.", "Ucrânia=place, Gaza=place", id="war named after its place"
    ),
    pytest.param(
        "O governo de Angola e a polícia de Maputo negam.", "Angola=place, Maputo=place", id="government and police"
    ),
    pytest.param("O Acordo de Paris foi discutido em Brasília.", "Paris=embedded, Brasília=place", id="agreement"),
    pytest.param(
        "Na província de Cabo Delgado, no norte de Moçambique, há combates.",
        "Cabo Delgado=place, Moçambique=place",
        id="province and direction",
    ),
    pytest.param("A liberdade, o progresso e a esperança. Natal é em dezembro.", "", id="common nouns"),
    pytest.param("A câmara municipal de Lisboa votou.", "Lisboa=embedded", id='a word before "of"'),
    pytest.param(
        "O governo do Iraque renunciou, o exército do Sudão avança.",
        "Iraque=place, Sudão=embedded",
        id="government and army",
    ),
    pytest.param("Londres por sua vez também condenou o ataque.", "Londres=metonym", id="small words before the verb"),
    pytest.param("A proposta de Bruxelas foi rejeitada.", "Bruxelas=metonym", id="proposal"),
    pytest.param("A assembleia legislativa do Rio de Janeiro votou.", "Rio de Janeiro=embedded", id="legislature"),
    pytest.param("Lisboa, a capital, acordou cinzenta.", "Lisboa=place", id="another verb behind a comma"),
]

DUTCH = [
    pytest.param("Het schip voer naar Rotterdam.", "Rotterdam=place", id="plain"),
    pytest.param("Ze woont al jaren in Londen.", "Londen=place", id="Dutch name"),
    pytest.param(
        "De verkiezingen in de Verenigde Staten en in Duitsland",
        "Verenigde Staten=place, Duitsland=place",
        id="countries",
    ),
    pytest.param("De oorlog in Oekraïne duurt voort.", "Oekraïne=place", id="trema"),
    pytest.param("De rechtbank zit in Den Haag.", "Den Haag=place", id="article in the name"),
    pytest.param("Nederlands grootste haven", "Nederlands=demonym", id="nationality"),
    pytest.param("Op maandag in mei was het mooi.", "", id="month and day"),
    pytest.param("Ze zijn het er niet mee eens. Dat is best.", "", id="function words"),
    pytest.param("Meneer Delft kwam gisteren.", "", id="title"),
    pytest.param("Jack London schreef het.", "", id="given name"),
    pytest.param("Mark Rutte reisde naar Turkije.", "Turkije=place", id="visitor"),
    pytest.param("Hij studeert aan de Universiteit van Amsterdam.", "Amsterdam=embedded", id="university"),
    pytest.param("Het Verdrag van Maastricht werd getekend.", "Maastricht=embedded", id="treaty"),
    pytest.param("De Russen en de Oekraïners onderhandelen.", "Russen=demonym, Oekraïners=demonym", id="people"),
    pytest.param(
        "De Franse president sprak met een Duitse minister.",
        "Franse=demonym, Duitse=demonym",
        id="adjectives have capitals",
    ),
    pytest.param("Moskou beschuldigt de NAVO.", "Moskou=metonym", id="verb"),
    pytest.param("Diplomaten in Peking veroordelen de aanval.", "Peking=place", id="in it"),
    pytest.param("De stad Aleppo was rustig.", "Aleppo=place", id="city"),
    pytest.param("ten noorden van Bagdad", "Bagdad=place", id="direction"),
    pytest.param("Parijs, Rome en Madrid", "Parijs=place, Rome=place, Madrid=place", id="list"),
    pytest.param("De tram reed door de Haagse Straat in Utrecht.", "Haagse Straat=place, Utrecht=place", id="street"),
    pytest.param(
        "CAÏRO, 3 maart (ANP) - Egypte heeft de grens met Gaza geopend.",
        "CAÏRO=place, Egypte=place, Gaza=place",
        id="dateline with a date",
    ),
    pytest.param(
        "OORLOG IN OEKRAÏNE: RUSLAND VALT CHARKOV AAN",
        "OEKRAÏNE=place, RUSLAND=place, CHARKOV=place",
        id="headline in capitals",
    ),
    pytest.param("Het sneeuwde in Assen, Ede en Zwolle.", "Assen=place, Ede=place, Zwolle=place", id="list of towns"),
    pytest.param("De gesprekken Moskou-Kiev gaan door.", "Moskou=place, Kiev=place", id="hyphenated pair"),
    pytest.param(
        "De Russisch-Oekraïense grens is dicht.", "Russisch=demonym, Oekraïense=demonym", id="hyphenated adjectives"
    ),
    pytest.param(
        "Teheran verwierp het voorstel, maar diplomaten bleven in Teheran.",
        "Teheran=metonym, Teheran=place",
        id="speaks and is a place",
    ),
    pytest.param(
        "Schoten in het centrum van Amsterdam en een ziekenhuis in Gaza.",
        "Amsterdam=place, Gaza=place",
        id="everyday nouns before a place",
    ),
    pytest.param(
        "Dhr. Breda en mevr. Delft kwamen maandag 4 mei naar Breda.", "Breda=place", id="person and town of one name"
    ),
    pytest.param("In St. Louis werd gestemd.", "St. Louis=place", id="abbreviation in a name"),
    pytest.param(
        "De burgemeester van Istanbul sprak met Turken.",
        "Istanbul=place, Turken=demonym",
        id="people and office of a place",
    ),
    pytest.param(
        "Oost-Oekraïne en Noord-Syrië lijden honger.", "Oekraïne=place, Syrië=place", id="direction joined by a hyphen"
    ),
    pytest.param(
        "FC Twente won van Sparta Rotterdam in Enschede.",
        "Twente=embedded, Rotterdam=embedded, Enschede=place",
        id="clubs",
    ),
    pytest.param("De provincie Limburg en de rivier de Maas.", "Limburg=place, Maas=place", id="province and river"),
    pytest.param("Jan P. Haarlem en K. Delft ontbraken.", "", id="initials"),
    pytest.param(
        "Het Verdrag van Maastricht en de Vrede van Munster.",
        "Maastricht=embedded, Munster=embedded",
        id="treaty and peace",
    ),
    pytest.param("Het beste echt voor de zee. Kampen en grave fouten.", "", id="common words"),
    pytest.param(
        "De regering van Irak trad af, het leger van Soedan rukt op.",
        "Irak=place, Soedan=embedded",
        id="government and army",
    ),
    pytest.param("Parijs heeft het plan maandag afgewezen.", "Parijs=metonym", id="verb at the end"),
    pytest.param("Hij noemde het voorstel van Brussel te mager.", "Brussel=metonym", id="proposal"),
    pytest.param("Hij zei dat Rome in augustus leeg is.", "Rome=place", id="another verb at the end"),
]

POLISH = [
    pytest.param("Statek wypłynął z Gdańska.", "Gdańska=place", id="genitive"),
    pytest.param("Mieszka w Londynie od dwóch lat.", "Londynie=place", id="locative"),
    pytest.param("Wybory w Stanach Zjednoczonych", "Stanach Zjednoczonych=place", id="both words inflected"),
    pytest.param("Wojna na Ukrainie trwa.", "Ukrainie=place", id="locative in -ie"),
    pytest.param("Jedziemy do Warszawy przez Kraków.", "Warszawy=place, Kraków=place", id="genitive and accusative"),
    pytest.param("Pociąg z Krakowa do Poznania", "Krakowa=place, Poznania=place", id="vowel change"),
    pytest.param("Premier Niemiec poleciał do Francji.", "Niemiec=place, Francji=place", id="plural country"),
    pytest.param("Był w Moskwie i w Kijowie.", "Moskwie=place, Kijowie=place", id="two"),
    pytest.param("Jest w Chinach i we Włoszech.", "Chinach=place, Włoszech=place", id="plural countries"),
    pytest.param("W maju i w kwietniu, w poniedziałek", "", id="months and days"),
    pytest.param("Nie ma już czasu. Tak jest.", "", id="function words"),
    pytest.param("Pan Warszawa przyszedł wczoraj.", "", id="title"),
    pytest.param("Jack London to napisał.", "", id="given name"),
    pytest.param("Studiuje na Uniwersytecie w Toruniu.", "Toruniu=place", id="in a town"),
    pytest.param("Rosjanie i Ukraińcy rozmawiają.", "Rosjanie=demonym, Ukraińcy=demonym", id="people"),
    pytest.param("Moskwa oskarżyła NATO.", "Moskwa=metonym", id="verb"),
    pytest.param("Pekin odrzuca zarzuty.", "Pekin=metonym", id="present"),
    pytest.param("Dyplomaci w Pekinie potępili atak.", "Pekinie=place", id="in it"),
    pytest.param("Miasto Aleppo było spokojne.", "Aleppo=place", id="city"),
    pytest.param("na północ od Bagdadu", "Bagdadu=place", id="direction"),
    pytest.param("Paryż, Rzym i Madryt", "Paryż=place, Rzym=place, Madryt=place", id="list"),
    pytest.param("Legia Warszawa wygrała w Poznaniu.", "Warszawa=embedded, Poznaniu=place", id="club"),
    pytest.param("Pożar wybuchł we wsi Brzozowy Klucz.", "Brzozowy Klucz=place", id="unknown village"),
    pytest.param(
        "Wójt gminy Kowalski i starosta powiatu Nowak milczą.", "", id="surnames behind the noun of a district"
    ),
    pytest.param(
        "Autobus zepsuł się na ulicy Marszałkowskiej w Warszawie.",
        "Marszałkowskiej=place, Warszawie=place",
        id="street",
    ),
    pytest.param("Dom stoi przy ul. Mickiewicza w Łodzi.", "Mickiewicza=place, Łodzi=place", id="street cut short"),
    pytest.param("Ruch zamknięto na moście Poniatowskiego.", "Poniatowskiego=place", id="bridge"),
    pytest.param(
        "WARSZAWA, 10 października (PAP) - Polska się zgodziła.",
        "WARSZAWA=place, Polska=place",
        id="dateline with an agency",
    ),
    pytest.param(
        "WARSZAWA I BERLIN PODPISAŁY UMOWĘ O GAZIE", "WARSZAWA=metonym, BERLIN=metonym", id="headline in capitals"
    ),
    pytest.param(
        "Koncerty odbędą się w Lublinie, Rzeszowie i Przemyślu.",
        "Lublinie=place, Rzeszowie=place, Przemyślu=place",
        id="list of three",
    ),
    pytest.param("Rozmowy Warszawa-Kijów odłożono.", "Warszawa=place, Kijów=place", id="hyphenated pair"),
    pytest.param("Granica polsko-białoruska jest zamknięta.", "polsko=demonym, białoruska=demonym", id="border of two"),
    pytest.param(
        "Moskwa odrzuciła zarzuty, a w Moskwie odbył się wiec.",
        "Moskwa=metonym, Moskwie=place",
        id="speaks, and is a place",
    ),
    pytest.param("Burmistrz Zakopanego otworzył szlak.", "Zakopanego=place", id="mayor of a town"),
    pytest.param(
        "Prezydent Krakowa Jacek Majchrowski odwiedził Kijów.",
        "Krakowa=place, Kijów=place",
        id="genitive before a name",
    ),
    pytest.param("Premier Tusk poleciał do Brukseli.", "Brukseli=place", id="office and surname"),
    pytest.param(
        "Niemki i Francuzki wygrały w Paryżu.", "Niemki=demonym, Francuzki=demonym, Paryżu=place", id="feminine plural"
    ),
    pytest.param("Piłkarz Jan Krakowski wrócił do Krakowa.", "Krakowa=place", id="surname of an adjective"),
    pytest.param("Pociąg jedzie z Gniezna przez cały dzień.", "Gniezna=place", id="neuter genitive"),
    pytest.param("W XIX wieku tu handlowano.", "", id="Roman numeral"),
    pytest.param("Pożar wybuchł we wsi Brzozowy Klucz.", "Brzozowy Klucz=place", id="unknown village"),
    pytest.param("Wójt gminy Kowalski i starosta powiatu Nowak milczą.", "", id="surnames behind a district's noun"),
    pytest.param(
        "Autobus zepsuł się na ulicy Marszałkowskiej w Warszawie.",
        "Marszałkowskiej=place, Warszawie=place",
        id="street",
    ),
    pytest.param("Dom stoi przy ul. Mickiewicza w Łodzi.", "Mickiewicza=place, Łodzi=place", id="street cut short"),
    pytest.param("Ruch zamknięto na moście Poniatowskiego.", "Poniatowskiego=place", id="bridge"),
    pytest.param(
        "WARSZAWA, 10 października (PAP) - Polska się zgodziła.",
        "WARSZAWA=place, Polska=place",
        id="dateline with an agency",
    ),
    pytest.param(
        "WARSZAWA I BERLIN PODPISAŁY UMOWĘ O GAZIE", "WARSZAWA=metonym, BERLIN=metonym", id="headline in capitals"
    ),
    pytest.param(
        "Koncerty odbędą się w Lublinie, Rzeszowie i Przemyślu.",
        "Lublinie=place, Rzeszowie=place, Przemyślu=place",
        id="list of three",
    ),
    pytest.param("Rozmowy Warszawa-Kijów odłożono.", "Warszawa=place, Kijów=place", id="hyphenated pair"),
    pytest.param("Granica polsko-białoruska jest zamknięta.", "polsko=demonym, białoruska=demonym", id="border of two"),
    pytest.param(
        "Moskwa odrzuciła zarzuty, a w Moskwie odbył się wiec.",
        "Moskwa=metonym, Moskwie=place",
        id="speaks, and is a place",
    ),
    pytest.param("Burmistrz Zakopanego otworzył szlak.", "Zakopanego=place", id="mayor of a town"),
    pytest.param(
        "Prezydent Krakowa Jacek Majchrowski odwiedził Kijów.",
        "Krakowa=place, Kijów=place",
        id="genitive before a name",
    ),
    pytest.param("Premier Tusk poleciał do Brukseli.", "Brukseli=place", id="office and surname"),
    pytest.param(
        "Niemki i Francuzki wygrały w Paryżu.", "Niemki=demonym, Francuzki=demonym, Paryżu=place", id="feminine plural"
    ),
    pytest.param("Piłkarz Jan Krakowski wrócił do Krakowa.", "Krakowa=place", id="surname of an adjective"),
    pytest.param("Pociąg jedzie z Gniezna przez cały dzień.", "Gniezna=place", id="neuter genitive"),
    pytest.param("W XIX wieku tu handlowano.", "", id="Roman numeral"),
    pytest.param("Źródło w ministerstwie obrony Armenii zaprzeczyło.", "Armenii=embedded", id="ministry written small"),
    pytest.param(
        "Rozmowa z Ministerstwem Spraw Zagranicznych Ukrainy trwa.",
        "Ukrainy=embedded",
        id="ministry of foreign affairs",
    ),
    pytest.param(
        "Wczoraj rząd Iraku ustąpił, a parlament Gruzji głosował.",
        "Iraku=place, Gruzji=embedded",
        id="government and parliament",
    ),
    pytest.param(
        "Warszawa ze swojej strony wczoraj odrzuciła tę propozycję.",
        "Warszawa=metonym",
        id="small words before the verb",
    ),
    pytest.param("Budapeszt, który długo milczał, poparł umowę.", "Budapeszt=metonym", id="a clause before the verb"),
    pytest.param(
        "Spór Paryża z Berlinem trwa, pociąg z Paryża do Berlina jedzie.",
        "Paryża=metonym, Berlinem=metonym, Paryża=place, Berlina=place",
        id="dispute and train",
    ),
    pytest.param(
        "Trybunał Konstytucyjny Mołdawii orzekł, sąd okręgowy w Warszawie milczy.",
        "Mołdawii=embedded, Warszawie=place",
        id="court of, court in",
    ),
    pytest.param("Warszawa tej wiosny jest zielona.", "Warszawa=place", id="another verb"),
]


@pytest.mark.parametrize(("text", "found"), ITALIAN)
def test_italian(text: str, found: str) -> None:
    assert spans("it", text) == found


@pytest.mark.parametrize(("text", "found"), PORTUGUESE)
def test_portuguese(text: str, found: str) -> None:
    assert spans("pt", text) == found


@pytest.mark.parametrize(("text", "found"), DUTCH)
def test_dutch(text: str, found: str) -> None:
    assert spans("nl", text) == found


@pytest.mark.parametrize(("text", "found"), POLISH)
def test_polish(text: str, found: str) -> None:
    assert spans("pl", text) == found
