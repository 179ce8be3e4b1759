"""How much of its readers' own texts one process holds: neither a crowd nor one visitor's many tabs may fill the memory.

Pure: no Streamlit here.
"""

from threading import Lock
from weakref import WeakSet

from geo.articles import refusal

MEGABYTE = 1024 * 1024
MOST_BYTES = 12 * MEGABYTE  # of the texts of all visits; with its places each byte takes some fifty
LIGHT_BYTES = 50_000  # of a visit that finds room behind the others too: a dozen stories
RESERVE_BYTES = 8 * MEGABYTE  # for such visits alone


class Tenant:
    """What one visit holds; it counts as long as the visit keeps this."""

    def __init__(self) -> None:
        self.size = 0  # bytes


class Room:
    """The room that all visits share."""

    def __init__(self, most: int = MOST_BYTES, light: int = LIGHT_BYTES, reserve: int = RESERVE_BYTES) -> None:
        self._most, self._light, self._reserve = most, light, reserve
        self._tenants: WeakSet[Tenant] = WeakSet()
        self._lock = Lock()

    def take(self, tenant: Tenant, size: int) -> None:
        """Let a visit hold texts of so many bytes in all; what is less than before always fits.

        Raises
        ------
        ArticleError
            If there is no room for more.
        """
        with self._lock:
            self._tenants.add(tenant)
            taken = sum(each.size for each in self._tenants) - tenant.size
            most = self._most + self._reserve * (size <= self._light)
            if size > tenant.size and taken + size > most:
                raise refusal("own_crowd")
            tenant.size = size
