"""What of this folder is no test."""

# They run where the frameworks are, not here
collect_ignore_glob = ["in_*.py"]
