"""Words, numbers, ids and marks: what every layer above needs to know about the text of a provision."""
