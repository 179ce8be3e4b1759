"""The embedded gazetteer: its index file, and the build that makes it."""
