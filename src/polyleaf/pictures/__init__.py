"""Picture files made of pixels: their colours as a screen shows them."""
