"""Measures the reports on the demo province with simulated years of referrals.

  bench-reports.py NOIVIEC [YEARS]

Makes the demo, writes so many years (1 where nothing is said) of 5,000 referrals each straight into its database, of which
one in five leads to a job, serves it, and asks for every report by every cut, three times each. Prints the slowest middle
time of each report, and the slowest of those that were asked for first; ends with 1 where a middle time is longer than
200 ms with one year, or 2 s with more.
"""
import datetime, json, random, sqlite3, sys, tempfile, time, urllib.request

from bench_serving import demo_province, free_port, run, serve

REFERRALS, ROUNDS = 5000, 3
CUTS = ["", "district", "unit", "village", "region", "class", "sex", "ethnicity", "occupation", "contract", "source"]


def simulate(database, years, first=datetime.date(2024, 1, 16)):
    """Years of referrals with their steps, jobs, and lines of the ledger, always the same."""
    chance = random.Random(1)
    base = sqlite3.connect(database)
    people = base.execute("""SELECT m.id, m.household_id, h.poverty_class FROM member m JOIN household h
        ON h.id = m.household_id WHERE m.ability = 'able' ORDER BY m.id""").fetchall()
    vacancies = [row[0] for row in base.execute("SELECT id FROM vacancy ORDER BY id")]
    event = base.execute("SELECT COALESCE(MAX(id), 0) FROM referral_event").fetchone()[0]
    pairs = set()
    for number in range(REFERRALS * years):
        made = first + datetime.timedelta(days=number * 365 // REFERRALS)
        at = int(datetime.datetime(made.year, made.month, made.day, 3, tzinfo=datetime.timezone.utc).timestamp())
        member, household, povertyClass = chance.choice(people)
        vacancy = chance.choice(vacancies)
        is_hired = chance.random() < 0.2
        if (member, vacancy) in pairs or (is_hired and (member, 0) in pairs):
            continue
        pairs |= {(member, vacancy), (member, 0) if is_hired else (0, 0)}
        steps = [("made", "{}"), ("contacted", '{"way":"phone"}'),
                 ("agreed", '{"isSigned":true,"language":"vie","textVersion":"1","withInterpreter":false}')]
        start = made + datetime.timedelta(days=10)
        months, wage = chance.choice([3, 6, 12, 24]), chance.randrange(45, 90) * 100_000
        hired = (None,) * 5
        if is_hired:
            steps += [("hired", json.dumps({"contract": "fixed", "contractMonths": months, "evidence": "employer",
                                            "start": str(start), "wage": wage}, separators=(",", ":"))),
                      ("confirmed", '{"evidence":"employer"}')]
            hired = (str(start), "fixed", months, wage, "employer")
        else:
            steps.append(("closed", json.dumps({"reason": chance.choice(["declined", "rejected", "unreachable"])})))
        stage, reason = ("confirmed", None) if is_hired else ("closed", json.loads(steps[-1][1])["reason"])
        referral = 1_000_000 + number
        base.execute("""INSERT INTO referral (id, member_id, household_id, vacancy_id, made_on, made_at, poverty_class,
            officer, stage, is_behind, hire_start, hire_contract, hire_months, hire_wage, hire_evidence, exit_reason,
            version) VALUES (?, ?, ?, ?, ?, ?, ?, 'bench', ?, 0, ?, ?, ?, ?, ?, ?, 1)""",
                     (referral, member, household, vacancy, str(made), at, povertyClass, stage, *hired, reason))
        for place, (step, detail) in enumerate(steps):
            event += 1
            base.execute("""INSERT INTO referral_event (id, referral_id, step, detail, due_days, actor, at, day)
                VALUES (?, ?, ?, ?, 14, 'bench', ?, ?)""",
                         (event, referral, step, detail, at + place, str(made + datetime.timedelta(days=3 * place))))
        if is_hired:
            band = "12_36" if months >= 12 else "3_12"
            end = str(start + datetime.timedelta(days=chance.randrange(20, 400))) if chance.random() < 0.3 else None
            base.execute("""INSERT INTO coverage_entry (household_id, member_id, origin, evidence, kind, contract_band,
                covers, from_day, to_day, policy_version, recorded_at, referral_id, event_id, outcome_evidence,
                is_confirmed, told_on) VALUES (?, ?, 'programme', 'outcome', 'employee', ?, ?, ?, ?, '2024-1', ?, ?, ?,
                'employer', 1, ?)""",
                         (household, member, band, months >= 12, str(start), end, at, referral, event, str(start)))
    last = first + datetime.timedelta(days=365 * years)
    base.execute("UPDATE setting SET value = ? WHERE name = 'demo_day'", (str(last),))
    base.execute("ANALYZE")
    base.commit()
    base.close()
    return last


def main():
    noiviec, years = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    limit = 0.2 if years == 1 else 2
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = demo_province(noiviec, folder, port)
        last = simulate(f"{folder}/bench.sqlite", years)
        token = run(noiviec, environment, "token", "make", "bench", "--scope", "reports").split()[-1]
        server = serve(noiviec, environment, port, "serve")
        try:
            slow = measure(f"http://127.0.0.1:{port}/v1/reports/tables", token, last, years, limit)
        finally:
            server.terminate()
            server.wait()
    if slow:
        raise SystemExit(f"longer than {limit} s: {', '.join(slow)}")


def measure(base, token, last, years, limit):
    slow = []
    for report in ("A", "B", "retention", "quality", "supply"):
        first, worst = (0, ""), (0, "")
        for cut in CUTS:
            query = f"from={last.year - years}-01-01&to={last}" + (f"&by={cut}" if cut else "")
            times = []
            for _ in range(ROUNDS):
                begin = time.perf_counter()
                request = urllib.request.Request(f"{base}/{report}?{query}", headers={"Authorization": f"Bearer {token}"})
                with urllib.request.urlopen(request) as answer:
                    answer.read()
                times.append(time.perf_counter() - begin)
            first = max(first, (times[0], cut or "no cut"))
            worst = max(worst, (sorted(times)[ROUNDS // 2], cut or "no cut"))
        print(f"{report}: slowest {worst[0] * 1000:.0f} ms ({worst[1]}), asked for first {first[0] * 1000:.0f} ms "
              f"({first[1]}), {years} years of referrals")
        if worst[0] > limit:
            slow.append(report)
    return slow


if __name__ == "__main__":
    main()
