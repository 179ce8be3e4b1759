import json
from typing import Any

import pytest
from folium.template import Template
from hypothesis import given
from hypothesis import strategies as st

from geo.mapview.inert import Value, inert_json
from tests.mapview.hostile import HOSTILE, ODD

DANGEROUS = "<>&{}%$#`'_\u2028\u2029\x7f\ufeff"
texts = st.text() | st.sampled_from(HOSTILE + ODD)
halves = st.text(st.sampled_from("\ud800\udbff\udc00\udfff\\_x"))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    st.lists,
    max_leaves=20,
)


@given(values)
def test_gives_every_value_back(value: Value) -> None:
    assert json.loads(inert_json(value)) == value


@given(halves)
def test_gives_lone_surrogates_back_and_can_be_sent(text: str) -> None:
    as_javascript_has_it = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # pairs joined
    sent = inert_json([text]).encode("utf-8")
    assert json.loads(sent) == [as_javascript_has_it]


@given(values)
def test_holds_nothing_that_could_be_more_than_data(value: Value) -> None:
    inert = inert_json(value)
    assert not set(inert) & set(DANGEROUS)
    assert not any("\ud800" <= character <= "\udfff" or character < " " for character in inert)
    escapes = [inert[at + 1] for at, character in enumerate(inert) if character == "\\"]
    assert set(escapes) <= {"u"}


@given(values)
def test_stands_unchanged_in_a_template(value: Value) -> None:
    inert = inert_json(value)
    assert Template(inert).render() == inert


def test_leaves_arabic_as_it_is() -> None:
    assert inert_json(["ناغورني قره باغ"]) == '["ناغورني قره باغ"]'


@pytest.mark.parametrize("value", [{}, [{"a": 1}], [[("x", {})]], {1, 2}, [b"bytes"]])
def test_refuses_what_has_braces_or_is_no_json(value: Any) -> None:
    with pytest.raises(TypeError):
        inert_json(value)


@pytest.mark.parametrize("value", [float("nan"), [float("inf")]])
def test_refuses_numbers_without_a_word_in_json(value: Value) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        inert_json(value)
