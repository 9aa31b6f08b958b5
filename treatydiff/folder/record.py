"""`record.toml`: the negotiation record beside the drafts, checked against its schema."""

from __future__ import annotations

import os
import re
import tomllib
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec

from treatydiff import api
from treatydiff.errors import ConfigError
from treatydiff.model import Event, Operation, Proposal, Record, Source, Votes

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

RECORD_FILE: Final = "record.toml"
_PLACE: Final = re.compile(r" - at `(.+)`$")
_STEP: Final = re.compile(r"\.?([\w-]+)|\[(\d+)\]")
_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601, as far as it is known")]
_Names = Annotated[tuple[str, ...], msgspec.Meta(description="States and groups as the source names them")]


class _Source(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """A publication that facts come from; others name it by its id."""

    id: _Text
    publisher: _Text
    title: str = ""
    date: str = ""


class _Event(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """Something dated that happened in the negotiation."""

    date: _Date
    title: _Text
    kind: str = ""
    source: str = ""


class _Votes(msgspec.Struct, forbid_unknown_fields=True):
    """Votes for the proposal, against it, and abstentions."""

    yes: Annotated[int, msgspec.Meta(ge=0)]
    no: Annotated[int, msgspec.Meta(ge=0)]
    abstain: Annotated[int, msgspec.Meta(ge=0)] = 0


class _Proposal(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """A proposal; `draft` is the draft of treaty.toml whose numbers `clauses` uses."""

    id: _Text
    date: _Date
    operation: Operation
    said: _Text
    source: _Text
    draft: str = ""
    clauses: tuple[str, ...] = ()
    words_in: tuple[_Text, ...] = ()
    words_out: tuple[_Text, ...] = ()
    proposed_by: _Names = ()
    supported_by: _Names = ()
    opposed_by: _Names = ()
    status: str = ""
    remark: str = ""
    votes: _Votes | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """A negotiation record."""

    source: tuple[_Source, ...] = ()
    event: tuple[_Event, ...] = ()
    proposal: tuple[_Proposal, ...] = ()


def read_record(folder: Path, drafts: Collection[str]) -> Record:
    """Read the record beside the drafts with these ids; an empty one where there is none.

    Raises:
        ConfigError: it cannot be used.

    """
    path = folder / RECORD_FILE
    return parse_record(api.contents(path), os.fspath(path), drafts) if path.is_file() else Record()


def schema() -> dict[str, Any]:
    """Give the JSON Schema of `record.toml`, which is shipped as `record.schema.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(_File)}


def parse_record(data: bytes, path: str, drafts: Collection[str]) -> Record:
    """Read a record; `drafts` are the ids of the treaty's drafts.

    Raises:
        ConfigError: the bytes are no TOML, do not fit the schema, or name a source or a draft that is not there.

    """
    try:
        written = msgspec.convert(msgspec.to_builtins(tomllib.loads(data.decode())), _File)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no valid TOML ({error})", mend="mend the file", subject=path) from error
    except msgspec.ValidationError as error:
        raise _unfit(str(error), path) from error
    _refuse_unknown(written, path, drafts)
    return Record(
        tuple(Source(one.id, one.publisher, one.title, one.date) for one in written.source),
        tuple(Event(one.date, one.kind, one.title, one.source) for one in written.event),
        tuple(_proposal(one) for one in written.proposal),
    )


def _proposal(one: _Proposal) -> Proposal:
    votes = Votes(one.votes.yes, one.votes.no, one.votes.abstain) if one.votes else None
    fields = {name: getattr(one, name) for name in Proposal._fields if name != "votes"}
    return Proposal(**fields, votes=votes)


def _unfit(said: str, path: str) -> ConfigError:
    """Say where in the file a value does not fit: "[[proposal]] 3, date"."""
    found = _PLACE.search(said)
    steps = [name or number for name, number in _STEP.findall(found[1].removeprefix("$"))] if found else []
    place = ", ".join(f"{int(step) + 1}" if step.isdigit() else step for step in steps)
    return ConfigError(_PLACE.sub("", said), mend="see record.schema.json", subject=path, place=place)


def _refuse_unknown(written: _File, path: str, drafts: Collection[str]) -> None:
    sources = [source.id for source in written.source]
    for number, event in enumerate(written.event, start=1):
        if event.source and event.source not in sources:
            mend = f"choose from {', '.join(sources)}"
            raise ConfigError(f"there is no source {event.source!r}", mend=mend, subject=path, place=f"event {number}")
    seen: set[str] = set()
    for one in written.proposal:
        if one.id in seen:
            raise _wrong("is there twice", "give each proposal its own id", path, one.id)
        if one.source not in sources:
            raise _wrong(f"there is no source {one.source!r}", f"choose from {', '.join(sources)}", path, one.id)
        if one.draft and one.draft not in drafts:
            raise _wrong(f"there is no draft {one.draft!r}", f"choose from {', '.join(drafts)}", path, one.id)
        if one.clauses and not one.draft:
            raise _wrong("names clauses but no draft", "say whose numbers they are: draft = ...", path, one.id)
        seen.add(one.id)


def _wrong(problem: str, mend: str, path: str, proposal: str) -> ConfigError:
    return ConfigError(problem, mend=mend, subject=path, place=f"proposal {proposal}")
