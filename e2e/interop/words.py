"""Where the words of a file without places stand in the text."""

import unicodedata

from proof import Differs


def place(article, text, words):
    """
    The place of every word, in code points. A word is what the text says next, after white space; it may be
    written in Unicode's composed form. Raises Differs when the text says something else.
    """
    found, at = [], 0
    for word in words:
        while at < len(text) and text[at].isspace() and not word.startswith(text[at]):
            at += 1
        end = at + 1
        while end <= len(text) and unicodedata.normalize("NFC", text[at:end]) != unicodedata.normalize("NFC", word):
            end += 1
            if end - at > 3 * len(word) + 8:
                raise Differs(f"{article}: “{word}” is not what stands at {at}: “{text[at:at + 12]}”")
        if end > len(text):
            raise Differs(f"{article}: the text ends before “{word}”")
        found.append((at, end))
        at = end
    if text[at:].strip():
        raise Differs(f"{article}: the words end before “{text[at:at + 20]}”")
    return found


def touched(places, start, end):
    """Which words a passage touches."""
    return [n for n, (begin, stop) in enumerate(places) if begin < end and start < stop]
