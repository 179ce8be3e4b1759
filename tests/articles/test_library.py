"""The stories that ship, and folders that are broken."""

from pathlib import Path

import pytest

from geo.articles import read_library
from geo.errors import ArticleError

FOUNDING = "karabakh-ceasefire-2020"


def test_the_shipped_stories_can_all_be_read() -> None:
    library = read_library()
    assert library.problems == ()
    assert len(library.articles) >= 6
    founding = library.find(FOUNDING)
    assert founding is not None
    assert library.articles[0] is founding
    assert (founding.lang, founding.published, founding.source) == ("ar", "2020-10-10", "UrduPoint / Sputnik")
    assert founding.text.startswith(founding.title or "?")


def test_a_bad_story_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = ['id = "good"', 'id = "missing"', 'id = "../../etc/passwd"', 'id = "empty"']
    (tmp_path / "articles.toml").write_text("\n".join(f"[[article]]\n{row}" for row in rows))
    (tmp_path / "good.txt").write_text("Aleppo.")
    (tmp_path / "empty.txt").write_text(" ")
    library = read_library(tmp_path)
    assert [article.id for article in library.articles] == ["good"]
    assert len(library.problems) == 3
    assert "missing.txt" in library.problems[0]


def test_a_host_names_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles.toml").write_text('[[article]]\nid = "own"\n')
    (tmp_path / "own.txt").write_text("Aleppo.")
    monkeypatch.setenv("DATELINE_ARTICLES", str(tmp_path))
    assert [article.id for article in read_library().articles] == ["own"]


@pytest.mark.parametrize("content", [None, "[[article", "\udcff"], ids=["missing", "broken", "not utf-8"])
def test_a_broken_list_is_one_sentence(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "articles.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ArticleError, match="cannot read the list of stories"):
        read_library(tmp_path)
