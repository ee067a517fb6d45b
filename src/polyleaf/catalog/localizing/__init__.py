"""From catalogs to documents: translate, fall back, pseudo locales, glossary."""
