"""What a story is about."""

from dataclasses import replace

from geo.models import MentionKind, Place, Reason, Resolution
from geo.resolve.focus import find_focus
from tests.builders import make_country, make_place, make_resolution

HOMS = make_place("Homs")
HAMA = make_place("Hama", id="gn:hama")
SYRIA = make_country("Syria", "SY")
MOSCOW = make_place("Moscow", id="gn:moscow", country_code="RU", feature_code="PPLC")


def read(text: str, **kinds: MentionKind) -> tuple[Resolution, ...]:
    """Return a resolution for each name in a text."""
    known: dict[str, Place] = {"Homs": HOMS, "Hama": HAMA, "Syria": SYRIA, "Moscow": MOSCOW}
    found = []
    for name, place in known.items():
        start = 0
        while (at := text.find(name, start)) >= 0:
            found.append(make_resolution(text, at, name, place, kind=kinds.get(name, MentionKind.PLACE)))
            start = at + 1
    return tuple(sorted(found, key=lambda resolution: resolution.mention.start))


def focus(text: str, **kinds: MentionKind) -> list[str]:
    return [one.place.name for one in find_focus(text, read(text, **kinds))]


def test_no_place_no_focus() -> None:
    assert find_focus("", ()) == ()
    assert find_focus("in Xyzzyville", (make_resolution("in Xyzzyville", 0, "Xyzzyville", None),)) == ()


def test_one_place_is_the_whole_story() -> None:
    text = "in Homs"
    (only,) = find_focus(text, read(text))
    assert (only.place, only.score) == (HOMS, 1.0)


def test_what_is_named_most_comes_first() -> None:
    assert focus("Hama, Homs, Homs and Homs")[0] == "Homs"


def test_the_headline_counts_more() -> None:
    assert focus("Fire in Hama\n\nA fire broke out.\n\nHoms and Homs sent help.")[0] == "Hama"


def test_a_government_that_speaks_is_not_where_it_happens() -> None:
    assert focus("Moscow, Moscow, Homs and Homs", Moscow=MentionKind.METONYM)[0] == "Homs"


def test_what_is_inside_a_name_does_not_count() -> None:
    assert focus("Moscow, Moscow, Moscow and Homs", Moscow=MentionKind.EMBEDDED) == ["Homs"]


def test_nationalities_alone_are_no_focus() -> None:
    assert focus("Syria and Syria", Syria=MentionKind.DEMONYM) == []


def test_a_passing_mention_is_no_focus() -> None:
    assert focus("Homs Homs Homs Homs Homs. Hama.") == ["Homs"]


def test_there_are_three_at_most_and_their_shares_are_at_most_the_whole() -> None:
    text = "Homs Hama Syria Moscow"
    found = find_focus(text, read(text))
    assert 1 <= len(found) <= 3
    assert 0 < sum(one.score for one in found) <= 1.001
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_title_that_is_not_in_the_text_counts_as_its_headline() -> None:
    text = "A fire broke out in Hama.\n\nHoms and Homs sent help."
    assert find_focus(text, read(text))[0].place == HOMS
    assert find_focus(text, read(text), title="Fire in Hama")[0].place == HAMA


def test_a_division_counts_a_part_of_its_towns() -> None:
    text = "Homs, Hama and Idlib"
    division = make_place("Idlib", id="iso:SY-ID", feature_class="A", feature_code="ADM1")
    town = make_place("Homs", within=("iso:SY-ID",))
    other = make_place("Hama", within=("iso:SY-ID",), id="gn:hama")
    resolutions = tuple(
        make_resolution(text, 0, name, place) for name, place in (("Homs", town), ("Hama", other), ("Idlib", division))
    )
    assert find_focus(text, resolutions)[0].place == division


def test_where_a_report_is_sent_from_counts_more() -> None:
    text = "Homs (Reuters) - A fire broke out.\nHama, Hama"
    dateline = (Reason(code="dateline"),)
    homs, *others = read(text)
    homs = replace(homs, mention=replace(homs.mention, why=dateline))
    assert find_focus(text, (homs, *others))[0].place == HOMS
