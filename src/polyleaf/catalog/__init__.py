"""gettext catalogs: extract, merge, translate, status. The door to Babel messages."""
