"""Geocoders: the only room that says geopy."""

from geopy.geocoders.base import Geocoder

from geo.geocode.candidates import candidate_finder
from geo.geocode.gazetteer import GazetteerGeocoder

__all__ = ["GazetteerGeocoder", "Geocoder", "candidate_finder"]
