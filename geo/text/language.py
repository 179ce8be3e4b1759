"""What a language's words tell about the names beside them.

Read from data/languages; every word is folded, but for those of small_words and look_alikes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = frozenset[str]
NO_WORDS: Words = frozenset()
UNKNOWN = "und"  # ISO 639-2: undetermined; the code of what has no rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Proclitic:
    """Letters written at the head of a word that are no part of it."""

    letters: str  # folded, as they stand: لل
    restore: str = ""  # what the bare word has in their stead: ال


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Letters at the end of an inflected word, and what its base form has in their stead: Москв+е, Москв+а."""

    letters: str  # folded
    restore: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The rules of one language, as data."""

    code: str  # ISO 639-1
    name: str  # in English
    script: str  # ISO 15924; one of geo.text.scripts
    assumed: bool = False  # the one of its script that a text too short to tell is taken for
    cased: bool = False  # whether names begin with a capital
    nouns_capitalised: bool = False  # whether all nouns do: Der Rat der Stadt
    noun_beside_name: bool = False  # whether a class noun stands right before its name: Dorf X, село X
    head_first: bool = False  # whether the noun stands before its adjective and genitive: جامعة الخرطوم
    direction: str = "ltr"
    home_countries: frozenset[str] = frozenset()  # ISO codes; its news writes of their small towns too
    small_words: Words = NO_WORDS  # the commonest, as they are written in small letters; they tell its texts, no more
    own_letters: frozenset[str] = frozenset()  # letters that tell it from others of its script
    foreign_letters: frozenset[str] = frozenset()  # letters that no word of it has
    proclitics: tuple[Proclitic, ...] = ()
    endings: tuple[Ending, ...] = ()  # of inflected names
    shortest_stem: int = 3  # letters that must stand before an ending
    short_heads: Words = NO_WORDS  # first parts of one letter that a name may have: ז of ז'נבה
    look_alikes: Words = NO_WORDS  # words, as they are written, that only fold as a name does: ٹرک is no ترک
    conjunction: str = ""  # the one that is written as part of the next word: و
    preposition_proclitics: frozenset[str] = frozenset()  # of the proclitics, those before a place
    locative_proclitics: frozenset[str] = frozenset()  # of these, those that say where
    naming_proclitics: frozenset[str] = frozenset()  # of the proclitics, those that tie an organisation to its place
    article: str = ""  # the definite article, where it is written as part of the word: ال
    triggers_before: Mapping[str, str] = field(default_factory=dict)  # class noun before a name -> feature class
    triggers_after: Mapping[str, str] = field(default_factory=dict)  # class noun behind it
    directions: Words = NO_WORDS  # north, شمال, outskirts, ضواحي: a place follows
    prepositions: Words = NO_WORDS  # a place may follow
    locatives: Words = NO_WORDS  # of these, those that say where: in, في
    locative_endings: tuple[str, ...] = ()  # of the endings, those that say where: Երևանում
    abbreviations: Words = NO_WORDS  # words cut short, whose full stop ends no sentence: г., St., ул.
    other_abbreviations: Words = (
        NO_WORDS  # the same, where no name follows: etc., usw.; they tell where sentences end, no more
    )
    before_numbers: Words = (
        NO_WORDS  # words cut short only where a number follows: No. 5, Art. 3; else they end a sentence
    )
    ordinal_stop: bool = False  # whether a full stop makes a number an ordinal: 3. Oktober
    postpositions: Words = NO_WORDS  # small words and endings behind a place: میں, İzmir'de
    articles: Words = NO_WORDS  # that may stand between a word that says where and a name: dans le Var
    joiners: Words = NO_WORDS  # and, or
    fillers: Words = NO_WORDS  # words inside a name or between a class noun and its name: of, the
    titles: Words = NO_WORDS  # a person follows
    offices: Words = NO_WORDS  # a person follows, perhaps after a nationality: President, الرئيس
    given_names: Words = NO_WORDS
    name_particles: Words = NO_WORDS  # bin, van, أبو
    organisation_heads: Words = NO_WORDS  # a name that follows belongs to an organisation
    organisation_tails: Words = NO_WORDS  # a name that precedes does
    bodies_before: Words = NO_WORDS  # embassy, parliament: a place that follows is in its name, written small too
    bodies_after: Words = NO_WORDS  # where it comes behind: Ermənistan müdafiə nazirliyi
    body_words: Words = NO_WORDS  # words between the two: of foreign affairs, municipal
    team_articles: Words = NO_WORDS  # before a town, which has no article there, they make it a team: il Napoli
    quoted_names: bool = False  # whether quotes around a place alone make it a team, a company, a film: «Краснодар»
    organisations: Words = NO_WORDS  # whole names, several words, with a place inside
    event_heads: Words = NO_WORDS  # a name that follows belongs to an event, a treaty, a time
    event_tails: Words = NO_WORDS
    saying_verbs: Words = NO_WORDS
    weak_verbs: Words = NO_WORDS  # of these, those that make only a capital right beside them speak: must, ready
    strong_verbs: Words = NO_WORDS  # the others
    verb_first: bool = False  # whether the verb stands before its subject
    compounds: bool = False  # whether a bare name may belong to the noun behind it: Bakı meri
    verb_last: bool = False  # whether it may end the clause: Moskova teklifi reddetti, dass Berlin ablehnt
    asides: Words = NO_WORDS  # words between a subject and its verb, beside the small ones: in turn, yesterday, firmly
    stances: Words = NO_WORDS  # what a government has, and so its capital: relations, demands, позиция
    stance_links: Words = NO_WORDS  # words between the two: between, with
    clause_openers: Words = NO_WORDS  # words behind which a clause begins: that, while, but
    subject_endings: tuple[str, ...] = ()  # of the endings, those that a subject may have: Մոսկվան
    not_places: Words = NO_WORDS  # months, days, words that the gazetteer mistakes for places
    exempt: Words = NO_WORDS  # names that stay places though they are common words
    never_alone: Words = NO_WORDS  # names that need a class noun
    facilities_before: Words = NO_WORDS  # street, hospital, where the noun comes first: شارع X, улица X
    facilities_after: Words = NO_WORDS  # where it comes behind: X Street
    unknown_after: Words = NO_WORDS  # where names have no capitals: nouns after which an unknown word is a name
    no_names: Words = NO_WORDS  # words that follow these nouns and are no names: قرية صغيرة
    idioms: Words = NO_WORDS  # phrases whose last word is no such noun there: عن طريق
    name_starts: Words = NO_WORDS  # words that begin a name of two words: كفر, أبو
    bare_names: bool = False  # whether rivers, provinces ... are known without their class noun too: النيل
    cased_demonyms: bool = False  # whether nationality words begin with a capital
    demonyms: Mapping[str, str] = field(default_factory=dict)  # nationality word -> ISO code of its country
    function_words: Words = NO_WORDS  # all of the lists above whose words are never a place alone
    nouns_after: Words = NO_WORDS  # the words of triggers_after
    name_nouns: Words = NO_WORDS  # words beside which a name may stand that no list has, or that begin a listed one
    heads: Words = NO_WORDS  # organisation_heads and event_heads
    construct_stops: Words = NO_WORDS  # words that no organisation's name goes on over
    beside_names: Words = NO_WORDS  # words that stand beside a place without being part of a longer name
    organisation_starts: Words = NO_WORDS  # first words of `organisations`
    longest_organisation: int = 0  # words


def announces(noun_class: str, feature_class: str) -> bool:
    """Tell whether a class noun of one feature class may stand beside a place of another: regions are called provinces."""
    return noun_class == feature_class or (noun_class == "A" and feature_class == "L")
