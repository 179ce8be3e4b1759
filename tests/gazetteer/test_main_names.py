"""Which languages a town's main name counts in."""

import pytest

from geo.gazetteer.names import main_name_elsewhere
from geo.gazetteer.rows import Name


def tags(**names: str) -> tuple[Name, ...]:
    return tuple(Name(text=text, lang=lang, preferred=True) for lang, text in names.items())


@pytest.mark.parametrize(
    ("tagged", "lang", "counts"),
    [
        pytest.param(tags(fr="Londres", ru="Лондон"), "fr", False, id="it has its own name there"),
        pytest.param(tags(fr="Londres", ru="Лондон"), "de", True, id="the language has none"),
        pytest.param(tags(fr="Londres"), "ru", False, id="other letters"),
        pytest.param(tags(en="London"), None, True, id="no language has one: it counts in all"),
        pytest.param((), None, True, id="no name with a language"),
    ],
)
def test_a_main_name_counts_where_there_is_no_other(tagged: tuple[Name, ...], lang: str | None, counts: bool) -> None:
    names = list(main_name_elsewhere("London", tagged))
    assert all(name.text == "London" and not name.preferred for name in names)
    assert (lang in {name.lang for name in names}) is counts
