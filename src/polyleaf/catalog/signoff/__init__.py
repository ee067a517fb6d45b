"""Sign-offs: the ledger, what they are bound to, what they are worth."""
