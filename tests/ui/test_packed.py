"""Own texts in links: what goes in comes out, and nothing else comes out."""

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ui.packed import LONGEST, PackedText, pack, unpack

STORY = PackedText(text="وصلت القافلة إلى حلب.\nThen to Baghdad.", title="عنوان & <b>", lang="ar")


def squeezed(plain: bytes) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.urlsafe_b64encode(deflate.compress(plain) + deflate.flush()).decode().rstrip("=")


def test_what_goes_in_comes_out() -> None:
    letters = pack(STORY)
    assert letters is not None
    assert unpack(letters) == STORY


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_any_text_comes_out_as_it_was(text: str) -> None:
    letters = pack(PackedText(text=text))
    assert letters is not None
    assert letters.isascii()
    assert unpack(letters) == (PackedText(text=text) if text.strip() else None)


def test_prose_of_twelve_thousand_letters_fits_and_noise_does_not() -> None:
    prose = "The convoy left the city at dawn and reached the border before noon. " * 180
    assert pack(PackedText(text=prose)) is not None
    noise = "".join(chr(0x4E00 + (i * 7919) % 20_000) for i in range(9_000))
    assert pack(PackedText(text=noise)) is None
    assert pack(PackedText(text="a" * 10_000_000)) is None


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param("", id="nothing"),
        pytest.param("!!", id="no letters of a packed text"),
        pytest.param("حلب", id="other letters"),
        pytest.param("AAAA", id="not packed"),
        pytest.param((pack(STORY) or "")[:-6], id="cut short"),
        pytest.param("A" * (LONGEST + 1), id="too long"),
        pytest.param(squeezed(b'["' + b"a" * 5_000_000 + b'","",null]'), id="grows without end"),
        pytest.param(squeezed(b"[" * 100_000), id="nested without end"),
        pytest.param(squeezed(b'{"text": "a"}'), id="another shape"),
        pytest.param(squeezed(b'["a"]'), id="too few"),
        pytest.param(squeezed(b'["a", 1, null]'), id="a number for a title"),
        pytest.param(squeezed(b'["  ", "", null]'), id="only spaces"),
        pytest.param(squeezed(b"\xff\xfe"), id="no UTF-8"),
    ],
)
def test_what_is_no_packed_text_is_none(letters: str) -> None:
    assert unpack(letters) is None


@given(st.text())
def test_no_letters_raise(letters: str) -> None:
    unpack(letters)
