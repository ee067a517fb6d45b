"""Documents of other programs as leaflets, and leaflets as documents that clinicians correct."""
