"""Words that carry meaning a patient's safety hangs on, language by language: tables, and how they are found."""
