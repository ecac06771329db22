"""REFI-QDA projects with pyrefiqda, which has the standard's schema as classes: texts in the project or beside it."""

import uuid

from dataclasses import replace

from proof import CODE_POINTS
from readers.uima import safe
from said import everything, only, reshaped, unmarked
from writing import writer


def coded(proof):
    """
    A text without a word is none; XML has a space for a control character, and notes without white space around. A byte
    order mark at the beginning of a text is none of it to these programs.
    """
    said = unmarked(only(everything(proof), "note"))
    marks = [replace(mark, note=mark.note.strip()) for mark in said.marks]
    return replace(said, texts={id: safe(text) for id, text in said.texts.items() if text}, marks=marks)


def line_feeds(said):
    """Every kind of line end is a line feed."""

    def cells(text):
        return ["" if sign == "\r" and text[at + 1 : at + 2] == "\n" else "\n" if sign == "\r" else sign for at, sign in enumerate(text)]

    return reshaped(said, cells)


def guid(*names):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, " ".join(names)))


def project(job, source):
    """The project; `source(article, text)` says where a text is."""
    from pyrefiqda.models import project as refi

    user = refi.UserType(guid=guid("ada"), name="Ada")
    codes = {
        layer: refi.CodeType(guid=guid(layer), name=layer, is_codable=True, color="#1F5FA8")
        for layer in sorted({mark.layer for mark in job.said.marks})
    }
    sources = []
    for article, text in job.texts.items():
        selections = []
        for mark in job.said.of(article):
            [(start, end)], [words] = job.pairs(mark), job.said.words(mark)
            coding = refi.CodingType(code_ref=refi.CodeRefType(target_guid=codes[mark.layer].guid), guid=guid("coding", mark.id), creating_user=user.guid)
            selections.append(refi.PlainTextSelectionType(
                guid=guid("selection", mark.id), name=words[:60], start_position=start, end_position=end,
                description=mark.note or None, coding=[coding], creating_user=user.guid,
            ))
        sources.append(refi.TextSourceType(guid=guid(article), name=article, plain_text_selection=selections, **source(article, text)))
    return refi.Project(
        name="Ferry study", users=refi.UsersType(user=[user]), sources=refi.SourcesType(text_source=sources),
        code_book=refi.CodeBookType(codes=refi.CodesType(code=list(codes.values()))) if codes else None,
    )


@writer("refi-qda", "pyrefiqda, texts beside", CODE_POINTS, packages=["pyrefiqda"], says=coded, becomes=line_feeds)
def beside(job):
    from pyrefiqda import RefiProject

    sources = job.folder.parent / "sources"
    sources.mkdir(exist_ok=True)

    def source(article, text):
        name = f"{guid(article)}.txt"
        (sources / name).write_bytes(text.encode("utf-8"))
        return {"plain_text_path": f"internal://{name}"}

    if job.texts:
        RefiProject.save(project(job, source), job.folder / "study.qdpx", source_media_dir=sources)


@writer("refi-qda", "pyrefiqda, texts within", CODE_POINTS, packages=["pyrefiqda"], says=coded, becomes=line_feeds)
def within(job):
    from pyrefiqda import RefiProject

    if job.texts:
        RefiProject.save(project(job, lambda article, text: {"plain_text_content": text}), job.folder / "study.qdpx")
