"""Texts that nobody would write, most of them with real names inside; a seed gives the same text again."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from geo.models import Article
from tests.anytext.names import CODES, clitics, endings, keys, names, words

ODD_CODES = (
    "",
    "und",
    "ar-EG",
    "ar_EG",
    "EN",
    "zh",
    "x-y-z",
    "en-Latn-US-u-ca-gregory",
    "..",
    "../en",
    "en\0",
    "İ",
    "\ud800",
)
CONTROLS = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0061"
MARKS = "\u0300\u0301\u0308\u030a\u0345\u0483\u0488\u05b7\u05bf\u064b\u0651\u0653\u0654\u0670\u06d6\u093c\u0e31\u20dd\u20e3\u3099\ufe0f\U000e0100"
LINES = "\n\r\t\v\f\x1c\x85\u2028\u2029\u00a0\u3000"
BROKEN = "\0\x1b\x7f\x9f\ud800\udbff\udc00\udcff\udfff\ue000\ufffd\uffff\U000fffff\U0010ffff"
LETTERS = "аеорсіІЕοΑաօոאוײاوةیکﻻﷲﷺﷸﷴﺍﻮﬀﬃﬓﭏﬡŉǆßẞİıſÅＡｅ𝐏𝓪𝟘Ⅷⅷ中か가가กआ𐌰𞤀ꙮ٣۴²①ªـ_"
SIGNS = "'’ʼ`´\"“”«»‹›()[]{}<>&#@%$*+=~^|\\/-‐‑–—.,،;؛:!?؟۔…·•🇫🇷👍🏽\u200d🗺"
JUNK = CONTROLS + MARKS + LINES + BROKEN + LETTERS + SIGNS
GAPS = (
    " ",
    " ",
    " ",
    "",
    ", ",
    "، ",
    ". ",
    " - ",
    "-",
    "–",
    "/",
    "_",
    "'",
    "’",
    "’s ",
    " (",
    ") ",
    ": ",
    " “",
    "» ",
    "; ",
    "… ",
    "\n",
    "\n\n",
    "\u00a0",
    "\u200c",
)
FRAMES = (
    "https://www.{}.com/{}?q={}#{}",
    "http://{}/%D9%85%D9%88{}",
    "{}@{}.org",
    "mailto:{}@{}",
    "#{} #{}_{} @{}",
    "<a href='/{}' title=\"{}\">{}</a>&nbsp;<b>{}",
    "<script>alert('{}')</script><!-- {} -->",
    "&#77;{};&amp;{}&lt;{}",
    "**{}** _{}_ `{}` ~~{}~~",
    "[{}](https://{}.org/{}) ![{}]",
    "# {}\n\n- {}\n1. {}\n> {}\n\n| {} | {} |\n|---|---|",
    "{{{{ {} }}}} {{% {} %}} ${{{}}} %({})s %s {{0}}",
    '{{"place": "{}", "lat": {}}}',
    "{}\\n{}\\u0000\\",
    "({}, {}) [{}] {{{}}} “{}” «{}» ‘{}’",
    "{} {} 55°45′N 37°37′E, {} 24/7 1,234.5 km² −3.5 % {}",
    "{}-2024 {}19 №{} ٣{} 1{} {}1945-46",
    "{}. {}. {}., {}.{}.{}. Mr. {} St. {}",
    "{}/{}-{}–{}—{}",
    "AP {} (Reuters) — {}:",
)
MOST_REPEATS = 400
WELL_KNOWN = 400  # names of countries and cities that come up more often
_SPACES = (*[" "] * 40, *GAPS)
_PLANES = ((0, 0x7F), (0, 0x24F), (0x300, 0x6FF), (0, 0xFFFF), (0xD800, 0xDFFF), (0x10000, 0x10FFFF))


class Soup:
    """Makes pieces of texts in one language out of what chance gives."""

    def __init__(self, chance: Random, code: str) -> None:
        self.code = code
        self.chance = chance

    def one(self, things: Sequence[str]) -> str:
        """Return one of several."""
        return self.chance.choice(things)

    def name(self) -> str:
        """Return a name: mostly one of the language, often a well-known one, else of another, or folded."""
        own = names()[self.code]
        return self._any(
            lambda: self.one(own),
            lambda: self.one(own[:WELL_KNOWN]),
            lambda: self.one(own[:WELL_KNOWN]),
            lambda: self.one(names()[self.one(CODES)]),
            lambda: self.one(keys()),
        )

    def word(self) -> str:
        """Return a word that the rules of the language look for."""
        word = self.one(words(self.code))
        return word.capitalize() if self.chance.random() < 0.3 else word

    def glued(self) -> str:
        """Return a name with what some language, mostly its own, writes onto a word; perhaps with another name."""
        head = self.one(self._own_or_any(clitics(self.code), clitics()))
        tail = self._any(str, str, lambda: self.one(self._own_or_any(endings(self.code), endings())), self.name)
        name = self.name()
        cut = self.chance.choice((0, 0, 1, 2)) if tail else 0  # letters that the ending takes the place of
        return self._any(str, lambda: head, lambda: head) + name[: len(name) - cut] + tail

    def recased(self) -> str:
        """Return a name in other cases or forms of its letters: composed, taken apart, full width, presentation."""
        return self.chance.choice(CHANGES)(self.name())

    def spoiled(self) -> str:
        """Return a name with a few foreign characters inside or around it."""
        name = self._any(self.name, self.name, self.glued)
        for _ in range(self.chance.randint(1, 4)):
            position = self.chance.randint(0, len(name))
            name = name[:position] + self.one(JUNK) + name[position:]
        return name

    def framed(self) -> str:
        """Return names in an address, markup, code, numbers or abbreviations."""
        inside = [self._any(self.name, self.name, self.glued, self.word) for _ in range(8)]
        return self.one(FRAMES).format(*inside)

    def repeated(self) -> str:
        """Return a few pieces over and over, joined in one way: long tokens, lists, X, Y, X, Y."""
        kinds = (self.name, self.name, self.glued, self.word, lambda: self.one(JUNK))
        pieces = [self._any(*kinds) for _ in range(self.chance.randint(1, 3))]
        most = self.chance.choice((3, 3, 10, 10, 30, 30, MOST_REPEATS))
        return self.one(GAPS).join(pieces * self.chance.randint(1, most)) + self._any(str, self.name)

    def anything(self) -> str:
        """Return characters of every plane, halves of surrogate pairs too."""
        return "".join(
            chr(self.chance.randint(*self.chance.choice(_PLANES))) for _ in range(self.chance.randint(0, 20))
        )

    def joined(self, *kinds: Callable[[], str], most: int, gaps: Sequence[str] = GAPS) -> str:
        """Return pieces of several kinds with something between them."""
        count = self.chance.randint(1, most)
        return "".join(self._any(*kinds) + self.one(gaps) for _ in range(count))

    def _any(self, *kinds: Callable[[], str]) -> str:
        return self.chance.choice(kinds)()

    def _own_or_any(self, own: Sequence[str], every: Sequence[str]) -> Sequence[str]:
        return own if own and self.chance.random() < 0.75 else every


FAMILIES: Mapping[str, Callable[[Soup], str]] = {
    "names among the words of a language": lambda s: s.joined(
        s.name, s.name, s.word, s.word, s.glued, most=12, gaps=_SPACES
    ),
    "names with clitics and endings": lambda s: s.joined(s.glued, s.glued, s.name, s.word, most=6),
    "names in other forms of their letters": lambda s: s.joined(s.recased, most=5),
    "names with junk inside": lambda s: s.joined(s.spoiled, s.spoiled, s.name, s.word, lambda: s.one(JUNK), most=8),
    "addresses, markup, numbers": lambda s: s.joined(s.framed, s.framed, s.name, most=3),
    "pieces over and over": Soup.repeated,
    "all planes of Unicode": lambda s: s.anything() + s.joined(s.name, s.anything, most=3) + s.anything(),
    "all of it": lambda s: s.joined(s.name, s.word, s.glued, s.recased, s.spoiled, s.framed, s.anything, most=20),
}


def make_article(family: str, seed: int) -> Article:
    """Return an article of a kind whose language is said, not said, or said wrongly."""
    chance = Random(f"{family} {seed}")
    spoken = (*CODES, *[code for code in CODES if clitics(code)] * 2)  # those with clitics come up more often
    soup = Soup(chance, chance.choice(spoken))
    lang = chance.choice((None, None, soup.code, soup.code, chance.choice(CODES), chance.choice(ODD_CODES)))
    title, source = (chance.choice((None, None, soup.spoiled())) for _ in range(2))
    return Article(id="any", text=FAMILIES[family](soup), lang=lang, title=title, source=source)


def shortest(article: Article, breaks: Callable[[Article], bool]) -> Article:
    """Return an article without all that can be left out while it still breaks a rule."""
    for shorter in (replace(article, title=None), replace(article, title=None, source=None)):
        article = shorter if breaks(shorter) else article
    step = max(1, len(article.text) // 2)
    while step:
        at = 0
        while at < len(article.text):
            shorter = replace(article, text=article.text[:at] + article.text[at + step :])
            if breaks(shorter):
                article = shorter
            else:
                at += step
        step //= 2
    return article


@cache
def _other_forms() -> Mapping[int, str]:
    """Return a compatibility form, the last in Unicode, of each character that has any."""
    forms = ((unicodedata.normalize("NFKC", chr(code)), chr(code)) for code in range(0x10000))
    return {ord(plain): form for plain, form in forms if len(plain) == 1 and plain != form}


def _in_other_forms(name: str) -> str:
    for pair in ("لا", "ﻻ"), ("الله", "ﷲ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("st", "ﬆ"), ("և", "ﬔ"):
        name = name.replace(*pair)
    return name.translate(_other_forms())


CHANGES: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    _in_other_forms,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFKD", name),
    lambda name: name[::-1],
    lambda name: " ".join(name),
    lambda name: ".".join(name) + ".",
    lambda name: "".join(letter + "\u0301" * 3 for letter in name),
)
