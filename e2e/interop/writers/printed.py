"""Articles laid out on pages: PDF and RTF. What they cannot hold is not asked of them."""

from writers.articles import ONCE, paragraphs, tidied, told
from writing import writer


@writer("articles", "PyRTF3", packages=["PyRTF3"], says=told("en", "de", "fr", "pl", "ru", "el", "ja", "he"), becomes=tidied, **ONCE)
def rich(job):
    from PyRTF.Elements import Document
    from PyRTF.Renderer import Renderer
    from PyRTF.document.paragraph import Paragraph
    from PyRTF.document.section import Section

    def escaped(text):
        """PyRTF3 writes code points as they are: RTF has 16 bits, with a sign, and a character for those who do not know."""
        units = text.encode("utf-16-le")
        signs = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
        return "".join(chr(sign) if 31 < sign < 127 and chr(sign) not in "\\{}" else f"\\u{sign}?" for sign in signs)

    for id, text in job.texts.items():
        document, section = Document(), Section()
        document.Sections.append(section)
        for paragraph in paragraphs(text):
            section.append(Paragraph(document.StyleSheet.ParagraphStyles.Normal, escaped(paragraph)))
        with open(job.folder / f"{id}.rtf", "w") as file:
            Renderer().Write(document, file)


LATIN = ("en", "de", "fr")


@writer("articles", "fpdf2", packages=["fpdf2"], says=told(*LATIN), **ONCE)
def pages(job):
    """One column, in a font of the PDF standard, which has the letters of Western Europe."""
    from fpdf import FPDF

    for id, text in job.texts.items():
        headline, *rest = paragraphs(text)
        pdf = FPDF()
        pdf.core_fonts_encoding = "windows-1252"
        pdf.add_page()
        pdf.set_font("Times", "B", 18)
        pdf.multi_cell(0, 9, headline, new_x="LMARGIN", new_y="NEXT", align="L")
        pdf.set_font("Times", size=11)
        for paragraph in rest:
            pdf.ln(4)
            pdf.multi_cell(0, 5.5, paragraph, new_x="LMARGIN", new_y="NEXT", align="L")
        pdf.output(str(job.folder / f"{id}.pdf"))


@writer("articles", "reportlab", packages=["reportlab"], says=told(*LATIN), **ONCE)
def laid_out(job):
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
    from xml.sax.saxutils import escape

    styles = getSampleStyleSheet()
    for id, text in job.texts.items():
        headline, *rest = paragraphs(text)
        flow = [Paragraph(escape(headline), styles["Title"])]
        for paragraph in rest:
            flow += [Spacer(1, 6), Paragraph(escape(paragraph), styles["BodyText"])]
        SimpleDocTemplate(str(job.folder / f"{id}.pdf")).build(flow)
