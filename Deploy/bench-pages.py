"""Measures the staff pages on the demo province, as a supervisor with all areas and a commune officer see them.

  bench-pages.py NOIVIEC

Makes the demo, plans it, refers the first people of every commune and serves it; then follows every link from the menu,
some of each kind of page, and asks for each page several times, one after another. Prints for each kind the median and
the greatest time of an answer and the size of its HTML, gzip apart. Ends with 1 where a page's median is above 100 ms
(a report's above 200 ms), a page is larger than 300 KB, a menu's first page with its style and script larger than
100 KB, or a link leads nowhere.
"""
import collections, html, http.cookiejar, json, re, statistics, subprocess, sys, tempfile, time, urllib.parse, urllib.request

from bench_serving import demo_province, free_port, run, serve

SAMPLES, ROUNDS, MOST_MS, MOST_BYTES, MOST_FIRST = 3, 5, 100, 300_000, 100_000
# A report is counted anew each time, and may take longer.
MOST_REPORT_MS = 200
# What only forms lead to.
ASKED = ("/reports/A?by=district", "/reports/B?by=commune", "/reports/B?by=village", "/reports/retention?by=village",
         "/reports/quality?by=district", "/outcomes/sample?seed=1&size=50", "/public/reports")
PASSWORD = "mat-khau-de-do"


class Staff:
    """Somebody signed in, with a browser's cookies."""

    def __init__(self, base, name):
        self.base = base
        self.browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        body = json.dumps({"name": name, "password": PASSWORD}).encode()
        answer = self.ask("/v1/sessions", body, {"Content-Type": "application/json"})
        self.csrf = json.loads(answer[1])["csrfToken"]

    def ask(self, path, body=None, headers={}):
        """(status, body, milliseconds, address in the end) of a request."""
        request = urllib.request.Request(self.base + path, data=body, headers=headers)
        begin = time.perf_counter()
        try:
            with self.browser.open(request) as answer:
                return answer.status, answer.read(), (time.perf_counter() - begin) * 1000, answer.url
        except urllib.error.HTTPError as error:
            return error.code, error.read(), (time.perf_counter() - begin) * 1000, path

    def post(self, path, body, key):
        headers = {"Content-Type": "application/json", "X-CSRF-Token": self.csrf, "Idempotency-Key": key}
        return self.ask(path, json.dumps(body).encode(), headers)


def kind(path):
    """A page's kind: its path without ids and names, and the names of what its query asks for."""
    bare, _, query = path.partition("?")
    bare = re.sub(r"/(\d+|[0-9a-f]{8,})(?=/|$)", "/·", bare)
    bare = re.sub(r"^(/feeds|/settings/users|/settings/tokens)/[^/]+$", r"\1/·", bare)
    names = sorted(urllib.parse.parse_qs(query, keep_blank_values=True))
    return bare + ("?" + "&".join(names) if names else "")


def links(page):
    """The links of a page within the site that show something."""
    for address in re.findall(rb'href="(/[^"#]*)"', page):
        path = html.unescape(address.decode())
        if not path.startswith(("/assets/", "/language/", "/keys/", "/v1/")):
            yield path


def crawl(staff, who, more=()):
    """Every page that can be reached, some of each kind: {kind: [(path, bytes)]}, and what leads nowhere."""
    found, wrong, seen = collections.defaultdict(list), [], set()
    queue = collections.deque(["/", *more])
    while queue:
        path = queue.popleft()
        if path in seen or len(found[kind(path)]) >= SAMPLES:
            continue
        seen.add(path)
        status, body, _, url = staff.ask(path)
        if status >= 400:
            wrong.append(f"{who}: {path} answers {status}")
            continue
        found[kind(path)].append((path, len(body)))
        if body.startswith(b"<!DOCTYPE html>"):
            queue.extend(links(body))
    return found, wrong


def measure(staff, who, more=()):
    """Measures what one person sees; returns what is too slow, too large or leads nowhere."""
    found, wrong = crawl(staff, who, more)
    print(f"\n{who}: {sum(map(len, found.values()))} pages of {len(found)} kinds")
    for name, samples in sorted(found.items()):
        times, size = [], 0
        for path, bytes_ in samples:
            each = [staff.ask(path)[2] for _ in range(ROUNDS)]
            times.append((statistics.median(each), max(each)))
            size = max(size, bytes_)
        median, greatest = max(t[0] for t in times), max(t[1] for t in times)
        print(f"{median:7.1f} ms median {greatest:7.1f} ms greatest {size / 1000:7.1f} KB  {name}")
        if median > (MOST_REPORT_MS if name.startswith("/reports/") else MOST_MS):
            wrong.append(f"{who}: {name} takes {median:.0f} ms")
        if size > MOST_BYTES:
            wrong.append(f"{who}: {name} has {size / 1000:.0f} KB")
    first = staff.ask("/")[1]
    files = re.findall(rb'(?:href|src)="(/assets/[^"]+)"', first)
    whole = len(first) + sum(len(staff.ask(path.decode())[1]) for path in files)
    print(f"The first page with style and script: {whole / 1000:.1f} KB")
    if whole > MOST_FIRST:
        wrong.append(f"{who}: the first page has {whole / 1000:.0f} KB")
    return wrong


def main():
    noiviec = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = demo_province(noiviec, folder, port)
        run(noiviec, environment, "employers", "confirm", "--demo")
        run(noiviec, environment, "match")
        for name, role, area in (("lanh-dao", "supervisor", "all"), ("can-bo", "commune_officer", "01864"),
                                 ("quan-tri", "administrator", "all")):
            subprocess.run((noiviec, "account", "add", name, "--role", role, "--area", area),
                           input=f"{PASSWORD}\n{PASSWORD}\n".encode(), env=environment, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        server = serve(noiviec, environment, port, "serve")
        try:
            base = f"http://127.0.0.1:{port}"
            staff = Staff(base, "lanh-dao")
            made = refer(staff)
            print(f"{made} referrals made")
            wrong = []
            for name in ("lanh-dao", "can-bo", "quan-tri"):
                wrong += measure(Staff(base, name), name, ASKED if name == "lanh-dao" else ())
        finally:
            server.terminate()
            server.wait()
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


def refer(staff, most=300):
    """Refers people whom the plan proposes and nothing is to be asked of, so that boards and letters have something."""
    made, cursor = 0, ""
    while made < most:
        page = json.loads(staff.ask(f"/v1/matches?limit=200&tier=1{cursor}")[1])
        for match in page["items"]:
            body = {"worker": int(match["worker"]), "vacancy": int(match["vacancy"])}
            if match.get("questions") == [] and staff.post("/v1/referrals", body, f"bench-{made:08d}")[0] == 201:
                made += 1
                if made == most:
                    break
        if not page.get("next"):
            break
        cursor = "&cursor=" + page["next"]
    return made


main()
