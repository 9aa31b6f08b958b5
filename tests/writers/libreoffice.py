"""Opens Word files in LibreOffice and says what is left when all tracked changes are accepted and when all are rejected.

    python3 libreoffice.py FOLDER FILE...

A script for the Python that has LibreOffice's bridge (`python3-uno`), started once for all files. LibreOffice keeps its
profile in FOLDER. Standard output gets one JSON object: by file, `accepted` and `rejected` as lists of [style, text] for every
paragraph with text, the number of tracked `changes` as loaded, and how many are left afterwards. The files must have no
comments: without a screen, Debian's LibreOffice lacks the window in which they are shown and ends when it would open it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException  # the bridge makes these modules when they are asked for

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 60.0
"""Seconds that LibreOffice has to start."""


def _connected(pipe: str, office: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401 (an object of the bridge)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end or office.poll() is not None:
                raise
            time.sleep(0.1)


def _each(container: Any) -> Iterator[Any]:  # noqa: ANN401 (an object of the bridge)
    found = container.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def _paragraphs(document: Any) -> list[list[str]]:  # noqa: ANN401 (an object of the bridge)
    return [[each.ParaStyleName, each.String] for each in _each(document.Text) if each.String]


def _resolved(context: Any, path: str) -> dict[str, Any]:  # noqa: ANN401 (an object of the bridge)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    found: dict[str, Any] = {}
    for how, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
        found["changes"] = sum(1 for _ in _each(document.Redlines))
        dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
        found[how] = _paragraphs(document)
        found[f"{how}_left"] = sum(1 for _ in _each(document.Redlines))
        document.close(True)
    return found


def main(folder: str, *files: str) -> None:
    pipe = f"treatydiff{os.getpid()}"
    profile = Path(folder).resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen(  # noqa: S603 (our own command)
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        context = _connected(pipe, office)
        json.dump({path: _resolved(context, str(Path(path).resolve())) for path in files}, sys.stdout)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
