"""The end of the page: how it was made, from which files, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.version import __version__
from treatydiff.writers.html.escape import EMPTY, html, joined
from treatydiff.writers.html.phrases import rule_name

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Comparison, Document, ReadWarning


def colophon_html(comparison: Comparison) -> Markup:
    """Write the method, the generator, both files with what reading them had to survive, and the rules that found something."""
    return html(
        """\
<footer class="colophon" id="colophon" aria-labelledby="colophon-name">
<h2 id="colophon-name">How this was made</h2>
<p>Clauses of the earlier draft were matched to clauses of the later one by their words, their numbers and their place, each \
to at most one unless it was split or merged, and the words of each pair were compared without regard to brackets and \
remarks, which were compared by themselves. Rules then read each change for words that bind, allow, limit or protect; a \
finding names its rule, and is a place to read, not a legal opinion.</p>
<dl>
<dt>Generator</dt><dd>treatydiff {version}</dd>
{earlier}{later}<dt>Rules with findings</dt><dd>{rules}</dd>
</dl>
</footer>
""",
        version=__version__,
        earlier=_document_html("Earlier draft", comparison.old),
        later=_document_html("Later draft", comparison.new),
        rules=", ".join(f"{rule_name(rule)} ({count})" for rule, count in _rules(comparison)) or "None",
    )


def _document_html(called: str, document: Document) -> Markup:
    data = document.metadata
    return html(
        "<dt>{called}</dt><dd>{path}{format}{digest}</dd>\n<dt>Warnings on reading</dt><dd>{warnings}</dd>\n",
        called=called,
        path=html("<bdi>{path}</bdi>", path=data.path) if data.path else EMPTY,
        format=f", read as {data.format}" if data.format else "",
        digest=html("<br>SHA-256 <code>{digest}</code>", digest=data.sha256) if data.sha256 else EMPTY,
        warnings=joined(map(_warning_html, document.warnings), "<br>") or "None",
    )


def _warning_html(warning: ReadWarning) -> Markup:
    where = f"{warning.where.capitalize()}: " if warning.where else ""
    return html("{where}<bdi>{message}</bdi> <code>{code}</code>", where=where, message=warning.message, code=warning.code)


def _rules(comparison: Comparison) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for change in comparison.changes:
        for finding in change.findings:
            counts[finding.rule] = counts.get(finding.rule, 0) + 1
    return sorted(counts.items())


def help_html() -> Markup:
    """Write the dialog that explains keys and signs."""
    return html("""\
<dialog id="help" aria-labelledby="help-name">
<h2 id="help-name">Reading this comparison</h2>
<div class="columns">
<dl><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>Next change, previous change</dd><dt><kbd>v</kbd></dt><dd>Side by side or inline</dd>\
<dt><kbd>a</kbd></dt><dd>All clauses or changed ones only</dd>\
<dt><kbd>m</kbd></dt><dd>Brackets and remarks shown or hidden</dd><dt><kbd>f</kbd></dt><dd>Filter</dd>\
<dt><kbd>/</kbd></dt><dd>Search</dd><dt><kbd>c</kbd></dt><dd>Copy the clause in hand, with citation</dd>\
<dt><kbd>?</kbd></dt><dd>This help</dd><dt><kbd>Esc</kbd></dt><dd>Close</dd></dl>
<dl class="signs"><dt><ins>words</ins></dt><dd>came in</dd><dt><del>words</del></dt><dd>went out</dd>\
<dt><span class="open"><b class="br">[</b>words<b class="br">]</b></span></dt><dd>contested in that draft</dd>\
<dt class="dots">¦</dt><dd>moved: the link leads to the other end</dd>\
<dt><span class="sev" data-n="3"><i></i><i></i><i></i></span></dt><dd>weight: high, medium, low</dd>\
<dt>◇</dt><dd>stronger or weaker depends on the view taken</dd><dt>¶</dt><dd>permanent link to the clause</dd></dl>
</div>
<form method="dialog"><button class="plain">Close</button></form>
</dialog>
""")
