"""The language server: keeps the open drafts, checks each as it is edited, and answers what an editor asks."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from treatydiff.editor.answers import diagnostics, hover, locations
from treatydiff.editor.draft import OpenDraft
from treatydiff.version import __version__

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

_PAUSE: Final = 0.1
"""Seconds without another key before a draft is checked, so that a word in the making is left alone."""
_REST: Final = 0.6
"""Seconds of rest before it is compared with the draft before, which takes longer."""


class DraftServer(LanguageServer):
    """A server with the drafts that are open, by their address, each as it was last checked."""

    def __init__(self) -> None:
        super().__init__("treatydiff", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.drafts: dict[str, OpenDraft] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def opened(self, uri: str) -> tuple[OpenDraft, TextDocument]:
        """Give a draft as the editor holds it now; what was found in the same text before is kept."""
        document = self.workspace.get_text_document(uri)
        draft = self.drafts.get(uri)
        if draft is None or draft.text != document.source:
            today = datetime.now(UTC).date().isoformat()
            draft = self.drafts[uri] = OpenDraft(document.path or document.uri, document.source, today)
        return draft, document

    def soon(self, uri: str, pause: float) -> None:
        """Check a draft after a pause, unless it is edited again before."""
        if (before := self.waiting.pop(uri, None)) is not None:
            before.cancel()
        self.waiting[uri] = asyncio.ensure_future(self._check(uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        draft, document = self.opened(uri)
        await self._publish(draft, document, compared=False)
        if await asyncio.to_thread(lambda: draft.previous) is not None:
            await asyncio.sleep(_REST)
            await self._publish(draft, document, compared=True)

    async def _publish(self, draft: OpenDraft, document: TextDocument, *, compared: bool) -> None:
        version = document.version
        found = await asyncio.to_thread(diagnostics, draft, document, compared=compared)
        if self.drafts.get(document.uri) is draft:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, found, version))

    def forget(self, uri: str) -> None:
        """Let a closed draft and its diagnostics go."""
        if (waiting := self.waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self.drafts.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def server() -> DraftServer:
    """Make a server that answers what an editor asks of drafts in text, Markdown and XML."""
    made = DraftServer()

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        made.soon(params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        made.soon(params.text_document.uri, _PAUSE)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        made.drafts.pop(params.text_document.uri, None)
        made.soon(params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        made.forget(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        draft, _ = made.opened(params.text_document.uri)
        return await asyncio.to_thread(hover, draft, params.position.line + 1)

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: types.DefinitionParams) -> list[types.Location]:
        draft, document = made.opened(params.text_document.uri)
        return await asyncio.to_thread(locations, draft, document, params.position)

    return made
