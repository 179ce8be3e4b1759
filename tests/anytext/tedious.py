"""Texts by name that a careless reader chokes on: each is one piece, over and over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from geo.languages import read_languages
from tests.anytext.names import CODES, names


@dataclass(frozen=True, slots=True, kw_only=True)
class Tedious:
    """A text of one piece over and over."""

    name: str
    piece: str | Callable[[], str]
    times: int
    before: str = ""
    behind: str = ""
    share: float = 0.02  # of it, that the tests read

    def text(self, share: float = 1.0) -> str:
        """Return the text, or a share of it."""
        piece = self.piece if isinstance(self.piece, str) else self.piece()
        return self.before + piece * max(1, round(self.times * share)) + self.behind


_MILLION = 1_000_000
_MARKED = "".join(letter + "\u0301" * 50 for letter in "Paris") + " "
_NEWS = (
    "The Russian president met in Moscow with a delegation from Armenia and Iran.\n"
    "أعلنت وزارة الخارجية في موسكو أن الوفد وصل إلى أرمينيا ثم إلى مدينة أصفهان.\n"
    "Президент России встретился в Москве с делегацией из Армении и Ирана.\n"
)


@cache
def tedious_texts() -> tuple[Tedious, ...]:
    """Return the texts, at the size that the benchmark measures."""
    return tuple(_texts())


def _texts() -> Iterator[Tedious]:
    size = len(_NEWS.encode())
    yield Tedious(name="an article of 5 MB", piece=_NEWS, times=5 * 1024 * 1024 // size)
    letters = {"Latin": "a", "Arabic": "و", "Cyrillic": "а", "Armenian": "ա", "Hebrew": "ו", "Chinese": "中"}
    for script, letter in letters.items():
        yield Tedious(name=f"one {script} token of a million letters", piece=letter, times=_MILLION, share=1)
    for mark, gap in {"space": " ", "comma": ", ", "line": "\n", "hyphen": "-", "slash": "/"}.items():
        yield Tedious(name=f"one name 10,000 times, {mark}", piece=f"Paris{gap}", times=10_000)
    yield Tedious(name="one name 50,000 times, underscore", piece="Paris_", times=50_000)
    yield Tedious(name="X, Y, X, Y", piece="Paris, Texas, ", times=25_000)
    yield Tedious(name="X and Y and X and Y", piece="موسكو وباريس و", times=25_000)
    yield Tedious(name="only bidi marks", piece="\u202e\u200f\u2067\u2069", times=_MILLION // 4, share=1)
    yield Tedious(name="only combining marks", piece="\u0301\u0651", times=_MILLION // 2, share=1)
    yield Tedious(
        name="a million marks on one letter", piece="\u0301", times=_MILLION, before="P", behind="aris", share=1
    )
    yield Tedious(name="fifty marks on each letter of names", piece=_MARKED, times=4_000)
    yield Tedious(name="scripts mixed inside words", piece="Mоscоw موskو Пarиs Երevան ", times=40_000)
    yield Tedious(name="halves of surrogate pairs", piece="\ud800 \udc00Paris\udfff ", times=60_000)
    yield Tedious(name="NUL bytes", piece="Par\0is \0Rome\0 ", times=60_000)
    yield Tedious(name="100,000 line breaks", piece="\n", times=100_000, before="Paris", behind="Rome", share=1)
    yield Tedious(name="200,000 commas", piece=",", times=200_000, before="Paris", behind="Rome", share=1)
    brackets = "([{“«'\"" * 100_000
    yield Tedious(name="brackets and quotes, nested", piece=brackets + "Paris" + "\"'»”}])" * 100_000, times=1)
    yield Tedious(name="50,000 letters and full stops", piece="a.", times=50_000, share=1)
    yield Tedious(name="50,000 capitals and full stops", piece="U.", times=50_000, behind="S.A", share=1)
    yield Tedious(name="letters and full stops before a word", piece="a.", times=50_000, behind="bc", share=1)
    yield Tedious(name="a thousand full stops behind each name", piece="in Paris" + "." * 1_000 + "x ", times=500)
    yield Tedious(name="only class nouns: village of village of", piece="village of ", times=60_000)
    yield Tedious(name="class nouns of every language", piece=partial(_of_every_language, "triggers_before"), times=500)
    yield Tedious(name="small words, then a name", piece="of the ", times=100_000, before="Paris ", behind="Paris")
    yield Tedious(name="only given names", piece="John Maria Mohammed Ivan ", times=25_000)
    yield Tedious(name="given names of every language", piece=partial(_of_every_language, "given_names"), times=200)
    yield Tedious(name="nationality words of every language", piece=partial(_of_every_language, "demonyms"), times=20)
    yield Tedious(
        name="heads of organisations", piece="Bank of Ministry of University of ", times=20_000, behind="Paris"
    )
    yield Tedious(name="capitals without an end", piece="New York Times Square Bank ", times=20_000)
    yield Tedious(name="thousands of names of 17 languages", piece=_names_of_every_language, times=100)
    yield Tedious(name="every character of Unicode", piece=_every_character, times=1)


def _of_every_language(what: str) -> str:
    return " ".join(word for one in read_languages().values() for word in sorted(getattr(one, what))[::20]) + " "


def _names_of_every_language() -> str:
    return " ".join(name for code in CODES for name in names()[code][:400:20]) + " "


def _every_character() -> str:
    return "".join(map(chr, range(0x110000)))
