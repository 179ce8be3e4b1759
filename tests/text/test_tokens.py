"""Tokens: words with offsets into the text as received."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.text.tokens import fold_token, tokenise

ANY_TEXT = st.one_of(
    st.text(),
    st.text(st.sampled_from("موسكو وبـَُِّْٰ \n\t.-'’U.S.A \u200c\u200f\u202e\u202c\ufeff،؛é\u0301İ0_𝒜\U0001f30d")),
)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_offsets_are_those_of_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.keys) == len(tokens)
    position = 0
    for i in range(len(tokens)):
        start, end = tokens.starts[i], tokens.ends[i]
        assert position <= start < end <= len(text)
        assert tokens.word(i) == text[start:end]
        assert tokens.keys[i] == fold_token(text[start:end])
        position = end


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_words_and_gaps_make_the_text(text: str) -> None:
    tokens = tokenise(text)
    if len(tokens):
        whole = "".join(tokens.word(i) + tokens.gap(i) for i in range(len(tokens)))
        assert text[: tokens.starts[0]] + whole == text


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_no_letter_is_lost(text: str) -> None:
    tokens = tokenise(text)
    inside = {i for start, end in zip(tokens.starts, tokens.ends, strict=True) for i in range(start, end)}
    assert [c for i, c in enumerate(text) if c.isalnum() and c != "ـ" and i not in inside] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("في موسكو، اليوم", ["في", "موسكو", "اليوم"], id="Arabic comma"),
        pytest.param("فِي مُوسْكُو", ["فِي", "مُوسْكُو"], id="vowelled"),
        pytest.param("مـــوسكو", ["مـــوسكو"], id="tatweel"),
        pytest.param("تِلْ أَبِيبَ", ["تِلْ", "أَبِيبَ"], id="vowel at the end"),
        pytest.param("mos\u00adcow", ["mos\u00adcow"], id="soft hyphen inside"),
        pytest.param("\u200fموسكو\u200f", ["موسكو"], id="marks around stay outside"),
        pytest.param("\u202eموسكو\u202c", ["موسكو"], id="override stays outside"),
        pytest.param("قره‌باغ", ["قره", "باغ"], id="zero-width non-joiner parts"),
        pytest.param("Nagorno-Karabakh", ["Nagorno", "Karabakh"], id="hyphen"),
        pytest.param("the U.S. said", ["the", "U.S.", "said"], id="abbreviation"),
        pytest.param("the U.S, he", ["the", "U.S", "he"], id="abbreviation without last stop"),
        pytest.param("in Moscow. He", ["in", "Moscow", "He"], id="full stop"),
        pytest.param("example.com", ["example", "com"], id="domain"),
        pytest.param("snake_case", ["snake", "case"], id="underscore"),
        pytest.param("أيلول/سبتمبر", ["أيلول", "سبتمبر"], id="slash"),
        pytest.param('"الكرملين"', ["الكرملين"], id="quotes"),
        pytest.param("Co\u0301rdoba", ["Co\u0301rdoba"], id="combining accent"),
        pytest.param("יְרוּשָׁלַיִם", ["יְרוּשָׁלַיִם"], id="Hebrew points"),
        pytest.param("27 أيلول", ["27", "أيلول"], id="number"),
        pytest.param("\n\n", [], id="nothing"),
        pytest.param("", [], id="empty"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    tokens = tokenise(text)
    assert [tokens.word(i) for i in range(len(tokens))] == words


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("New York", True, id="space"),
        pytest.param("New\u00a0York", True, id="hard space"),
        pytest.param("New  York", True, id="two spaces"),
        pytest.param("New\nYork", True, id="wrapped line"),
        pytest.param("Nagorno-Karabakh", True, id="hyphen"),
        pytest.param("#حفر_الباطن", True, id="hashtag"),
        pytest.param("Sana'a", True, id="apostrophe"),
        pytest.param("Sana’a", True, id="typographic apostrophe"),
        pytest.param("St. Louis", True, id="full stop and space"),
        pytest.param("قره‌باغ", True, id="zero-width non-joiner"),
        pytest.param("قره \u200fباغ", True, id="space and mark"),
        pytest.param("Paris, Texas", False, id="comma"),
        pytest.param("باريس، لندن", False, id="Arabic comma"),
        pytest.param("one\n\ntwo", False, id="paragraph"),
        pytest.param("one (two", False, id="bracket"),
        pytest.param("one. \n two", False, id="full stop and line"),
        pytest.param("one – two", False, id="dash"),
        pytest.param('one "two', False, id="quote"),
        pytest.param("one", False, id="last word"),
    ],
)
def test_joined(text: str, joined: bool) -> None:
    assert tokenise(text).joined(0) is joined


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("م\u200f" * 20_000, id="a mark behind every letter"),
        pytest.param("م" + "\u200f" * 20_000, id="many marks behind one letter"),
        pytest.param("م" + "\u064b" * 20_000, id="many vowels"),
        pytest.param("ـ" * 20_000 + "م", id="tatweel before a letter"),
        pytest.param("a_" * 20_000, id="underscores"),
        pytest.param("a." * 20_000, id="one long abbreviation"),
        pytest.param("a." * 20_000 + "bc", id="letters and stops before a word"),
    ],
)
def test_a_long_text_is_cut_in_linear_time(text: str) -> None:
    begin = time.process_time()
    tokenise(text)
    assert time.process_time() - begin < 0.3


@pytest.mark.parametrize(
    "long",
    [
        pytest.param("م" * 1_000, id="letters"),
        pytest.param("م" + "\u064b" * 1_000, id="marks on one letter"),
        pytest.param("م\u200f" * 500 + "م", id="marks between letters"),
        pytest.param("a." * 500, id="abbreviation"),
    ],
)
def test_what_is_longer_than_any_word_is_none(long: str) -> None:
    tokens = tokenise(f"one {long} two")
    assert [tokens.word(i) for i in range(len(tokens))] == ["one", "two"]
    assert not tokens.joined(0)


def test_many_words_that_underscores_join_are_words() -> None:
    assert len(tokenise("Paris_" * 1_000)) == 1_000
