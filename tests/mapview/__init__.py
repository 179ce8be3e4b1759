"""Tests of the map room."""
