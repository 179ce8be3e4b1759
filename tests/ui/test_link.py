"""Addresses taken apart and put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.mapview import MapView
from geo.models import Certainty, MentionKind, Point
from geo.ui.link import Link, bad_value, find_target, read_link, write_link
from geo.ui.packed import PackedText, pack
from geo.ui.selection import NO_FILTERS, NOTHING, Filters, Selection, select_mention
from tests.builders import FOUNDING, geoparsed_from_gold

STORY = geoparsed_from_gold()


def written(
    selection: Selection,
    filters: Filters = NO_FILTERS,
    names: str = "both",
    article: str = FOUNDING,
    ui: str | None = None,
    view: MapView | None = None,
    packed: str | None = None,
) -> dict[str, str]:
    return write_link(
        article=article,
        default_article=FOUNDING,
        story=STORY,
        selection=selection,
        filters=filters,
        names=names,
        ui=ui,
        view=view,
        packed=packed,
    )


def test_an_untouched_page_has_a_plain_address() -> None:
    assert written(NOTHING) == {}
    assert written(NOTHING, article="other") == {"a": "other"}


@pytest.mark.parametrize("start", [found.mention.start for found in STORY.resolutions[:12]])
@pytest.mark.parametrize(
    "filters",
    [
        NO_FILTERS,
        Filters(countries=("IR", "disputed"), kinds=tuple(MentionKind)),
        Filters(classes=("country", "P"), certainties=(Certainty.CERTAIN,), focus=("1",), query="موسكو & {x}"),
    ],
)
def test_a_link_gives_back_what_was_selected(start: int, filters: Filters) -> None:
    selection = select_mention(STORY, start)
    link, notices = read_link(written(selection, filters, "article", ui="fa"))
    assert notices == ()
    assert (link.article, link.names, link.ui) == (FOUNDING, "article", "fa")
    assert find_target(link, STORY) == (selection, filters, ())


def test_an_own_text_leaves_no_place_in_the_address() -> None:
    selection = select_mention(STORY, 262)
    assert written(selection, Filters(countries=("IR",), query="a word of it"), article="own-1") == {
        "a": "own-1",
        "m": "262",
    }


def test_a_place_alone_is_selected_at_its_first_mention() -> None:
    selection, _, notices = find_target(Link(place="iso:AM"), STORY)
    assert selection == Selection(start=307, place_id="iso:AM")
    assert notices == ()


def test_where_place_and_mention_disagree_the_place_holds() -> None:
    selection, _, _ = find_target(Link(place="iso:AM", start=262), STORY)
    assert selection.place_id == "iso:AM"


@pytest.mark.parametrize(
    ("link", "keys"),
    [
        pytest.param(Link(place="gn:0"), ["link.place"], id="place"),
        pytest.param(Link(start=3), ["link.mention"], id="mention"),
        pytest.param(Link(start=3, place="gn:0"), ["link.mention", "link.place"], id="both"),
        pytest.param(Link(filters=Filters(countries=("QQ", "AM"))), ["link.country"], id="country"),
        pytest.param(Link(filters=Filters(classes=("Q", "P"))), ["link.class"], id="class"),
    ],
)
def test_what_a_story_does_not_hold_is_said(link: Link, keys: list[str]) -> None:
    _, _, notices = find_target(link, STORY)
    assert [notice.key for notice in notices] == keys


@given(
    st.dictionaries(
        st.sampled_from(["a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z"]),
        st.text(),
    )
)
def test_no_address_raises(parameters: dict[str, str]) -> None:
    link, notices = read_link(parameters)
    find_target(link, STORY)
    assert all(notice.key.startswith("link.") for notice in notices)


def test_values_that_cannot_be_are_said() -> None:
    link, notices = read_link({"kind": "volcano,place", "cert": "sure", "focus": "yes,1", "q": "a\u202e\n" + "b" * 500})
    assert [notice.key for notice in notices] == ["link.kind", "link.cert", "link.focus"]
    assert (link.filters.kinds, link.filters.focus) == ((MentionKind.PLACE,), ("1",))
    assert link.filters.query == "a " + "b" * 78


@pytest.mark.parametrize("group", ["country", "class", "kind", "cert", "focus"])
def test_thousands_of_values_are_one_notice(group: str) -> None:
    link, notices = read_link({group: ",".join(f"x{n}" for n in range(100_000))})
    _, _, more = find_target(link, STORY)
    (notice,) = (*notices, *more)
    assert notice.values["value"].startswith("x0, x1, x2")
    assert len(notice.values["value"]) == 61


@pytest.mark.parametrize(("former", "now"), [("ar", "article"), ("en", "interface")])
def test_a_link_shared_under_the_former_choices_of_names_still_holds(former: str, now: str) -> None:
    link, notices = read_link({"names": former})
    assert (link.names, notices) == (now, ())


def test_a_notice_repeats_a_value_without_controls_and_not_for_ever() -> None:
    value = bad_value("link.place", "\u202e" + "x" * 500).values["value"]
    assert value.startswith("\ufffdx")
    assert len(value) == 61


@pytest.mark.parametrize(
    ("zoom", "centre", "view"),
    [
        ("5.25", "39.5,46.7", (39.5, 46.7, 5.25)),
        ("0", "-90,0", (-90.0, 0.0, 0.0)),
        ("3", "0,541", (0.0, -179.0, 3.0)),
        ("", "39.5,46.7", None),
        ("5", "", None),
        ("5", "39.5", None),
        ("5", "1,2,3", None),
        ("nan", "1,2", None),
        ("5", "91,2", None),
        ("5", "1,inf", None),
        ("1e9", "1,2", None),
        ("deep", "<script>", None),
    ],
)
def test_the_view_of_a_link(zoom: str, centre: str, view: tuple[float, float, float] | None) -> None:
    link, notices = read_link({"z": zoom, "c": centre})
    asked = link.view and (link.view.centre.lat, link.view.centre.lon, link.view.zoom)
    assert asked == (view and pytest.approx(view))
    assert [notice.key for notice in notices] == ([] if view else ["link.view"])


@given(st.floats(-90, 90), st.floats(-180, 179.9), st.floats(0, 18))
def test_a_view_comes_back_to_a_millionth(lat: float, lon: float, zoom: float) -> None:
    view = MapView(centre=Point(lat=lat, lon=lon), zoom=zoom)
    link, notices = read_link(written(NOTHING, NO_FILTERS, "both", view=view))
    assert notices == ()
    assert link.view is not None
    assert (link.view.centre.lat, link.view.centre.lon, link.view.zoom) == pytest.approx((lat, lon, zoom), abs=1e-6)


def test_a_packed_text_stays_in_the_address_and_is_read_again() -> None:
    packed = pack(PackedText(text="From Aleppo to Baghdad.", title="T"))
    address = written(NOTHING, NO_FILTERS, "both", article="own-3", packed=packed)
    assert address == {"t": packed}
    link, notices = read_link(address)
    assert (link.text, notices) == (PackedText(text="From Aleppo to Baghdad.", title="T"), ())
    link, notices = read_link({"t": "no text at all"})
    assert (link.text, [notice.key for notice in notices]) == (None, ["link.text"])
