"""Orders carried out on other machines, by Dask; knows nothing of leaflets."""
