"""Whatever the text: mentions lie in it, in order, without overlaps, and the same each time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.models import MentionKind
from geo.text.detect import undetermined
from tests.recognise.reading import mentions, recogniser

WORDS = st.sampled_from(
    """موسكو وموسكو باريس لبنان في إلى مدينة نهر النيل الرئيس الروسي السعودية الحكومة أعلنت الكرملين بنك جامعة محمد بن
    ناغورني قره باغ پاکستان أيلول إن وللمغرب Moscow moscow US us U.S. the of Bank China Paris Hilton said Kremlin city
    York New Lake Chad River \u202e \u200f \u200c ـ َ ، , . - ' ( ) " / : 1 \x00 \ud83c\udf0d é""".split()  # noqa: SIM905
)
SOUP = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "\n", "\n\n", "\u00a0", "، ", ". "])), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@pytest.mark.parametrize("lang", ["ar", "en"])
@settings(max_examples=120, deadline=None)
@given(text=st.one_of(SOUP, st.text(max_size=60)))
def test_mentions_of_any_text(lang: str, text: str) -> None:
    found = mentions(lang, text)
    position = 0
    for mention in found:
        assert position <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.toponym.startswith("iso:") == (mention.kind is MentionKind.DEMONYM)
        assert mention.toponym
        position = mention.end
    assert recogniser(lang).recognise(text) == found


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_what_stands_before_a_paragraph_only_moves_it(before: str) -> None:
    """A text's mentions do not depend on letters of no language before it."""
    sentence = "وصل الوفد إلى موسكو."
    head = "".join(c for c in before if not c.isalnum()) + "\n\n"
    moved = [(m.start - len(head), m.text) for m in mentions("ar", head + sentence)]
    assert moved == [(m.start, m.text) for m in mentions("ar", sentence)]


def test_a_language_without_rules_finds_names_all_the_same() -> None:
    from geo.gazetteer.index import open_gazetteer
    from geo.recognise.recogniser import Recogniser
    from geo.settings import Settings
    from geo.weights import read_weights

    russian = Recogniser(undetermined("Cyrl"), open_gazetteer(Settings().gazetteer), read_weights("recognition"))
    assert [mention.text for mention in russian.recognise("Россия и Армения")] == ["Россия", "Армения"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وموسكو " * 5_000, id="one word"),
        pytest.param("New " * 20_000, id="beginnings of names"),
        pytest.param("New York " * 4_000, id="one long run of capitals"),
        pytest.param("Paris, " * 10_000, id="one long list"),
        pytest.param("Bank Of " * 4_000 + "China", id="heads of names"),
        pytest.param("و" * 50_000, id="one letter"),
        pytest.param("\u202e\u200f" * 20_000, id="controls"),
        pytest.param("(" * 50_000, id="brackets"),
    ],
)
def test_a_tedious_text_ends_soon(text: str) -> None:
    begin = time.process_time()
    mentions("ar", text)
    mentions("en", text)
    assert time.process_time() - begin < 5
