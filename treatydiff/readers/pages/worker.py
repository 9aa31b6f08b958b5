"""The process in which a PDF is opened: `python -m treatydiff.readers.pages.worker SECONDS MEGABYTES`.

It reads the file from standard input and writes one JSON object to standard output: `pages`, the fields of each page in their
order, or `problem` and `mend`, the parts of the error. It has no more processor time and memory than it is given.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress


def main() -> None:
    """Limit this process, then extract the pages of the file on standard input."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    from treatydiff.errors import DraftError  # noqa: PLC0415 (under the limits)
    from treatydiff.readers.pages.extraction import pages  # noqa: PLC0415 (the same)

    gc.disable()
    try:
        answer: dict[str, object] = {"pages": pages(sys.stdin.buffer.read(), "")}
    except DraftError as error:
        answer = {"problem": error.problem, "mend": error.mend}
    sys.stdout.buffer.write(json.dumps(answer, separators=(",", ":")).encode())


def limit(seconds: int, megabytes: int) -> None:
    """Let the system end this process when it takes more; where the system knows no limits, whoever started it must end it."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (Windows has none)

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


if __name__ == "__main__":
    main()
