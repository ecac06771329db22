"""Annotations of Hypothesis as its API gives them, by its documentation: passages by quote, with positions in the page."""

import json

from dataclasses import replace

from proof import UTF16
from said import everything, kept, only
from writing import writer


def tagged(proof):
    """Words and what is around them find a passage; what stands alone and more than once in a text is not told apart."""
    said = kept(only(everything(proof), "note"))
    return replace(said, marks=[replace(mark, note=mark.note.strip()) for mark in said.marks if said.words(mark)[0].strip()])


@writer("hypothesis", "Hypothesis API", None, says=tagged, onto=True)
def rows(job):
    found = []
    for mark in job.said.marks:
        text, [(start, end)] = job.texts[mark.article], mark.spans
        [words] = job.said.words(mark)
        quote = {"type": "TextQuoteSelector", "exact": words, "prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
        # Of the page, which has more on it than the article.
        first, last = UTF16.count("x" * 120 + text, 120 + start, 120 + end)
        place = {"type": "TextPositionSelector", "start": first, "end": last}
        within = {"type": "RangeSelector", "startContainer": "/div[1]/p[1]", "endContainer": "/div[1]/p[1]", "startOffset": 0, "endOffset": 1}
        url = f"https://example.org/{mark.article}"
        found.append({
            "id": mark.id, "created": "2024-05-01T08:00:00.000000+00:00", "updated": "2024-05-01T08:00:00.000000+00:00",
            "user": "acct:ada@hypothes.is", "uri": url, "text": mark.note, "tags": [mark.layer], "group": "__world__",
            "permissions": {"read": ["group:__world__"]}, "target": [{"source": url, "selector": [within, place, quote]}],
            "document": {"title": [mark.article]}, "links": {}, "flagged": False, "hidden": False,
            "user_info": {"display_name": None},
        })
    if found:
        job.file("annotations.json", json.dumps({"total": len(found), "rows": found}))
