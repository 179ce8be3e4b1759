"""Geoparsed stories at hand by their content, as many as a number of letters allows. Pure: no Streamlit here."""

from collections.abc import Collection
from threading import Lock

from geo.articles import content_key
from geo.models import GeoparsedArticle


class KeptStories:
    """Stories, the last that was asked for at the end; where they are too many the first are forgotten, the last one never."""

    def __init__(self, most_letters: int) -> None:
        self._most_letters = most_letters  # beside the last story
        self._stories: dict[str, GeoparsedArticle] = {}
        self._lock = Lock()

    def find(self, key: str) -> GeoparsedArticle | None:
        """Return the story of a content, if it is kept."""
        with self._lock:
            found = self._stories.pop(key, None)
            if found is not None:
                self._stories[key] = found
            return found

    def keep(self, story: GeoparsedArticle) -> None:
        """Keep a story, and forget others where they are too many."""
        key = content_key(story.article)
        with self._lock:
            self._stories.pop(key, None)
            left = sum(len(kept.text) for kept in self._stories.values())
            for first in list(self._stories):
                if left <= self._most_letters:
                    break
                left -= len(self._stories.pop(first).text)
            self._stories[key] = story

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget the stories of all other contents."""
        with self._lock:
            self._stories = {key: story for key, story in self._stories.items() if key in keys}
