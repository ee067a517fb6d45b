"""The officer's desk in a browser: every leaflet's state, its pages as they are saved, small edits, sign-offs."""
