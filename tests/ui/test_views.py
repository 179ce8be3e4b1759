"""Rows, headline, pieces of text and the data that the parts are given."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.models import Article, Focus, Passage
from geo.ui.card import make_card
from geo.ui.deck import deck_data
from geo.ui.headline import about_sentence, language_note, source_line
from geo.ui.link import Link
from geo.ui.marks import begins_with_title, heading_of, paragraphs
from geo.ui.places import Naming, map_places, names_of, opening_ids, place_rows, scale_of
from geo.ui.reading import Reading, choose, follow_link, open_story, search, settle_link, take_over, toggle_filter
from geo.ui.selection import NO_FILTERS, NOTHING, Filters, Selection, select_place, shown
from geo.ui.views import (
    article_data,
    card_data,
    chips_data,
    markers_data,
    markers_key,
    search_data,
    table_data,
)
from geo.ui.words import direction_of, read_words
from tests.builders import FOUNDING, geoparsed_from_gold, make_country, make_geoparsed, make_place, make_resolution

WORDS = read_words()
STORY = geoparsed_from_gold()
ROWS = place_rows(STORY)
READING = Reading(article=FOUNDING)
ARABIC = Naming(choice="both", article="ar", interface="en")


def test_rows_are_the_markers_most_named_first() -> None:
    rows = {row.place.name: row for row in ROWS}
    assert ROWS[0].place.name == "Nagorno-Karabakh"
    assert (rows["Moscow"].mentions, rows["Moscow"].metonym) == (2, False)
    assert rows["Kremlin"].metonym
    assert rows["Iran"].demonyms == 2
    assert "Minsk" not in rows
    assert [row.mentions for row in ROWS] == sorted((row.mentions for row in ROWS), reverse=True)


def test_the_map_opens_without_what_is_named_in_passing() -> None:
    opened = opening_ids(STORY, ROWS)
    assert {"dl:nagorno-karabakh", "gn:524901", "iso:AM", "iso:AZ", "iso:IR"} <= set(opened)
    assert not {"iso:FR", "iso:TR"} & set(opened)


def test_the_map_opens_on_everything_where_all_is_named_once() -> None:
    text = "France and Spain."
    story = make_geoparsed(
        text, tuple(make_resolution(text, 0, name, make_country(name, name[:2])) for name in ("France", "Spain"))
    )
    assert opening_ids(story, place_rows(story)) == ("iso:Fr", "iso:Sp")


def test_markers_have_both_names_whatever_is_chosen() -> None:
    for choice, first, other in (
        ("interface", "Iran", "إيران"),
        ("article", "إيران", "Iran"),
        ("both", "Iran", "إيران"),
    ):
        naming = Naming(choice=choice, article="ar", interface="en")
        iran = next(place for place in map_places(ROWS, naming) if place.id == "iso:IR")
        assert (iran.name, iran.other_name) == (first, other)


def test_english_stands_in_for_a_missing_arabic_name() -> None:
    for choice in ("article", "interface", "both"):
        naming = Naming(choice=choice, article="ar", interface="en")
        assert [name.text for name in names_of(make_place("Homs"), naming)] == ["Homs"]


def test_names_follow_the_article_and_the_page() -> None:
    moscow = make_place("Moscow", names={"ar": "موسكو", "en": "Moscow", "ru": "Москва"})
    assert [name.text for name in names_of(moscow, Naming(choice="both", article="ru", interface="ar"))] == [
        "موسكو",
        "Москва",
    ]
    assert [name.text for name in names_of(moscow, Naming(choice="both", article="ar", interface="ar"))] == ["موسكو"]
    own = make_place("Тайга", names={})
    assert [name.text for name in names_of(own, Naming(choice="interface", article="ru", interface="fr"))] == ["Tayga"]


@pytest.mark.parametrize(
    ("place", "scale"),
    [
        (make_country("Iran", "IR"), "country"),
        (make_place("Homs"), "city"),
        (make_place("Kremlin", feature_class="S", feature_code="GOVL"), "city"),
        (make_place("Red Sea", feature_class="H", feature_code="SEA"), "region"),
        (make_place("Ganja", feature_class="A", feature_code="ADM1"), "region"),
    ],
)
def test_scales(place, scale) -> None:  # type: ignore[no-untyped-def]
    assert scale_of(place) == scale


def chips(filters: Filters = NO_FILTERS) -> dict[str, dict[str, tuple[int, bool]]]:
    """Return of each group the count of each chip, and whether it is pressed."""
    groups = chips_data(STORY, filters, WORDS, str)["groups"]
    return {group["key"]: {chip["value"]: (chip["count"], chip["on"]) for chip in group["chips"]} for group in groups}


def test_the_chips_of_a_story() -> None:
    groups = chips()
    assert list(groups) == ["country", "class", "kind", "cert", "focus"]
    assert groups["kind"]["embedded"] == (4, False)
    assert groups["focus"] == {"1": (10, False)}
    assert "none" not in groups["class"]
    assert all(sum(count for count, _ in groups[key].values()) == len(STORY.resolutions) for key in ("kind", "cert"))


def test_a_chip_counts_what_it_would_give_under_the_other_groups() -> None:
    groups = chips(Filters(countries=("IR",)))
    assert groups["country"] == {code: (count, code == "IR") for code, (count, _) in chips()["country"].items()}
    assert groups["kind"]["demonym"] == (2, False)
    assert sum(count for count, _ in groups["kind"].values()) == groups["country"]["IR"][0]
    assert groups["focus"] == {"1": (0, False)}


def test_the_chips_of_a_scale_stand_in_its_order_whatever_they_count() -> None:
    text = "a b c d"
    scores = {"a": 0.1, "b": 0.1, "c": 0.99, "d": 0.1}
    resolutions = tuple(
        make_resolution(text, 0, name, make_country(name, name), score=score) for name, score in scores.items()
    )
    groups = chips_data(make_geoparsed(text, resolutions), NO_FILTERS, WORDS, str)["groups"]
    assert [chip["value"] for group in groups if group["key"] == "cert" for chip in group["chips"]] == [
        "certain",
        "unsure",
    ]


def test_many_countries_leave_room_and_none_is_lost() -> None:
    text = " ".join(f"x{number}" for number in range(30))
    places = [make_country(f"x{number}", f"x{number}") for number in range(30)]
    story = make_geoparsed(text, tuple(make_resolution(text, 0, place.name, place) for place in places))
    data = chips_data(story, NO_FILTERS, WORDS, str)
    assert data["most"] < 30
    assert len(data["groups"][0]["chips"]) == 30


def test_what_is_searched_is_counted_and_spelled_as_the_text_does() -> None:
    filters = Filters(query="ارمينيا")
    data = search_data(STORY, place_rows(STORY, filters), filters, WORDS)
    assert data["forms"] == ("أرمينيا",)
    assert data["said"].startswith("1 place · ")
    nothing = Filters(query="{x}<b>")
    said = search_data(STORY, place_rows(STORY, nothing), nothing, WORDS)["said"]
    assert said == "No place and no word of this story matches “{x}<b>”."
    assert search_data(STORY, ROWS, NO_FILTERS, WORDS)["said"] == ""


def test_the_table_tells_focus_certainty_and_how_much_is_hidden() -> None:
    data = table_data(ROWS, STORY, READING, WORDS, str)
    values = {row["id"]: row["values"] for row in data["rows"]}
    assert [column["label"] for column in data["columns"]][-2:] == ["Certainty", "Focus"]
    assert values["dl:nagorno-karabakh"][-2:] == [("Certain", 0), ("in focus", 0)]
    assert values["iso:IR"][-1] == ("", 1)
    assert data["caption"].startswith(f"{len(ROWS)} places · ")
    assert table_data(ROWS[:1], STORY, READING, WORDS, str)["caption"].startswith(f"1 of {len(ROWS)} places · ")


def test_the_markers_are_sent_anew_only_where_they_change() -> None:
    data = markers_data(STORY, READING, ROWS, WORDS)
    assert [row[0] for row in data["rows"]] == [row.place.id for row in ROWS]
    assert set(data["opening"]) <= {row[0] for row in data["rows"]}
    moscow = select_place(STORY, "gn:524901")
    assert markers_key(STORY, choose(READING, moscow, fly=True), WORDS) == data["key"]
    for changed in (search(READING, "Moscow"), replace(READING, names="article")):
        assert markers_key(STORY, changed, WORDS) != data["key"]
    assert markers_key(STORY, READING, read_words("ar")) != data["key"]
    assert markers_key(replace(STORY, article=replace(STORY.article, text="x")), READING, WORDS) != data["key"]


def test_the_cards_at_hand_are_those_of_the_markers_and_made_once() -> None:
    deck = deck_data(STORY, READING, WORDS, str)
    assert list(deck["cards"]) == [row.place.id for row in ROWS]
    moscow = deck["cards"]["gn:524901"]
    made = make_card(STORY, select_place(STORY, "gn:524901"), names=READING.names, words=WORDS, country_name=str)
    assert {**moscow, "words": {**deck["words"], **moscow["words"]}} == card_data(made, STORY.lang, WORDS)
    assert deck_data(STORY, search(READING, "Iran"), WORDS, str) is deck
    assert deck_data(STORY, replace(READING, names="article"), WORDS, str) is not deck
    filtered = toggle_filter(READING, STORY, "country", "IR")
    assert list(deck_data(STORY, filtered, WORDS, str)["cards"]) == ["iso:IR"]


def test_the_headline() -> None:
    assert about_sentence(STORY, ROWS, WORDS) == (
        "This story is about Nagorno-Karabakh; it also names Azerbaijan, Armenia and 6 more places."
    )


@pytest.mark.parametrize(
    ("names", "focus", "sentence"),
    [
        pytest.param([], [], "No places were found in this story.", id="nothing"),
        pytest.param(["Homs"], ["Homs"], "This story is about Homs.", id="one"),
        pytest.param(["Homs", "Hama"], ["Homs"], "This story is about Homs; it also names Hama.", id="two"),
        pytest.param(["Homs", "Hama"], [], "This story names Homs and Hama.", id="no focus"),
        pytest.param(
            ["A", "B", "C", "D", "E"],
            ["A", "B"],
            "This story is about A and B; it also names C, D and E.",
            id="three others",
        ),
    ],
)
def test_headlines(names: list[str], focus: list[str], sentence: str) -> None:
    text = " ".join(names)
    places = {name: make_place(name, id=name) for name in names}
    found = tuple(make_resolution(text, 0, name, places[name]) for name in names)
    story = make_geoparsed(text, found, focus=tuple(Focus(place=places[name], score=0.5) for name in focus))
    assert about_sentence(story, place_rows(story), WORDS) == sentence


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        pytest.param("und", "Malmö", True, id="no rules"),
        pytest.param("en", "Malmö", False, id="rules"),
        pytest.param("und", "12 !", False, id="no letters"),
    ],
)
def test_a_story_without_rules_says_so(lang: str, text: str, said: bool) -> None:
    assert (language_note(make_geoparsed(text, lang=lang), WORDS) == WORDS["story.no_rules"]) is said


def test_the_source_line() -> None:
    article = Article(id="a", text="t", source="Outlet", published="2020-10-10T09:00:00Z")
    assert source_line(article, "ar", WORDS) == "Outlet · 10 October 2020 · Arabic"
    assert (
        source_line(Article(id="own-1", text="t", published="soon"), "xx", WORDS)
        == "Your text, kept in this visit only · soon · xx"
    )


@given(st.text(alphabet="ab\n\r\u2028 \U0001f5fa\u202e", max_size=60))
def test_the_pieces_give_the_text_back(text: str) -> None:
    joined = "".join(piece.text for line in paragraphs(text) for piece in line.pieces)
    kept = "".join(
        line
        for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
        if line.strip()
    )
    assert joined == kept


def test_mentions_are_pieces_of_their_own() -> None:
    lines = paragraphs(STORY.text, STORY.resolutions)
    pieces = [piece for line in lines for piece in line.pieces if piece.start is not None]
    assert len(pieces) == len(STORY.resolutions)
    assert all(STORY.text.startswith(piece.text, piece.start) for piece in pieces)
    assert {piece.style for piece in pieces} >= {"place certain", "demonym certain", "metonym certain"}


def test_each_paragraph_has_its_own_language_and_direction() -> None:
    text = "A line.\r\nسطر في حلب\n\nAnother 🗺 line."
    arabic = text.index("سطر")
    passages = (
        Passage(start=0, end=arabic, lang="en"),
        Passage(start=arabic, end=text.index("Another"), lang="ar"),
        Passage(start=text.index("Another"), end=len(text), lang="en"),
    )
    assert [line.lang for line in paragraphs(text, (), passages)] == ["en", "ar", "en"]
    story = make_geoparsed(text, (), passages=passages)
    data = article_data(story.article, story, READING, (), WORDS)
    assert (data["lang"], data["dir"]) == ("en", "ltr")
    assert [(line.get("lang"), line.get("dir")) for line in data["paragraphs"]] == [
        (None, None),
        ("ar", "rtl"),
        (None, None),
    ]
    turned = article_data(story.article, story, READING, (), WORDS, "rtl")
    assert (turned["dir"], turned["paragraphs"][1]["dir"]) == ("rtl", "rtl")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        pytest.param("وصل الوفد إلى حلب", "rtl", id="Arabic"),
        pytest.param("ދިވެހިރާއްޖެ", "rtl", id="letters of no language with rules"),
        pytest.param("Το Παρίσι", "ltr", id="Greek"),
    ],
)
def test_before_the_language_is_known_the_letters_tell_the_direction(text: str, direction: str) -> None:
    data = article_data(Article(id="own-1", text=text), None, READING, (), WORDS)
    assert (data["lang"], data["dir"]) == ("und", direction)
    assert data["source"] == "Your text, kept in this visit only"


def test_what_is_selected_stays_when_more_is_known() -> None:
    iran = select_place(STORY, "iso:IR")
    assert take_over(choose(READING, iran, fly=True), STORY).selection == iran
    elsewhere = Selection(start=iran.start, place_id="gn:1")
    assert take_over(choose(READING, elsewhere, fly=True), STORY).selection == iran
    assert take_over(choose(READING, Selection(start=0), fly=False), STORY).selection == NOTHING
    assert take_over(READING, STORY) is READING


def test_a_headline_is_not_shown_twice() -> None:
    assert begins_with_title(STORY.article)
    assert heading_of(STORY.article) is None
    assert heading_of(Article(id="a", text="Body", title="Title")) == "Title"


def test_what_the_parts_are_given_is_json() -> None:
    data = [
        article_data(STORY.article, STORY, READING, ROWS, WORDS),
        chips_data(STORY, Filters(countries=("IR",)), WORDS, str),
        table_data(ROWS, STORY, READING, WORDS, str),
        markers_data(STORY, READING, ROWS, WORDS),
    ]
    assert json.loads(json.dumps(data))[0]["dir"] == "rtl"
    assert data[1]["reset"] == "Reset"
    assert len(data[2]["rows"]) == len(ROWS)


def test_choosing_flies_only_where_it_should_and_again_when_repeated() -> None:
    iran = select_place(STORY, "iso:IR")
    from_map = choose(READING, iran, fly=False)
    assert (from_map.view, from_map.step, from_map.fly_to) == (1, 1, None)
    once = choose(READING, iran, fly=True)
    twice = choose(once, iran, fly=True)
    assert (twice.view, twice.step, twice.fly_to) == (3, 1, "iso:IR")
    assert choose(once, Selection(start=5), fly=True).view == once.view


def test_another_story_starts_afresh() -> None:
    turned = open_story(choose(READING, select_place(STORY, "iso:IR"), fly=True), "other")
    assert (turned.selection, turned.fly_to, turned.view) == (NOTHING, None, 3)


def test_a_chip_that_hides_the_selection_drops_it() -> None:
    chosen = choose(READING, select_place(STORY, "iso:IR"), fly=False)
    assert toggle_filter(chosen, STORY, "country", "IR").selection == chosen.selection
    assert toggle_filter(chosen, STORY, "country", "AM").selection == NOTHING
    assert toggle_filter(chosen, STORY, "kind", "volcano") == chosen
    assert toggle_filter(chosen, STORY, "volcano", "IR") == chosen


def test_a_search_chooses_places_and_hides_no_mention() -> None:
    chosen = choose(READING, select_place(STORY, "iso:IR"), fly=False)
    sought = search(chosen, "  موسكو\u202e ")
    assert sought.filters.query == "موسكو"
    assert sought.selection == chosen.selection
    assert [row.place.name for row in place_rows(STORY, sought.filters)] == ["Moscow"]
    assert shown(STORY, sought.filters) == STORY.resolutions


def test_a_link_pushes_no_history_of_its_own() -> None:
    followed = follow_link(READING, Link(article="other", names="article"), FOUNDING)
    settled = settle_link(followed, select_place(STORY, "iso:IR"), Filters())
    assert (followed.article, followed.names) == ("other", "article")
    assert (settled.step, settled.fly_to) == (READING.step, "iso:IR")


def test_directions_and_lists() -> None:
    assert [direction_of(lang) for lang in ("ar", "fa-IR", "en")] == ["rtl", "rtl", "ltr"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        pytest.param("په کابل کې چاودنه", "rtl", id="Pashto"),
        pytest.param("AFP: په کابل کې چاودنه", "rtl", id="Pashto behind Latin letters"),
        pytest.param("Malmö", "ltr", id="Swedish"),
        pytest.param("12", "ltr", id="digits"),
    ],
)
def test_the_direction_of_an_unknown_language(text: str, direction: str) -> None:
    assert direction_of("und", text) == direction
    assert [WORDS.listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
    assert (
        WORDS.say("link.place", value="{x} {0}") == "The link names a place that this story does not hold (“{x} {0}”)."
    )
