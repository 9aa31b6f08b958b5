"""What the checks found, in the forms that people and their tools read: one file for each."""
