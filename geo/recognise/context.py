"""Weigh what stands around a hit: a place, a part of another name, or an everyday word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.models import KnownName, Reason
from geo.recognise.casing import capitals_tell
from geo.recognise.evidence import Evidence, Weights
from geo.recognise.hits import Hit, HitFinder
from geo.recognise.names_within import NamesWithin
from geo.recognise.persons import after_name, after_unknown_name, bears_nationality, before_surname, is_person
from geo.recognise.reading import Reading
from geo.text.language import announces
from geo.text.tokens import Tokens

# The margin of a name: log-odds that it is the place and not the word, before the context is read.
AMBIGUITY_OFFSET = 3.0  # a word is ambiguous when zipf > 10 * importance - 3
MARGIN_LIMIT = 3.0
HOME = 1.5  # a place of a country where the article's language is at home
UNUSUAL_SPELLING = -1.5  # GeoNames gives كيف (how) as a name of Kyiv
PHRASE_IS_RARER = 2.0  # Zipf of a phrase below that of its rarest word, for each more word
ZIPF_SHARE_WHERE_CASED = 0.5  # capitals already tell most names from words, and names count in a word's frequency
CURATED_MARGIN = -1.0  # a curated name may be ten times as common a word as another
LARGE = 0.5  # importance of 100,000 inhabitants
VERY_LARGE = 0.6  # of a million; its council, court or club speaks too
_HALF_A_CLASS_NOUN = frozenset({"locative", "direction", "other_class_noun", "container"})
DOUBTFUL_MARGIN = 1.0
SURNAME = 2.0  # a nationality word right behind a given name is twice as surely a person's as another

_DATELINE = re.compile(r"[^\n.]{0,40}?(?:\([^()\n]{2,40}\)\s{0,3}[-–—:]|[ \t]{1,3}[-–—]{1,2}[ \t\n])")
_OPENING = " \t\"'«“(*#_-"  # what may stand between a line's head and its first word


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A hit with what its context says."""

    hit: Hit
    score: float  # log-odds of being a toponym
    clues: tuple[tuple[str, float], ...] = ()
    why: tuple[Reason, ...] = ()
    person: bool = False  # part of a person's name
    inside: Reason | None = None  # what makes it part of another name
    feature_class: str | None = None  # announced by a class noun


class ContextReader:
    """Weighs the hits of one text."""

    def __init__(self, finder: HitFinder, tokens: Tokens, hits: Sequence[Hit], weights: Weights) -> None:
        self._language = finder.language
        self._weights = weights
        cased, nouns = self._language.cased, self._language.nouns_capitalised
        tells = capitals_tell(tokens, of_all_nouns=nouns) if cased else [False] * len(tokens)
        self.reading = Reading(finder, tokens, hits, tells)
        self._within = NamesWithin(self.reading)
        self._small = self._words_in_small_letters(tokens, hits) if self._language.cased else frozenset()
        self._countries = frozenset(
            code for hit in hits if hit.known is not None and hit.known.country for code in hit.known.country_codes
        ) | frozenset(hit.country for hit in hits if hit.country is not None)

    def weigh(self, hit: Hit) -> Weighed:
        """Return a hit with the sum of its evidence."""
        evidence = Evidence(self._weights)
        evidence.add("bias")
        if hit.known is None:
            return self._weigh_demonym(hit, evidence)
        known = hit.known
        self._weigh_name(hit, known, evidence)
        feature_class = self._weigh_words_beside(hit, known, evidence)
        if known.needs_class_noun or known.key in self._language.never_alone:
            self._weigh_support(evidence)
        inside = self._within.why_inside(hit, announced=feature_class is not None)
        person = is_person(self.reading, hit, known)
        if person:
            evidence.add("person")
        elif inside is None and (feature_class is None or self._language.cased):
            person = self._weigh_other_names(hit, known, evidence, announced=feature_class is not None)
        return Weighed(
            hit=hit,
            score=evidence.score,
            clues=tuple(evidence.clues),
            why=tuple(evidence.why),
            person=person,
            inside=inside,
            feature_class=feature_class,
        )

    def _weigh_demonym(self, hit: Hit, evidence: Evidence) -> Weighed:
        evidence.add("demonym")
        if self._looks_alike(hit):
            evidence.add("not_place")
        person = after_name(self.reading, hit.first)
        if person:
            evidence.add("person", SURNAME if bears_nationality(self.reading, hit.first) else 1.0)
        return Weighed(hit=hit, score=evidence.score, person=person)

    def _looks_alike(self, hit: Hit) -> bool:
        """Tell whether a word is another one that only folds as the name does: ٹرک, a truck, is no ترک."""
        return bool(self._language.look_alikes) and self.reading.tokens.word(hit.first) in self._language.look_alikes

    # --- the name itself

    def _weigh_name(self, hit: Hit, known: KnownName, evidence: Evidence) -> None:
        language = self._language
        alone = hit.first == hit.last
        listed = alone and not language.not_places.isdisjoint((known.key, self.reading.keys[hit.first]))
        margin = self._margin(hit, known)
        sure = known.country or known.continent or known.curated or known.key in language.exempt
        if (listed and not self._is_announced(hit, known)) or self._looks_alike(hit):
            evidence.add("not_place")
        elif known.country or known.continent:
            evidence.add("country")
            evidence.tell("country" if known.country else "curated")
        elif known.key in language.exempt:
            evidence.add("exempt")
        elif known.curated and margin > CURATED_MARGIN:
            if self.reading.tells(hit.first):
                evidence.add("margin_cased", margin)
            evidence.add("institution" if known.institution else "curated")
            evidence.tell("curated")
        else:
            evidence.add("margin_cased" if self.reading.tells(hit.first) else "margin_uncased", margin)
            if known.importance < LARGE:
                evidence.add("small_place_at_home" if self._is_at_home(known) else "small_place")
        if known.words > 1:
            evidence.add("several_words")
        if margin < DOUBTFUL_MARGIN and not sure:
            if hit.proclitic:
                evidence.add("stripped")
            if hit.inflected:
                evidence.add("inflected")
        if language.cased and self.reading.starts_sentence(hit.first) and not self._is_all(hit):
            evidence.add("sentence_start")
        if alone and known.key in self._small and not known.country:
            evidence.add("written_small")
        if not known.country and not self._countries.isdisjoint(known.country_codes):
            evidence.add("country_named")

    @staticmethod
    def _weigh_support(evidence: Evidence) -> None:
        """Count against a name that never stands alone what it lacks: a class noun, or half as good, where something is."""
        beside = {clue for clue, _ in evidence.clues}
        if "class_noun" not in beside:
            evidence.add("needs_class_noun", 1.0 if beside.isdisjoint(_HALF_A_CLASS_NOUN) else 0.5)

    def _margin(self, hit: Hit, known: KnownName) -> float:
        """Return by how much a name is better known as a place than as a word."""
        share = ZIPF_SHARE_WHERE_CASED if self.reading.tells(hit.first) else 1.0
        zipf = max(0.0, known.zipf - PHRASE_IS_RARER * (known.words - 1))
        margin = 10 * known.importance - AMBIGUITY_OFFSET - share * zipf
        if self._is_at_home(known):
            margin += HOME
        if not (known.displayed or known.curated or known.needs_class_noun):
            margin += UNUSUAL_SPELLING
        return max(-MARGIN_LIMIT, min(MARGIN_LIMIT, margin))

    def _is_at_home(self, known: KnownName) -> bool:
        return not self._language.home_countries.isdisjoint(known.country_codes)

    def _is_announced(self, hit: Hit, known: KnownName) -> bool:
        """Tell whether a class noun that fits stands beside a hit: the city of Nice."""
        announced = self._class_noun(hit)
        return announced is not None and any(announces(announced[1], one) for one in known.classes)

    @staticmethod
    def _words_in_small_letters(tokens: Tokens, hits: Sequence[Hit]) -> frozenset[str]:
        """Return the names of hits that stand in small letters too."""
        text, starts = tokens.text, tokens.starts
        names = {hit.known.key for hit in hits if hit.known is not None and hit.first == hit.last}
        return frozenset(key for i, key in enumerate(tokens.keys) if key in names and text[starts[i]].islower())

    # --- the words beside it

    def _weigh_words_beside(self, hit: Hit, known: KnownName, evidence: Evidence) -> str | None:
        """Count the words around a hit and return the feature class that a class noun announces."""
        if self._opens_report(hit):
            evidence.add("dateline")
            evidence.tell("dateline")
        if self._stands_before_container(hit, known):
            evidence.add("container")
        announced = self._class_noun(hit)
        if announced is not None:
            word, feature_class = announced
            fits = any(announces(feature_class, one) for one in known.classes)
            evidence.add("class_noun" if fits else "other_class_noun")
            evidence.tell("trigger", word=word)
            return feature_class
        reading = self.reading
        if reading.has_postposition(hit.last):
            evidence.add("locative")
            evidence.tell("postposition", word=reading.tokens.word(hit.last + 1))
        elif hit.locative:
            evidence.add("locative")
        self._weigh_word_before(hit, evidence)
        return None

    def _weigh_word_before(self, hit: Hit, evidence: Evidence) -> None:
        reading, language = self.reading, self._language
        before = self._over_article(reading.before(hit.first))
        if before is None:
            if hit.proclitic[-1:] in language.preposition_proclitics:
                evidence.add("preposition")
        elif reading.means(before, language.directions):
            evidence.add("direction")
            evidence.tell("trigger", word=reading.tokens.word(before))
        elif reading.means(before, language.locatives):
            evidence.add("locative")
            evidence.tell("preposition", word=reading.tokens.word(before))
        elif reading.means(before, language.prepositions):
            evidence.add("preposition")
            evidence.tell("preposition", word=reading.tokens.word(before))
        elif hit.proclitic[-1:] in language.preposition_proclitics:
            evidence.add("preposition")

    def _over_article(self, before: int | None) -> int | None:
        """Return the word that says where before an article, dans le Var; the article itself if none does."""
        if before is None or self.reading.keys[before] not in self._language.articles:
            return before
        further = self.reading.before(before)
        return further if further is not None and self.reading.means(further, self._language.locatives) else before

    def _class_noun(self, hit: Hit) -> tuple[str, str] | None:
        """Return the class noun beside a hit and the feature class that it announces."""
        reading, language = self.reading, self._language
        if hit.class_noun:
            return self._trigger(hit.class_noun, hit.class_noun) or (hit.class_noun, "")
        before = reading.before(hit.first)
        while before is not None and reading.keys[before] in language.fillers:
            before = reading.before(before)
        if before is not None and (found := self._trigger(reading.keys[before], reading.tokens.word(before))):
            return found
        if reading.tokens.joined(hit.last):
            key = reading.keys[hit.last + 1]
            for form, _ in reading.finder.forms(key):
                if form in language.triggers_after:
                    return reading.tokens.word(hit.last + 1), language.triggers_after[form]
        return None

    def _trigger(self, key: str, word: str) -> tuple[str, str] | None:
        for form, _ in self.reading.finder.forms(key):
            if form in self._language.triggers_before:
                return word, self._language.triggers_before[form]
        return None

    def _opens_report(self, hit: Hit) -> bool:
        """Tell whether a hit is a dateline's: the first name of a line, an agency or a dash soon behind it."""
        text = self.reading.tokens.text
        begin = max(0, hit.start - len(_OPENING) - 1)
        newline = text.rfind("\n", begin, hit.start)
        if (newline < 0 < begin) or text[newline + 1 if newline >= 0 else 0 : hit.start].strip(_OPENING):
            return False
        return _DATELINE.match(text, hit.end) is not None

    def _stands_before_container(self, hit: Hit, known: KnownName) -> bool:
        """Tell whether a country or a division of the country that a hit lies in stands behind it: Paris, Texas."""
        gap = self.reading.tokens.gap(hit.last) if hit.last + 1 < len(self.reading.keys) else ""
        if gap.strip() not in {",", "،", "("}:
            return False
        following = self.reading.hit_at.get(hit.last + 1)
        if following is None or following.known is None:
            return False
        wide = following.known.country or "A" in following.known.classes
        return wide and not known.country_codes.isdisjoint(following.known.country_codes)

    # --- other names

    def _weigh_other_names(self, hit: Hit, known: KnownName, evidence: Evidence, *, announced: bool) -> bool:
        """Count what makes a hit a person's or another longer name; tell whether it is a person's."""
        reading, language = self.reading, self._language
        given = hit.first == hit.last and reading.means(hit.first, language.given_names)
        surname = language.cased and before_surname(reading, hit)
        if given and surname:
            evidence.add("person")
            return True
        if announced or known.country or self._is_all(hit):
            return False
        if given and not known.capital:  # more is written of London than of all who are called so
            evidence.add("given_name")
        if surname:
            evidence.add("before_surname")
        elif language.cased and after_unknown_name(reading, hit):
            evidence.add("after_name")
        may_speak = known.capital or known.curated or known.importance >= VERY_LARGE
        if language.cased and not may_speak and self._speaks(hit):
            evidence.add("surname_speaks")
        return False

    def _is_all(self, hit: Hit) -> bool:
        """Tell whether a name is the whole text: somebody typed it to see where it is."""
        return hit.last - hit.first + 1 == len(self.reading.keys)

    def _speaks(self, hit: Hit) -> bool:
        return self.reading.beside(hit.last) and self.reading.keys[hit.last + 1] in self._language.saying_verbs


def with_more(weighed: Weighed, weights: Weights, clue: str, reason: Reason | None = None) -> Weighed:
    """Return a weighed hit with one more clue."""
    why = weighed.why if reason is None else (*weighed.why, reason)
    return replace(weighed, score=weighed.score + weights[clue], why=why, clues=(*weighed.clues, (clue, 1.0)))
