"""A project of Taguette, by Taguette's own models of its database; snippets are what it cuts itself, by bytes of UTF-8."""

import datetime
import html
import re

from dataclasses import replace

from proof import BYTES
from said import passages, reshaped
from writing import writer

# What a browser takes for white space; it shows one space for any of it.
SPACE = " \t\n\f\r"


def lines(proof):
    """
    Web pages have neither returns nor control characters, nor white space before their first paragraph; of a passage of
    white space nothing can be shown.
    """


    def cells(text):
        plain = re.sub("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]", " ", text)
        first = len(plain) - len(plain.lstrip(SPACE))
        returns = lambda at, sign: "" if sign == "\r" and plain[at + 1 : at + 2] == "\n" else "\n" if sign == "\r" else sign
        return ["" if at < first else returns(at, sign) for at, sign in enumerate(plain)]

    said = reshaped(passages(proof), cells)
    marks = [mark for mark in said.marks if said.words(mark)[0].strip(SPACE)]
    return replace(said, texts={id: text for id, text in said.texts.items() if text.strip()}, marks=marks)


def shown(said):
    """Every line is a paragraph of its own, and white space one space."""

    def cells(text):
        begun, waiting, out = False, "", []
        for sign in text:
            if sign in SPACE:
                waiting = "\n\n" if "\n" in sign or "\n" in waiting else " "
                out.append("")
            else:
                out.append((waiting if begun else "") + sign)
                begun, waiting = True, ""
        return out

    return reshaped(said, cells, trim=SPACE)


@writer("taguette", "taguette, its models", BYTES, packages=["taguette"], says=lines, becomes=shown)
def taguette(job):
    import sqlalchemy
    from sqlalchemy.orm import Session
    from taguette.database import Base, Command, Document, Highlight, Privileges, Project, ProjectMember, Tag, TextDirection, User
    from taguette.extract import extract

    if not job.texts:
        return
    engine = sqlalchemy.create_engine(f"sqlite:///{job.folder / 'project.sqlite3'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        project = Project(name="Ferry talks", description="", created=datetime.datetime(2024, 5, 1))
        session.add_all([User(login="ada", hashed_password=None), project])
        session.flush()
        session.add(ProjectMember(project=project, user_login="ada", privileges=Privileges.ADMIN))
        tags = {layer: Tag(project=project, path=layer, description="") for layer in sorted({m.layer for m in job.said.marks})}
        session.add_all(tags.values())
        for article, text in job.texts.items():
            # The text between the tags is the text itself, but for lines that are empty.
            contents = "\n".join(f"<p>{html.escape(line)}</p>" if line else "" for line in text.split("\n"))
            document = Document(
                name=article, description="", filename=f"{article}.txt", project=project, contents=contents,
                text_direction=TextDirection.LEFT_TO_RIGHT,
            )
            session.add(document)
            for mark in job.said.of(article):
                [(start, end)] = job.pairs(mark)
                snippet = extract(contents, start, end)
                highlight = Highlight(document=document, start_offset=start, end_offset=end, snippet=snippet, tags=[tags[mark.layer]])
                session.add(highlight)
                session.flush()
                session.add(Command.highlight_add("ada", document, highlight, [tags[mark.layer].id]))
        session.commit()
