"""What the card says about a selection."""

import pytest

from geo.models import Candidate, MentionKind, Reason
from geo.ui.card import Card, make_card
from geo.ui.selection import select_mention
from geo.ui.words import read_words
from tests.builders import geoparsed_from_gold, make_country, make_geoparsed, make_place, make_resolution, make_status

WORDS = read_words()
STORY = geoparsed_from_gold()
COUNTRIES = {"RU": "Russia", "US": "United States", "IR": "Iran", "IQ": "Iraq"}


def card_at(start: int, names: str = "both") -> Card:
    card = make_card(STORY, select_mention(STORY, start), names=names, words=WORDS, country_name=COUNTRIES.get)  # type: ignore[arg-type]
    assert card is not None
    return card


def test_nothing_selected_is_no_card() -> None:
    assert make_card(STORY, select_mention(STORY, 1), names="both", words=WORDS, country_name=str) is None


def test_a_city() -> None:
    card = card_at(1087)
    assert [name.text for name in card.names] == ["Moscow", "موسكو"]
    assert card.subtitle == "capital city · Russia"
    assert (card.position, card.count) == (1, 2)
    assert card.named == "named 2 times"
    assert card.excerpt.mention == "موسكو"
    assert card.excerpt.text.endswith("في موسكو.")


@pytest.mark.parametrize(
    ("names", "shown"), [("article", ["موسكو"]), ("interface", ["Moscow"]), ("both", ["Moscow", "موسكو"])]
)
def test_names_follow_the_choice(names: str, shown: list[str]) -> None:
    assert [name.text for name in card_at(1087, names).names] == shown


def test_a_metonym_says_that_it_stands_for_a_government() -> None:
    facts = {fact.label: fact.values for fact in card_at(1259).facts}
    assert facts["Here"] == ("stands for a government here",)


def test_a_disputed_place_is_in_no_country_and_has_its_source() -> None:
    card = card_at(262)
    assert card.subtitle == "region · Disputed"
    assert card.note == "Disputed, since 1991. Claimed by two. Source: A source, checked 31 January 2025."


def test_a_nationality_word_names_its_country_and_leads_there() -> None:
    card = card_at(148)
    assert [name.text for name in card.names] == ["الإيراني"]
    assert card.subtitle == "a nationality word, counted for Iran"
    assert card.can_show == "Iran"
    assert card.position == 0


def test_an_embedded_name_says_why_it_has_no_marker() -> None:
    assert card_at(87).subtitle == "part of a longer name, so it is not on the map"


def test_the_ends_of_the_text_are_known() -> None:
    assert card_at(40).first_in_text
    assert card_at(2171).last_in_text
    assert not card_at(262).first_in_text


def test_certainty_reasons_and_runner_up_are_words() -> None:
    text = "In Moscow."
    city, other = make_place("Moscow", country_code="RU"), make_place("Moscow, Idaho", country_code="US", id="gn:9")
    found = make_resolution(
        text,
        0,
        "Moscow",
        city,
        score=0.6,
        candidates=(Candidate(place=city, score=0.6), Candidate(place=other, score=0.3)),
        why=(
            Reason(code="most_important", values={"count": 2}),
            Reason(code="runner_up", values={"name": "Moscow, Idaho"}),
        ),
    )
    story = make_geoparsed(text, (found,))
    card = make_card(story, select_mention(story, 3), names="interface", words=WORDS, country_name=COUNTRIES.get)  # type: ignore[arg-type]
    assert card is not None
    facts = {fact.label: fact.values for fact in card.facts}
    assert facts == {
        "Certainty": ("Likely",),
        "Why": ("best known of 2 places of this name",),
        "Runner-up": ("Moscow, Idaho (town or city · United States)",),
        "Position": (WORDS.position(city.point),),
    }


def test_a_sea_names_the_countries_around_it_and_an_unknown_name_says_so() -> None:
    text = "The Gulf and Nowhere."
    sea = make_place(
        "Gulf",
        country_code=None,
        feature_class="H",
        feature_code="GULF",
        touches=("IR", "IQ"),
        status=make_status(kind="contested-name"),
    )
    story = make_geoparsed(text, (make_resolution(text, 0, "Gulf", sea), make_resolution(text, 9, "Nowhere", None)))
    first, second = (
        make_card(
            story, select_mention(story, start), names="interface", words=WORDS, country_name=COUNTRIES.__getitem__
        )
        for start in (4, 13)
    )
    assert first is not None
    assert second is not None
    assert first.subtitle == "gulf · Contested name"
    assert ("Lies in or borders", ("Iran and Iraq",)) in [(fact.label, fact.values) for fact in first.facts]
    assert second.subtitle == "looks like a place, but no place of that name is known"


def test_a_countrys_nationality_words_are_counted() -> None:
    text = "Syria and a Syrian."
    syria = make_country("Syria", "SY")
    story = make_geoparsed(
        text,
        (make_resolution(text, 0, "Syria", syria), make_resolution(text, 9, "Syrian", syria, kind=MentionKind.DEMONYM)),
    )
    card = make_card(story, select_mention(story, 0), names="interface", words=WORDS, country_name=str)
    assert card is not None
    assert card.named == "named once · 1 nationality word for it"
