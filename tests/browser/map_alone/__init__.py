"""A server and a page with nothing but the map."""
