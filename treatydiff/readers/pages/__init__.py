"""From printed pages to running text: lines with their places become paragraphs, and what stands around them becomes notes."""
