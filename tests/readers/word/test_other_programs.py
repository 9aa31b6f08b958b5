"""Files that another program wrote, with its own styles, lists and parts."""

from __future__ import annotations

import io

import docx

from treatydiff import api


def test_a_file_of_python_docx_is_read_with_the_numbers_of_its_list_style() -> None:
    made = docx.Document()
    made.add_heading("Harbour Treaty", 0)
    made.add_heading("Moorings", 1)
    made.add_paragraph("Ships shall wait.", style="List Number")
    bold = made.add_paragraph("Boats ", style="List Number")
    bold.add_run("never").bold = True
    bold.add_run(" wait.")
    made.add_paragraph("in spring", style="List Bullet")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Berth", "Free."
    made.sections[0].footer.paragraphs[0].text = "Draft of May"
    file = io.BytesIO()
    made.save(file)
    found = api.read_bytes(file.getvalue(), "made.docx")
    title, moorings = found.provisions
    assert (found.metadata.format, found.metadata.title) == ("docx", "Harbour Treaty")
    assert (title.heading, moorings.heading) == ("Harbour Treaty", "Moorings")
    assert [(p.num, p.text) for p in moorings.walk()][1:3] == [("1.", "Ships shall wait."), ("2.", "Boats never wait.")]
    assert [p.text for p in moorings.walk()][3:] == ["in spring", "Berth", "Free."]
    assert [(n.kind, n.text) for n in found.notes] == [("running-head", "Draft of May")]
