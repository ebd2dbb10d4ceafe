"""7 · Fragments for pages, data for widgets, the verification report."""
