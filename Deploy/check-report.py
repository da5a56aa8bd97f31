"""Holds the official workbooks against the text files of the same reports, by LibreOffice.

  check-report.py NOIVIEC

Makes a small demo with a simulated year, writes each report as a workbook and as text, has LibreOffice read every workbook
without its window, and ends with 1 where a row of the text is not in the sheet with the same numbers.
"""
import csv, importlib.util, io, os, pathlib, subprocess, sys, tempfile

SMALL = {"POOR": "300", "NEAR_POOR": "120", "NEWLY_ESCAPED": "40", "VACANCIES": "200", "OPENINGS": "500"}
TABLES = [("A", "connected"), ("A", "funnel"), ("B", "coverage_opening"), ("retention", "retention")]


def bench():
    """The script beside this one that simulates years."""
    path = pathlib.Path(__file__).with_name("bench-reports.py")
    spec = importlib.util.spec_from_file_location("bench_reports", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def number(text):
    """A cell as a number, where it is one, however it is written."""
    try:
        return round(float(text.replace(",", "")), 2)
    except ValueError:
        return text


def sheet(folder, file):
    """The rows of a workbook's first sheet, as LibreOffice reads them."""
    # Commas, quotes, UTF-8, from the first row on.
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    subprocess.run(("soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", kind,
                    "--outdir", folder, file), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(pathlib.Path(file).with_suffix(".csv"), encoding="utf-8", newline="") as text:
        return [row for row in csv.reader(text)]


def main():
    noiviec, tools = sys.argv[1], bench()
    with tempfile.TemporaryDirectory() as folder:
        feeds = ",".join(f"{name}={folder}/demo/{file}.xml" for name, file in
                         (("own", "tuyen-dung"), ("indeed", "indeed"), ("eures", "eures")))
        environment = dict(os.environ) | {f"NOIVIEC_DEMO_{key}": value for key, value in SMALL.items()} | {
            "NOIVIEC_DATABASE_FILE": f"{folder}/check.sqlite", "NOIVIEC_DATABASE_KEY_FILE": f"{folder}/check.key",
            "NOIVIEC_FEEDS_SOURCES": feeds, "NOIVIEC_FEEDS_ARCHIVE": f"{folder}/feeds",
            "NOIVIEC_FEEDS_SOURCE_FOLDER": f"{folder}/sources", "NOIVIEC_LOG_LEVEL": "error",
        }
        tools.run(noiviec, environment, "demo", "--seed", "1", "--out", f"{folder}/demo")
        tools.run(noiviec, environment, "registry", "import", "--demo", "--confirm", f"{folder}/demo/ho.csv",
                  f"{folder}/demo/nhan-khau.csv")
        tools.run(noiviec, environment, "ingest", "--all")
        tools.REFERRALS = 300
        tools.simulate(f"{folder}/check.sqlite", 1)
        for report, table in TABLES:
            asked = ("report", report, "--by", "district", "--table", table, "--from", "2024-01-01", "--to", "2024-12-31")
            text = tools.run(noiviec, environment, *asked, "--format", "csv").removeprefix("\ufeff")
            tools.run(noiviec, environment, *asked, "--format", "xlsx", "--out", f"{folder}/{table}.xlsx")
            rows = [[number(cell) for cell in row] for row in sheet(folder, f"{folder}/{table}.xlsx")]
            wanted = list(csv.reader(io.StringIO(text)))[2:]
            for row in wanted:
                cells = [row[1]] + [number(cell) for cell in row[2:]]
                if cells not in [found[:len(cells)] for found in rows]:
                    raise SystemExit(f"{report} {table}: {cells} is not in the workbook")
            print(f"{report} {table}: {len(wanted)} rows are the same in LibreOffice")


main()
