"""Fit what the clues of the geoparser weigh: `python benchmarks/fit.py --corpora DIR --write`.

Recognition is a logistic regression over hits (place or not), resolution a softmax over the candidates of a mention
and "none of these". Both read the open half of the documents only; the table shows what came of it on either half.
Each weight is drawn towards the value that a person set, so that a clue which the sets do not show keeps it.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.corpora import Document, Toponym, held_back, read_corpus, read_stories  # noqa: E402
from geo.excerpts import split_sentences  # noqa: E402
from geo.geocode import GazetteerGeocoder, candidate_finder  # noqa: E402
from geo.models import MARKER_KINDS, Mention, Place  # noqa: E402
from geo.pipeline import choose_language, default_gazetteer, home_of  # noqa: E402
from geo.recognise.recogniser import Recogniser  # noqa: E402
from geo.resolve.resolver import Resolver  # noqa: E402
from geo.resolve.surroundings import distance_km  # noqa: E402
from geo.weights import FILE, read_weights  # noqa: E402

Array = NDArray[np.float64]
Weights = dict[str, float]

SETS_OF_RECOGNITION = (
    "en_geovirus",
    "en_geowebnews",
    "en_wikigold",
    "ar_anercorp_train",
    "ar_idrisi_lmd",
    "ru_factrueval",
    "hy_armtdp",
    "ur_uner",
    "tr_wikiner_dev",
)
SETS_OF_RESOLUTION = ("en_geovirus", "en_geowebnews", "ar_idrisi_lmd")
RIGHT_KM = 161.0  # a hundred miles, the literature's convention
SET_COUNTS = 400.0  # the rows of a set weigh together as so many, however many it has
SPREAD = 1.0  # of a weight around the value that a person set, in log-odds
MOST_STEPS = 100
ROUNDS = 3  # lists, repeated names and surroundings hang on the weights themselves

PRIOR: Mapping[str, Mapping[str, float]] = {
    "recognition": {
        "bias": 0.0,
        "margin_cased": 1.0,
        "margin_uncased": 1.0,
        "country": 4.0,
        "curated": 2.0,
        "institution": 3.0,
        "exempt": 2.5,
        "not_place": -8.0,
        "small_place": -1.5,
        "small_place_at_home": -0.5,
        "several_words": 1.5,
        "needs_class_noun": -4.0,
        "stripped": -1.5,
        "inflected": 0.0,
        "sentence_start": -0.5,
        "written_small": -1.0,
        "class_noun": 4.0,
        "other_class_noun": 1.5,
        "direction": 2.0,
        "locative": 1.5,
        "preposition": 0.75,
        "container": 2.0,
        "dateline": 2.0,
        "listed": 2.5,
        "demonym": 4.0,
        "person": -6.0,
        "given_name": -3.0,
        "before_surname": -4.0,
        "after_name": -4.0,
        "surname_speaks": -1.0,
        "same_name_supported": 1.5,
        "same_name_of_person": -4.0,
        "country_named": 0.5,
    },
    "resolution": {
        "fitness": 14.0,  # a place ten times as large (fitness + 0.1) is four times as likely
        "none": 5.04,  # as likely as a place of 4,000 inhabitants
        "class_noun_fits": 6.0,
        "other_class": -1.5,
        "around_city": -4.0,
        "own": 6.0,
        "alone": 1.0,
        "country": 2.0,
        "capital": 1.5,  # as a town ten times as large
        "famous": 1.5,
        "division": 0.0,
        "feature": 0.0,
        "co_country": 2.0,
        "co_power": -1.0,
        "other_country": 0.0,
        "namesake_named": -2.0,
        "co_division": 1.0,
        "country_places": 0.8,
        "division_places": 0.8,
        "holds": 2.0,
        "sibling": 2.0,
        "dateline": 2.0,
        "nearby": 0.8,
        "contained": 5.0,
        "home_country": 1.0,
        "home_division": 1.5,
        "language": 0.3,
    },
}
# By hand: the sets show no such hits, or mark them by rules of their own (an institution is none of their places; a city
# and the division around it are both right by distance, while we say that the bare name means the city; where the point of
# a river or a range lies is a matter of taste, and Niger is the country before it is the river; عمان is one or the other in
# few texts; a province that is called so is not its town, though that is as near; most capitals in the sets are large, and
# the small ones need the clue).
KEPT = {
    "recognition": frozenset({"bias", "not_place", "demonym", "institution"}),
    "resolution": frozenset(
        {"own", "around_city", "division", "feature", "country", "class_noun_fits", "namesake_named", "capital"}
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a regression reads; recognition has one candidate a row, and "none" is that it is no place."""

    clues: Array  # rows x candidates x clues
    real: NDArray[np.bool_]  # rows x candidates: padded where False
    right: NDArray[np.bool_]  # rows x candidates
    sets: NDArray[np.str_]  # rows: the set that each is from

    def counts(self) -> Array:
        """Return what each row counts, so that every set counts alike."""
        rows_of = dict(zip(*np.unique(self.sets, return_counts=True), strict=True))
        return np.array([SET_COUNTS / rows_of[name] for name in self.sets])


Row = tuple[str, list[Sequence[tuple[str, float]]], list[bool]]  # set, clues and whether right of each candidate


class Corpora:
    """The documents of the sets, and the parts that read them."""

    def __init__(self, folder: Path) -> None:
        names = dict.fromkeys(SETS_OF_RECOGNITION + SETS_OF_RESOLUTION)
        self._documents = {name: read_corpus(folder / f"{name}.jsonl") for name in names}
        self._documents["stories"] = read_stories()
        self._gazetteer = default_gazetteer()
        self._find = candidate_finder(GazetteerGeocoder(self._gazetteer))

    def documents(self, names: Sequence[str], *, held: bool) -> Iterator[tuple[str, Document]]:
        """Yield the open or the held-back documents of sets."""
        for name in names:
            yield from ((name, document) for document in self._documents[name] if held_back(document.id) is held)

    def _with_sentences(self, *, held: bool) -> Iterator[tuple[str, Document]]:
        """Yield documents, and each of their sentences as a set of its own: a text may be one sentence."""
        for name, document in self.documents((*SETS_OF_RESOLUTION, "stories"), held=held):
            yield name, document
            language, begin = choose_language(document.article), 0
            for sentence in split_sentences(document.text, language):
                end = begin + len(sentence)
                inside = [
                    replace(one, start=one.start - begin, end=one.end - begin)
                    for one in document.toponyms
                    if begin <= one.start and one.end <= end
                ]
                if inside and len(sentence) < len(document.text):
                    article = replace(document.article, text=sentence, lang=language.code, source=None)
                    yield f"{name}, sentences", Document(article=article, toponyms=tuple(inside))
                begin = end

    def hits(self, weights: Weights, *, held: bool) -> Iterator[Row]:
        """Yield the hits that may be places, each with whether a person marked it."""
        recognisers: dict[str, Recogniser] = {}
        for name, document in self.documents(SETS_OF_RECOGNITION, held=held):
            language = choose_language(document.article)
            if language.code not in recognisers:
                recognisers[language.code] = Recogniser(language, self._gazetteer, weights)
            for one in recognisers[language.code].weigh(document.text):
                if one.hit.known is None or one.hit.known.institution or one.inside is not None:
                    continue
                yield name, [one.clues], [_marked(document, one.hit.start, one.hit.end) is not None]

    def mentions(self, weights: Weights, *, held: bool) -> Iterator[Row]:
        """Yield the mentions that a person gave a place, each with its candidates."""
        recognition = dict(read_weights("recognition"))
        recognisers: dict[str, Recogniser] = {}
        for name, document in self._with_sentences(held=held):
            language = choose_language(document.article)
            if language.code not in recognisers:
                recognisers[language.code] = Recogniser(language, self._gazetteer, recognition)
            found = recognisers[language.code].recognise(document.text)
            home = home_of(document.article, self._gazetteer)
            resolver = Resolver(document.text, found, self._find, language.code, weights, home, language.home_countries)
            for i, mention in enumerate(found):
                gold = _gold_of(document, mention)
                weighed = resolver.weigh(i)
                if gold is not None and weighed:
                    yield name, [one.clues for one in weighed], [_is_right(one.place, gold) for one in weighed]


def _gold_of(document: Document, mention: Mention) -> Toponym | None:
    gold = _marked(document, mention.start, mention.end) if mention.kind in MARKER_KINDS else None
    return gold if gold is not None and (gold.point or gold.country or gold.place) else None


def _marked(document: Document, start: int, end: int) -> Toponym | None:
    return next((one for one in document.toponyms if one.start < end and start < one.end), None)


def _is_right(place: Place, gold: Toponym) -> bool:
    if gold.place is not None:
        return gold.place == place.id
    if gold.country is not None and place.is_country:
        return gold.country == place.country_code
    return gold.point is not None and distance_km(gold.point, place.point) <= RIGHT_KM


def gather(rows: Iterator[Row], clues: Sequence[str]) -> Rows:
    """Return rows as arrays, padded to the most candidates that a row has."""
    listed = list(rows)
    most = max(len(right) for _, _, right in listed)
    index = {clue: i for i, clue in enumerate(clues)}
    values = np.zeros((len(listed), most, len(clues)))
    right = np.zeros((len(listed), most), dtype=bool)
    real = np.zeros((len(listed), most), dtype=bool)
    for r, (_, candidates, is_right) in enumerate(listed):
        real[r, : len(is_right)] = True
        right[r, : len(is_right)] = is_right
        for c, candidate in enumerate(candidates):
            for clue, value in candidate:
                values[r, c, index[clue]] += value
    return Rows(clues=values, real=real, right=right, sets=np.array([name for name, _, _ in listed]))


def probabilities(rows: Rows, weights: Array, none: int | None) -> tuple[Array, Array]:
    """Return what each candidate and what "none" is likely, rows x candidates and rows."""
    odds = np.where(rows.real, rows.clues @ weights, -np.inf)
    rest = 0.0 if none is None else weights[none]
    highest = np.maximum(odds.max(axis=1), rest)
    shares = np.exp(odds - highest[:, None])
    nothing = np.exp(rest - highest)
    total = shares.sum(axis=1) + nothing
    return shares / total[:, None], nothing / total


def loss(rows: Rows, counts: Array, weights: Array, prior: Array, none: int | None) -> float:
    """Return what the weights cost: the log-loss of the rows, and their distance from the prior."""
    shares, nothing = probabilities(rows, weights, none)
    good = np.where(rows.right, shares, 0).sum(axis=1) + np.where(rows.right.any(axis=1), 0, nothing)
    return float(-(counts * np.log(np.maximum(good, 1e-12))).sum() + ((weights - prior) ** 2).sum() / 2 / SPREAD**2)


def slope(rows: Rows, counts: Array, weights: Array, prior: Array, none: int | None) -> Array:
    """Return the gradient of the loss."""
    shares, nothing = probabilities(rows, weights, none)
    any_right = np.asarray(rows.right.any(axis=1), dtype=bool)
    good = np.where(rows.right, shares, 0)
    wanted = good / np.maximum(good.sum(axis=1, keepdims=True), 1e-12)
    difference = counts[:, None] * np.asarray(shares - np.where(any_right[:, None], wanted, 0))
    gradient: Array = np.einsum("rc,rcf->f", difference, rows.clues) + (weights - prior) / SPREAD**2
    if none is not None:
        gradient[none] += counts @ (nothing - np.where(any_right, 0.0, 1.0))
    return gradient


def fit(rows: Rows, clues: Sequence[str], prior: Array, kept: frozenset[str]) -> Array:
    """Return the weights that cost least, by BFGS with a halving step."""
    counts, none = rows.counts(), clues.index("none") if "none" in clues else None
    free = np.array([clue not in kept for clue in clues])
    weights, inverse = prior.copy(), np.eye(len(prior)) * 0.01
    cost, gradient = loss(rows, counts, weights, prior, none), slope(rows, counts, weights, prior, none) * free
    for _ in range(MOST_STEPS):
        step = -inverse @ gradient
        size = 1.0
        while size > 1e-6 and loss(rows, counts, weights + size * step, prior, none) > cost:
            size /= 2
        moved = weights + size * step
        turned = slope(rows, counts, moved, prior, none) * free
        change, turn = moved - weights, turned - gradient
        improved = cost - loss(rows, counts, moved, prior, none)
        weights, gradient, cost = moved, turned, cost - improved
        if improved < 1e-6:
            break
        if (along := change @ turn) > 1e-12:
            left = np.eye(len(prior)) - np.outer(change, turn) / along
            inverse = left @ inverse @ left.T + np.outer(change, change) / along
    return weights


def figures(rows: Rows, weights: Array, none: int | None) -> dict[str, str]:
    """Return for each set how good the choices are: F1 of the hits, or the share of mentions placed right."""
    shares, _ = probabilities(rows, weights, none)
    found = {}
    for name in dict.fromkeys(rows.sets.tolist()):
        mine = np.array([i for i, one in enumerate(rows.sets) if one == name])
        if none is None:
            said, gold = shares[mine, 0] >= 0.5, rows.right[mine, 0]
            figure = 2 * float((said & gold).sum()) / max(1, int(said.sum() + gold.sum()))
        else:
            best = shares[mine].argmax(axis=1)
            figure = float(np.take_along_axis(rows.right[mine], best[:, None], axis=1).mean())
        found[name] = f"{figure:.3f}"
    return found


def fit_section(
    section: str, read: Callable[[Weights, bool], Iterator[Row]], write: Callable[[str], object]
) -> tuple[Weights, str]:
    """Fit a section's weights, print its tables and return the weights with one line of provenance."""
    clues = list(PRIOR[section])
    none = clues.index("none") if "none" in clues else None
    prior = np.array([PRIOR[section][clue] for clue in clues])
    weights = prior
    for _ in range(ROUNDS):
        rows = gather(read(dict(zip(clues, weights.tolist(), strict=True)), False), clues)
        weights = fit(rows, clues, prior, KEPT[section])
    tables = {}
    for label, values in (("by hand", prior), ("fitted", weights)):
        named = dict(zip(clues, values.tolist(), strict=True))
        for half in (False, True):
            tables[label, half] = figures(gather(read(named, half), clues), values, none)
    write(f"\n{section}: by hand -> fitted, open half | held-back half\n")
    for name in tables["fitted", False]:
        cells = [
            f"{tables['by hand', h].get(name, '-')} -> {tables['fitted', h].get(name, '-')}" for h in (False, True)
        ]
        write(f"  {name:20} {cells[0]} | {cells[1]}\n")
    uses = (rows.clues != 0).sum(axis=(0, 1))
    for clue, hand, fitted, used in zip(clues, prior, weights, uses, strict=True):
        write(f"  {clue:20} {hand:7.2f} {fitted:7.2f}  {used} times\n")
    return dict(zip(clues, weights.tolist(), strict=True)), f"{len(rows.sets):,} rows"


def main() -> None:
    """Fit both sections and, with --write, put them into data/weights.toml."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the sets")
    parser.add_argument("--write", action="store_true", help="write data/weights.toml")
    options = parser.parse_args()
    corpora = Corpora(options.corpora)
    readers: dict[str, Callable[[Weights, bool], Iterator[Row]]] = {
        "recognition": lambda weights, held: corpora.hits(weights, held=held),
        "resolution": lambda weights, held: corpora.mentions(weights, held=held),
    }
    stories = "our own stories, and their sentences one by one"
    sets = {"recognition": SETS_OF_RECOGNITION, "resolution": (*SETS_OF_RESOLUTION, stories)}
    lines = [
        "# What the clues of the geoparser weigh, in log-odds; what each clue is, geo/recognise/evidence.py and",
        "# geo/resolve/evidence.py say. Written by benchmarks/fit.py; docs/quality.md gives the figures of both halves.",
    ]
    for section, read in readers.items():
        weights, provenance = fit_section(section, read, sys.stdout.write)
        lines += [
            "",
            f"# Fitted on {datetime.now(UTC):%Y-%m-%d}: {provenance}, the open half of {', '.join(sets[section])}.",
        ]
        kept = sorted(KEPT[section])
        lines += [f"# By hand: {', '.join(kept)}."] if kept else []
        lines += [f"[{section}]", *(f"{clue} = {weight:.2f}" for clue, weight in weights.items())]
        if options.write:  # recognition first: resolution reads its mentions
            _write_section(lines, section)


def _write_section(lines: list[str], section: str) -> None:
    old = FILE.read_text(encoding="utf-8")
    rest = old[old.index("[resolution]") :] if section == "recognition" else ""
    FILE.write_text("\n".join(lines) + "\n" + (f"\n{rest}" if rest else ""), encoding="utf-8")
    read_weights.cache_clear()


if __name__ == "__main__":
    main()
