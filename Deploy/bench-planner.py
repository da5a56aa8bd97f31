"""Measures the planner beside OR-Tools' min-cost flow on the same instances, in one run on one machine.

  bench-planner.py NOIVIEC [KIND:SEED | FILE ...]     KIND: district, province, tight, region, nation or nation-tight

For each instance: both optima, which must be the same; the planner's time, which is the whole command less a run that
only reads, against OR-Tools' building and solving; the largest memory of both as the operating system counts it; and for
instances up to province size the time of single steps. Deploy/bench calls it with its own Python.
"""
import json, os, subprocess, sys, tempfile, time

# Everything that needs memory runs in a process of its own, started as `bench-planner.py --WHAT ...`: a command started
# from a large process would be counted as large itself.
if sys.argv[1:2] and sys.argv[1].startswith("--"):
    import numpy as np

# Provinces, and in each: households, vacancies, openings, wishes of a seeker, seekers of a household, districts.
KINDS = {
    "district": (1, 2_550, 300, 1_200, 32, 1.76, 2),
    "province": (1, 25_500, 3_000, 12_000, 32, 1.76, 10),
    "tight": (2, 25_000, 1_000, 12_000, 20, 1.73, 10),  # about as many openings as households that want one
    "region": (10, 25_500, 3_000, 12_000, 32, 1.76, 10),
    "nation": (60, 25_000, 1_000, 4_167, 20, 1.73, 10),
    "nation-tight": (60, 25_000, 1_000, 12_000, 20, 1.73, 10),
}
OCCUPATIONS = 20


def generate(kind, seed, path):
    """Writes a synthetic labour market: few occupations hold most seekers, demand is spread otherwise, most wishes are
    near home, some in the province, few beyond; two fifths of households each are poor and near-poor."""
    provinces, households, vacancies, openings, wishes, seekers, districts = KINDS[kind]
    random = np.random.default_rng([seed, len(kind), households, openings])
    supply = 1 / np.arange(1, OCCUPATIONS + 1)
    supply /= supply.sum()
    demand = (supply + random.permutation(supply)) / 2
    n = provinces * vacancies
    district = np.repeat(np.arange(provinces), vacancies) * districts + random.integers(0, districts, n)
    occupation = random.choice(OCCUPATIONS, n, p=demand)
    pay = random.normal(0, 1, n)
    weight = random.pareto(1.2, n) + 0.3
    capacity = np.clip(np.rint(weight * openings * provinces / weight.sum()), 1, 200).astype(np.int32)
    h = provinces * households
    home = np.repeat(np.arange(provinces), households) * districts + random.integers(0, districts, h)
    bonus = ((random.random(h) < 0.8) & (random.random(h) > 0.33)).astype(np.uint8)
    household = np.repeat(np.arange(h), random.poisson(seekers, h)).astype(np.int32)
    m = len(household)
    own, trained = random.choice(OCCUPATIONS, m, p=supply), random.choice(OCCUPATIONS, m, p=supply)
    floor, skill = random.normal(-0.3, 1, m), random.beta(4, 2, m)
    order = np.lexsort((occupation, district))
    key = (district * OCCUPATIONS + occupation)[order]
    rows = []
    for begin in range(0, m, 200_000):  # a slice at a time: memory stays flat
        members = np.arange(begin, min(m, begin + 200_000))
        who = np.repeat(members, random.poisson(wishes * 1.6, len(members)))
        where = home[household[who]]
        far = random.random(len(who))
        where = np.where(far < 0.55, where, where // districts * districts + random.integers(0, districts, len(who)))
        where = np.where(far > 0.98, random.integers(0, provinces * districts, len(who)), where)
        what = np.where(random.random(len(who)) < 0.7, own[who], trained[who])
        wanted = where * OCCUPATIONS + what
        low, high = np.searchsorted(key, wanted), np.searchsorted(key, wanted, "right")
        good = high > low
        pick = order[(low + (random.random(len(who)) * (high - low)).astype(np.int64))[good] if good.any() else []]
        rows.append(np.unique(who[good] * np.int64(n) + pick))
    pairs = np.concatenate(rows)
    member, vacancy = pairs // n, pairs % n
    near = np.where(district[vacancy] == home[household[member]], 0.9, 0.4)
    fit = np.where(occupation[vacancy] == own[member], 1.0, 0.6) * skill[member]
    paid = 1 / (1 + np.exp(floor[member] - pay[vacancy]))
    score = 10_000 * (0.45 * fit + 0.25 * near + 0.2 * paid + 0.1 * random.random(len(pairs)))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(member, minlength=m))]).astype(np.int64)
    with open(path, "wb") as file:
        for array in (
            np.array([h, m, n, len(pairs)], np.int64), bonus, household, offsets, vacancy.astype(np.int32),
            np.clip(np.rint(score), 0, 10_000).astype(np.int32), capacity,
        ):
            data = array.tobytes()
            file.write(data + bytes(-len(data) % 8))


def read(path):
    """The arrays of an instance file, in its order."""
    with open(path, "rb") as file:
        def take(kind, count):
            size = np.dtype(kind).itemsize * int(count)
            data = file.read(size)
            file.read(-size % 8)
            return np.frombuffer(data, kind)
        h, m, n, pairs = take(np.int64, 4)
        return (take(np.uint8, h), take(np.int32, m), take(np.int64, m + 1), take(np.int32, pairs),
                take(np.int32, pairs), take(np.int32, n))


def worth(arrays, member, vacancy):
    """Households covered, members placed and score of a plan; fails where it is none."""
    bonus, household, offsets, vacancy_of, score, capacity = arrays
    assert len(np.unique(member)) == len(member), "a member is placed twice"
    assert (np.bincount(vacancy, minlength=len(capacity)) <= capacity).all(), "more placed than openings"
    source = np.repeat(np.arange(len(household), dtype=np.int64), np.diff(offsets))
    keys = source * len(capacity) + vacancy_of
    wanted = member.astype(np.int64) * len(capacity) + vacancy
    order = np.argsort(keys, kind="stable")
    at = order[np.minimum(np.searchsorted(keys[order], wanted), len(keys) - 1)]
    assert (keys[at] == wanted).all(), "a member is placed where it is not eligible"
    covered = np.unique(household[member])
    return int(bonus[covered].sum()), len(member), int(score[at].astype(np.int64).sum())


def reference(path, weight):
    """OR-Tools' optimum for a weight, in a process of its own; prints worth and seconds."""
    from ortools.graph.python import min_cost_flow
    arrays = read(path)
    bonus, household, offsets, vacancy_of, score, capacity = arrays
    waiting = np.flatnonzero(bonus)
    node = np.zeros(len(bonus), np.int64)
    node[waiting] = 1 + np.arange(len(waiting))
    first_member = 1 + len(waiting)
    first_vacancy = first_member + len(household)
    source = np.repeat(np.arange(len(household)), np.diff(offsets))
    size = np.bincount(household, minlength=len(bonus))[waiting]
    m, n = len(household), len(capacity)
    zero = lambda count: np.zeros(count, np.int64)
    tail = np.concatenate([zero(len(waiting)), zero(len(waiting)), node[household], first_member + source,
                           first_vacancy + np.arange(n)])
    head = np.concatenate([node[waiting], node[waiting], first_member + np.arange(m), first_vacancy + vacancy_of,
                           zero(n)])
    room = np.concatenate([np.ones(len(waiting)), size, np.ones(m), np.ones(len(source)), capacity]).astype(np.int64)
    cost = np.concatenate([np.full(len(waiting), -weight), zero(len(waiting)), zero(m), -(weight + score.astype(np.int64)),
                           zero(n)])
    begin = time.monotonic()
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, cost)
    flow.set_nodes_supplies(np.arange(first_vacancy + n), zero(first_vacancy + n))
    status = flow.solve()
    seconds = time.monotonic() - begin
    assert status == flow.OPTIMAL, status
    pair0 = 2 * len(waiting) + m
    used = np.flatnonzero(flow.flows(arcs)[pair0:pair0 + len(source)])
    print(json.dumps({"worth": worth(arrays, source[used], vacancy_of[used]), "seconds": seconds}))


def timed(*command):
    """(standard output, wall seconds, peak MiB) of a command that must succeed."""
    with tempfile.TemporaryFile() as out:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        out.seek(0)
        return out.read().decode(), seconds, usage.ru_maxrss / 1024


def own(*arguments):
    """What this program says in a process of its own."""
    return json.loads(timed(sys.executable, __file__, *arguments)[0])


def check(path, plan):
    """Prints what a plan is really worth, and how large its instance is."""
    arrays = read(path)
    rows = np.loadtxt(plan, np.int64, delimiter=",", skiprows=1, ndmin=2).reshape(-1, 2)
    print(json.dumps({"worth": worth(arrays, rows[:, 0], rows[:, 1]), "pairs": len(arrays[3]),
                      "vacancies": len(arrays[5])}))


def compare(noiviec, name, path, folder):
    plan = os.path.join(folder, "plan.csv")
    _, reading, _ = timed(noiviec, "plan", "--instance", path, "--read-only")
    said, whole, memory = timed(noiviec, "plan", "--instance", path, "--out", plan, "--json")
    said = json.loads(said)
    checked = own("--check", path, plan)
    ours = tuple(checked["worth"])
    assert ours == (said["covered"], said["placed"], said["score"]), "the plan is not worth what it says"
    text, _, peak = timed(sys.executable, __file__, "--reference", path, "40000")
    other = json.loads(text)
    if tuple(other["worth"]) != ours:  # that weight is fast, but not exact for every instance
        other["worth"] = own("--reference", path, str(10_000 * (checked["vacancies"] + 1) + 1))["worth"]
    same = tuple(other["worth"]) == ours
    seconds = max(whole - reading, 1e-4)
    print(f"{name}: {'same optimum' if same else 'DIFFERENT ' + str(other['worth'])} {ours}; ours {seconds:.3f} s, "
          f"{memory:.0f} MB; OR-Tools {other['seconds']:.3f} s, {peak:.0f} MB: {other['seconds'] / seconds:.1f} times "
          f"faster, {peak / memory:.1f} times less memory", flush=True)
    if checked["pairs"] <= 2_000_000:
        steps = json.loads(timed(noiviec, "plan", "--instance", path, "--steps", "2000")[0])
        print(f"{name}: a step takes {steps['mean_ms']:.3f} ms in the mean, {steps['p99_ms']:.3f} ms in 99 of 100 cases; "
              f"{'equal to' if steps['equals_cold'] else 'DIFFERENT from'} a solve from nothing", flush=True)
        same = same and steps["equals_cold"]
    return same


if __name__ == "__main__":
    if sys.argv[1:2] == ["--reference"]:
        sys.exit(reference(sys.argv[2], int(sys.argv[3])))
    if sys.argv[1:2] == ["--check"]:
        sys.exit(check(*sys.argv[2:4]))
    if sys.argv[1:2] == ["--generate"]:
        sys.exit(generate(sys.argv[2], int(sys.argv[3]), sys.argv[4]))
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for item in sys.argv[2:] or ["district:1", "province:1", "province:2", "tight:1"]:
            path = item
            if not os.path.exists(item):
                kind, _, seed = item.partition(":")
                if kind not in KINDS:
                    sys.exit(f"{item}: neither a file nor one of {', '.join(KINDS)}")
                path = os.path.join(folder, "instance.bin")
                timed(sys.executable, __file__, "--generate", kind, seed or "1", path)
            good = compare(sys.argv[1], item, path, folder) and good
    sys.exit(0 if good else 1)
