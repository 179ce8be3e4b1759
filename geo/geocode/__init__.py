"""Geocoders: the only room that says geopy."""
