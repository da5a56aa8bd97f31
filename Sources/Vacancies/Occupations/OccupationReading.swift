import Vocabulary

/// One occupation that words may mean, and where they say so.
struct OccupationReading {
    var code: OccupationCode
    var kind: OccupationAlias.Kind
    private var points: Int
    private var words: UInt64
    /// Whether it is the first job that the title names, or another reading of its words.
    private var isFirst = false

    /// A reading of an entry found at these words, all of them before the 64th.
    init(code: OccupationCode, entry: OccupationLexicon.Entry, spans: [Range<Int>]) {
        self.code = code
        kind = entry.kind
        points = entry.points
        words = spans.joined().reduce(0) { $0 | 1 << UInt64($1) }
    }

    /// Whether it names another group elsewhere in the title, as plainly as the best.
    func isRival(of best: OccupationReading) -> Bool {
        kind == best.kind && words & best.words == 0 && min(points, 9) + 1 >= min(best.points, 9)
            && code.commonDigits(with: best.code) < 2
    }

    /// Long phrases say more, up to a bound: the object of a job may take many words, and the job few.
    private var score: Int {
        min(points, 9) + (isFirst ? 4 : 0)
    }

    private var start: Int { words.trailingZeroBitCount }

    /// The readings that stand, likeliest first: none within another, and codes for the same words made one.
    static func ranked(_ readings: [OccupationReading]) -> [OccupationReading] {
        var standing = readings.filter { reading in
            !readings.contains { other in
                other.words & reading.words == reading.words && other.words != reading.words
                    && (other.kind == .job || reading.kind == .hint)
            }
        }
        standing = merged(standing)
        for kind in [OccupationAlias.Kind.job, .hint] {
            let alike = standing.filter { $0.kind == kind }
            let start = alike.map(\.start).min()
            let first = alike.filter { $0.start == start }.reduce(0) { $0 | $1.words }
            for index in standing.indices where standing[index].kind == kind && standing[index].words & first != 0 {
                standing[index].isFirst = true
            }
        }
        return standing.sorted { left, right in
            (left.kind == .job ? 0 : 1, -left.score, left.start, left.code)
                < (right.kind == .job ? 0 : 1, -right.score, right.start, right.code)
        }
    }

    /// Readings of the same words become one of the digits they share; none where they share no digit.
    private static func merged(_ readings: [OccupationReading]) -> [OccupationReading] {
        var merged: [OccupationReading] = []
        for reading in readings {
            let same = readings.filter { $0.words == reading.words && $0.kind == reading.kind }
            let shared = same.map { $0.code.commonDigits(with: reading.code) }.min() ?? 0
            guard let code = OccupationCode(reading.code.digits.prefix(shared)) else { continue }
            var one = reading
            one.code = code
            if !merged.contains(where: { $0.words == one.words && $0.kind == one.kind }) { merged.append(one) }
        }
        return merged
    }
}
