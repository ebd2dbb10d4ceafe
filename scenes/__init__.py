"""Animations: one scene a file, one idea a scene."""
