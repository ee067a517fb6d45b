"""Translation memory: earlier translations, never silently taken."""
