"""One article with all that word processors and web pages have besides paragraphs: lists, tables, breaks, links, notes."""

from said import Said
from writers.articles import BLANK, ONCE
from writing import writer

HEADLINE = "The ferry 😀 stays"
LEAD = "The council voted on Tuesday to keep the night ferry, after a winter in which the boat ran on one engine alone."
SECTION = "What it costs"
POINTS = ["A repair of the brakes, “within weeks”", "New lamps 👩‍👩‍👧 for the pier", "An engine"]
TABLE = [["Year", "Sailings"], ["2023", "1,204"], ["2024", "1,143 – fewer"]]
BROKEN = ["Port Ellery", "“Post”, page 3"]
LINKED = ("The union published ", "its own count", " of cancelled sailings in April.")
NOTE = "The company did not answer."


def words(table):
    """Blocks with a blank line between: word processors have a paragraph in each cell of a table, web pages a row."""
    blocks = [HEADLINE, LEAD, SECTION, *POINTS, *table, "\n".join(BROKEN), "".join(LINKED)]
    return lambda proof: Said({"structured": BLANK.join(blocks)})


def ends(job):
    """The headline, and what comes after the link in the last paragraph, as the text has them."""
    blocks = job.texts["structured"].split(BLANK)
    return blocks[0], blocks[-1].removeprefix("".join(LINKED[:2]))


@writer("articles", "python-docx, lists and tables", packages=["python-docx"], says=words([cell for row in TABLE for cell in row]), **ONCE)
def word(job):
    """With a comment, a header and hidden words, which are none of the article."""
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if not job.texts:
        return
    headline, rest = ends(job)
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Port Ellery Post"
    document.add_heading(headline, 0)
    lead = document.add_paragraph(LEAD)
    document.add_comment(lead.runs, text=NOTE, author="Ada")
    document.add_heading(SECTION, 1)
    for point in POINTS:
        document.add_paragraph(point, style="List Bullet")
    table = document.add_table(rows=0, cols=2)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    broken = document.add_paragraph(BROKEN[0])
    broken.add_run().add_break()
    broken.add_run(BROKEN[1])
    hidden = broken.add_run("Not to be seen.")
    hidden.font.hidden = True
    linked = document.add_paragraph(LINKED[0])
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), "count")
    run = linked.add_run(LINKED[1])
    link.append(run._r)
    linked._p.append(link)
    linked.add_run(rest)
    document.save(job.folder / "structured.docx")


@writer("articles", "odfpy, lists and tables", packages=["odfpy"], says=words([cell for row in TABLE for cell in row]), **ONCE)
def opendocument(job):
    """With a footnote and a comment, which are none of the article."""
    from odf.office import Annotation
    from odf.opendocument import OpenDocumentText
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.teletype import addTextToElement
    from odf.text import A, H, LineBreak, List, ListItem, Note, NoteBody, NoteCitation, P

    if not job.texts:
        return
    headline, rest = ends(job)
    document = OpenDocumentText()
    add = document.text.addElement
    add(H(outlinelevel=1, text=headline))
    lead = P(text=LEAD)
    note, comment = Note(id="n1", noteclass="footnote"), Annotation()
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text=NOTE))
    note.addElement(body)
    lead.addElement(note)
    comment.addElement(P(text=NOTE))
    lead.addElement(comment)
    add(lead)
    add(H(outlinelevel=2, text=SECTION))
    points = List()
    for point in POINTS:
        item = ListItem()
        item.addElement(P(text=point))
        points.addElement(item)
    add(points)
    table = Table(name="t")
    table.addElement(TableColumn(numbercolumnsrepeated=2))
    for row in TABLE:
        made = TableRow()
        for text in row:
            cell = TableCell()
            cell.addElement(P(text=text))
            made.addElement(cell)
        table.addElement(made)
    add(table)
    broken = P(text=BROKEN[0])
    broken.addElement(LineBreak())
    addTextToElement(broken, BROKEN[1])
    add(broken)
    linked = P(text=LINKED[0])
    linked.addElement(A(href="https://example.org/count", text=LINKED[1]))
    addTextToElement(linked, rest)
    add(linked)
    document.save(job.folder / "structured.odt")


@writer("articles", "BeautifulSoup, lists and tables", packages=["beautifulsoup4"], says=words([" ".join(row) for row in TABLE]), **ONCE)
def page(job):
    """With scripts and styles, which are none of the article."""
    from bs4 import BeautifulSoup

    if not job.texts:
        return
    headline, rest = ends(job)
    points = "".join(f"<li>{point}</li>" for point in POINTS)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    soup = BeautifulSoup(
        f"<!DOCTYPE html><html><head><title>{headline}</title><style>p {{ color: red }}</style><script>let a = '<p>no</p>';</script>"
        f"</head><body><article><h1>{headline}</h1><p>{LEAD}</p><h2>{SECTION}</h2><ul>{points}</ul><table>{rows}</table>"
        f"<p>{BROKEN[0]}<br>{BROKEN[1]}</p><p>{LINKED[0]}<a href='#n'>{LINKED[1]}</a>{rest}</p></article></body></html>",
        "html.parser",
    )
    job.file("structured.html", str(soup))
