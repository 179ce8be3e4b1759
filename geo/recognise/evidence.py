"""What speaks for and against a hit: clues, whose weights stand in data/weights.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.models import Reason

Weights = Mapping[str, float]  # clue -> log-odds

CLUES: Mapping[str, str] = {
    # the name itself
    "margin_cased": "how much better known it is as a place than as a word, where names have capitals",
    "margin_uncased": "the same where they have none, or where capitals do not tell",
    "country": "the name of a country or a continent",
    "curated": "a name listed by hand",
    "institution": "a government's seat, listed by hand: the Kremlin",
    "exempt": "a well-known place that is a common word too",
    "not_place": "a word that the language's file says is no place",
    "small_place": "fewer than 100,000 inhabitants",
    "small_place_at_home": "the same in a country where the article's language is spoken",
    "several_words": "a name of several words",
    "needs_class_noun": "a name that never stands alone, without a class noun beside it",
    "stripped": "a doubtful name after a prefix was cut off",
    "inflected": "a doubtful name after an ending was cut off",
    "sentence_start": "a capital at the head of a sentence",
    "written_small": "the same word stands in small letters elsewhere in the text",
    # the words beside it
    "class_noun": "a class noun that fits",
    "other_class_noun": "a class noun of another kind",
    "direction": "north of, outskirts of",
    "locative": "in, into, near, or an ending that says so",
    "preposition": "of, for, with",
    "container": "a place that contains it stands behind it: X, Y",
    "dateline": "it opens a report: BAKU, Oct 10 (Reuters)",
    "listed": "and, a comma or a hyphen joins it to a place",
    # other names
    "demonym": "a nationality word",
    "person": "a title, an office or a given name before it",
    "given_name": "it is a given name",
    "before_surname": "an unknown capitalised word behind it",
    "after_name": "an unknown capitalised word before it",
    "surname_speaks": "it is too small to speak, and a verb of saying stands behind it",
    # the rest of the text
    "same_name_supported": "another mention of the name has a clue",
    "same_name_of_person": "another mention of it is a person",
    "country_named": "its country is named in the text",
    "bias": "before anything else is known",
}


@dataclass(slots=True)
class Evidence:
    """A growing sum of clues."""

    weights: Weights
    score: float = 0.0  # log-odds of being a toponym
    clues: list[tuple[str, float]] = field(default_factory=list)
    why: list[Reason] = field(default_factory=list)

    def add(self, clue: str, value: float = 1.0) -> None:
        """Count a clue."""
        self.score += self.weights[clue] * value
        self.clues.append((clue, value))

    def tell(self, code: str, **values: str | int) -> None:
        """Note a reason that a reader is told."""
        self.why.append(Reason.of(code, **values))
