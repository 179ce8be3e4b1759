"""Long work that says how far it is, and that can be stopped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Hook = Callable[[float], None]  # is told the share that is done, 0..1; what it raises ends the work

_STEP = 200  # items between two words to the hook: at most some 40 ms
T = TypeVar("T")


def part_of(hook: Hook | None, begin: float, end: float) -> Hook | None:
    """Return the hook of work that takes the whole from one share to another; none for none."""
    return None if hook is None else lambda done: hook(begin + (end - begin) * done)


def watched(items: Sequence[T], hook: Hook | None) -> Iterable[T]:
    """Return the items; while they are taken one by one a hook hears how many were."""
    return items if hook is None else _told(items, hook)


def _told(items: Sequence[T], hook: Hook) -> Iterator[T]:
    for i, item in enumerate(items):
        if i % _STEP == 0:
            hook(i / len(items))
        yield item
