"""Words, scripts and folding: what a name is before it is a place."""
