"""What was read or made before, kept in the user's cache folder: it saves work, and may be lost at any time."""
