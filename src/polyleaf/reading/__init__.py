"""How a text in a language is understood: numbers, units, denials, sides, letters."""
