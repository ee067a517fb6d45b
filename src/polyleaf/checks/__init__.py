"""The checks: one bad pattern a file, run by an engine that knows nothing of leaflets."""
