"""What does openpyxl, which knows nothing of this project, find in a workbook? Prints JSON for each file named in argv."""

import json
import sys

import openpyxl
from openpyxl.utils.datetime import to_excel


def plain(value):
    return value if value is None or isinstance(value, (str, int, float, bool)) else to_excel(value)


def cells(formulas, values):
    found = {}
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            value = plain(values[cell.coordinate].value)
            entry = {"value": value, "type": "formula" if cell.data_type == "f" else cell.data_type, "format": cell.number_format}
            if cell.data_type == "f":
                entry["formula"] = cell.value
            found[cell.coordinate] = entry
    return found


def sheet(formulas, values):
    return {
        "name": formulas.title,
        "cells": cells(formulas, values),
        "tables": {table.name: {"range": table.ref, "columns": [column.name for column in table.tableColumns]} for table in formulas.tables.values()},
        "conditionalFormats": [
            {"range": str(area.sqref), "formula": rule.formula[0], "stop": bool(rule.stopIfTrue)}
            for area in formulas.conditional_formatting
            for rule in area.rules
        ],
        "printTitles": formulas.print_title_rows,
        "printArea": formulas.print_area,
        "freeze": formulas.freeze_panes,
        "landscape": formulas.page_setup.orientation == "landscape",
        "paper": formulas.page_setup.paperSize,
        "pagesWide": formulas.page_setup.fitToWidth,
        "pagesTall": formulas.page_setup.fitToHeight,
        "header": [formulas.oddHeader.left.text, formulas.oddHeader.center.text, formulas.oddHeader.right.text],
        "charts": len(formulas._charts),
    }


def workbook(path):
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    return {
        "sheets": [sheet(formulas[name], values[name]) for name in formulas.sheetnames],
        "creator": formulas.properties.creator,
        "lastModifiedBy": formulas.properties.lastModifiedBy,
        "active": formulas.active.title,
    }


json.dump([workbook(path) for path in sys.argv[1:]], sys.stdout)
