"""Long readings, done in the background: a few at once for the whole process, the others in turn.

A long text is read in parts, and between two parts others have their turn: what has had fewest parts goes first, so that twenty
novels do not hold up a story. A reading belongs to the visit that holds its job. The desk itself knows a job only as long as the
visit does, so that what a visitor pasted is gone with the visitor, read or not.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from threading import Lock, Thread
from weakref import ref

from geo.articles import refusal
from geo.errors import Cancelled
from geo.models import Article, GeoparsedArticle
from geo.progress import Hook

Read = Callable[[Article, Hook], GeoparsedArticle]

AT_ONCE = 30_000  # letters that are read while the page waits: a quarter of a second
READERS = 2  # at once: they share one interpreter, but a novel must not hold up a story
MOST_S = (
    60  # of one processor for one text: four times what 5 MB, the most that is taken, needed in any measured language
)
_LARGE = 200_000  # letters of a part, from which on one reader stays free for smaller ones
_FIRST_PART = 20_000  # letters
USUAL_TURN_S = sys.getswitchinterval()
SHORT_TURN_S = 0.0005  # beside two novels 95 of 100 clicks are answered within 0.4 s; with Python's 0.005 within 0.9 s
_GROWTH = 8  # each part is so many times the one before, and read from the beginning: a seventh more work in all


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How far a reading was at one moment."""

    story: GeoparsedArticle | None = None  # with the places that are known so far; None before the first part is read
    whole: bool = False  # nothing is missing in the story
    news: int = 0  # rises with each part that is read, and at the end
    error: Exception | None = None
    cancelled: bool = False

    @property
    def ended(self) -> bool:
        """Tell whether nothing more will be found."""
        return self.whole or self.cancelled or self.error is not None


class Job:
    """The reading of one text: its reader writes what it finds, the page looks at it.

    Attributes
    ----------
    seen
        how far it is, as one value: whoever looks twice may see two
    share
        of the work that is done, 0..1
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.seen = Seen()
        self.share = 0.0
        self._lock = Lock()

    def cancel(self) -> None:
        """Let the reading end soon; a text that waits is not read at all."""
        self._change(lambda seen: replace(seen, cancelled=True))

    def tell(self, share: float) -> None:
        """Note how far the reading is.

        Raises
        ------
        Cancelled
            If nobody wants it any more.
        """
        if self.seen.cancelled:
            raise Cancelled(f"the reading of {self.article.id} was stopped")
        self.share = share

    def bring(self, story: GeoparsedArticle, *, whole: bool) -> None:
        """Note what was found."""
        self._change(lambda seen: replace(seen, story=story, whole=whole, news=seen.news + 1))

    def fail(self, error: Exception) -> None:
        """Note why the reading ended."""
        self._change(lambda seen: replace(seen, error=error, news=seen.news + 1))

    def _change(self, change: Callable[[Seen], Seen]) -> None:
        with self._lock:  # the page cancels while the reader brings
            self.seen = change(self.seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """The next part of a job."""

    job: ref[Job]
    part: int = 0
    end: int  # of the part in the text: its length too, since each begins at the beginning
    order: int = 0  # in which the turns were asked for
    spent_s: float = 0.0  # on the parts before

    @property
    def rank(self) -> tuple[int, int]:
        """What goes first: fewer parts, then who came first."""
        return self.part, self.order

    @property
    def is_large(self) -> bool:
        """Tell whether it holds a reader for seconds."""
        return self.end > _LARGE


class Desk:
    """Where texts are handed in; each reader takes the part whose turn it is."""

    def __init__(self, read: Read, readers: int = READERS, most_s: float = MOST_S) -> None:
        self._read = read
        self._readers = readers
        self._most_s = most_s
        self._busy: list[_Turn] = []
        self._here = 0  # short texts that are read where they came in
        self._waiting: list[_Turn] = []
        self._orders = count(1)
        self._lock = Lock()

    def hand_in(self, job: Job) -> None:
        """Let a text be read as soon as it is its turn."""
        with self._lock:
            self._wait(_Turn(job=ref(job), end=part_ends(job.article.text)[0]))

    def read_here(self, article: Article) -> GeoparsedArticle | None:
        """Return a short text that was read at once; None where enough others are being read, so that it has to be handed in."""
        with self._lock:
            if self._here >= self._readers or any(turn.part == 0 for turn in self._wanted()):
                return None
            self._here += 1
        try:
            return self._read(article, _until(time.thread_time() + self._most_s, self._most_s))
        finally:
            with self._lock:
                self._here -= 1

    def ahead_of(self, job: Job) -> int:
        """Return how many other texts have their turn before a job; 0 once it is being read itself."""
        with self._lock:
            jobs = [turn.job() for turn in self._wanted()]
            return len(self._busy) + jobs.index(job) if job in jobs else 0

    def _wait(self, turn: _Turn) -> None:
        self._waiting.append(replace(turn, order=next(self._orders)))
        if len(self._busy) < self._readers and (taken := self._take()) is not None:
            Thread(target=self._work, args=(taken,), name="dateline-reader", daemon=True).start()

    def _work(self, turn: _Turn | None) -> None:
        while turn is not None:
            following = _read_part(turn, self._read, self._most_s)
            with self._lock:
                self._busy.remove(turn)
                if following is not None:
                    self._waiting.append(replace(following, order=next(self._orders)))
                turn = self._take()

    def _take(self) -> _Turn | None:
        """Return the part whose turn it is, now taken."""
        self._waiting = self._wanted()
        full = self._readers > 1 and sum(turn.is_large for turn in self._busy) >= self._readers - 1
        taken = next((turn for turn in self._waiting if not (full and turn.is_large)), None)
        if taken is not None:
            self._waiting.remove(taken)
            self._busy.append(taken)
        # A click needs the interpreter a dozen times, and waits a turn each time; but turns cost, so that they are short only beside readers.
        sys.setswitchinterval(SHORT_TURN_S if self._busy else USUAL_TURN_S)
        return taken

    def _wanted(self) -> list[_Turn]:
        """Return the parts that wait and whose jobs are neither gone nor cancelled, in the order of their turns."""
        return sorted((turn for turn in self._waiting if _wanted(turn.job) is not None), key=lambda turn: turn.rank)


def part_ends(text: str) -> tuple[int, ...]:
    """Return where the parts of a text end that are read one after the other, each from the beginning; the last is the whole."""
    ends, size = [], _FIRST_PART
    while size * 2 < len(text):
        ends.append(_cut_before(text, size))
        size *= _GROWTH
    return (*ends, len(text))


def _cut_before(text: str, size: int) -> int:
    """Return where a paragraph ends, else a word, not far before a length."""
    cuts = (text.rfind(mark, size // 2, size) + 1 for mark in "\n ")
    return next(filter(None, cuts), size)


def _wanted(job: "ref[Job]") -> Job | None:
    """Return a job, unless it is gone or cancelled."""
    held = job()
    return None if held is None or held.seen.cancelled else held


def _read_part(turn: _Turn, read: Read, most_s: float) -> _Turn | None:
    """Read a part of a text and bring the story to its job; return the next part. Nothing here holds the job while it reads."""
    job, begun = turn.job, time.thread_time()
    try:
        article = _held(job).article
        ends = part_ends(article.text)
        done, size, whole = sum(ends[: turn.part]), turn.end, sum(ends)
        in_time = _until(begun + most_s - turn.spent_s, most_s)

        def hook(share: float) -> None:
            in_time(share)
            _held(job).tell((done + size * share) / whole)

        story = read(replace(article, text=article.text[:size]), hook)
        _held(job).bring(replace(story, article=article), whole=size == len(article.text))
    except Cancelled:
        return None
    except Exception as error:  # noqa: BLE001  # whatever it is, the page that waits for it has to say it
        held = job()
        if held is not None:
            held.fail(error)
        return None
    spent_s = turn.spent_s + time.thread_time() - begun
    following = turn.part + 1
    return replace(turn, part=following, end=ends[following], spent_s=spent_s) if following < len(ends) else None


def _until(end: float, most_s: float) -> Hook:
    """Return a hook that ends the work of its thread at a time of the thread's own clock."""

    def hook(_: float) -> None:
        if time.thread_time() > end:
            raise refusal("own_slow", seconds=most_s)

    return hook


def _held(job: "ref[Job]") -> Job:
    held = job()
    if held is None:
        raise Cancelled("the visit that asked for the reading is over")
    return held
