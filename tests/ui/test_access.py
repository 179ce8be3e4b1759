"""What a screen reader is told: each selection in a sentence, each part of the page by its name."""

import pytest

from geo.ui.access import help_data, page_data
from geo.ui.card import make_card
from geo.ui.selection import select_mention
from geo.ui.words import LANGUAGES, read_words
from tests.builders import geoparsed_from_gold

STORY = geoparsed_from_gold()


@pytest.mark.parametrize(
    ("start", "names", "said"),
    [
        pytest.param(1087, "both", "Moscow, capital city, Russia, certain, mention 1 of 2.", id="city"),
        pytest.param(1087, "article", "Moscow, capital city, Russia, certain, mention 1 of 2.", id="in one language"),
        pytest.param(148, "both", "الإيراني, a nationality word, counted for Iran, certain.", id="nationality word"),
    ],
)
def test_a_selection_in_a_sentence(start: int, names: str, said: str) -> None:
    card = make_card(
        STORY,
        select_mention(STORY, start),
        names=names,
        words=read_words(),
        country_name={"RU": "Russia"}.get,  # type: ignore[arg-type]
    )
    assert card is not None
    assert card.spoken == said


def test_a_metonym_is_told_from_the_place() -> None:
    card = make_card(STORY, select_mention(STORY, 1259), names="both", words=read_words(), country_name=str)
    assert card is not None
    assert ", stands for a government here, " in card.spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions_have_names_of_their_own(language: str) -> None:
    words = read_words(language)
    names = [landmark["label"] for landmark in page_data(words)["landmarks"] if landmark["role"] != "status"]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(row["does"] and row["keys"] for row in help_data(words)["keys"])
