"""What benches share that serve the program: a free port, commands that must succeed, the demo, a server that answers."""
import os, socket, subprocess, time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(noiviec, environment, *arguments):
    """Standard output of a command that must succeed."""
    result = subprocess.run((noiviec, *arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {result.returncode}: {result.stderr.decode()[-400:]}")
    return result.stdout.decode()


def demo_province(noiviec, folder, port):
    """The demo province in a database of its own, with its vacancies; returns the environment that commands work on it in."""
    feeds = ",".join(f"{name}={folder}/demo/{file}.xml" for name, file in
                     (("own", "tuyen-dung"), ("indeed", "indeed"), ("eures", "eures")))
    environment = dict(os.environ) | {
        "NOIVIEC_DATABASE_FILE": f"{folder}/bench.sqlite", "NOIVIEC_DATABASE_KEY_FILE": f"{folder}/bench.key",
        "NOIVIEC_FEEDS_SOURCES": feeds, "NOIVIEC_FEEDS_ARCHIVE": f"{folder}/feeds",
        "NOIVIEC_FEEDS_SOURCE_FOLDER": f"{folder}/sources", "NOIVIEC_LOG_LEVEL": "error",
        "NOIVIEC_HTTP_PORT": str(port),
    }
    run(noiviec, environment, "demo", "--seed", "1", "--out", f"{folder}/demo")
    run(noiviec, environment, "registry", "import", "--demo", "--confirm", f"{folder}/demo/ho.csv",
        f"{folder}/demo/nhan-khau.csv")
    run(noiviec, environment, "ingest", "--all")
    return environment


def serve(noiviec, environment, port, *arguments):
    """A server that answers already."""
    process = subprocess.Popen((noiviec, *arguments), env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{' '.join(arguments)} does not listen on {port}")
