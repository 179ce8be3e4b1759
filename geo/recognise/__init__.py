"""Find the mentions of toponyms in a text."""
