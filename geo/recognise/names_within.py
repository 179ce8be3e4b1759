"""Find the organisation, event or publisher whose name a hit is part of."""

from collections.abc import Iterator

from geo.models import Reason
from geo.recognise.hits import Hit
from geo.recognise.reading import Reading

_LOOK_BACK = 2  # words between an organisation's head and the place in its name
_ADJECTIVES = 3  # between an organisation's head and the prefix of its place
_LONGEST_BODY = 8  # words from a body to the place in its name, both ends included
_LONGEST_NAME = 8  # words on either side of a place in an organisation's name
_ELISIONS = frozenset({"'", "’"})  # université d'Oran
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_OPENING, _CLOSING = frozenset("«„“"), frozenset("»“”")
_OPENING_QUOTES = frozenset({" «", " “", ' "', " „"})  # газета «Москва»


class NamesWithin:
    """Tells of the hits of one text which word makes them part of a longer name."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._listed = dict(_listed_organisations(reading))

    def why_inside(self, hit: Hit, *, announced: bool) -> Reason | None:
        """Return what makes a hit part of another name; None if nothing does."""
        head = self._head_of(hit)
        if head is not None:
            return Reason.of("inside_name", word=head)
        if announced:
            return None
        article = _team_article(self._reading, hit)
        if article is not None:
            return Reason.of("inside_name", word=article)
        return Reason.of("quoted_name") if self._is_quoted(hit) else None

    def _head_of(self, hit: Hit) -> str | None:
        """Return the word that makes a hit part of another name; None if none does."""
        reading = self._reading
        if hit.first in self._listed:
            return self._listed[hit.first]
        if reading.language.foreign_letters and _is_foreign(reading, hit):
            return reading.tokens.word(hit.first)
        if reading.language.cased:
            head = _tail_behind(reading, hit) or _head_before(reading, hit)
        else:
            head = _construct_head(reading, hit) or _definite_head(reading, hit) or _uncased_tail(reading, hit)
        return head or _body_before(reading, hit) or _body_behind(reading, hit)

    def _is_quoted(self, hit: Hit) -> bool:
        """Tell whether quotes that hold nothing else make a hit a team, a company or a film, if no facility: у метро «Сокол»."""
        reading = self._reading
        text, language, before = reading.tokens.text, reading.language, reading.before(hit.first)
        if not language.quoted_names or hit.start == 0:
            return False
        quoted = text[hit.start - 1] in _OPENING and text[hit.end : hit.end + 1] in _CLOSING
        return quoted and not (before is not None and reading.means(before, language.facilities_before))


def _listed_organisations(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the tokens of organisations that the language lists whole, with the organisation's first word."""
    language, tokens = reading.language, reading.tokens
    longest = language.longest_organisation
    if not longest:
        return
    for i in reading.nouns:
        for form in reading.finder.bare_forms(tokens.keys[i]) & language.organisation_starts:
            for count in range(longest, 1, -1):
                if " ".join([form, *tokens.keys[i + 1 : i + count]]) in language.organisations:
                    yield from ((j, tokens.word(i)) for j in range(i, i + count))
                    break


def _is_foreign(reading: Reading, hit: Hit) -> bool:
    foreign = reading.language.foreign_letters
    return any(not foreign.isdisjoint(reading.tokens.word(i)) for i in range(hit.first, hit.last + 1))


def _construct_head(reading: Reading, hit: Hit) -> str | None:
    """Look back over a genitive chain for the head of an organisation: وكالة أنباء الشرق الأوسط."""
    language, tokens = reading.language, reading.tokens
    i = hit.first
    for back in range(_LOOK_BACK):
        if i == 0 or not _is_one_name(reading, i) or (back and reading.in_hit(i)):
            return None
        i -= 1
        if reading.means(i, language.organisation_heads):
            return tokens.word(i)
        if back == 0 and reading.means(i, language.event_heads):
            return tokens.word(i)
        if hit.proclitic or _stops_construct(reading, i, back):
            return None
    return None


def _definite_head(reading: Reading, hit: Hit) -> str | None:
    """Look back over definite adjectives for an organisation that a prefix ties to a place: الهيئة العامة للسد العالي."""
    language = reading.language
    if hit.proclitic[-1:] not in language.naming_proclitics:
        return None
    for i in range(hit.first - 1, max(-1, hit.first - 2 - _ADJECTIVES), -1):
        if reading.tokens.gap(i) != " " or not reading.keys[i].startswith(language.article):
            return None
        if reading.keys[i].removeprefix(language.article) in language.organisation_heads:
            return reading.tokens.word(i)
    return None


def _stops_construct(reading: Reading, i: int, back: int) -> bool:
    return reading.means(i, reading.language.construct_stops) or (back == 0 and reading.is_definite(i))


def _uncased_tail(reading: Reading, hit: Hit) -> str | None:
    """Return an organisation's last word right behind a hit, in a script without capitals: لاہور ہائی کورٹ."""
    language = reading.language
    after = hit.last
    for _ in range(_LOOK_BACK):
        if not language.organisation_tails or not reading.beside(after):
            return None
        after += 1
        if reading.keys[after] in language.organisation_tails or reading.keys[after] in language.event_tails:
            return reading.tokens.word(after)
        if not reading.is_plain(after) or reading.in_hit(after):
            return None
    return None


def _tail_behind(reading: Reading, hit: Hit) -> str | None:
    """Look along the capitalised words behind a hit for the last word of a name: Boston Globe."""
    language, tokens = reading.language, reading.tokens
    after = hit.last
    for _ in range(_LONGEST_NAME if reading.tells(hit.last) else 1):
        joined = reading.beside(after) or tokens.gap(after) in _HYPHENS
        if not (joined and after + 1 < len(tokens) and reading.is_capitalised(after + 1)):
            return None  # Kairo-Universität
        after += 1
        if tokens.keys[after] in language.organisation_tails or tokens.keys[after] in language.event_tails:
            return tokens.word(after)
    return None


def _head_before(reading: Reading, hit: Hit) -> str | None:
    """Look back along capitalised words for the first word of a name: Bank of China, université d'Oran."""
    language, tokens = reading.language, reading.tokens
    before, passed_of = hit.first, False
    for _ in range(_LONGEST_NAME if reading.tells(hit.first) else _LOOK_BACK):
        if before == 0 or not _is_one_name(reading, before):
            return None
        before -= 1
        key = tokens.keys[before]
        is_head = (passed_of or before == hit.first - 1) and reading.means(before, language.heads)
        if key in language.fillers:
            passed_of = True
        elif is_head and (passed_of or reading.is_capitalised(before) or tokens.gap(before) in _OPENING_QUOTES):
            return tokens.word(before)
        elif not reading.is_capitalised(before) or (before < hit.first - 1 and not passed_of):
            return None
    return None


def _body_before(reading: Reading, hit: Hit) -> str | None:
    """Look back for a body whose name the place closes, written small or not: в министерстве обороны Армении."""
    language, i, passed_of, passed_word = reading.language, hit.first, False, False
    if not language.bodies_before or hit.proclitic:
        return None
    for _ in range(_LONGEST_BODY):
        if i == 0 or not _is_one_name(reading, i):
            return None
        i -= 1
        if reading.keys[i] in language.fillers:
            passed_of = True
        elif language.cased and language.fillers and not passed_of:
            return None  # there is an "of"; the army Sudan sent is not Sudan's
        elif reading.means(i, language.bodies_before):
            return reading.tokens.word(i)
        elif not (reading.means(i, language.body_words) or (passed_word and reading.keys[i] in language.joiners)):
            return None
        else:
            passed_word = True
    return None


def _body_behind(reading: Reading, hit: Hit) -> str | None:
    """Look ahead for a body whose name the place opens: Ermənistan müdafiə nazirliyi, آرمینیا کی وزارت دفاع."""
    language, i, passed_word = reading.language, hit.last, False
    if not language.bodies_after or hit.locative:
        return None
    for _ in range(_LONGEST_BODY):
        if not reading.beside(i):
            return None
        i += 1
        if reading.means(i, language.bodies_after):
            return reading.tokens.word(i)
        if not (reading.means(i, language.body_words) or (passed_word and reading.keys[i] in language.joiners)):
            return None
        passed_word = True
    return None


def _team_article(reading: Reading, hit: Hit) -> str | None:
    """Return the article that makes a town a team, where towns have none: il Napoli, el Sevilla, but not in El Callao."""
    articles, before, known = reading.language.team_articles, hit.first - 1, hit.known
    if not articles or before < 0 or known is None or reading.keys[before] not in articles:
        return None
    # The ids of countries and divisions begin with iso: and these have their articles (il Veneto); so has il Cairo.
    is_town = known.displayed and "P" in known.classes and known.best[0].startswith("gn:") and not known.capital
    part_of_name = reading.is_capitalised(before) and not reading.starts_sentence(before)
    if not is_town or part_of_name or not reading.beside(before):
        return None
    located = before > 0 and reading.beside(before - 1) and reading.means(before - 1, reading.language.locatives)
    return None if located else reading.tokens.word(before)


def _is_one_name(reading: Reading, i: int) -> bool:
    """Tell whether token i may belong to one name with the one before."""
    gap = reading.tokens.gap(i - 1)
    if gap == " " or gap in _OPENING_QUOTES:
        return True
    return gap in _ELISIONS and reading.keys[i - 1] in reading.language.fillers
