"""The table that negotiators use: a row for each clause, a column for each draft, a column for findings and one for comments.

`table.table_of` makes it of the comparisons of each draft with the next, as a frozen value; `docx`, `xlsx` and `html` write it.
"""
