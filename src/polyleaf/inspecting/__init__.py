"""Looking at what is there: check, doctor, preflight, validate, verify."""
