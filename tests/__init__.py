"""Tests mirror `geo/`; builders that fill in the rest are in `tests/builders.py`."""
