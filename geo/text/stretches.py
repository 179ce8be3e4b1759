"""Cut a text where a paragraph is in another language than the rest."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.text.detect import Detector, Evidence, total
from geo.text.language import Language
from geo.text.scripts import main_script, scripts_of
from geo.text.tokens import Tokens

DetectorOf = Callable[[str], Detector]

_SAMPLE = 2_000  # words that are looked at to tell the language of a whole text
_SAMPLE_OF_LINE = 60  # words of a paragraph that are looked at; a quarter of them are small ones
_FEWEST_WORDS = 6  # of a paragraph that can be in another language of the same script
FEWEST_OF_SCRIPT = 4  # words that make a paragraph one of another script
_SHARE_OF_SCRIPT = 0.6  # of its words
_LEAD = 3.0  # points by which another language must be ahead of the text's own: three small words
_LEAD_SHARE = 0.15  # and points a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a text in one language: `text[start:end]`."""

    start: int
    end: int
    language: Language


@dataclass(slots=True, kw_only=True)
class _Line:
    """A line with words, on its way to a language."""

    first: int  # its first token
    last: int  # behind its last token
    apart: bool  # whether a blank line stands before it
    most: str  # the script of most of its words
    script: str  # that one if it is clear, else the text's own
    evidence: Evidence | None = None  # None: not yet weighed
    language: Language | None = None  # None: the text's own

    @property
    def end_of_sample(self) -> int:
        """Return the token before which reading may stop."""
        return min(self.last, self.first + _SAMPLE_OF_LINE)


def find_language(tokens: Tokens, detector_of: DetectorOf) -> Language:
    """Return the language of a whole text, or one without words of its own for the text's script."""
    script, lines = _lines(tokens, min(len(tokens), _SAMPLE))
    return _shared(tokens, [line for line in lines if line.script == script], detector_of(script))


def find_script(tokens: Tokens) -> str:
    """Return the ISO 15924 code of the script that a text is written in; "Zyyy" if none tells."""
    last = min(len(tokens), _SAMPLE)
    return main_script(tokens, scripts_of(tokens, 0, last), 0, last)[0]


def find_stretches(
    tokens: Tokens, detector_of: DetectorOf, said: Language | None = None
) -> tuple[Language, tuple[Stretch, ...]]:
    """Return the language of a text, and its stretches in order; together they are the whole text.

    A stretch is made of whole lines. A line that is too short to tell, or that tells little, is in the text's own
    language, or in that of the line above or below it, with no blank line between, where it speaks more for that one.

    Parameters
    ----------
    detector_of
        what tells the languages of a script apart
    said
        the language that somebody says the text is in: then every line in its script is in it
    """
    script, lines = _lines(tokens, len(tokens), said.script if said else None)
    own_lines = [line for line in lines if line.script == script]
    own = said or _shared(tokens, own_lines, detector_of(script))
    if not said and len(own_lines) > 1:
        _tell_apart(tokens, own_lines, own, detector_of(script))
    if len(own_lines) < len(lines):
        for other in {line.script: None for line in lines if line.script != script}:
            _tell(tokens, [line for line in lines if line.script == other], detector_of(other))
    if any(line.language for line in lines):
        _spread(tokens, lines, own, detector_of)
    return own, _joined(tokens, lines, own)


def _lines(tokens: Tokens, end: int, own_script: str | None = None) -> tuple[str, list[_Line]]:
    """Return the script of a text, if it is not known, and the lines that hold the words before `end`."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    scripts = scripts_of(tokens, 0, end)
    own_script = own_script or main_script(tokens, scripts, 0, min(end, _SAMPLE))[0]
    lines: list[_Line] = []
    first = 0
    while first < end:
        newline = text.find("\n", ends[first])
        last = end if newline < 0 else min(bisect_left(starts, newline, first), end)
        script, words = main_script(tokens, scripts, first, last)
        enough = words >= FEWEST_OF_SCRIPT and words >= _SHARE_OF_SCRIPT * (last - first)
        apart = not lines or text.count("\n", ends[first - 1], starts[first]) > 1
        clear = script if enough else own_script
        lines.append(_Line(first=first, last=last, apart=apart, most=script, script=clear))
        first = last
    return own_script, lines


def _shared(tokens: Tokens, lines: Sequence[_Line], detector: Detector) -> Language:
    """Return the language that lines with the most words are in; lines too short to tell count together."""
    votes: Counter[str] = Counter()
    languages: dict[str, Language] = {}
    weighed: list[Evidence] = []
    for line in lines:
        if line.first - lines[0].first >= _SAMPLE:
            break
        line.evidence = detector.weigh(tokens, line.first, line.end_of_sample)
        weighed.append(line.evidence)
        if line.evidence.words >= _FEWEST_WORDS:
            language = detector.choose(line.evidence)
            votes[language.code] += line.evidence.words
            languages[language.code] = language
    return languages[votes.most_common(1)[0][0]] if votes else detector.choose(total(weighed))


def _tell(tokens: Tokens, lines: Sequence[_Line], detector: Detector) -> None:
    """Give lines of another script their language: the one that they share, or their own."""
    shared = _shared(tokens, lines, detector)
    for line in lines:
        line.language = shared
    _tell_apart(tokens, lines, shared, detector)


def _tell_apart(tokens: Tokens, lines: Sequence[_Line], own: Language, detector: Detector) -> None:
    """Give the lines that clearly are in another language than `own` theirs; letters alone make no language."""
    for line in lines:
        if line.last - line.first < _FEWEST_WORDS:
            continue
        if line.evidence is None and not _words_lead(tokens, line, own, detector):
            continue  # nearly every line
        evidence = line.evidence or detector.weigh(tokens, line.first, line.end_of_sample)
        rival, lead = detector.rival(own, evidence.points)
        if lead >= max(_LEAD, _LEAD_SHARE * evidence.words) and _words_lead(tokens, line, own, detector):
            line.language = rival


def _words_lead(tokens: Tokens, line: _Line, own: Language, detector: Detector) -> bool:
    """Tell whether the words of a line, without its letters, speak more for another language than for `own`."""
    return detector.rival(own, detector.read_words(tokens, line.first, line.end_of_sample))[1] > 0


def _spread(tokens: Tokens, lines: Sequence[_Line], own: Language, detector_of: DetectorOf) -> None:
    """Give a line that tells little the language of the line above or below, where it speaks more for that one."""
    for above, line in pairwise(lines):
        if not line.apart and _follows(tokens, line, above, own, detector_of):
            line.language = above.language
    for below, line in pairwise(reversed(lines)):
        if not below.apart and _follows(tokens, line, below, own, detector_of):
            line.language = below.language


def _follows(tokens: Tokens, line: _Line, beside: _Line, own: Language, detector_of: DetectorOf) -> bool:
    other = beside.language
    if line.language is not None or other is None:
        return False
    if other.script != own.script:
        return line.most == other.script
    detector = detector_of(own.script)
    points = detector.read_words(tokens, line.first, line.end_of_sample)
    return detector.points_of(other, points) > detector.points_of(own, points)


def _joined(tokens: Tokens, lines: Sequence[_Line], own: Language) -> tuple[Stretch, ...]:
    """Return the stretches that lines of one language make."""
    text = tokens.text
    cuts: list[tuple[int, Language]] = []
    for line in lines:
        language = line.language or own
        if not cuts:
            cuts.append((0, language))
        elif language is not cuts[-1][1]:
            cuts.append((text.rfind("\n", 0, tokens.starts[line.first]) + 1, language))
    cuts = cuts or [(0, own)]
    ends = [*(start for start, _ in cuts[1:]), len(text)]
    return tuple(
        Stretch(start=start, end=end, language=language) for (start, language), end in zip(cuts, ends, strict=True)
    )
