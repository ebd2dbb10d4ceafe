"""1 · What words and symbols mean."""
