"""Worker processes: orders in, results out, a deadline for each; knows nothing of leaflets."""
