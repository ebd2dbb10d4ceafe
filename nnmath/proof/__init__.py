"""2 · What a claim is and whether it holds."""
