"""The stories that ship with Dateline, and the reading of others."""
