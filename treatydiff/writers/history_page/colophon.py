"""The end of the page: how it was made, from which files, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.version import __version__
from treatydiff.writers.html.escape import EMPTY, content, html, joined

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Draft
    from treatydiff.writers.history_page.context import Context


def colophon_html(context: Context) -> Markup:
    """Write the method, the generator and every file with what reading it had to survive."""
    files = joined(_file_html(view.sign, draft) for view, draft in zip(context.drafts, context.history.drafts, strict=True))
    return html(
        """\
<footer class="colophon" id="colophon" aria-labelledby="colophon-name">
<h2 id="colophon-name">How this was made</h2>
<p>Each draft was compared with the one that it is based on, clause by clause, by words, numbers and places; the links \
of all steps together make the line of a clause. Articles are followed by the words that their clauses share. A finding names \
what its rule found, and is a place to read, not a legal opinion. The same files always give this same page; \
<code>treatydiff report --format csv</code> and <code>json</code> give the data behind it.</p>
<dl>
<dt>Generator</dt><dd>treatydiff {version}</dd>
{files}</dl>
</footer>
""",
        version=__version__,
        files=files,
    )


def _file_html(sign: str, draft: Draft) -> Markup:
    warnings = joined(
        html("<br>{where}{message} <code>{code}</code>", where=_where(one.where), message=content(one.message), code=one.code)
        for one in draft.document.warnings
    )
    digest = draft.document.metadata.sha256
    return html(
        "<dt>Draft {sign}</dt><dd><bdi>{file}</bdi>{digest}{warnings}</dd>\n",
        sign=sign,
        file=content(draft.entry.file),
        digest=html("<br>SHA-256 <code>{digest}</code>", digest=digest) if digest else EMPTY,
        warnings=warnings,
    )


def _where(where: str) -> str:
    return f"{where.capitalize()}: " if where else ""


def help_html() -> Markup:
    """Write the dialog that explains keys and signs."""
    return html("""\
<dialog id="help" aria-labelledby="help-name">
<h2 id="help-name">Reading this history</h2>
<div class="columns">
<dl><dt><kbd>/</kbd></dt><dd>Search: a number of any draft, <i>45(1)</i>, that of one draft, <i>61(1)@cnd</i>, or words</dd>\
<dt><kbd>Enter</kbd></dt><dd>To the first clause found</dd>\
<dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>Next clause, previous clause</dd>\
<dt><kbd>1</kbd> to <kbd>6</kbd></dt><dd>To a part of the page</dd><dt><kbd>o</kbd></dt><dd>Open or close all clauses</dd>\
<dt><kbd>?</kbd></dt><dd>This help</dd><dt><kbd>Esc</kbd></dt><dd>Close</dd></dl>
<dl class="signs"><dt><ins>words</ins></dt><dd>came in with this draft</dd><dt><del>words</del></dt><dd>went out with it</dd>\
<dt><span class="open"><b class="br">[</b>words<b class="br">]</b></span></dt><dd>contested in that draft</dd>\
<dt><b class="sig">C</b></dt><dd>the draft called C</dd>\
<dt><span class="sev" data-n="3"><i></i><i></i><i></i></span></dt><dd>weight: high, medium, low</dd>\
<dt>◇</dt><dd>stronger or weaker depends on the view taken</dd><dt>↺</dt><dd>words that had gone and came back</dd>\
<dt>¶</dt><dd>permanent link to the clause</dd></dl>
</div>
<form method="dialog"><button class="plain">Close</button></form>
</dialog>
""")
