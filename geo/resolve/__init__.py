"""Choose the place that each mention means."""
