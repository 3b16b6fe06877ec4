"""The checkpoint questions, one table for each lecture."""
