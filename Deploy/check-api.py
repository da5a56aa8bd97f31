"""Tries the API with schemathesis: requests made up from the OpenAPI document, right ones and wrong ones.

  check-api.py NOIVIEC [EXAMPLES]

Makes a small demo, serves it, signs in, and holds every answer against the document: no server error, no status, content
type, header or shape that it does not name, wrong requests refused, wrong methods told. The same seed makes the same
requests. Ends with 1 where anything is found. (Who gets what is the policy test's.)
"""
import json, os, pathlib, re, socket, subprocess, sys, tempfile, time, urllib.parse, urllib.request

PASSWORD = "mat-khau-kiem-thu-dai"
# What an administrator is asked about, and a supervisor all else.
KEEPERS = "^/v1/(accounts|tokens)"
VERSION, SEED = "4.32.5", 20240115
CHECKS = ("not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
          "response_schema_conformance,negative_data_rejection,missing_required_header,unsupported_method")


def schemathesis():
    """The pinned checker, in an environment of its own; installed where it is missing."""
    home = pathlib.Path.home() / ".cache" / f"noiviec-schemathesis-{VERSION}"
    program = home / "bin" / "schemathesis"
    if not program.exists():
        subprocess.run((sys.executable, "-m", "venv", home), check=True)
        subprocess.run((home / "bin" / "pip", "install", "--quiet", f"schemathesis=={VERSION}"), check=True)
    return program


def run(noiviec, environment, *arguments, stdin=None):
    """Standard output of a command that must succeed."""
    result = subprocess.run((noiviec, *arguments), env=environment, capture_output=True, text=True, input=stdin)
    if result.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {result.returncode}: {result.stderr[-400:]}")
    return result.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class KeepAnswer(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like any other."""
    def redirect_request(self, *_):
        return None


def sign_in(base, name, password):
    """The cookie of a session."""
    form = urllib.parse.urlencode({"name": name, "password": password}).encode()
    opener = urllib.request.build_opener(KeepAnswer)
    try:
        answer = opener.open(f"{base}/sign-in", form)
    except urllib.error.HTTPError as error:
        answer = error
    cookie = answer.headers.get("Set-Cookie")
    if not cookie:
        raise SystemExit(f"signing in was answered with {answer.status}")
    return cookie.split(";")[0]


# Where an id that stands in a path is found: a list, and the member of its items.
SAMPLES = {"household": ("households", "id"), "member": ("members", "id"), "worker": ("matches", "worker"),
           "vacancy": ("matches", "vacancy"), "run": ("runs", "run")}


def ask(base, cookie, path):
    """A JSON answer."""
    with urllib.request.urlopen(urllib.request.Request(base + path, headers={"Cookie": cookie})) as answer:
        return json.load(answer)


def document_with_examples(base, cookie, file):
    """The document with ids of things that there are, so that more than what is not there is asked for."""
    document = ask(base, cookie, "/v1/openapi.json")
    for methods in document["paths"].values():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                if parameter["in"] == "path" and parameter["name"] in SAMPLES:
                    name, member = SAMPLES[parameter["name"]]
                    parameter["example"] = ask(base, cookie, f"/v1/{name}?limit=1")["items"][0][member]
    with open(file, "w") as out:
        json.dump(document, out)


def main():
    noiviec, examples = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "20"
    program = schemathesis()
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        feeds = ",".join(f"{name}={folder}/demo/{file}.xml" for name, file in
                         (("own", "tuyen-dung"), ("indeed", "indeed"), ("eures", "eures")))
        environment = dict(os.environ) | {
            "NOIVIEC_DATABASE_FILE": f"{folder}/check.sqlite", "NOIVIEC_DATABASE_KEY_FILE": f"{folder}/check.key",
            "NOIVIEC_FEEDS_SOURCES": feeds, "NOIVIEC_FEEDS_ARCHIVE": f"{folder}/feeds",
            "NOIVIEC_FEEDS_SOURCE_FOLDER": f"{folder}/sources", "NOIVIEC_LOG_LEVEL": "error",
            "NOIVIEC_HTTP_PORT": str(port), "NOIVIEC_DEMO_POOR": "300", "NOIVIEC_DEMO_NEAR_POOR": "120",
            "NOIVIEC_DEMO_NEWLY_ESCAPED": "40", "NOIVIEC_DEMO_VACANCIES": "200", "NOIVIEC_DEMO_OPENINGS": "500",
        }
        run(noiviec, environment, "demo", "--seed", "11", "--out", f"{folder}/demo")
        run(noiviec, environment, "registry", "import", "--demo", "--confirm", f"{folder}/demo/ho.csv",
            f"{folder}/demo/nhan-khau.csv")
        run(noiviec, environment, "ingest", "--all")
        run(noiviec, environment, "match")
        for name, role in (("kiem-thu", "supervisor"), ("quan-tri", "administrator")):
            run(noiviec, environment, "account", "add", name, "--role", role, "--area", "all", stdin=PASSWORD + "\n")
        log = open(f"{folder}/log", "w+")
        server = subprocess.Popen((noiviec, "serve"), env=environment, stdout=log, stderr=log)
        try:
            for _ in range(200):
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            with open(f"{folder}/schemathesis.toml", "w") as settings:
                # A change without If-Match is answered with 428 (RFC 6585), as the document says.
                settings.write("[checks]\nmissing_required_header.expected-statuses = "
                               "[400, 401, 403, 406, 415, 422, 428]\n")
            found = 0
            for name, which in (("kiem-thu", "--exclude-path-regex"), ("quan-tri", "--include-path-regex")):
                cookie = sign_in(base, name, PASSWORD)
                csrf = ask(base, cookie, "/v1/me")["csrfToken"]
                if not os.path.exists(f"{folder}/openapi.json"):
                    document_with_examples(base, cookie, f"{folder}/openapi.json")
                found += subprocess.run((
                    program, "run", f"{folder}/openapi.json", "--url", base, "--seed", str(SEED),
                    "--max-examples", examples, "--checks", CHECKS, "--phases", "examples,coverage,fuzzing",
                    "--header", f"Cookie: {cookie}", "--header", f"X-CSRF-Token: {csrf}", which, KEEPERS,
                    "--exclude-path", "/v1/sessions/current", "--continue-on-failure", "--no-color",
                    "--suppress-health-check", "all", "--request-timeout", "20",
                ), cwd=folder).returncode
        finally:
            server.terminate()
            server.wait()
        log.seek(0)
        text = log.read()
        if re.search("request failed|Fatal error", text):
            print(text[-4000:], file=sys.stderr)
            raise SystemExit(1)
        raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
