"""The index file: named sections behind one checked header, read through a memory map.

    8 bytes   magic "DATELINE"
    4 bytes   format version, little endian
    4 bytes   length of the table of contents
    4 bytes   CRC-32 of the table of contents
    ...       table of contents, JSON: {"size", "sections": {name: [offset, length, crc]}, "about": {...}}
    ...       sections, each aligned to 8 bytes

One file, so that a build replaces it in one step and a reader sees the old index or the new one, never half of each.
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError

MAGIC = b"DATELINE"
VERSION = 3
_HEADER = struct.Struct("<8sIII")
_MEND = "build it anew with `python -m geo gazetteer build`, or restore the file that ships with Dateline"


@dataclass(frozen=True, slots=True)
class Container:
    """An open index file: its sections as views into the map, and what the build recorded about itself."""

    path: Path
    sections: Mapping[str, memoryview]
    about: Mapping[str, Any]
    _crcs: Mapping[str, int]

    def damaged_sections(self) -> tuple[str, ...]:
        """Return the names of the sections whose bytes are not those that were written."""
        return tuple(name for name, view in self.sections.items() if zlib.crc32(view) != self._crcs[name])


def write_container(path: Path, sections: Mapping[str, bytes], about: Mapping[str, Any]) -> None:
    """Write an index file beside `path` and move it there in one step."""
    offset = 0
    table: dict[str, list[int]] = {}
    for name, content in sections.items():
        table[name] = [offset, len(content), zlib.crc32(content)]
        offset += _padded(len(content))
    contents = json.dumps(
        {"size": offset, "sections": table, "about": about}, ensure_ascii=False, sort_keys=True
    ).encode()
    contents += b" " * (_padded(_HEADER.size + len(contents)) - _HEADER.size - len(contents))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        file.write(_HEADER.pack(MAGIC, VERSION, len(contents), zlib.crc32(contents)) + contents)
        for content in sections.values():
            file.write(content + b"\0" * (_padded(len(content)) - len(content)))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def open_container(path: Path) -> Container:
    """Open an index file.

    Raises
    ------
    GazetteerError
        If the file is missing, foreign, of another version, truncated or damaged in its table of contents.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < _HEADER.size:
                raise GazetteerError(f"the gazetteer index {path} is empty or truncated; {_MEND}")
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise GazetteerError(f"there is no gazetteer index at {path}; {_MEND}") from error
    except OSError as error:
        raise GazetteerError(f"the gazetteer index {path} cannot be read: {error.strerror}; {_MEND}") from error
    magic, version, length, crc = _HEADER.unpack(view[: _HEADER.size])
    if magic != MAGIC:
        raise GazetteerError(f"{path} is not a Dateline gazetteer index; {_MEND}")
    if version != VERSION:
        raise GazetteerError(f"the gazetteer index {path} has format {version}, this Dateline reads {VERSION}; {_MEND}")
    start = _HEADER.size + length
    contents = view[_HEADER.size : start]
    if len(contents) < length or zlib.crc32(contents) != crc:
        raise GazetteerError(f"the gazetteer index {path} is truncated or damaged; {_MEND}")
    table = json.loads(bytes(contents))
    if len(view) < start + table["size"]:
        missing = start + table["size"] - len(view)
        raise GazetteerError(f"the gazetteer index {path} is truncated: {missing} bytes are missing; {_MEND}")
    sections = {
        name: view[start + offset : start + offset + size] for name, (offset, size, _) in table["sections"].items()
    }
    return Container(path, sections, table["about"], {name: entry[2] for name, entry in table["sections"].items()})


def _padded(length: int) -> int:
    return (length + 7) & ~7
