"""Choosing a place among candidates, by made-up candidates."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.models import Candidate, Mention, MentionKind, Place, Point, Reason, Resolution
from geo.reasons import in_words
from geo.resolve.resolver import Resolver, resolve
from geo.weights import read_weights
from tests.builders import make_country, make_place, make_status

WEIGHTS = read_weights("resolution")
LEBANON = make_country("Lebanon", "LB", importance=0.97)
LIBYA = make_country("Libya", "LY", importance=0.97)
TRIPOLI_LY = make_place("Tripoli", id="gn:ly", country_code="LY", importance=0.76, point=Point(lat=32.89, lon=13.19))
TRIPOLI_LB = make_place("Tripoli", id="gn:lb", country_code="LB", importance=0.72)
SIDON = make_place("Sidon", id="gn:sidon", country_code="LB", importance=0.6)
TYRE = make_place("Tyre", id="gn:tyre", country_code="LB", importance=0.6)
TEXAS = make_place("Texas", id="iso:US-TX", country_code="US", feature_class="A", feature_code="ADM1", importance=0.5)
PARIS = make_place("Paris", id="gn:fr", country_code="FR", importance=0.78)
PARIS_TX = make_place("Paris", id="gn:tx", country_code="US", within=("iso:US-TX",), importance=0.44)
JORDAN, OMAN = make_country("Jordan", "JO", importance=0.97), make_country("Oman", "OM", importance=0.97)
AMMAN = make_place("Amman", id="gn:amman", country_code="JO", feature_code="PPLC", importance=0.8)
GEORGIA = make_country("Georgia", "GE", importance=0.97)
GEORGIA_US = make_place(
    "Georgia", id="iso:US-GA", country_code="US", feature_class="A", feature_code="ADM1", importance=0.53
)
FLORIDA = make_place(
    "Florida", id="iso:US-FL", country_code="US", feature_class="A", feature_code="ADM1", importance=0.57
)
ATLANTA = make_place("Atlanta", id="gn:atlanta", country_code="US", within=("iso:US-GA",), importance=0.6)
RED_SEA = make_place(
    "Red Sea", id="dl:red-sea", country_code=None, feature_class="H", feature_code="SEA", importance=0.75
)
RED_SEA_STATE = make_place(
    "Red Sea", id="iso:SD-RS", country_code="SD", feature_class="A", feature_code="ADM1", importance=0.5
)
KASSALA = make_place(
    "Kassala", id="iso:SD-KA", country_code="SD", feature_class="A", feature_code="ADM1", importance=0.5
)
AMERICA = make_country("United States", "US", importance=0.98)
GENEVA = make_place("Geneva", id="gn:ch", country_code="CH", within=("iso:CH-GE",), importance=0.58)
GENEVA_CANTON = make_place(
    "Geneva", id="iso:CH-GE", country_code="CH", feature_class="A", feature_code="ADM1", importance=0.5
)
GENEVA_US = make_place("Geneva", id="gn:us", country_code="US", importance=0.43)
HOMS = make_place("Homs", id="gn:homs", importance=0.6)
HOMS_PROVINCE = make_place("Homs", id="iso:SY-HI", feature_class="A", feature_code="ADM1", importance=0.5)
REGION = make_place(
    "Karabakh",
    id="dl:k",
    feature_class="L",
    feature_code="RGN",
    country_code=None,
    importance=0.8,
    status=make_status(),
)
KNOWN: dict[str, tuple[Place, ...]] = {
    "lebanon": (LEBANON,),
    "libya": (LIBYA,),
    "tripoli": (TRIPOLI_LY, TRIPOLI_LB),
    "sidon": (SIDON,),
    "tyre": (TYRE,),
    "texas": (TEXAS,),
    "paris": (PARIS, PARIS_TX),
    "geneva": (GENEVA, GENEVA_CANTON, GENEVA_US),
    "america": (AMERICA,),
    "georgia": (GEORGIA, GEORGIA_US),
    "florida": (FLORIDA,),
    "atlanta": (ATLANTA,),
    "redsea": (RED_SEA, RED_SEA_STATE),
    "kassala": (KASSALA,),
    "homs": (HOMS, HOMS_PROVINCE),
    "karabakh": (REGION,),
    "iso:LB": (LEBANON,),
    "iso:JO": (JORDAN,),
    "jordan": (JORDAN,),
    "amman": (OMAN, AMMAN),  # as Arabic writes both
}


def find(toponym: str, lang: str) -> tuple[Candidate, ...]:
    del lang
    return tuple(Candidate(place=place, score=place.importance) for place in KNOWN.get(toponym, ()))


def mentions_of(text: str, **triggers: str) -> list[Mention]:
    """Return a mention for every capitalised word."""
    found: list[Mention] = []
    for word in text.replace(",", " ").replace(".", " ").split():
        if word[0].isupper():
            start = text.index(word, found[-1].end if found else 0)
            found.append(
                Mention(
                    start=start,
                    end=start + len(word),
                    text=word,
                    kind=MentionKind.PLACE,
                    toponym=word.lower(),
                    trigger=triggers.get(word.lower()),
                )
            )
    return found


def read(text: str, **triggers: str) -> tuple[Resolution, ...]:
    return resolve(text, mentions_of(text, **triggers), find, "en", WEIGHTS)


def codes(resolution: Resolution) -> list[str]:
    return [reason.code for reason in resolution.why]


@pytest.mark.parametrize(
    ("text", "triggers", "ids"),
    [
        pytest.param("in Tripoli", {}, ["gn:ly"], id="the best known"),
        pytest.param("in Tripoli of Lebanon", {}, ["gn:lb", "iso:LB"], id="its country is named"),
        pytest.param("in Lebanon and Libya, Tripoli", {}, ["iso:LB", "iso:LY", "gn:ly"], id="both countries are named"),
        pytest.param(
            "in Sidon and Tyre and Tripoli", {}, ["gn:sidon", "gn:tyre", "gn:lb"], id="its neighbours are named"
        ),
        pytest.param(
            "America in Geneva", {}, ["iso:US", "gn:ch"], id="a great power is named wherever its diplomats meet"
        ),
        pytest.param(
            "in Redsea and Kassala", {}, ["dl:red-sea", "iso:SD-KA"], id="the sea before the state that is called so"
        ),
        pytest.param("in Paris, Texas", {}, ["gn:tx", "iso:US-TX"], id="its state stands behind a comma"),
        pytest.param("in Paris and in Texas", {}, ["gn:fr", "iso:US-TX"], id="a state elsewhere does not matter"),
        pytest.param("province of Homs", {"homs": "A"}, ["iso:SY-HI"], id="called a province"),
        pytest.param("city of Homs", {"homs": "P"}, ["gn:homs"], id="called a city"),
        pytest.param("in Homs", {}, ["gn:homs"], id="the bare name means the city"),
    ],
)
def test_the_place_that_the_text_makes_likely(text: str, triggers: dict[str, str], ids: list[str]) -> None:
    places = [resolution.place for resolution in read(text, **triggers)]
    assert [place.id for place in places if place is not None] == ids


@pytest.mark.parametrize(
    ("text", "first", "reason"),
    [
        pytest.param("in Georgia", "iso:GE", "country", id="the country"),
        pytest.param("in Georgia and Florida", "iso:US-GA", "sibling", id="its sister state is named"),
        pytest.param("in Georgia and in Atlanta", "iso:US-GA", "holds", id="a town of the state is named"),
    ],
)
def test_a_state_with_the_name_of_a_country(text: str, first: str, reason: str) -> None:
    mentions = [replace(mention, why=(Reason.of("country"),)) for mention in mentions_of(text)]
    resolution, *_ = resolve(text, mentions, find, "en", WEIGHTS, home_countries=frozenset({"US"}))
    assert resolution.place is not None
    assert resolution.place.id == first
    assert reason in codes(resolution)
    assert ("country" in codes(resolution)) == resolution.place.is_country


def test_a_town_that_opens_the_report_is_no_state_anywhere_in_it() -> None:
    text = "in Homs and Homs"
    first, second = mentions_of(text)
    later = replace(second, why=(Reason.of("dateline"),))
    clues = [dict(one.clues) for one in Resolver(text, [first, later], find, "en", WEIGHTS).weigh(0)]
    assert ["dateline" in has for has in clues] == [True, False]


def test_fame_counts_for_a_town_far_ahead_of_all_but_its_own_division() -> None:
    clues = {
        one.place.id: dict(one.clues) for one in Resolver("Geneva", mentions_of("Geneva"), find, "en", WEIGHTS).weigh(0)
    }
    assert [place for place, has in clues.items() if "famous" in has] == ["gn:ch"]
    rivals = Resolver("Tripoli", mentions_of("Tripoli"), find, "en", WEIGHTS).weigh(0)
    assert not any("famous" in dict(one.clues) for one in rivals)


def test_a_name_that_nobody_knows_stays_unresolved() -> None:
    (resolution,) = read("in Xyzzyville")
    assert (resolution.place, resolution.score, resolution.candidates) == (None, None, ())
    assert resolution.mention.text == "Xyzzyville"


def test_a_place_that_hardly_fits_is_not_named() -> None:
    hamlet = make_place("Nowhere", importance=0.0)
    mention = Mention(start=0, end=7, text="Nowhere", kind=MentionKind.PLACE, toponym="nowhere")
    (resolution,) = resolve("Nowhere", [mention], lambda *_: (Candidate(place=hamlet, score=0.0),), "en", WEIGHTS)
    assert (resolution.place, resolution.score) == (None, None)
    assert [candidate.place for candidate in resolution.candidates] == [hamlet]
    assert "too_unsure" in codes(resolution)


def test_all_candidates_are_kept_best_first() -> None:
    (resolution,) = read("in Tripoli")
    assert [candidate.place.id for candidate in resolution.candidates] == ["gn:ly", "gn:lb"]
    scores = [candidate.score for candidate in resolution.candidates]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1
    assert (resolution.place, resolution.score) == (resolution.candidates[0].place, scores[0])


def test_a_country_alone_is_surer_than_a_town_of_two() -> None:
    (country,), (town, *_) = read("in Lebanon"), read("in Tripoli")
    assert country.score is not None
    assert town.score is not None
    assert country.score > town.score


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        pytest.param("in Lebanon", "only_match", "the only place", id="only match"),
        pytest.param("in Tripoli", "most_important", "best known of 2 places", id="best known"),
        pytest.param("in Tripoli", "runner_up", "runner-up: Tripoli", id="runner-up"),
        pytest.param("in Tripoli of Lebanon", "co_country", "Lebanon is named in the same text", id="country"),
        pytest.param("Paris, Texas", "contained", "“Texas” stands beside it", id="container"),
        pytest.param("Karabakh", "disputed", "disputed", id="disputed"),
        pytest.param("Homs and Homs and Homs", "named_again", "(2×)", id="named again"),
    ],
)
def test_a_choice_says_why(text: str, code: str, words: str) -> None:
    first = read(text)[0]
    assert code in codes(first)
    assert words in "; ".join(in_words(reason) for reason in first.why)


def test_the_mention_s_own_reasons_come_first() -> None:
    mention = Mention(
        start=0, end=4, text="Homs", kind=MentionKind.PLACE, toponym="homs", why=(Reason(code="capital", values={}),)
    )
    (resolution,) = resolve("Homs", [mention], find, "en", WEIGHTS)
    assert codes(resolution)[0] == "capital"


def test_a_nationality_means_its_country() -> None:
    mention = Mention(start=0, end=8, text="Lebanese", kind=MentionKind.DEMONYM, toponym="iso:LB")
    (resolution,) = resolve("Lebanese", [mention], find, "en", WEIGHTS)
    assert resolution.place == LEBANON
    assert [in_words(reason) for reason in resolution.why] == ["nationality word for Lebanon"]


def test_a_nationality_makes_its_country_s_towns_likely() -> None:
    text = "Lebanese Tripoli"
    demonym = Mention(start=0, end=8, text="Lebanese", kind=MentionKind.DEMONYM, toponym="iso:LB")
    town = Mention(start=9, end=16, text="Tripoli", kind=MentionKind.PLACE, toponym="tripoli")
    place = resolve(text, [demonym, town], find, "en", WEIGHTS)[1].place
    assert place is not None
    assert place.id == "gn:lb"


def test_the_capital_of_those_who_are_named_rather_than_a_country_of_the_same_name() -> None:
    def place_of_first(other: str, kind: MentionKind) -> Place | None:
        mentions = [
            Mention(start=0, end=5, text="Amman", kind=MentionKind.PLACE, toponym="amman"),
            Mention(start=10, end=16, text="Jordan", kind=kind, toponym=other),
        ]
        return resolve("Amman and Jordan", mentions, find, "ar", WEIGHTS)[0].place

    assert place_of_first("iso:JO", MentionKind.DEMONYM) == AMMAN
    assert place_of_first("jordan", MentionKind.PLACE) == OMAN


def test_nothing_comes_of_nothing() -> None:
    assert resolve("", [], find, "en", WEIGHTS) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*KNOWN, "nowhere"]), max_size=12), st.sampled_from([" ", ", ", ". ", " and "]))
def test_scores_are_probabilities_and_candidates_are_in_order(names: list[str], gap: str) -> None:
    text = gap.join(name.capitalize() for name in names if name.isalpha())
    mentions = mentions_of(text)
    resolutions = resolve(text, mentions, find, "en", WEIGHTS)
    assert [resolution.mention for resolution in resolutions] == mentions
    for resolution in resolutions:
        scores = [candidate.score for candidate in resolution.candidates]
        assert all(0 <= score <= 1 for score in scores)
        assert sum(scores) <= 1.001
        assert scores == sorted(scores, reverse=True)
        if resolution.place is None:
            assert resolution.score is None
        else:
            assert (resolution.place, resolution.score) == (resolution.candidates[0].place, scores[0])
        assert all(in_words(reason) for reason in resolution.why)
    assert resolve(text, mentions, find, "en", WEIGHTS) == resolutions
