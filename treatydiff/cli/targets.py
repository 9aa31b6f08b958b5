"""Where results go and in which format: what `-f` and `-o` of the commands mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Format(Protocol):
    """What every writer says of itself: its name, and the suffixes by which it is chosen."""

    @property
    def name(self) -> str:
        """The name that `--format` takes."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes in lower case with their dots."""
        ...


STANDARD_OUTPUT: Final = "-"


class Target(NamedTuple):
    """A format by its name, and the file to write to: empty or "-" for standard output."""

    format_name: str
    path: str

    @property
    def is_file(self) -> bool:
        """Whether this is not standard output."""
        return self.path not in {"", STANDARD_OUTPUT}


def targets(
    writers: Sequence[Format], format_name: str | None, outputs: Sequence[str], *, keep: Iterable[str] = ()
) -> tuple[Target, ...]:
    """Give what is to be written where, after seeing that every file can be; the terminal when no output is named.

    `keep` are files that must not be overwritten: the drafts.

    Raises:
        UsageError: a suffix belongs to no format, one format is asked for several files, or one file is named twice.
        OutputError: one of the files cannot be written.

    """
    from treatydiff.api import STANDARD_INPUT, check_target
    from treatydiff.errors import UsageError

    if format_name and len(outputs) > 1:
        raise UsageError(
            f"--format names one format for {len(outputs)} outputs", mend="leave it out: each file's suffix names its format"
        )
    found = tuple(Target(chosen(writers, format_name, output, "terminal"), output) for output in outputs or ("",))
    drafts = [path for path in keep if path != STANDARD_INPUT]
    known: set[str | Path] = set()
    for target in found:
        place = check_target(target.path, keep=drafts).resolve() if target.is_file else STANDARD_OUTPUT
        if place in known:
            raise UsageError("is named as output twice", mend="name another file", subject=target.path)
        known.add(place)
    return found


def chosen(writers: Sequence[Format], format_name: str | None, output: str, default: str) -> str:
    """Give the name of the format: as asked, else by the longest suffix that fits, else the default without a suffix.

    The whole name of a file may be such a suffix: "note.docx" is a note.

    Raises:
        UsageError: the suffix belongs to no format.

    """
    from treatydiff.errors import UsageError

    if format_name:
        return format_name
    if default and (output in {"", STANDARD_OUTPUT} or not Path(output).suffix):
        return default
    if not output:
        raise UsageError("no output file is named", mend="name one with -o")
    name = f".{Path(output).name.lower()}"
    known = {suffix: writer.name for writer in writers for suffix in writer.suffixes}
    fitting = [suffix for suffix in known if name.endswith(suffix)]
    if fitting:
        return known[max(fitting, key=len)]
    if default and name.endswith(".txt"):
        return default
    suffix = Path(output).suffix.lower()
    raise UsageError(f"no format goes by the suffix {suffix!r}", mend=_advice(suffix, list(known)), subject=output)


def _advice(suffix: str, known: Sequence[str]) -> str:
    """Say which suffixes there are, those that look like what was written first."""
    from difflib import get_close_matches

    near = get_close_matches(suffix, known, n=1)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"{meant}the name can end in {', '.join(known)}; or name the --format"


def suffix_table(writers: Sequence[Format]) -> str:
    """Write the formats with their suffixes for the help of a command, one line each, not to be wrapped."""
    column = max(len(writer.name) for writer in writers) + 2
    lines = (f"  {writer.name.ljust(column)}{' '.join(writer.suffixes)}".rstrip() for writer in writers)
    return "\n".join(("\b", "Formats and the suffixes that choose them:", *lines))
