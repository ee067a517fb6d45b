"""Plans and runs builds: freshness, workers, whole files, manifest."""
