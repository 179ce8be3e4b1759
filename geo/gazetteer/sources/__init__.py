"""What each source says of places, as rows; read only when an index is built."""
