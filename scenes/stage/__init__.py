"""Geometry and motion: no mathematics of the subject, no prose."""
