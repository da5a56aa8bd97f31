"""Measures the API on the demo province, beside a bare route of the same framework in the same run.

  bench-api.py NOIVIEC

Makes the demo, plans it and serves it; then, in turns, wrk with 8 connections asks for the match list of a commune
(50 rows) and for a route of the same framework that does nothing. Prints the ratio of their rates. Then the list is
asked for at half its rate while full plans run at lowered priority beside it, and the 99th percentile is printed. Ends with 1 where
the list is below 0.1 of the bare route, or where under the plan the percentile is above 100 ms or an answer is an error.
"""
import json, os, re, subprocess, sys, tempfile, time, urllib.request

from bench_serving import demo_province, free_port, run, serve

ROUNDS, SECONDS, CONNECTIONS, ROWS = 3, 6, 8, 50


def wrk(url, token, seconds, delay=None):
    """(requests a second, 99th percentile in ms, answers that were errors) of a load."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {token}"]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if delay is not None:
            # Spread, so that the connections do not ask in step.
            script.write(f"function delay() return math.random(0, {2 * delay}) end\n")
            script.flush()
            command += ["-s", script.name]
        text = subprocess.run((*command, url), stdout=subprocess.PIPE, check=True).stdout.decode()
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    errors = (int(wrong[1]) if wrong else 0) + (sum(map(int, sockets.groups())) if sockets else 0)
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], errors


def main():
    noiviec = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        port, bare_port = free_port(), free_port()
        environment = demo_province(noiviec, folder, port)
        run(noiviec, environment, "employers", "confirm", "--demo")
        run(noiviec, environment, "match")
        token = run(noiviec, environment, "token", "make", "bench", "--scope", "plan").split()[-1]
        servers = [serve(noiviec, environment, port, "serve"),
                   serve(noiviec, environment, bare_port, "serve-bare", "--port", str(bare_port))]
        try:
            measure(noiviec, environment, f"http://127.0.0.1:{port}", f"http://127.0.0.1:{bare_port}", token)
        finally:
            for server in servers:
                server.terminate()
                server.wait()


def ask(url, token):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})) as answer:
        return json.load(answer)


def measure(noiviec, environment, base, bare, token):
    commune = max((len(ask(f"{base}/v1/matches?commune={code}&limit={ROWS}", token)["items"]), code)
                  for code in ("01864", "01867", "01870", "01873"))
    if commune[0] != ROWS:
        raise SystemExit(f"commune {commune[1]} has {commune[0]} matches, not {ROWS}")
    url = f"{base}/v1/matches?commune={commune[1]}&limit={ROWS}"
    for target in (url, bare):
        wrk(target, token, 2)
    lists, bares = [], []
    for _ in range(ROUNDS):
        bares.append(wrk(bare, token, SECONDS)[0])
        rate, percentile, errors = wrk(url, token, SECONDS)
        lists.append(rate)
        print(f"bare route {bares[-1]:.0f}/s, match list of {ROWS} rows {rate:.0f}/s (99 % within {percentile:.1f} ms, "
              f"{errors} errors): ratio {rate / bares[-1]:.3f}")
    rate = sorted(lists)[ROUNDS // 2]
    ratio = rate / sorted(bares)[ROUNDS // 2]

    delay = max(0, round(CONNECTIONS / (rate / 2) * 1000 - CONNECTIONS / rate * 1000))
    planner = subprocess.Popen(["nice", "-n", "19", "sh", "-c", f"while :; do '{noiviec}' match; done"], env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(1)
        limited, percentile, errors = wrk(url, token, 30, delay)
    finally:
        os.killpg(planner.pid, 15)
        planner.wait()
    print(f"at {limited:.0f}/s ({limited / rate:.2f} of the full rate) while plans run at lowered priority: "
          f"99 % within {percentile:.1f} ms, {errors} errors")
    print(f"median ratio {ratio:.3f}")
    if ratio < 0.1 or percentile > 100 or errors:
        raise SystemExit("below what was promised: a ratio of 0.1, 100 ms, no error")


main()
