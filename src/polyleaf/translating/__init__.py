"""The translation desk: send out, receive, approve, share, survey."""
