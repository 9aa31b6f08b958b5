"""Terms that were replaced wherever they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.escape import EMPTY, html, joined
from treatydiff.writers.html.findings import became_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from treatydiff.model import Clause, Term
    from treatydiff.writers.html.context import Context


def terms_html(context: Context) -> Markup:
    """Write the terms with the places that kept the old one; nothing where no term was replaced."""
    terms = context.comparison.terms
    if not terms:
        return EMPTY
    clauses = {clause.id: clause for clause in context.comparison.new_clauses}
    return html(
        """\
<section class="terms" id="terms" aria-labelledby="terms-name">
<div class="over"><h2 id="terms-name">Terms replaced throughout</h2><p>Told once here and kept quiet in the clauses</p></div>
<ul>{items}</ul>
</section>
""",
        items=joined(_term_html(term, clauses, context) for term in terms),
    )


def _term_html(term: Term, clauses: dict[str, Clause], context: Context) -> Markup:
    survivors = _links(term.survivors, clauses, context)
    return html(
        '<li><p class="words">{words}</p><div><details class="fold"><summary>{count} times in {clauses} clause{s}</summary>'
        "<p>{places}</p></details>{left}</div></li>",
        words=became_html(term.old, term.new),
        count=term.times,
        clauses=len(term.clauses),
        s="" if len(term.clauses) == 1 else "s",
        places=_links(term.clauses, clauses, context),
        left=html("<p>The old term is left in {links}.</p>", links=survivors) if survivors else EMPTY,
    )


def _links(ids: Iterable[str], clauses: dict[str, Clause], context: Context) -> Markup:
    """Write links to clauses of the new draft, each named as it is cited."""
    found = [clauses[each] for each in ids if each in clauses]
    return joined((html('<a href="#{to}">{label}</a>', to=context.new(each), label=each.label) for each in found), ", ")
