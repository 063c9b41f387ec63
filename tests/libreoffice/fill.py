"""Fills in a workbook of peil in LibreOffice and saves it as .xlsx and .ods, as a person would.

    fill.py WORKBOOK ANSWERS.json OUT

ANSWERS.json is an answers file. Without one (`-`) an answer is made for every line of the workbook. OUT.xlsx and
OUT.ods are the workbook filled in; OUT.json is the same as an answers file, so that both ways can be compared.

Needs LibreOffice Calc and its Python binding (Debian: libreoffice-calc, python3-uno), nothing else.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
HEADINGS = {
    "answer": ("Antwoord", "Answer"),
    "not-applicable": ("Waarom niet van toepassing?", "Why not applicable?"),
    "evidence": ("Waaruit blijkt dat?", "What shows this?"),
    "comment": ("Toelichting", "Notes"),
}
YES = {"nl": "Ja", "en": "Yes"}
DONT_KNOW = {"nl": "Weet ik niet", "en": "I don’t know"}
NOT_APPLICABLE = {"nl": "Niet van toepassing", "en": "Not applicable"}
NONE = {"nl": "Niets hiervan", "en": "None of these"}


def property_value(name, value):
    return PropertyValue(Name=name, Value=value)


def desktop(pipe):
    """The running office, as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(150):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def cells(sheet):
    """Every text of a sheet, as rows."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = cursor.getRangeAddress()
    rows = sheet.getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow).getDataArray()
    return [[str(cell) for cell in row] for row in rows]


class Workbook:
    """An open workbook: what its hidden sheet says, and where its lines are."""

    def __init__(self, document):
        self.document = document
        self.meta, self.choices, self.lines = {}, {}, {}
        for sheet in (document.Sheets.getByIndex(index) for index in range(document.Sheets.Count)):
            rows = cells(sheet)
            if rows[0][:2] == ["peil", "workbook/1"]:
                self.read_meta(rows)
            else:
                self.read_lines(sheet, rows)
        self.language = self.meta["language"].split("-")[0]

    def read_meta(self, rows):
        heading = next(index for index, row in enumerate(rows) if row[0] == "column")
        self.meta = {row[0]: row[1] for row in rows[:heading] if row[0]}
        place = rows[heading].index(self.meta["language"])
        for row in rows[heading + 1 :]:
            self.choices.setdefault(row[0], {})[row[1]] = row[place]

    def read_lines(self, sheet, rows):
        for top, row in enumerate(rows):
            if "id" not in row:
                continue
            columns = {name: next((row.index(w) for w in words if w in row), None) for name, words in HEADINGS.items()}
            for number in range(top + 1, len(rows)):
                if rows[number][row.index("id")]:
                    self.lines[rows[number][row.index("id")]] = (sheet, number, columns)
            return

    def write(self, line, what, text):
        sheet, row, columns = self.lines[line]
        sheet.getCellByPosition(columns[what], row).setString(text)

    def has_list(self, line):
        """Whether a list drops down: beside a number, but not beside a free text."""
        sheet, row, columns = self.lines[line]
        return sheet.getCellByPosition(columns["answer"], row).Validation.Type.value == "LIST"

    def boxes(self, column):
        return [line.split("|")[1] for line in self.lines if line.startswith(column + "|")]

    def fill(self, column, answer):
        """One answer of an answers file."""
        if isinstance(answer, dict):
            for what in ("evidence", "comment"):
                if what in answer:
                    self.write(column, what, answer[what])
            if "not-applicable" in answer:
                self.write(column, "answer", NOT_APPLICABLE[self.language])
                self.write(column, "not-applicable", answer["not-applicable"])
                return
            answer = next((answer[name] for name in ("choice", "number", "text") if name in answer), None)
        special = {"dont-know": DONT_KNOW, "not-applicable": NOT_APPLICABLE}
        if answer is None:
            return
        if isinstance(answer, list):
            own = self.boxes(column)
            for choice in answer:
                if choice in own:
                    self.write(f"{column}|{choice}", "answer", YES[self.language])
                else:
                    self.write(column, "answer", self.choices[column][choice])
            if not answer:
                self.write(column, "answer", NONE[self.language])
        elif answer in special:
            self.write(column, "answer", special[answer][self.language])
        elif column in self.choices:
            self.write(column, "answer", self.choices[column][str(answer)])
        else:
            # As typed: with a comma where people write one.
            text = str(answer)
            self.write(column, "answer", text.replace(".", ",") if self.language == "nl" and text[:1].isdigit() else text)

    def made_up(self):
        """An answer for every line, now and then one that is not known, with notes that must stay texts."""
        answers = {}
        for number, column in enumerate(line for line in self.lines if line[0] != "#" and "|" not in line):
            choices = list(self.choices.get(column, {}))
            if number % 11 == 7 and choices:
                answers[column] = "dont-know"
            elif self.boxes(column):
                answers[column] = self.boxes(column)[: 1 + number % 2]
            elif choices:
                # The first three: a row of a grid may not go higher.
                answers[column] = {"choice": choices[number % min(3, len(choices))]}
                answers[column]["comment"] = ["=1+1", "0012\n+1", "@x 1/2 <b>", "’s-Gravenhage 🚀"][len(answers) % 4]
            elif self.has_list(column):
                answers[column] = 2.5
            else:
                answers[column] = "1/2 = <b>½</b>"
        return answers


def answers_file(workbook, answers):
    meta = workbook.meta
    return {
        "peil": "answers/1",
        "questionnaire": {"id": meta["questionnaire"], "version": meta["version"], "hash": meta["hash"]},
        "scan": meta["scan"],
        "council": {"id": "41048", "name": "Ninove"},
        "wave": 2026,
        "respondent": {},
        "shown_by_role": True,
        "status": "final",
        "answers": answers,
    }


def work(office, source, given, out):
    hidden = (property_value("Hidden", True),)
    document = office.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, hidden)
    workbook = Workbook(document)
    whole = json.loads(given.read_text()) if given else answers_file(workbook, workbook.made_up())
    for column, answer in whole["answers"].items():
        workbook.fill(column, answer)
    head = {
        "#council": whole["council"]["id"],
        "#name": whole["council"].get("name", ""),
        "#wave": str(whole.get("wave", "")),
        "#shown_by_role": YES[workbook.language] if whole.get("shown_by_role") else "",
    }
    for line, text in head.items():
        if line in workbook.lines:
            workbook.write(line, "answer", text)
    out.with_suffix(".json").write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
    for extension, name in FILTERS.items():
        target = out.with_suffix("." + extension).resolve().as_uri()
        document.storeToURL(target, (property_value("FilterName", name),))
    document.close(True)


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    source, given, out = sys.argv[1:]
    pipe = f"peil-{os.getpid()}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;",
             f"-env:UserInstallation={Path(profile).as_uri()}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running = desktop(pipe)
            work(running, Path(source), None if given == "-" else Path(given), Path(out))
            running.terminate()
            office.wait(timeout=30)
        finally:
            if office.poll() is None:
                office.kill()


main()
