"""The starter rooms: leaflets, translations and templates that come with polyleaf."""
