"""What several translation checks share."""
