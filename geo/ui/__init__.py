"""The page: the only room that says streamlit."""
