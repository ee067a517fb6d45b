"""Languages as data: scripts, fonts, digits, numbers, dates, word breaks. The door to Babel locales and ICU."""
