"""UIMA CAS, with the code of UIMA itself, in Java."""

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from proof import UTF16, Differs, Reading
from readers.uima import TYPE, safe_roles, safe_spans, safe_texts
from registry import reader

SOURCE = Path(__file__).parent.parent / "java"
BUILT = Path(sys.prefix) / "uima-java"


@functools.cache
def missing():
    """Why there is no program in Java, or None; its libraries are fetched, and it is compiled, once for this Python."""
    for tool in ("java", "javac", "mvn"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    maven = ["mvn", "-q", "-B", "-f", SOURCE / "pom.xml", "dependency:copy-dependencies", f"-DoutputDirectory={BUILT}"]
    if not list(BUILT.glob("uimaj-io-json-*.jar")) and subprocess.run(maven, capture_output=True, check=False).returncode:
        return "UIMA for Java cannot be had"
    compiler = ["javac", "-cp", BUILT / "*", "-d", BUILT, SOURCE / "ReadCas.java"]
    compiled = subprocess.run(compiler, capture_output=True, text=True, check=False)
    return f"ReadCas.java: {compiled.stderr}" if compiled.returncode else None


def documents(kind, folder, articles):
    if not articles:
        return []
    command = ["java", "-cp", f"{BUILT / '*'}{os.pathsep}{BUILT}", "ReadCas", kind, folder, *articles]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise Differs(next((line for line in done.stderr.decode().split("\n") if "Exception" in line), "it cannot be read"))
    return json.loads(done.stdout)


def reading(kind, folder, proof, unit):
    spans, roles, texts = [], [], {}
    for document in documents(kind, folder, list(proof.articles)):
        article, text = document["article"], document["text"]
        texts[article] = text

        def cut(place, layer, id):
            span = proof.cut(unit, article, place["begin"], place["end"], layer, id, text)
            if span.quote != place["covered"]:
                raise Differs(f"{article}: {place['begin']}..{place['end']} covers “{place['covered']}”")
            return span

        for each in document["annotations"]:
            if match := re.fullmatch(TYPE, each["type"]):
                # A discontinuous annotation is several that continue the first.
                layer, id = match[1].lower(), re.sub(r"_\d+$", "", each["id"])
                spans.append(cut(each, layer, id))
                passages = [link for link in each["links"] if link["type"] == "webanno.custom.Passage"]
                roles += [cut(link, f"{layer}.{link['role']}", id) for link in passages]
    return Reading(spans, texts, roles=roles)


@reader("uima-xmi", name="UIMA for Java, XMI", unit=UTF16, expects=safe_spans, texts=safe_texts, roles=safe_roles, needs=missing, release="3.6.1")
def xmi(folder, proof, unit):
    return reading("xmi", folder, proof, unit)


@reader("uima-json", name="UIMA for Java, CAS JSON", unit=UTF16, needs=missing, release="0.5.0")
def json_cas(folder, proof, unit):
    return reading("json", folder, proof, unit)
