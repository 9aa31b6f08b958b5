"""The drafts as the page names them: a letter for each, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.writers.html.escape import attribute, html, joined
from treatydiff.writers.html.phrases import file_name, readable_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from treatydiff.model import Draft, History

_LETTERS: Final = 26


class DraftView(NamedTuple):
    """A draft as it is named: its sign on the page, its id in the folder, title, date, symbol, and its fragment."""

    sign: str
    id: str
    name: str
    date: str
    symbol: str
    fragment: str

    @property
    def full(self) -> str:
        """What the draft is called in a sentence."""
        return f"{self.sign} ({self.name})"


def draft_views(history: History) -> tuple[DraftView, ...]:
    """Name the drafts of a history: by letters, or by numbers where these do not suffice."""
    many = len(history.drafts) > _LETTERS
    titles = [draft.entry.title for draft in history.drafts]
    return tuple(
        _view(draft, str(n + 1) if many else chr(ord("A") + n), is_shared=titles.count(draft.entry.title) > 1)
        for n, draft in enumerate(history.drafts)
    )


def _view(draft: Draft, sign: str, *, is_shared: bool) -> DraftView:
    entry = draft.entry
    name = entry.title or file_name(draft.document.metadata) or entry.id
    date = readable_date(entry.date)
    told = f"{name}, {entry.symbol or date or entry.id}" if is_shared else name
    return DraftView(sign, entry.id, told, date, entry.symbol, f"draft-{entry.id}")


def sign_html(view: DraftView) -> Markup:
    """Write the sign of a draft, with its name for those who do not see the key."""
    return html(
        '<b class="sig"><span class="unseen">Draft </span>{sign}<span class="unseen">, {name}</span></b>',
        sign=view.sign,
        name=attribute(view.name),
    )


def signs_html(views: Sequence[DraftView]) -> Markup:
    """Write the signs of several drafts."""
    return joined(map(short_sign_html, views), " ")


def short_sign_html(view: DraftView) -> Markup:
    """Write the sign of a draft alone."""
    return html('<b class="sig"><span class="unseen">Draft </span>{sign}</b>', sign=view.sign)
