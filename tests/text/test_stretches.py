"""Where a text changes its language."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.languages import detector_of_script, read_language
from geo.text.detect import undetermined
from geo.text.stretches import Stretch, find_language, find_script, find_stretches
from geo.text.tokens import tokenise
from tests.text.headlines import SENTENCES, WITHOUT_RULES

AR, EN, FR, FA, RU = ("\n\n".join(SENTENCES[code][:3]) for code in ("ar", "en", "fr", "fa", "ru"))
QUOTE = "“We have been waiting at the border for three days and nobody has told us what will happen.”"


def stretches_of(text: str, said: str | None = None) -> tuple[Stretch, ...]:
    tokens = tokenise(text)
    language = None if said is None else read_language(said) or undetermined(find_script(tokens))
    own, stretches = find_stretches(tokens, detector_of_script, language)
    assert own == (language or find_language(tokens, detector_of_script))
    return stretches


def languages_of(text: str, said: str | None = None) -> str:
    return " ".join(stretch.language.code for stretch in stretches_of(text, said))


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        pytest.param("", "und", id="empty"),
        pytest.param(AR, "ar", id="one language"),
        pytest.param(f"{AR}\n\n{QUOTE}\n\n{AR}", "ar en ar", id="an English quote in an Arabic story"),
        pytest.param(f"{FR}\n\n{QUOTE}\n\n{FR}", "fr en fr", id="an English quote in a French story"),
        pytest.param(f"{FR}\n{QUOTE}\n{FR}", "fr en fr", id="without blank lines"),
        pytest.param(f"{FR}\r\n\r\n{QUOTE}\r\n\r\n{FR}", "fr en fr", id="lines of Windows"),
        pytest.param(f"{AR}\n\n{FA}", "ar fa", id="one script, two languages"),
        pytest.param(f"{EN}\n\n{FR}\n\n{AR}\n\n{RU}", "en fr ar ru", id="a notice in four languages"),
        pytest.param(f"{EN}\n\n{WITHOUT_RULES['Swedish'][1][2]}\n\n{EN}", "en und en", id="Swedish in English"),
        pytest.param(f"{EN}\n\n代表团周五抵达开罗，就停火问题举行会谈。\n\n{EN}", "en und en", id="Chinese in English"),
        pytest.param(f"{EN}\n\nLa Paz, Los Angeles, El Alto, Las Vegas, San José\n\n{EN}", "en", id="Spanish names"),
        pytest.param(f"{AR}\n\nReuters, Paris\n\n{AR}", "ar", id="too short for its script"),
        pytest.param(f"{FR}\n\nPhoto: John Smith\n\n{FR}", "fr", id="too short to tell"),
        pytest.param(f"{AR}\n\nhttp x y\n\n{AR}", "ar", id="three words"),
        pytest.param(
            f"{FR}\n\n“We have been waiting at the border for three days\nand nobody knows\nwhy.”\n\n{FR}",
            "fr en fr",
            id="a quote of short lines",
        ),
        pytest.param(f"{AR}\n\n{QUOTE}\nJohn Smith\n\n{AR}", "ar en ar", id="who is quoted, below the quote"),
    ],
)
def test_languages_of_stretches(text: str, languages: str) -> None:
    assert languages_of(text) == languages


@pytest.mark.parametrize(
    ("text", "said", "languages"),
    [
        pytest.param(f"{FR}\n\n{QUOTE}", "fr", "fr", id="counts for its script"),
        pytest.param(EN, "fr", "fr", id="even where it is wrong"),
        pytest.param(f"{AR}\n\n{QUOTE}", "ar", "ar en", id="not for another"),
        pytest.param(AR, "en", "ar", id="nor where all is in another"),
        pytest.param("موسكو", "en", "en", id="too short for its script"),
        pytest.param(f"{AR}\n\n{QUOTE}\n\n{FR}", "ar", "ar en fr", id="others are told apart"),
        pytest.param(f"{RU}\n\n{QUOTE}", "mk", "und en", id="without rules"),
    ],
)
def test_what_the_caller_says(text: str, said: str, languages: str) -> None:
    assert languages_of(text, said) == languages


def test_a_stretch_begins_with_its_line() -> None:
    text = f"{AR}\n\n  {QUOTE}\n\n{AR}"
    quote = stretches_of(text)[1]
    assert text[quote.start : quote.end] == f"  {QUOTE}\n\n"


@pytest.mark.parametrize(
    ("own", "other"),
    [pytest.param(a, b, id=f"{b} in {a}") for a, b in itertools.permutations(sorted(SENTENCES), 2)],
)
def test_a_paragraph_of_two_sentences_in_every_other_language(own: str, other: str) -> None:
    paragraph = " ".join(SENTENCES[other][:2])
    text = "\n\n".join([*SENTENCES[own][:3], paragraph, *SENTENCES[own][3:]])
    assert languages_of(text) == f"{own} {other} {own}"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from([*SENTENCES["en"], *SENTENCES["ar"], *SENTENCES["fa"], "\n", "\n\n", " ", "\0", "北京"]))
)
def test_stretches_are_the_whole_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    stretches = stretches_of(text)
    assert "".join(text[stretch.start : stretch.end] for stretch in stretches) == text
    assert all(a.language is not b.language and a.end == b.start for a, b in itertools.pairwise(stretches))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "ar", "en", "mk"]))
def test_any_text_can_be_cut(text: str, said: str | None) -> None:
    stretches = stretches_of(text, said)
    assert (stretches[0].start, stretches[-1].end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n" * 100_000, id="newlines"),
        pytest.param(QUOTE + "\n" * 100_000 + AR, id="newlines between"),
        pytest.param(" \n" * 100_000, id="blank lines"),
        pytest.param("a\n" * 50_000, id="short lines"),
        pytest.param(f"{QUOTE}\n{SENTENCES['ar'][0]}\n" * 2_000, id="changing lines"),
    ],
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    began = time.process_time()
    stretches_of(text)
    assert time.process_time() - began < 10  # what grows with the square takes minutes
