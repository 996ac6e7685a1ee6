"""Text at the door: what people type and files hold, made safe to show in a terminal and in a report.

Nothing here is markup: brackets, pipes and stars are words too, and whoever shows them escapes them.
"""

from __future__ import annotations

import re
import unicodedata

_SEQUENCES = re.compile(
    # CSI: colours, cursor. Then OSC (titles, links) and DCS, SOS, PM, APC, each up to its end. One without an
    # end on its line loses only its two opening characters: it must not take a person's words with it.
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x80-\x9f\n\r]*(?:\x07|\x1b\\\\|\x9c)"
    "|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x80-\x9f\n\r]*(?:\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff"  # halves of characters, from a terminal that speaks another encoding
    "\ufffe\uffff\U000e0000-\U000e0fff"  # tags and more: they can hide a whole text for a model
    "]"
)
# ZWNJ and ZWJ stay between two letters: Persian and Indic words and joined emoji read wrongly without them,
# and they neither turn the direction nor move a cursor. At a word's edge they only hide.
_JOINERS = re.compile(
    "(?<=[^\\s\u200c\u200d])([\u200c\u200d])[\u200c\u200d]*(?=[^\\s\u200c\u200d])"  # kept, once
    "|[\u200c\u200d]"
)


def clean_text(text: str) -> str:
    """Return a note as it may be kept: tabs stay, and line ends of all kinds as newlines.

    Terminal sequences, control characters, direction marks and zero-width characters go; the rest is in
    Unicode's form NFC. Cleaning twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", _SEQUENCES.sub("", text))
    text = _UNSEEN.sub("", text)
    return unicodedata.normalize("NFC", _JOINERS.sub(lambda found: found[1] or "", text))


def clean_line(text: str) -> str:
    """Return a name as it may be kept: as `clean_text`, on one line, with single spaces and no outer ones."""
    return " ".join(clean_text(text).split())
