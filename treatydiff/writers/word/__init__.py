"""Word files for writers: values in, the bytes of a .docx out.

    word_file([text("Treaty", "Title"), Paragraph((Run("1. "), Run("shall", bold=True)), "Clause1")], Sheet("Treaty", "en"))

Built on python-docx, whose empty document is made once; text is made printable, and equal content gives equal bytes.
"""

from treatydiff.writers.word.letters import enclosed
from treatydiff.writers.word.package import packed, text_width, word_file
from treatydiff.writers.word.values import (
    Cell,
    Paragraph,
    Row,
    Run,
    Sheet,
    StyleId,
    Table,
    cell_clause_style,
    clause_style,
    text,
)

__all__ = [
    "Cell",
    "Paragraph",
    "Row",
    "Run",
    "Sheet",
    "StyleId",
    "Table",
    "cell_clause_style",
    "clause_style",
    "enclosed",
    "packed",
    "text",
    "text_width",
    "word_file",
]
