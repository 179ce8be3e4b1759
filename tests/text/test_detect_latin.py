"""The language of a paragraph in Latin letters, told from its small words."""

import pytest

from geo.languages import detector_of_script
from geo.text.stretches import find_language
from geo.text.tokens import tokenise

PARAGRAPHS = {
    "en": (
        "The foreign ministers met in Geneva on Monday to discuss the truce. They said that both sides would hold talks"
        " again next week. Officials from three countries were present, but no date has been given."
    ),
    "fr": (
        "Les ministres des affaires étrangères se sont réunis lundi à Genève pour discuter de la trêve. Ils ont déclaré"
        " que les deux parties reprendraient les discussions la semaine prochaine. Des représentants de trois pays"
        " étaient présents, mais aucune date n'a été fixée."
    ),
    "de": (
        "Die Außenminister trafen sich am Montag in Genf, um über die Waffenruhe zu beraten. Sie erklärten, dass beide"
        " Seiten in der kommenden Woche wieder verhandeln wollen. Vertreter von drei Ländern waren anwesend, ein Termin"
        " wurde aber nicht genannt."
    ),
    "es": (
        "Los ministros de Asuntos Exteriores se reunieron el lunes en Ginebra para hablar de la tregua. Dijeron que las"
        " dos partes volverán a negociar la próxima semana. Estuvieron presentes representantes de tres países, pero no"
        " se ha fijado ninguna fecha."
    ),
    "it": (
        "I ministri degli Esteri si sono incontrati lunedì a Ginevra per discutere della tregua. Hanno detto che le due"
        " parti torneranno a negoziare la prossima settimana. Erano presenti i rappresentanti di tre paesi, ma non è"
        " stata fissata alcuna data."
    ),
    "pt": (
        "Os ministros das Relações Exteriores reuniram-se na segunda-feira em Genebra para discutir a trégua. Disseram"
        " que as duas partes vão voltar a negociar na próxima semana. Estavam presentes representantes de três países,"
        " mas não foi marcada nenhuma data."
    ),
    "nl": (
        "De ministers van Buitenlandse Zaken kwamen maandag in Genève bijeen om over het bestand te praten. Ze zeiden"
        " dat beide partijen volgende week weer gaan onderhandelen. Er waren vertegenwoordigers van drie landen"
        " aanwezig, maar er is nog geen datum genoemd."
    ),
    "pl": (
        "Ministrowie spraw zagranicznych spotkali się w poniedziałek w Genewie, aby rozmawiać o rozejmie. Powiedzieli,"
        " że obie strony wrócą do rozmów w przyszłym tygodniu. Obecni byli przedstawiciele trzech krajów, ale nie"
        " podano jeszcze żadnej daty."
    ),
}
SHORT = {
    "en": "A bomb went off near a market in the capital, killing at least ten people and wounding dozens of others.",
    "fr": "Une bombe a explosé près d'un marché de la capitale, faisant au moins dix morts et des dizaines de blessés.",
    "de": "In der Nähe eines Marktes in der Hauptstadt ist eine Bombe explodiert, mindestens zehn Menschen starben.",
    "es": "Una bomba estalló cerca de un mercado de la capital y causó al menos diez muertos y decenas de heridos.",
    "it": "Una bomba è esplosa vicino a un mercato della capitale e ha causato almeno dieci morti e decine di feriti.",
    "pt": "Uma bomba explodiu perto de um mercado da capital e causou pelo menos dez mortos e dezenas de feridos.",
    "nl": "Bij een markt in de hoofdstad is een bom ontploft, waarbij zeker tien doden en tientallen gewonden vielen.",
    "pl": "W pobliżu targu w stolicy wybuchła bomba, zginęło co najmniej dziesięć osób, a wiele zostało rannych.",
}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(code, text, id=f"{code}-{len(text)}")
        for texts in (PARAGRAPHS, SHORT)
        for code, text in texts.items()
    ],
)
def test_detect_language(code: str, text: str) -> None:
    assert find_language(tokenise(text), detector_of_script).code == code
