"""The language server, driven by a client over its standard input and output as an editor drives it."""

from __future__ import annotations

import asyncio
import sys
from threading import Thread
from typing import TYPE_CHECKING

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, make_test_lsp_client

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

BEFORE = """Article 1. Harbours

1. Each Party shall mark its harbours.

2. Parties shall lend tugs under article 2.

Article 2. Tugs

Tugs are lent for a day.
"""
DRAFT = BEFORE.replace("1. Each Party shall", "1. Each Party may").replace("article 2.\n", "article 7.\n")


def _drive(session: Callable[[LanguageClient], Coroutine[None, None, None]]) -> None:
    """Run a session between a client and a server of its own, in a thread: other tests keep an event loop in this one."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(_driven(session))
        except BaseException as error:  # noqa: BLE001 (raised again where the test is)
            failed.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


async def _driven(session: Callable[[LanguageClient], Coroutine[None, None, None]]) -> None:
    command = [sys.executable, "-m", "treatydiff", "lsp"]
    client = await ClientServerConfig(server_command=command, client_factory=make_test_lsp_client).start()
    assert isinstance(client, LanguageClient)
    await client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    try:
        async with asyncio.timeout(120):
            await session(client)
    finally:
        await client.shutdown_session()
        await client.stop()  # type: ignore[no-untyped-call]


def _uri(path: Path) -> str:
    return path.as_uri()


def _open(client: LanguageClient, path: Path, text: str) -> str:
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(_uri(path), "plaintext", 1, text)))
    return _uri(path)


async def _told(client: LanguageClient, uri: str, check: str) -> types.Diagnostic:
    """Wait until the server says something under a check."""
    while True:
        found = [one for one in client.diagnostics.get(uri, ()) if one.code == check]
        if found:
            return found[0]
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def test_a_problem_is_shown_at_its_place_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    async def session(client: LanguageClient) -> None:
        uri = _open(client, tmp_path / "draft.txt", DRAFT)
        found = await _told(client, uri, "dangling-reference")
        assert found.range == types.Range(types.Position(4, 33), types.Position(4, 42))
        assert found.message == "there is no article 7; cite what it became, or take the reference out"
        assert (found.severity, found.source) == (types.DiagnosticSeverity.Error, "treatydiff")
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(2, uri),
                [types.TextDocumentContentChangePartial(types.Range(types.Position(4, 41), types.Position(4, 42)), "2")],
            )
        )
        while any(one.code == "dangling-reference" for one in client.diagnostics[uri]):
            await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    _drive(session)


def test_columns_are_counted_as_the_editor_counts_them(tmp_path: Path) -> None:
    async def session(client: LanguageClient) -> None:
        uri = _open(
            client, tmp_path / "draft.txt", DRAFT.replace("Parties shall lend tugs", "\U0001f6a2 Parties shall lend tugs")
        )
        found = await _told(client, uri, "dangling-reference")
        assert found.range == types.Range(types.Position(4, 36), types.Position(4, 45))

    _drive(session)


def test_in_a_treaty_folder_what_changed_since_the_draft_before_is_shown(tmp_path: Path) -> None:
    async def session(client: LanguageClient) -> None:
        (tmp_path / "before.txt").write_text(BEFORE)
        (tmp_path / "treaty.toml").write_text('[[draft]]\nfile = "before.txt"\n')
        uri = _open(client, tmp_path / "draft.txt", DRAFT)
        found = await _told(client, uri, "modality-change")
        assert found.range.start == types.Position(2, 14)
        shown = await client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, 20))
        )
        assert shown is not None
        assert isinstance(shown.contents, types.MarkupContent)
        assert shown.contents.value == (
            "**article 1, paragraph 1**\n\narticle 1, paragraph 1 in before.txt:\n\n"
            "Each Party ~~shall~~ **may** mark its harbours."
        )

    _drive(session)


def test_a_reference_leads_to_what_it_cites(tmp_path: Path) -> None:
    async def session(client: LanguageClient) -> None:
        uri = _open(client, tmp_path / "draft.txt", BEFORE)
        found = await client.text_document_definition_async(
            types.DefinitionParams(types.TextDocumentIdentifier(uri), types.Position(4, 36))
        )
        assert isinstance(found, list)
        assert [(one.uri, one.range.start.line) for one in found if isinstance(one, types.Location)] == [(uri, 6)]
        nothing = await client.text_document_definition_async(
            types.DefinitionParams(types.TextDocumentIdentifier(uri), types.Position(2, 5))
        )
        assert not nothing

    _drive(session)


def test_a_draft_that_cannot_be_read_has_one_diagnostic_that_says_why(tmp_path: Path) -> None:
    async def session(client: LanguageClient) -> None:
        uri = _open(client, tmp_path / "draft.xml", "<akomaNtoso>")
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        (found,) = client.diagnostics[uri]
        assert found.range.start.line == 0
        assert "draft.xml" in found.message
        client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert list(client.diagnostics[uri]) == []

    _drive(session)
