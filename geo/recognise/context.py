"""Weigh what stands around a hit: a place, a part of another name, or an everyday word.

The weights are log-odds set by hand after the rules of the field; a hit whose sum reaches 0 is a place.
"""

from dataclasses import dataclass, field, replace

from geo.models import KnownName, Reason
from geo.recognise.hits import Hit, HitFinder
from geo.text.language import announces
from geo.text.tokens import Tokens

# What a name is worth before its context is read.
COUNTRY = 4.0
CURATED = 3.0
CURATED_MARGIN = -1.0  # a curated name may be ten times as common a word as another
UNUSUAL_SPELLING = -1.5  # GeoNames gives كيف (how) as a name of Kyiv
HOME = 1.5  # a place of a country where the article's language is at home
SEVERAL_WORDS = 1.5
SMALL_PLACE_AT_HOME = -0.5
SMALL_PLACE = -1.5  # below 100,000 inhabitants a name needs a class noun or a preposition
AMBIGUITY_OFFSET = 3.0  # a word is ambiguous when zipf > 10 * importance - 3
BASE_LIMIT = 3.0
PHRASE_IS_RARER = 2.0  # Zipf of a phrase below that of its rarest word, for each more word
ZIPF_SHARE_WHERE_CASED = 0.5  # capitals already tell most names from words, and names count in a word's frequency
KNOWN_PLACE = 0.43  # importance of a town of 20,000: below, a name beside another is rather a surname
EXEMPT = 2.5  # well-known places that are common words too, listed by hand

# What the words around it add.
CLASS_NOUN = 4.0
CLASS_NOUN_OF_ANOTHER_KIND = 1.5
DIRECTION = 2.0
LOCATIVE = 1.5
PREPOSITION = 0.75
LISTED = 2.5  # joined by "and" or a comma to a place
STRIPPED_AMBIGUOUS = -1.5
PERSON = -6.0
GIVEN_NAME = -3.0
LONGER_NAME = -4.0  # another capitalised word stands beside it
SENTENCE_START = -0.5  # a capital there proves nothing
NOT_A_PLACE = -8.0

_LOOK_BACK = 2  # words between an organisation's head and the place in its name
_LONGEST_NAME = 8  # words on either side of a place in an organisation's name
_PERSON_REACH = 2  # words from an office to the nationality that closes it: وزير الخارجية الروسي


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A hit with what its context says."""

    hit: Hit
    score: float  # log-odds of being a toponym
    why: tuple[Reason, ...] = ()
    person: bool = False  # part of a person's name
    inside: str | None = None  # the word that makes it part of a longer name
    feature_class: str | None = None  # announced by a class noun


@dataclass(slots=True)
class _Sum:
    score: float = 0.0
    why: list[Reason] = field(default_factory=list)

    def add(self, weight: float, code: str | None = None, **values: str | int) -> None:
        self.score += weight
        if code is not None:
            self.why.append(Reason(code=code, values=values))


class ContextReader:
    """Weighs the hits of one text."""

    def __init__(self, finder: HitFinder, tokens: Tokens, hits: list[Hit]) -> None:
        self._finder = finder
        self._language = finder.language
        self._tokens = tokens
        self._hit_at = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
        self._inside = dict(self._organisation_words())

    def weigh(self, hit: Hit) -> Weighed:
        """Return a hit with the sum of its evidence."""
        if hit.known is None:
            person = self._after_name(hit.first)
            return Weighed(hit=hit, score=PERSON if person else COUNTRY, person=person)
        known, evidence = hit.known, _Sum()
        self._weigh_name(hit, known, evidence)
        feature_class = self._weigh_words_before(hit, known, evidence)
        inside = self._inside_name(hit)
        person = self._is_person(hit, known)
        if person:
            evidence.add(PERSON)
        elif (
            inside is None
            and hit.first == hit.last
            and self._finder.means(self._tokens.keys[hit.first], self._language.given_names)
        ):
            person = self._language.cased and self._before_unknown_name(hit)
            evidence.add(PERSON if person else GIVEN_NAME if feature_class is None and not known.country else 0.0)
        if self._language.cased and inside is None and not known.country and self._in_longer_name(hit):
            evidence.add(LONGER_NAME if feature_class is None else 0.0)
        return Weighed(
            hit=hit,
            score=evidence.score,
            why=tuple(evidence.why),
            person=person,
            inside=inside,
            feature_class=feature_class,
        )

    # --- the name itself

    def _weigh_name(self, hit: Hit, known: KnownName, evidence: _Sum) -> None:
        language = self._language
        alone = hit.first == hit.last
        if alone and not language.not_places.isdisjoint((known.key, self._tokens.keys[hit.first])):
            evidence.add(NOT_A_PLACE)
        elif known.country or known.continent:
            evidence.add(COUNTRY, "country" if known.country else "curated")
        elif known.key in language.exempt:
            evidence.add(max(EXEMPT, self._margin(known)))
        elif known.curated:
            evidence.add(CURATED if self._margin(known) > CURATED_MARGIN else self._margin(known), "curated")
        else:
            evidence.add(self._margin(known))
            if known.importance < 0.5:  # 100,000 inhabitants
                evidence.add(SMALL_PLACE_AT_HOME if self._is_at_home(known) else SMALL_PLACE)
        if known.words > 1:
            evidence.add(SEVERAL_WORDS)
        doubtful = not (known.country or known.continent or known.curated or known.key in language.exempt)
        if hit.proclitic and self._margin(known) < 1 and doubtful:
            evidence.add(STRIPPED_AMBIGUOUS)
        if known.needs_class_noun or known.key in language.never_alone:
            evidence.add(-CLASS_NOUN)
        if language.cased and self._starts_sentence(hit.first):
            evidence.add(SENTENCE_START)

    def _margin(self, known: KnownName) -> float:
        """Return by how much a name is better known as a place than as a word."""
        share = ZIPF_SHARE_WHERE_CASED if self._language.cased else 1.0
        zipf = max(0.0, known.zipf - PHRASE_IS_RARER * (known.words - 1))
        margin = 10 * known.importance - AMBIGUITY_OFFSET - share * zipf
        if self._is_at_home(known):
            margin += HOME
        if not (known.displayed or known.curated or known.needs_class_noun):
            margin += UNUSUAL_SPELLING
        return max(-BASE_LIMIT, min(BASE_LIMIT, margin))

    def _is_at_home(self, known: KnownName) -> bool:
        return not self._language.home_countries.isdisjoint(known.country_codes)

    # --- the words before it

    def _weigh_words_before(self, hit: Hit, known: KnownName, evidence: _Sum) -> str | None:
        announced = self._class_noun(hit)
        if announced is not None:
            word, feature_class = announced
            fits = any(announces(feature_class, one) for one in known.classes)
            evidence.add(CLASS_NOUN if fits else CLASS_NOUN_OF_ANOTHER_KIND, "trigger", word=word)
            return feature_class
        if self._tokens.joined(hit.last) and self._tokens.keys[hit.last + 1] in self._language.postpositions:
            evidence.add(LOCATIVE, "postposition", word=self._tokens.word(hit.last + 1))
        before = self._before(hit.first)
        if before is None:
            return None
        key = self._tokens.keys[before]
        word = self._tokens.word(before)
        if self._finder.means(key, self._language.directions):
            evidence.add(DIRECTION, "trigger", word=word)
        elif self._finder.means(key, self._language.locatives):
            evidence.add(LOCATIVE, "preposition", word=word)
        elif self._finder.means(key, self._language.prepositions):
            evidence.add(PREPOSITION, "preposition", word=word)
        elif hit.proclitic[-1:] in self._language.preposition_proclitics:
            evidence.add(PREPOSITION)
        return None

    def _class_noun(self, hit: Hit) -> tuple[str, str] | None:
        """Return the class noun beside a hit and the feature class that it announces."""
        language, tokens = self._language, self._tokens
        if hit.class_noun:
            return self._trigger(hit.class_noun, hit.class_noun) or (hit.class_noun, "")
        before = self._before(hit.first)
        while before is not None and tokens.keys[before] in language.fillers:
            before = self._before(before)
        if before is not None and (found := self._trigger(tokens.keys[before], tokens.word(before))):
            return found
        if tokens.joined(hit.last) and tokens.keys[hit.last + 1] in language.triggers_after:
            return tokens.word(hit.last + 1), language.triggers_after[tokens.keys[hit.last + 1]]
        return None

    def _trigger(self, key: str, word: str) -> tuple[str, str] | None:
        for form, _ in self._finder.forms(key):
            if form in self._language.triggers_before:
                return word, self._language.triggers_before[form]
        return None

    def _before(self, i: int) -> int | None:
        """Return the token before i in the same phrase: only a space, an opening quote or a bracket between them."""
        if i == 0 or self._tokens.gap(i - 1).strip(" \u00a0\"“”«»'‘’(\u200f\u200e-"):
            return None
        return i - 1 if "\n" not in self._tokens.gap(i - 1) else None

    def _starts_sentence(self, i: int) -> bool:
        return i == 0 or any(mark in self._tokens.gap(i - 1) for mark in ".!?\n؟")

    # --- persons

    def _is_person(self, hit: Hit, known: KnownName) -> bool:
        language, tokens = self._language, self._tokens
        if self._follows_title(hit.first):
            return not (known.country and language.head_first)
        if self._follows(hit.first) and not self._in_hit(hit.first - 1):
            key = tokens.keys[hit.first - 1]
            if self._finder.means(key, language.offices):
                definite = not language.head_first or self._is_definite(key)
                return definite and not (known.country and language.head_first)
        return self._after_name(hit.first) and not (language.head_first and self._is_well_known(hit, known))

    def _is_well_known(self, hit: Hit, known: KnownName) -> bool:
        """Tell whether a name is rather the place that somebody visits than a surname: زار الرئيس الفرنسي بيروت."""
        strong = known.country or known.continent or known.capital or known.key in self._language.exempt
        return strong and not self._finder.means(self._tokens.keys[hit.first], self._language.given_names)

    def _follows_title(self, i: int) -> bool:
        """Tell whether a title or a name's particle stands right before token i, perhaps with a full stop: Mr. X."""
        if i == 0 or self._tokens.gap(i - 1) not in {" ", "\u00a0", ". ", "-"}:
            return False
        key = self._tokens.keys[i - 1]
        return self._finder.means(key, self._language.titles) or key in self._language.name_particles

    def _is_definite(self, key: str) -> bool:
        article = self._language.article
        return bool(article) and self._finder.begins_with(key, article)

    def _after_name(self, i: int) -> bool:
        """Tell whether a given name, perhaps with one more name, stands right before token i.

        After an office, a nationality closes the title and the person's name begins: وزير الخارجية الروسي سيرغي ...
        """
        tokens, language = self._tokens, self._language
        if not self._follows(i):
            return False
        if self._finder.means(tokens.keys[i - 1], language.given_names):
            return True
        hit = self._hit_at.get(i - 1)
        if hit is not None:
            return hit.is_demonym and language.head_first and self._office_before(hit.first)
        if not (self._is_plain(i - 1) and self._follows(i - 1)):
            return False
        first = tokens.keys[i - 2]
        if self._finder.means(first, language.given_names) or self._finder.means(first, language.titles):
            return not language.head_first or not self._is_definite(tokens.keys[i - 1])
        return False

    def _office_before(self, i: int) -> bool:
        for _ in range(_PERSON_REACH):
            if not self._follows(i):
                return False
            i -= 1
            if self._finder.means(self._tokens.keys[i], self._language.offices):
                return True
            if not self._is_plain(i):
                return False
        return False

    def _follows(self, i: int) -> bool:
        """Tell whether token i stands in one phrase with the one before: a space between them, perhaps a bracket."""
        return i > 0 and self._tokens.gap(i - 1) in {" ", "\u00a0", " (", ") "}

    def _is_plain(self, i: int) -> bool:
        """Tell whether a token is none of the language's small words, verbs and class nouns."""
        return not any(form in self._language.function_words for form, _ in self._finder.forms(self._tokens.keys[i]))

    # --- names that a place is part of

    def _organisation_words(self) -> list[tuple[int, str]]:
        """Return the tokens of organisations that the language lists whole, with the organisation's first word."""
        longest = max((name.count(" ") + 1 for name in self._language.organisations), default=0)
        heads = frozenset(name.split()[0] for name in self._language.organisations)
        found: list[tuple[int, str]] = []
        tokens = self._tokens
        for i, key in enumerate(tokens.keys):
            for form, _ in self._finder.forms(key):
                if form not in heads:
                    continue
                for count in range(longest, 1, -1):
                    if " ".join([form, *tokens.keys[i + 1 : i + count]]) in self._language.organisations:
                        found += [(j, tokens.word(i)) for j in range(i, i + count)]
                        break
        return found

    def _inside_name(self, hit: Hit) -> str | None:
        """Return the word that makes a hit part of an organisation's, an event's or a publisher's name."""
        if hit.first in self._inside:
            return self._inside[hit.first]
        if self._language.foreign_letters and self._is_foreign(hit):
            return self._tokens.word(hit.first)
        if self._language.cased:
            return self._inside_capitalised_name(hit)
        return self._inside_construct(hit)

    def _is_foreign(self, hit: Hit) -> bool:
        foreign = self._language.foreign_letters
        return any(not foreign.isdisjoint(self._tokens.word(i)) for i in range(hit.first, hit.last + 1))

    def _inside_construct(self, hit: Hit) -> str | None:
        """Look back over a genitive chain for the head of an organisation: وكالة أنباء الشرق الأوسط."""
        language, tokens = self._language, self._tokens
        i = hit.first
        for back in range(_LOOK_BACK):
            if i == 0 or tokens.gap(i - 1) != " " or (back and self._in_hit(i)):
                return None
            i -= 1
            key = tokens.keys[i]
            if self._finder.means(key, language.organisation_heads):
                return tokens.word(i)
            if back == 0 and self._finder.means(key, language.event_heads):
                return tokens.word(i)
            if self._stops_construct(key, back):
                return None
            if hit.proclitic:
                return None
        return None

    def _stops_construct(self, key: str, back: int) -> bool:
        language = self._language
        return any(
            form in language.prepositions
            or form in language.saying_verbs
            or form in language.triggers_before
            or form in language.directions
            for form, _ in self._finder.forms(key)
        ) or (back == 0 and self._is_definite(key))

    def _inside_capitalised_name(self, hit: Hit) -> str | None:
        """Look along the run of capitalised words that a hit stands in: Bank of China, Boston Globe."""
        language, tokens = self._language, self._tokens
        after = hit.last
        for _ in range(_LONGEST_NAME):
            if not (tokens.joined(after) and tokens.gap(after) == " " and self._is_capitalised(after + 1)):
                break
            after += 1
            if tokens.keys[after] in language.organisation_tails or tokens.keys[after] in language.event_tails:
                return tokens.word(after)
        before = hit.first
        passed_of = False
        for _ in range(_LONGEST_NAME):
            if before == 0 or tokens.gap(before - 1) != " ":
                return None
            before -= 1
            key = tokens.keys[before]
            if key in language.fillers:
                passed_of = True
            elif not self._is_capitalised(before):
                return None
            elif (passed_of or before == hit.first - 1) and (
                key in language.organisation_heads or key in language.event_heads
            ):
                return tokens.word(before)
            elif before < hit.first - 1 and not passed_of:
                return None
        return None

    def _in_longer_name(self, hit: Hit) -> bool:
        """Tell whether an unknown capitalised word stands right before or behind a hit: Paris Hilton, Jack London."""
        tokens = self._tokens
        if self._before_unknown_name(hit):
            return True
        before = hit.first - 1
        return (
            before >= 0
            and tokens.gap(before) == " "
            and self._is_capitalised(before)
            and not self._starts_sentence(before)
            and self._is_unknown_name(before)
        )

    def _before_unknown_name(self, hit: Hit) -> bool:
        after = hit.last + 1
        beside = self._tokens.joined(hit.last) and self._tokens.gap(hit.last) == " "
        if (
            beside
            and self._language.head_first
            and self._finder.means(self._tokens.keys[after], self._language.given_names)
        ):
            return False  # мэр Москвы Юрий Лужков: the genitive ends before the name
        return beside and self._is_capitalised(after) and self._is_unknown_name(after)

    def _is_unknown_name(self, i: int) -> bool:
        language, key = self._language, self._tokens.keys[i]
        listed = (
            language.offices,
            language.directions,
            language.not_places,
            language.prepositions,
            language.fillers,
            language.joiners,
            language.titles,
        )
        triggers = (language.triggers_before, language.triggers_after)
        return not (
            self._is_in_known_place(i)
            or any(key in words for words in listed)
            or any(key in words for words in triggers)
        )

    def _is_in_known_place(self, i: int) -> bool:
        """Tell whether a token belongs to a place that a reader may know; every surname is some village's name."""
        hit = self._hit_at.get(i)
        return hit is not None and (hit.known is None or hit.known.importance >= KNOWN_PLACE or hit.known.curated)

    def _is_capitalised(self, i: int) -> bool:
        return self._tokens.word(i)[0].isupper()

    def _in_hit(self, i: int) -> bool:
        return i in self._hit_at


def with_more(
    weighed: Weighed, weight: float, reason: Reason | None = None, feature_class: str | None = None
) -> Weighed:
    """Return a weighed hit with one more piece of evidence, and a class noun that it shares with its neighbour."""
    why = weighed.why if reason is None else (*weighed.why, reason)
    shared = weighed.feature_class or feature_class
    return replace(weighed, score=weighed.score + weight, why=why, feature_class=shared)
