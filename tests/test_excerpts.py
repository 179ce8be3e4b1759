"""The sentence around a mention."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.excerpts import LONGEST, find_excerpt, split_sentences


def test_the_excerpt_is_the_whole_sentence_with_the_mention_in_it() -> None:
    text = "Before. The talks in Moscow lasted 10 hours. After."
    excerpt = find_excerpt(text, 21, 27)
    assert excerpt.text == "The talks in Moscow lasted 10 hours."
    assert (excerpt.before, excerpt.mention, excerpt.after) == ("The talks in ", "Moscow", " lasted 10 hours.")
    assert excerpt.start == 8
    assert not excerpt.cut_before
    assert not excerpt.cut_after


def test_a_mention_with_a_stop_in_it_is_never_split() -> None:
    text = "They flew to Port-au-Prince! City. Then home."
    excerpt = find_excerpt(text, 13, 33)
    assert excerpt.mention == "Port-au-Prince! City"


def test_a_text_without_full_stops_is_cut_at_white_space() -> None:
    text = "word " * 2000 + "Aleppo" + " word" * 2000
    excerpt = find_excerpt(text, 10_000, 10_006)
    assert excerpt.mention == "Aleppo"
    assert len(excerpt.text) <= LONGEST + len("Aleppo")
    assert excerpt.cut_before
    assert excerpt.cut_after
    assert excerpt.text.startswith("word")
    assert excerpt.text.endswith("word")


@pytest.mark.parametrize("stops", [".", "!?", '."', "۔ .", "。"])
def test_a_hundred_thousand_stops_are_read_in_linear_time(stops: str) -> None:
    begin = time.process_time()
    split_sentences("in Paris" + stops * 100_000 + "x")
    assert time.process_time() - begin < 5


@given(st.text(alphabet="ab .!?\n\"'3\u202eم؟", max_size=200), st.data())
def test_offsets_always_point_at_the_mention(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    excerpt = find_excerpt(text, start, end)
    assert excerpt.mention == text[start:end]
    assert text[excerpt.start : excerpt.start + len(excerpt.text)] == excerpt.text
