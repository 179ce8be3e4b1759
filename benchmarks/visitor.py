"""A visitor without a browser: speaks the page's websocket, keeps what it is given, and acts as the browser does.

Dozens of them fit beside the server that they measure, where one Chromium would not. Bounded in time and in what is kept; 127.0.0.1 only.
"""

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATIENCE_S = 60.0  # for one answer
CLOSING_S = 1.0  # a visitor who did not read cannot hear the server's goodbye
LARGEST_BYTES = 64_000_000  # of one message
MAP = "streamlit_folium.st_folium"
_LAST_OF_A_RUN = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
_TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{id}__events"  # the widget that takes what a part reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one action."""

    seconds: float  # from the action's message to the end of the last run that answers it
    size: int  # bytes


@dataclass(slots=True)
class Page:
    """What stands on the page now, by where it stands."""

    keys: dict[tuple[int, ...], str] = field(default_factory=dict)  # of containers
    texts: dict[tuple[int, ...], str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    widgets: dict[str, tuple[str, str]] = field(default_factory=dict)  # key -> id, fragment
    data: dict[str, str] = field(default_factory=dict)  # key of a part -> its JSON

    def texts_in(self, key: str) -> list[str]:
        """Return the sentences inside the container of a key."""
        places = [place for place, name in self.keys.items() if name == key]
        return [text for at, text in self.texts.items() if any(at[: len(place)] == place for place in places)]

    def take(self, message: ForwardMsg) -> None:
        """Put what a delta brings to its place; what stood there is gone."""
        at, delta = tuple(message.metadata.delta_path), message.delta
        if delta.WhichOneof("type") == "add_block":
            self._forget(at)
            self.keys[at] = _key_of(delta.add_block.id)
            return
        self.texts.pop(at, None)
        kind = delta.new_element.WhichOneof("type")
        element: Any = getattr(delta.new_element, kind) if kind else None
        if kind == "text":
            self.texts[at] = element.body
        elif kind == "exception":
            self.errors.append(f"{element.type}: {element.message}")
        elif getattr(element, "id", ""):
            key = MAP if kind == "component_instance" else _key_of(element.id)
            self.widgets[key] = (element.id, delta.fragment_id)
            if kind == "bidi_component":
                self.data[key] = element.json

    def _forget(self, at: tuple[int, ...]) -> None:
        for known in (self.keys, self.texts):
            for place in [place for place in known if place[: len(at)] == at]:
                del known[place]


def _key_of(widget_id: str) -> str:
    """Return the key in an id, `$$ID-<hash>-<key>`."""
    return widget_id.split("-", 2)[-1]


class Visitor:
    """One open page."""

    def __init__(self, socket: ClientConnection, *, keep: bool) -> None:
        self.page = Page()
        self.given: list[bytes] = []  # every message as it came, where they are kept
        self._socket = socket
        self._keep = keep
        self._query = ""
        self._timers: dict[str, float] = {}  # fragment -> seconds between its own runs
        self._value = 0
        self._runs = False  # the script, as far as is known here

    async def open(self, query: str = "") -> Answer:
        """Open the page, or a page of another address in the same visit."""
        self._query = query
        return await self._act(BackMsg())

    async def click(self, place_id: str) -> Answer:
        """Click a marker."""
        self._value += 1
        message, state = self._touch(MAP)
        state.json_value = json.dumps({"place": place_id, "n": self._value})
        return await self._act(message)

    async def click_plain(self, turn: int) -> Answer:
        """Click a marker of `plain_app.py`."""
        message, state = self._touch(MAP)
        state.json_value = json.dumps({"last_object_clicked_tooltip": ("Moscow", "Iran")[turn % 2], "zoom": 4 + turn})
        return await self._act(message)

    async def report(self, key: str, event: str, value: object) -> Answer:
        """Let one of the page's own parts report something, as the card does what is chosen."""
        message, state = self._touch(key)
        state.id = _TRIGGER.format(id=state.id)
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        return await self._act(message)

    async def press(self, key: str) -> Answer:
        """Press a button."""
        message, state = self._touch(key)
        state.trigger_value = True
        return await self._act(message)

    async def paste(self, text: str, title: str = "") -> Answer:
        """Open the dialog, paste a text and let it be mapped; the answer is to the last of these."""
        await self.press("paste")
        message, state = self._touch("paste_go")
        state.trigger_value = True
        for key, value in (("paste_text", text), ("paste_title", title)):
            more = message.rerun_script.widget_states.widgets.add()
            more.id, more.string_value = self.page.widgets[key][0], value
        return await self._act(message)

    async def wait_until(self, is_so: Callable[[Page], bool], patience_s: float = PATIENCE_S) -> None:
        """Go on reading, and let the page's timers run, until the page is as wanted.

        Raises
        ------
        TimeoutError
            If it does not become so in time.
        """
        until = time.monotonic() + patience_s
        while self._runs or not is_so(self.page):
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            due = min(self._timers.values(), default=left)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._read(), min(due, left))
                continue
            for fragment in () if self._runs else tuple(self._timers):
                message = BackMsg()
                message.rerun_script.fragment_id, message.rerun_script.is_auto_rerun = fragment, True
                await self._send(message)
                self._runs = True

    async def send_without_reading(self, key: str, event: str, value: object) -> None:
        """Let a part report something and never look at the answer."""
        message, state = self._touch(key)
        state.id = _TRIGGER.format(id=state.id)
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        await self._send(message)

    def was_given(self, word: str) -> bool:
        """Tell whether a word was in anything that came."""
        return any(word.encode() in message for message in self.given)

    def _touch(self, key: str) -> tuple[BackMsg, Any]:
        """Return a message that sets one widget, and the widget's state in it."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, message.rerun_script.fragment_id = self.page.widgets[key]
        return message, state

    async def _act(self, message: BackMsg) -> Answer:
        begun, size = time.monotonic(), 0
        await self._send(message)
        async with asyncio.timeout(PATIENCE_S):
            while True:
                came, length = await self._read()
                size += length
                if came.WhichOneof("type") == "script_finished" and came.script_finished in _LAST_OF_A_RUN:
                    return Answer(seconds=time.monotonic() - begun, size=size)

    async def _send(self, message: BackMsg) -> None:
        message.rerun_script.query_string = self._query
        message.rerun_script.context_info.locale = "en"
        await self._socket.send(message.SerializeToString())

    async def _read(self) -> tuple[ForwardMsg, int]:
        raw = await self._socket.recv(decode=False)
        if self._keep:
            self.given.append(raw)
        message = ForwardMsg.FromString(raw)
        kind = message.WhichOneof("type")
        if kind == "delta":
            self.page.take(message)
        elif kind == "auto_rerun":
            self._timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "stop_auto_rerun":
            for fragment in message.stop_auto_rerun.fragment_ids:
                self._timers.pop(fragment, None)
        elif kind == "new_session":
            self._runs = True
            if not message.metadata.run.fragment_ids:
                self.page = Page(errors=self.page.errors)
                self._timers.clear()
        elif kind == "script_finished" and message.script_finished in _LAST_OF_A_RUN:
            self._runs = False
        return message, len(raw)


@asynccontextmanager
async def visiting(address: str, *, keep: bool = False) -> "AsyncIterator[Visitor]":
    """Connect a visitor to a server; with `keep` every message that it gets is kept."""
    stream = f"{address.replace('http://', 'ws://')}_stcore/stream"
    if not stream.startswith("ws://127.0.0.1:"):
        raise ValueError(f"{address} is not on this machine")
    async with connect(
        stream,
        subprotocols=[Subprotocol("streamlit")],
        max_size=LARGEST_BYTES,
        compression=None,
        ping_interval=None,
        close_timeout=CLOSING_S,
    ) as socket:
        yield Visitor(socket, keep=keep)
