"""Long readings, done in the background: a few at once for the whole process, the others in the order in which they came.

A reading belongs to the visit that holds its job. The desk itself knows a job only as long as the visit does, so that what
a visitor pasted is gone with the visitor, read or not.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from threading import Lock, Thread
from weakref import ref

from geo.errors import Cancelled
from geo.models import Article, GeoparsedArticle
from geo.progress import Hook

Read = Callable[[Article, Hook], GeoparsedArticle]

AT_ONCE = 30_000  # letters that are read while the page waits: a quarter of a second
READERS = 2  # at once: they share one interpreter, but a novel must not hold up a story
_FIRST_PART = 20_000  # letters
_GROWTH = 8  # each part is so many times the one before, and read from the beginning: a seventh more work in all


class Job:
    """The reading of one text: its reader writes what it finds, the page looks at it.

    Attributes
    ----------
    story
        with the places that are known so far; None before the first part is read
    share
        of the work that is done, 0..1
    news
        rises with each part that is read, and at the end
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.story: GeoparsedArticle | None = None
        self.share = 0.0
        self.news = 0
        self.whole = False
        self.error: Exception | None = None
        self.cancelled = False

    @property
    def ended(self) -> bool:
        """Tell whether nothing more will be found."""
        return self.whole or self.cancelled or self.error is not None

    def cancel(self) -> None:
        """Let the reading end soon; a text that waits is not read at all."""
        self.cancelled = True

    def tell(self, share: float) -> None:
        """Note how far the reading is.

        Raises
        ------
        Cancelled
            If nobody wants it any more.
        """
        if self.cancelled:
            raise Cancelled(f"the reading of {self.article.id} was stopped")
        self.share = share

    def bring(self, story: GeoparsedArticle, *, whole: bool) -> None:
        """Note what was found."""
        self.story, self.whole = story, whole
        self.news += 1

    def fail(self, error: Exception) -> None:
        """Note why the reading ended."""
        self.error = error
        self.news += 1


class Desk:
    """Where texts are handed in; each reader takes the one that waits longest."""

    def __init__(self, read: Read, readers: int = READERS) -> None:
        self._read = read
        self._readers = readers
        self._busy = 0
        self._waiting: deque[ref[Job]] = deque()
        self._lock = Lock()

    def hand_in(self, job: Job) -> None:
        """Let a text be read as soon as a reader is free."""
        with self._lock:
            self._waiting.append(ref(job))
            if self._busy < self._readers:
                self._busy += 1
                Thread(target=self._work, name="dateline-reader", daemon=True).start()

    def ahead_of(self, job: Job) -> int:
        """Return how many other texts are read before a job; 0 once it is being read itself."""
        with self._lock:
            wanted = [other for other in map(_wanted, self._waiting) if other is not None]
            return self._busy + wanted.index(job) if job in wanted else 0

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            _read_parts(taken, self._read)

    def _next(self) -> "ref[Job] | None":
        with self._lock:
            while self._waiting:
                taken = self._waiting.popleft()
                if _wanted(taken) is not None:
                    return taken
            self._busy -= 1
            return None


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
    return None if held is None or held.cancelled else held


def _read_parts(job: "ref[Job]", read: Read) -> None:
    """Read the parts of a text and bring each story to its job; nothing here holds the job while it reads."""
    try:
        article = _held(job).article
        ends = part_ends(article.text)
        done = 0
        for end in ends:
            story = read(replace(article, text=article.text[:end]), _hook(job, done / sum(ends), end / sum(ends)))
            done += end
            _held(job).bring(replace(story, article=article), whole=end == len(article.text))
    except Cancelled:
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, the page that waits for it has to say it
        held = job()
        if held is not None:
            held.fail(error)


def _hook(job: "ref[Job]", begin: float, share: float) -> Hook:
    return lambda done: _held(job).tell(begin + share * done)


def _held(job: "ref[Job]") -> Job:
    held = job()
    if held is None:
        raise Cancelled("the visit that asked for the reading is over")
    return held
