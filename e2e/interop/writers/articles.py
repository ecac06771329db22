"""Articles in the files that people have them in, by the libraries that write those. No marks: only texts, and titles."""

import re

from prose import ARTICLES
from said import Said
from writing import writer

BLANK = "\n\n"


def told(*languages):
    """Our own articles in some languages, all without any, in paragraphs with a blank line between."""
    return lambda proof: Said({id: BLANK.join(ARTICLES[id]) for id in languages or ARTICLES})


def tidied(said):
    """Soft hyphens and runs of spaces are there for the eye."""
    return Said({id: re.sub("[ \t]+", " ", text.replace("\xad", "")) for id, text in said.texts.items()})


def paragraphs(text):
    return text.split(BLANK)


# By "golden" alone: the texts are ours and none of a project's.
ONCE = {"unit": None, "projects": ("golden",)}


@writer("articles", "python-docx", packages=["python-docx"], says=told(), becomes=tidied, **ONCE)
def word(job):
    """A heading, and paragraphs in runs that change within words."""
    import docx

    for id, text in job.texts.items():
        document = docx.Document()
        headline, *rest = paragraphs(text)
        document.add_heading(headline, 0)
        for paragraph in rest:
            made = document.add_paragraph()
            for number, piece in enumerate(re.findall(r"(?s).{1,7}", paragraph)):
                run = made.add_run(piece)
                run.bold, run.italic = number % 3 == 1, number % 5 == 2
        document.save(job.folder / f"{id}.docx")


@writer("articles", "odfpy", packages=["odfpy"], says=told(), becomes=tidied, **ONCE)
def opendocument(job):
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P, Span
    from odf.teletype import addTextToElement

    for id, text in job.texts.items():
        document = OpenDocumentText()
        headline, *rest = paragraphs(text)
        document.text.addElement(H(outlinelevel=1, text=headline))
        for paragraph in rest:
            made = P()
            for piece in re.findall(r"(?s).{1,9}", paragraph):
                within = Span()
                addTextToElement(within, piece)
                made.addElement(within)
            document.text.addElement(made)
        document.save(job.folder / f"{id}.odt")


@writer("articles", "EbookLib", packages=["EbookLib", "lxml"], says=told(), becomes=tidied, **ONCE)
def book(job):
    """One book for each article, its only chapter."""
    from ebooklib import epub
    from lxml.html import builder, tostring

    for id, text in job.texts.items():
        made = epub.EpubBook()
        made.set_identifier(id)
        made.set_title(id)
        made.set_language("en")
        headline, *rest = paragraphs(text)
        chapter = epub.EpubHtml(title=headline, file_name="text.xhtml")
        page = builder.HTML(builder.BODY(builder.H1(headline), *(builder.P(each) for each in rest)))
        chapter.content = tostring(page, encoding="utf-8")
        made.add_item(chapter)
        made.toc, made.spine = [chapter], ["nav", chapter]
        made.add_item(epub.EpubNcx())
        made.add_item(epub.EpubNav())
        epub.write_epub(str(job.folder / f"{id}.epub"), made)


def page_of(text, head=""):
    """A web page with more on it than the article."""
    from lxml.html import builder as b

    headline, *rest = paragraphs(text)
    article = b.ARTICLE(b.H1(headline), *(b.P(each) for each in rest))
    around = b.NAV(b.UL(*(b.LI(b.A(name, href="/")) for name in ("Home", "News", "Sport"))))
    return b.HTML(b.HEAD(b.TITLE(headline)), b.BODY(around, article, b.FOOTER(b.P("© The Port Ellery Post"))))


PAGES = {"utf-8": tuple(ARTICLES), "utf-16": ("en", "signs"), "windows-1252": ("en", "de", "fr"), "shift_jis": ("ja",)}
PAGES |= {"windows-1250": ("pl",), "windows-1251": ("ru",), "koi8-r": ("ru",), "iso-8859-9": ("tr",), "gb18030": ("zh", "signs"), "big5": ("tw",)}
PAGES |= {"euc-kr": ("ko",), "windows-1255": ("he",), "windows-1256": ("ar",), "iso-8859-7": ("el",), "euc-jp": ("ja",)}

for encoding, languages in PAGES.items():

    @writer("articles", f"lxml.html, {encoding}", packages=["lxml"], says=told(*languages), becomes=tidied, **ONCE)
    def page(job, encoding=encoding):
        """The page declares its encoding; what that does not have stands as a reference."""
        from lxml.html import tostring

        for id, text in job.texts.items():
            html = tostring(page_of(text), encoding=encoding, doctype="<!DOCTYPE html>", include_meta_content_type=True)
            declared = html.decode(encoding).replace("<head>", f'<head><meta charset="{encoding}">', 1)
            job.file(f"{id}.html", declared.encode(encoding, "xmlcharrefreplace"))


@writer("articles", "email (Python), MHTML", packages=["lxml"], says=told(), becomes=tidied, **ONCE)
def saved_page(job):
    """A page as a browser saves it, by turns in quoted-printable and base64."""
    from email.mime.multipart import MIMEMultipart
    from email.mime.nonmultipart import MIMENonMultipart
    import email.charset
    from lxml.html import tostring

    for number, (id, text) in enumerate(job.texts.items()):
        message = MIMEMultipart("related", type="text/html")
        message["Subject"] = paragraphs(text)[0]
        message["Snapshot-Content-Location"] = f"https://example.org/{id}"
        charset = email.charset.Charset("utf-8")
        charset.body_encoding = email.charset.QP if number % 2 else email.charset.BASE64
        part = MIMENonMultipart("text", "html", charset="utf-8")
        part["Content-Location"] = f"https://example.org/{id}"
        part.set_payload(tostring(page_of(text), encoding="utf-8", doctype="<!DOCTYPE html>").decode(), charset=charset)
        message.attach(part)
        job.file(f"{id}.mhtml", message.as_bytes())


TEXTS = {"utf-8": tuple(ARTICLES), "utf-8-sig": tuple(ARTICLES), "utf-16": tuple(ARTICLES), "utf-16-le": ("en", "signs")}
TEXTS |= {"utf-32": ("en", "signs"), "cp1252": ("en", "de", "fr"), "cp1251": ("ru",), "shift_jis": ("ja",), "euc-jp": ("ja",)}
TEXTS |= {"gb18030": ("zh",), "big5": ("tw",), "euc-kr": ("ko",), "cp1255": ("he",), "cp1256": ("ar",), "cp1254": ("tr",)}

for encoding, languages in TEXTS.items():

    @writer("articles", f"open (Python), {encoding}", says=told(*languages), **ONCE)
    def text_file(job, encoding=encoding):
        """Lines end as they do on Windows."""
        for id, text in job.texts.items():
            with open(job.folder / f"{id}.txt", "w", encoding=encoding, newline="\r\n") as file:
                file.write(f"{text}\n")
