"""The page's own parts: small components that get data and set it as text, and report what was chosen."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

PARTS = Path(__file__).resolve().parent / "parts"
ROOT = '<div class="root"></div>\n<!-- filled by the script -->'
DIALOGS = frozenset({"help", "share"})  # parts that open one
Handler = Callable[[], None]


@cache
def _source(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def _register(name: str) -> "ComponentRenderer":
    script = _source("dom.js") + _source("address.js") * (name == "card") + _source(f"{name}.js")
    style = _source("dialog.css") * (name in DIALOGS) + _source(f"{name}.css")
    return st.components.v2.component(f"dateline_{name}", html=ROOT, css=style, js=script)


_ARTICLE, _CARD, _CHIPS, _DECK, _DIRECTION = map(_register, ("article", "card", "chips", "deck", "direction"))
_PLACES, _SEARCH, _SWITCH, _WATCH = map(_register, ("places", "search", "switch", "watch"))
_HELP, _MARKERS, _SHARE, _VOICE = map(_register, ("help", "markers", "share", "voice"))


def page_style(direction: str, embedded: str = "") -> str:
    """Return the style sheet of the page around the parts.

    Parameters
    ----------
    direction
        of the layout: `rtl` or `ltr`
    embedded
        what of it stands inside another page: `map` or `both`; "" for the whole page
    """
    sheets = ["page.css", *["embed.css"] * bool(embedded), *["embed_map.css"] * (embedded == "map")]
    return f"<style>html {{ direction: {direction}; }}\n{''.join(map(_source, sheets))}</style>"


def article(data: Mapping[str, Any]) -> None:
    """Show the article."""
    _ARTICLE(key="article", data=data)


def card(data: Mapping[str, Any], *, on_choose: Handler, on_step: Handler, on_close: Handler, on_show: Handler) -> None:
    """Show the card, keep the address, and hand on what is chosen in text and table.

    `place.choose` holds `{start or place, fly}`, `place.step` `{by, within}`.
    """
    _CARD(
        key="place",
        data=data,
        on_choose_change=on_choose,
        on_step_change=on_step,
        on_close_change=on_close,
        on_show_change=on_show,
    )


def chips(data: Mapping[str, Any], *, on_toggle: Handler, on_reset: Handler) -> None:
    """Show the filter chips; `chips.toggle` holds `{group, value}`."""
    _CHIPS(key="chips", data=data, on_toggle_change=on_toggle, on_reset_change=on_reset)


def deck(data: Mapping[str, Any]) -> None:
    """Keep the markers' cards at hand in the browser."""
    _DECK(key="deck", data=data)


def direction(data: Mapping[str, Any]) -> None:
    """Tell the browser the language, the direction and the landmarks of the page."""
    _DIRECTION(key="direction", data=data)


def help_with_keys(data: Mapping[str, Any]) -> None:
    """Show the button that opens the help with the keys."""
    _HELP(key="help", data=data, width="content")


def markers(data: Mapping[str, Any]) -> None:
    """Keep the markers of the map in the page, so that a click does not send them again."""
    _MARKERS(key="markers", data=data)


def places(data: Mapping[str, Any]) -> None:
    """Show the table of places."""
    _PLACES(key="table", data=data)


def search(data: Mapping[str, Any], *, on_search: Handler) -> None:
    """Show the search; `search.search` holds `{query}`."""
    _SEARCH(key="search", data=data, on_search_change=on_search)


def share(data: Mapping[str, Any]) -> None:
    """Show the button that copies a link to what is seen."""
    _SHARE(key="share", data=data, width="content")


def switch(data: Mapping[str, Any]) -> None:
    """Show the switch between the panels of a small screen."""
    _SWITCH(key="switch", data=data)


def voice(data: Mapping[str, Any]) -> None:
    """Say what is selected, to those who hear the page."""
    _VOICE(key="voice", data=data)


def watch(data: Mapping[str, Any]) -> None:
    """Name the map's frame, and say so where its scripts do not arrive."""
    _WATCH(key="watch", data=data)


def said(key: str, trigger: str) -> Mapping[str, object]:
    """Return what a part reported, inside its handler. It comes from the browser: the keys may be missing, the values anything."""
    reported = st.session_state.get(key)
    value = reported.get(trigger) if isinstance(reported, Mapping) else None
    return value if isinstance(value, Mapping) else {}
