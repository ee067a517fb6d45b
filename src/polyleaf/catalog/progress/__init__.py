"""How far the work is: status, impact of a change, job sheet."""
