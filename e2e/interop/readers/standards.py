"""Files of XML, held to the schemas of their standards."""

import zipfile

import schemas
from proof import CODE_POINTS, Differs
from readers.xml_files import parse
from registry import reader


def hold(data, name, what):
    """Nothing, when a schema has nothing against a document."""
    if against := schemas.problems(parse(data), name):
        raise Differs(f"{what} is not as the schema of its standard has it: {against}")


def in_files(before, after):
    """Plants a fault: some words of every TEI file of a folder are others."""

    def spoil(folder):
        texts = {path: path.read_text("utf-8") for path in folder.glob("*.xml")}
        for path, text in texts.items():
            path.write_text(text.replace(before, after), "utf-8")
        return any(before in text for text in texts.values())

    return spoil


def in_project(before, after):
    """Plants a fault: some words of the project in a REFI-QDA file are others."""

    def spoil(folder):
        [path] = folder.glob("*.qdpx")
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        text = files["project.qde"].decode("utf-8")
        files["project.qde"] = text.replace(before, after).encode("utf-8")
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return before in text

    return spoil


TEI_FAULTS = {
    "an element is none of the standard's": in_files("publicationStmt", "publicationStatement"),
    "an attribute is none of its element": in_files("<body ", '<body motivation="tagging" '),
}
REFI_FAULTS = {
    "an element is none of the standard's": in_project("CodeBook", "Codebook"),
    "an attribute is missing that must be there": in_project(" isCodable=", " codable="),
}


@reader(
    "tei-standoff",
    "tei-inline",
    name="RELAX NG of TEI P5",
    packages=["lxml"],
    unit=CODE_POINTS,
    needs=lambda: schemas.missing("tei_all.rng"),
    files=True,
    spoils=TEI_FAULTS,
)
def tei(folder, proof, unit):
    for article in proof.articles:
        hold((folder / f"{article}.xml").read_bytes(), "tei_all.rng", article)
    return None


@reader(
    "refi-qda",
    name="XML Schema of REFI-QDA",
    packages=["lxml"],
    unit=CODE_POINTS,
    needs=lambda: schemas.missing("Project.xsd"),
    files=True,
    spoils=REFI_FAULTS,
)
def refi(folder, proof, unit):
    [path] = folder.glob("*.qdpx")
    with zipfile.ZipFile(path) as archive:
        hold(archive.read("project.qde"), "Project.xsd", "project.qde")
    return None
