"""Word's files: a zip of XML parts, read into the paragraphs, numbers and marks that Word shows."""
