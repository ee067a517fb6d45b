"""From leaflets to messages: extract, update, the words of the templates."""
