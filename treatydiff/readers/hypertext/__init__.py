"""A web page to paragraphs of the draft that it shows: what is furniture goes to the notes, what is text to the outline."""
