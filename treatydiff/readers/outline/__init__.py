"""Running text to a tree of provisions: paragraphs with their lines become chapters, articles, paragraphs and points."""
