"""The amendments that make one draft into another, as Markdown, as a Word file and as Akoma Ntoso."""
