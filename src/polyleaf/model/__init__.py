"""The words polyleaf thinks in: frozen dataclasses, standard library only."""
