"""Dateline reads the news onto a map."""
