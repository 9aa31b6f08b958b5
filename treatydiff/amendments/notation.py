"""One instruction as an item of a Markdown list, and back.

The item is the sentence with what it quotes as a block quotation below it. Where reading that back would not give the
instruction to the letter, as with emphasis or white space that print does not show, a comment behind it holds the exact form
as JSON together with a digest of the item, so that nobody changes the one and not the other.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from treatydiff.amendments.parts import part_of, stretches, written
from treatydiff.amendments.sentences import Quoted, sentence
from treatydiff.amendments.sound import is_sound
from treatydiff.amendments.understanding import hole, understood
from treatydiff.model import Amendment, Mark, Place, Provision
from treatydiff.text.marks import Marked, extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.amendments.places import Tree
    from treatydiff.amendments.sentences import Said
    from treatydiff.model import PartOfProvision

EXACTLY: Final = re.compile(r"<!-- exactly ([0-9a-f]{8}) (\{.*\}) -->")
_QUOTES: Final = ("“”", "«»", "‹›")
_ANY_QUOTE: Final = re.compile("[“”«»‹›]")
_SIGN: Final = re.compile(r"[\\`*_<&~|]")
_LINK: Final = re.compile(r"\](?=[(:\[])")
_HEAD_OF_BLOCK: Final = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)]))")
_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});")
_ASTERISK: Final = re.compile(r"(?<!\\)\*")
_DEPTH: Final = re.compile(r"^((?:> ?)+)(.*)$")
_HEAD: Final = re.compile(r"(?:\*\*((?:[^*\\]|\\.)+)\*\*)?(?: ?\*((?:[^*\\]|\\.)+)\*(?=$))?(?: ?(.*))?", re.DOTALL)
_LETTERS_OF_DIGEST: Final = 8
_COUNTED: Final = re.compile(r"\d+[a-z]?\.?")
_BOXED: Final = re.compile(r"\(?.+\)")


def item(amendment: Amendment, base: Tree) -> list[str]:
    """Give the lines of an item: the sentence, the lines of the block quotation, and the comment where one is needed."""
    said, follows = sentence(amendment, base)
    lines = [_inline(said), *_block(amendment, follows)]
    if read_item(lines) != without_ids(amendment):
        exact = (
            json.dumps(_plain(without_ids(amendment)), separators=(",", ":")).replace(">", "\\u003e").replace("--", "-\\u002d")
        )
        lines.append(f"<!-- exactly {digest(lines)} {exact} -->")
    return lines


def read_item(lines: Sequence[str]) -> Amendment | None:
    """Understand the sentence of an item with the lines of its block quotation; None when it says nothing known here."""
    said, quoted = _taken_out(lines[0].strip())
    block = [line for line in lines[1:] if line.strip()]
    found = understood(said, quoted)
    if found is None:
        return None
    if found.kind == "text":
        return _with_text(found, block)
    if found.kind == "insert":
        return _with_provision(found, block)
    return None if block else found


def exact_item(encoded: str) -> Amendment | None:
    """Give the instruction that the JSON of a comment holds; None when it is none."""
    try:
        found = msgspec.convert(json.loads(encoded), _Exact)
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
    return found.amendment if is_sound(found.amendment) else None


class _Exact(msgspec.Struct, frozen=True):
    amendment: Amendment


def _plain(amendment: Amendment) -> object:
    return msgspec.to_builtins(_Exact(amendment))


def digest(lines: Iterable[str]) -> str:
    """Give eight hexadecimal digits that tell an item, whatever its white space."""
    words = " ".join(" ".join(lines).replace(">", " ").split())
    return sha256(words.encode(errors="replace")).hexdigest()[:_LETTERS_OF_DIGEST]


def without_ids(amendment: Amendment) -> Amendment:
    """Give an instruction as it can be read from words: its places are known by their labels."""
    return amendment._replace(
        place=_unnamed(amendment.place),
        target=_unnamed(amendment.target),
        others=tuple(map(_unnamed, amendment.others)),
        kin=tuple(map(_unnamed, amendment.kin)),
    )


def _unnamed(place: Place) -> Place:
    return place._replace(id="")


def shown(text: str) -> str:
    """Give words as Markdown that shows them as they are: nothing in them is markup, and no sign turns the text around."""
    text = _SIGN.sub(r"\\\g<0>", _UNSHOWN.sub("\ufffd", text))
    if _LINK.search(text):
        text = text.replace("[", "\\[")
    return text.replace("\\&", "&amp;").replace("\\<", "&lt;")


def unshown(text: str) -> str:
    """Undo `shown`."""
    text = text.replace("&lt;", "\\<").replace("&amp;", "\\&")
    return _ESCAPED.sub(lambda m: m[1] or (chr(int(m[2])) if int(m[2]) < 0x110000 else m[0]), text)  # noqa: PLR2004


def _inline(said: Said) -> str:
    out = []
    for one in said:
        if isinstance(one, Quoted):
            pair = next((pair for pair in _QUOTES if not (pair[0] in one.words or pair[1] in one.words)), "")
            words = shown(one.words) if pair else _spelt(shown(one.words))
            pair = pair or _QUOTES[0]
            out.append(f"{pair[0]}{words}{pair[1]}")
        else:
            out.append(_spelt(shown(one.label)) if isinstance(one, Place) else one)
    line = "".join(out)
    return line[:1].upper() + line[1:]


def _spelt(text: str) -> str:
    return _ANY_QUOTE.sub(lambda m: f"&#{ord(m[0])};", text)


def _taken_out(line: str) -> tuple[str, list[str]]:
    """Take the quotations out of a sentence and its last sign, undo what was escaped, and begin it in small letters."""
    quoted: list[str] = []
    out: list[str] = []
    at = 0
    while m := _ANY_QUOTE.search(line, at):
        pair = next((pair for pair in _QUOTES if pair[0] == m[0]), "")
        end = line.find(pair[1], m.end()) if pair else -1
        if end < 0:
            break
        out += (unshown(line[at : m.start()]), hole(len(quoted)))
        quoted.append(unshown(line[m.end() : end]))
        at = end + 1
    said = "".join((*out, unshown(line[at:])))
    if said.endswith((".", ":")):
        said = said[:-1]
    first = said.partition(" ")[0]
    return (said if first in _VERBS else said[:1].lower() + said[1:]), quoted


_VERBS: Final = frozenset({"In", "Replace", "Delete", "Insert", "Move", "Give"})


def _block(amendment: Amendment, follows: Iterable[Provision]) -> Iterator[str]:
    first = True
    for provision in follows:
        for depth, paragraph in _paragraphs(amendment, provision):
            if not first:
                yield ">"
            first = False
            yield f"{'> ' * (depth + 1)}{paragraph}"


def _paragraphs(amendment: Amendment, provision: Provision) -> Iterator[tuple[int, str]]:
    if amendment.kind == "insert":
        yield from _provision(provision, 0)
        return
    for part in ("text", "closing"):
        if words := _body(provision, part):
            yield 0, words


def _provision(provision: Provision, depth: int) -> Iterator[tuple[int, str]]:
    words = _body(provision, "text")
    head = f"**{shown(provision.num)}**" if provision.num else ""
    if provision.heading:
        heading = written(Marked(provision.heading, provision.heading_marks))
        yield depth, " ".join(part for part in (head, f"*{shown(heading)}*") if part)
        if words:
            yield depth, words
    else:
        yield depth, " ".join(part for part in (head, words) if part)
    for child in provision.children:
        yield from _provision(child, depth + 1)
    if provision.closing:
        yield depth, _body(provision, "closing")


def _body(provision: Provision, part: PartOfProvision) -> str:
    """Write a part of a provision as the text of a paragraph, what is set off in italics."""
    found = part_of(provision, part) or Marked(provision.closing if part == "closing" else provision.text, ())
    written_out = [f"*{shown(one.text)}*" if one.is_set_off else shown(one.text) for one in stretches(found)]
    return _safe_head("".join(written_out))


def _safe_head(words: str) -> str:
    """Keep the beginning of a paragraph from being read as a heading, a list or a quotation."""
    return _HEAD_OF_BLOCK.sub(lambda m: f"{m[1]}&#{ord(m[2][0])};{m[2][1:]}", words)


def _read_paragraphs(block: Iterable[str]) -> list[tuple[int, str]] | None:
    found: list[tuple[int, str]] = []
    is_new = True
    for line in block:
        m = _DEPTH.match(line.strip())
        if m is None:
            return None
        depth, words = m[1].count(">") - 1, m[2].strip()
        if not words:
            is_new = True
        elif is_new or depth != found[-1][0]:
            found.append((depth, words))
            is_new = False
        else:
            found[-1] = (depth, f"{found[-1][1]} {words}")
    return found


def _with_text(amendment: Amendment, block: Sequence[str]) -> Amendment | None:
    if amendment.comes:
        heading = extract(amendment.comes[0].heading)
        comes = amendment.comes[0]._replace(heading=heading.words, heading_marks=heading.marks)
        return amendment._replace(comes=(comes,)) if not block else None
    paragraphs = _read_paragraphs(block)
    if not paragraphs or any(depth for depth, _ in paragraphs):
        return None
    words = [paragraph for _, paragraph in paragraphs]
    if amendment.part == "closing" and len(words) == 1:
        return amendment._replace(comes=(_worded("provision", "", words[0]),))
    if len(words) > (2 if amendment.part == "words" else 1):
        return None
    return amendment._replace(comes=(_worded("provision", *words),))


def _read_body(text: str) -> Marked:
    """Read the text of a paragraph, what stands between asterisks as set off; all as it stands where one has no other."""
    parts = _ASTERISK.split(text)
    if len(parts) % 2 == 0:
        return extract(unshown(text))
    raw = ""
    emphasis = []
    for n, part in enumerate(map(unshown, parts)):
        if n % 2:
            emphasis.append(Mark("emphasis", len(raw), len(raw) + len(part)))
        raw += part
    return extract(raw, emphasis)


def _worded(kind: str, text: str = "", closing: str = "") -> Provision:
    here, behind = _read_body(text), _read_body(closing)
    by = len(here.words) + 1
    marks = tuple(mark._replace(start=mark.start + by, end=mark.end + by) for mark in behind.marks)
    return Provision("", kind, text=here.words, closing=behind.words, marks=(*here.marks, *marks))


def _with_provision(amendment: Amendment, block: Sequence[str]) -> Amendment | None:
    paragraphs = _read_paragraphs(block)
    if not paragraphs:
        return None
    found = []
    at = 0
    while at < len(paragraphs):
        if paragraphs[at][0]:
            return None
        provision, at = _read_provision(paragraphs, at, 0, amendment.comes[0].kind)
        found.append(provision)
    return amendment._replace(comes=tuple(found))


def _read_provision(paragraphs: Sequence[tuple[int, str]], at: int, depth: int, kind: str) -> tuple[Provision, int]:
    """Read a provision from the paragraph `at` on; give where the next one begins."""
    m = _HEAD.fullmatch(paragraphs[at][1])
    num, heading, text = (m[1] or "", m[2] or "", m[3] or "") if m else ("", "", paragraphs[at][1])
    at += 1
    if heading and at < len(paragraphs) and paragraphs[at][0] == depth and not paragraphs[at][1].startswith("**"):
        text = paragraphs[at][1]
        at += 1
    num = unshown(num)
    children = []
    while at < len(paragraphs) and paragraphs[at][0] == depth + 1:
        child, at = _read_provision(paragraphs, at, depth + 1, "")
        children.append(child)
    closing = ""
    if children and at < len(paragraphs) and paragraphs[at][0] == depth and not paragraphs[at][1].startswith("**"):
        closing = paragraphs[at][1]
        at += 1
    found = _worded(kind or _kind(num), text, closing)
    headed = extract(unshown(heading))
    return found._replace(num=num, heading=headed.words, heading_marks=headed.marks, children=tuple(children)), at


def _kind(num: str) -> str:
    """Give the level that a number mostly stands for."""
    if not num or _COUNTED.fullmatch(num):
        return "paragraph"
    if _BOXED.fullmatch(num):
        return "point"
    return num.partition(" ")[0].casefold()
