"""Building again whenever something is saved."""
