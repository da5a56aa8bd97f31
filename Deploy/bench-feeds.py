"""Measures reading and taking in vacancy feeds: Deploy/bench feeds [--large].

Speed is a ratio in one run on one machine: what libxml2's own xmllint needs for the same bytes, divided by what the
service needs from bytes to advertisements with all their fields, process start and hand-over included. --large adds a
file at the standard caps (200 MB) and one of 1 GB with the caps raised; it needs 5 GB of disk.
"""
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

noiviec, project = sys.argv[1], os.getcwd()
large = "--large" in sys.argv[2:]
folder = tempfile.mkdtemp(prefix="noiviec-bench-feeds-")
environment = dict(
    os.environ,
    NOIVIEC_DATABASE_FILE=folder + "/bench.sqlite",
    NOIVIEC_DATABASE_KEY_FILE=folder + "/bench.key",
    NOIVIEC_FEEDS_ARCHIVE=folder + "/archive",
    NOIVIEC_FEEDS_SOURCE_FOLDER=folder + "/sources",
    NOIVIEC_FEEDS_SOURCES="own=" + folder + "/none.xml",
)

WORDS = (
    "lao động phổ thông làm việc tại xưởng may được đào tạo từ đầu hỗ trợ chỗ ở và ăn ca đóng đầy đủ bảo hiểm xã hội "
    "theo quy định có xe đưa đón thưởng tháng lương thứ mười ba nghỉ chủ nhật tăng ca tự nguyện"
).split()
TITLES = ["Công nhân may", "Phụ kho", "Thợ hàn", "Thợ mộc", "Bảo vệ", "Phụ bếp", "Công nhân lắp ráp điện tử"]


def feed(path, records, built):
    """A flat feed of Vietnamese vacancies, as job boards make them."""
    chance = random.Random(20)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<source>\n<publisher>Sàn mẫu</publisher>\n')
        for number in range(records):
            text = " ".join(chance.choice(WORDS) for _ in range(52))
            file.write(
                f"<job><title><![CDATA[{TITLES[number % 7]} {number}]]></title><date>{built}</date>"
                f"<referencenumber>M-{number}</referencenumber>"
                f"<url>https://san.example/viec/{number}?utm_source=feed</url>"
                f"<company>Công ty mẫu số {number % 700}</company>"
                f"<city>Huyện Chợ Mới</city><state>Bắc Kạn</state><country>VN</country>"
                f"<description><![CDATA[<p>{text}</p><ul><li>Ca ngày &amp; đêm</li></ul>]]></description>"
                f"<salary>{5 + number % 5} - {8 + number % 6} triệu/tháng</salary><jobtype>fulltime</jobtype>"
                f"<openings>{1 + number % 20}</openings><experience>{number % 3} năm</experience>"
                f"<expirationdate>2099-01-01</expirationdate></job>\n"
            )
        file.write("</source>\n")
    return os.path.getsize(path)


def run(command, source=None, target=None):
    """Seconds, the most memory that one of its processes held in MB, and the exit code."""
    with open(source or os.devnull, "rb") as stdin, open(target or os.devnull, "wb") as stdout:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL, env=environment, cwd=project
        )
        _, status, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def parse(path, megabytes=4000, records=10_000_000):
    task = {
        "dialects": project + "/Config/feeds/dialects", "documentBytes": megabytes << 20, "records": records,
        "processorSeconds": 600, "memoryMegabytes": 4096, "outputBytes": megabytes << 22,
    }
    return run([noiviec, "parse-feed", json.dumps(task)], source=path, target=folder + "/spool")


def ingest(path, settings=""):
    os.makedirs(folder + "/sources", exist_ok=True)
    with open(folder + "/sources/bench.yaml", "w") as file:
        file.write(f"location: {path}\n{settings}")
    return run([noiviec, "ingest", "--source", "bench"])


try:
    path = folder + "/feed.xml"
    size = feed(path, 20_000, "2024-06-01")
    print(f"20,000 vacancies, {size / 1e6:.1f} MB")
    ratios = []
    for _ in range(5):
        theirs, ours = run(["xmllint", "--stream", "--noout", path])[0], parse(path)
        assert ours[2] == 0
        ratios.append(theirs / ours[0])
        print(f"  xmllint {theirs:.3f} s, ours {ours[0]:.3f} s, {ours[1]:.0f} MB: ratio {ratios[-1]:.2f}")
    print(f"from bytes to advertisements: ratio {statistics.median(ratios):.2f} (at least 0.15, goal 0.3)")
    for number in range(3):
        shutil.rmtree(folder + "/archive", ignore_errors=True)
        for name in os.listdir(folder):
            if name.startswith("bench."):
                os.remove(f"{folder}/{name}")
        feed(path, 20_000, "2024-06-01")
        first, again = ingest(path), ingest(path)
        feed(path, 20_000, "2024-06-02")
        dates = ingest(path)
        assert first[2] == again[2] == dates[2] == 0
        print(
            f"  into an empty database {first[0]:.2f} s and {first[1]:.0f} MB (at most 3 s); the same bytes again "
            f"{again[0]:.2f} s (at most 1 s); all dates rewritten, nothing changed {dates[0]:.2f} s"
        )
    if large:
        caps = "max-records: 10000000\nmax-megabytes: 4000\nprocessor-seconds: 600\nwall-seconds: 1200\n"
        for records, settings in [(233_000, "max-records: 1000000\n"), (1_190_000, caps)]:
            size = feed(path, records, "2024-06-01")
            parsed = parse(path)
            taken = ingest(path, settings + ("" if settings == caps else "processor-seconds: 120\nwall-seconds: 300\n"))
            assert parsed[2] == taken[2] == 0
            print(
                f"{size / 1e6:.0f} MB, {records:,} vacancies: read in {parsed[0]:.1f} s and {parsed[1]:.0f} MB; "
                f"taken in within {taken[0]:.1f} s and {taken[1]:.0f} MB"
            )
finally:
    shutil.rmtree(folder)
