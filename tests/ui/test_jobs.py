"""Readings in the background: parts, order, progress, cancelling, and what is left of a visit that is over."""

import gc
import sys
import time
from collections.abc import Callable
from threading import Event, Thread
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ArticleError, GazetteerError
from geo.models import Article, GeoparsedArticle
from geo.progress import Hook
from geo.ui.jobs import Desk, Job, Read, part_ends

SOON_S = 5
LONG = "A paragraph of words.\n" * 2_000


def story_of(article: Article) -> GeoparsedArticle:
    return GeoparsedArticle(article=article, lang="en", resolutions=())


def read_at_once(article: Article, hook: Hook) -> GeoparsedArticle:
    hook(0.5)
    return story_of(article)


def soon(is_so: Callable[[], bool]) -> bool:
    """Wait until something is so, and tell whether it came to be."""
    until = time.monotonic() + SOON_S
    while not is_so() and time.monotonic() < until:
        time.sleep(0.005)
    return is_so()


class Gate:
    """A way of reading that waits inside of each text, and notes what it was given."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.open = Event()

    def read(self, article: Article, hook: Hook) -> GeoparsedArticle:
        self.begun.append(article.id)
        self.open.wait(SOON_S)
        hook(0.5)
        return story_of(article)


def hand_in(desk: Desk, article_id: str, text: str = "Short.") -> Job:
    job = Job(Article(id=article_id, text=text))
    desk.hand_in(job)
    return job


def test_a_text_is_read_to_its_end_and_belongs_to_its_article() -> None:
    job = hand_in(Desk(read_at_once), "a", LONG)
    assert soon(lambda: job.seen.whole)
    assert job.seen.story == story_of(job.article)
    assert (job.seen.news, job.seen.ended, job.seen.error) == (2, True, None)
    assert 0 < job.share <= 1


def test_threads_take_short_turns_only_while_a_text_is_read() -> None:
    gate, usual = Gate(), sys.getswitchinterval()
    job = hand_in(Desk(gate.read), "a")
    assert soon(lambda: gate.begun == ["a"])
    assert sys.getswitchinterval() < usual
    gate.open.set()
    assert soon(lambda: job.seen.whole and sys.getswitchinterval() == usual)


def test_parts_come_first_with_offsets_of_the_whole() -> None:
    parts: list[str] = []

    def read(article: Article, hook: Hook) -> GeoparsedArticle:
        parts.append(article.text)
        return read_at_once(article, hook)

    job = hand_in(Desk(read), "a", LONG)
    assert soon(lambda: job.seen.whole)
    assert all(LONG.startswith(part) for part in parts)
    assert [part.endswith("\n") for part in parts] == [True, True]
    assert parts[-1] == LONG


@given(st.sampled_from(["word ", "line\n", "x", "كلمة ", "🗺"]), st.integers(0, 400_000))
def test_parts_grow_to_the_whole(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    ends = part_ends(text)
    assert ends[-1] == len(text)
    assert list(ends) == sorted(set(ends))
    assert all(end <= len(text) / 2 for end in ends[:-1])
    assert sum(ends) <= 2 * max(len(text), 1)


def test_a_few_are_read_at_once_and_the_others_in_turn() -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=2)
    jobs = [hand_in(desk, name) for name in "abcde"]
    assert soon(lambda: len(gate.begun) == 2)
    assert [desk.ahead_of(job) for job in jobs] == [0, 0, 2, 3, 4]
    jobs[2].cancel()
    assert [desk.ahead_of(job) for job in jobs] == [0, 0, 0, 2, 3]
    gate.open.set()
    assert soon(lambda: all(job.seen.ended for job in jobs))
    assert gate.begun[2:] == ["d", "e"]
    assert (jobs[2].seen.story, jobs[2].seen.news) == (None, 0)


def test_a_reading_that_is_cancelled_ends_at_its_next_word_and_others_go_on() -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=1)
    stopped, other = hand_in(desk, "a"), hand_in(desk, "b")
    assert soon(lambda: gate.begun == ["a"])
    stopped.cancel()
    gate.open.set()
    assert soon(lambda: other.seen.whole)
    assert (stopped.seen.story, stopped.seen.error, stopped.seen.whole) == (None, None, False)


@pytest.mark.parametrize("error", [GazetteerError("no index"), RuntimeError("a bug")])
def test_an_error_reaches_the_page_and_the_desk_goes_on(error: Exception) -> None:
    def read(article: Article, hook: Hook) -> GeoparsedArticle:
        if article.id == "bad":
            raise error
        return read_at_once(article, hook)

    desk = Desk(read, readers=1)
    bad, good = hand_in(desk, "bad"), hand_in(desk, "good")
    assert soon(lambda: good.seen.whole)
    assert (bad.seen.error, bad.seen.ended, bad.seen.news) == (error, True, 1)


@pytest.mark.parametrize("waits", [False, True], ids=["while it is read", "while it waits"])
def test_nothing_is_left_of_a_visit_that_is_over(*, waits: bool) -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=1)
    first = hand_in(desk, "first") if waits else None
    job = hand_in(desk, "gone")
    gone = ref(job)
    assert soon(lambda: len(gate.begun) == 1)
    del job
    gc.collect()
    assert gone() is None
    gate.open.set()
    last = hand_in(desk, "last")
    assert soon(lambda: last.seen.whole)
    assert first is None or first.seen.whole
    assert ("gone" in gate.begun) != waits


def test_the_readers_go_home_and_come_again() -> None:
    read: Read = read_at_once
    desk = Desk(read, readers=1)
    for name in "abc":
        job = hand_in(desk, name)
        assert soon(lambda job=job: job.seen.whole)  # type: ignore[misc]
        assert desk.ahead_of(job) == 0


def test_what_had_fewest_parts_goes_first_so_that_novels_do_not_hold_up_a_story() -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=1)
    novels = [hand_in(desk, name, LONG * 20) for name in ("novel", "other novel")]
    assert soon(lambda: len(gate.begun) == 1)
    story = hand_in(desk, "story")
    gate.open.set()
    assert soon(lambda: all(job.seen.whole for job in (*novels, story)))
    assert gate.begun[:3] == ["novel", "other novel", "story"]
    assert gate.begun[3:] == ["novel", "other novel"] * 2


def test_one_reader_stays_free_of_large_parts() -> None:
    let_on = Event()

    def read(article: Article, hook: Hook) -> GeoparsedArticle:
        if len(article.text) > 200_000:
            let_on.wait(SOON_S)
        hook(0.5)
        return story_of(article)

    desk = Desk(read, readers=2)
    novels = [hand_in(desk, name, LONG * 20) for name in ("a", "b", "c")]
    assert soon(lambda: all(job.seen.news == 2 for job in novels))
    story = hand_in(desk, "story")
    assert soon(lambda: story.seen.whole)
    assert not any(job.seen.whole for job in novels)
    let_on.set()
    assert soon(lambda: all(job.seen.whole for job in novels))


def test_a_reading_that_takes_too_long_ends_with_a_sentence_and_others_go_on() -> None:
    def read(article: Article, hook: Hook) -> GeoparsedArticle:
        while article.id == "endless":
            hook(0.5)
        return read_at_once(article, hook)

    desk = Desk(read, readers=1, most_s=0.05)
    endless, other = hand_in(desk, "endless"), hand_in(desk, "other")
    assert soon(lambda: endless.seen.ended and other.seen.whole)
    assert isinstance(endless.seen.error, ArticleError)
    assert endless.seen.error.code == "own_slow"
    with pytest.raises(ArticleError):
        desk.read_here(Article(id="endless", text="Short."))


def test_short_texts_are_read_where_they_came_in_while_there_are_few() -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=2)
    found: list[GeoparsedArticle | None] = []
    article = Article(id="short", text="Short.")
    threads = [Thread(target=lambda: found.append(desk.read_here(article))) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert soon(lambda: len(gate.begun) == 2)
    assert desk.read_here(article) is None
    gate.open.set()
    for thread in threads:
        thread.join(SOON_S)
    assert found == [story_of(article)] * 2
    assert desk.read_here(article) == story_of(article)


def test_a_short_text_does_not_overtake_others_that_wait_for_their_first_part() -> None:
    gate = Gate()
    desk = Desk(gate.read, readers=1)
    jobs = [hand_in(desk, name) for name in "ab"]
    assert soon(lambda: len(gate.begun) == 1)
    assert desk.read_here(Article(id="short", text="Short.")) is None
    gate.open.set()
    assert soon(lambda: all(job.seen.whole for job in jobs))
