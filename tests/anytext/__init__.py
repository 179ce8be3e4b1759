"""Texts that nobody would write, what must hold for them all the same, and a few by name."""
