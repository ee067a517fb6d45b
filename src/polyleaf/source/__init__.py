"""Reads leaflet projects: `polyleaf.toml` and `leaflets/` become a `Project`."""
