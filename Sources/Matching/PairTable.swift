/// Pairs in two columns, six bytes each: the other end of the pair, and its score.
///
/// Immutable once it is shared; `Adjacency` writes only to tables that nobody else holds.
final class PairTable: @unchecked Sendable {
    let other: UnsafeMutablePointer<Int32>
    let score: UnsafeMutablePointer<UInt16>
    let capacity: Int

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        other = .allocate(capacity: self.capacity)
        score = .allocate(capacity: self.capacity)
    }

    deinit {
        other.deallocate()
        score.deallocate()
    }
}

/// The pairs of each node of one side: of each member its vacancies, or of each vacancy its members.
///
/// A cold solve reads the instance's own table. The first change moves to a table of its own; a node whose pairs grow
/// beyond the room it has had so far moves to the end of it.
struct Adjacency: ~Copyable, Sendable {
    private var table: PairTable
    private var used: Int
    /// Where each node's pairs begin.
    var begin: Column<Int>
    /// Where they end.
    var end: Column<Int>
    /// How far they may grow where they are.
    private var limit: Column<Int>

    /// The members' side of an instance, without a copy of the pairs.
    init(membersOf instance: Instance) {
        table = instance.pairs
        used = instance.offsets.last ?? 0
        begin = Column(Array(instance.offsets.dropLast()))
        end = Column(Array(instance.offsets.dropFirst()))
        limit = end.copy()
    }

    /// The vacancies' side of an instance: the same pairs, by vacancy and then by member.
    init(vacanciesOf instance: Instance) {
        let vacancies = instance.openings.count
        begin = Column(repeating: 0, count: vacancies)
        end = Column(repeating: 0, count: vacancies)
        limit = Column(repeating: 0, count: vacancies)
        used = instance.offsets.last ?? 0
        table = PairTable(capacity: used)
        let pairs = instance.pairs
        for pair in 0..<used { end[pairs.other[pair]] += 1 }
        var position = 0
        for vacancy in 0..<vacancies {
            begin[vacancy] = position
            position += end[vacancy]
            limit[vacancy] = position
            end[vacancy] = begin[vacancy]
        }
        for member in 0..<instance.memberCount {
            for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                let vacancy = pairs.other[pair]
                let position = end[vacancy]
                table.other[position] = Int32(member)
                table.score[position] = pairs.score[pair]
                end[vacancy] = position + 1
            }
        }
    }

    private init(
        table: PairTable,
        used: Int,
        begin: consuming Column<Int>,
        end: consuming Column<Int>,
        limit: consuming Column<Int>
    ) {
        self.table = table
        self.used = used
        self.begin = begin
        self.end = end
        self.limit = limit
    }

    /// The same pairs; the table is shared until one of the two changes.
    func copy() -> Adjacency {
        Adjacency(table: table, used: used, begin: begin.copy(), end: end.copy(), limit: limit.copy())
    }

    /// The other end of the pair at a position.
    @inline(__always)
    func other(_ pair: Int) -> Int32 { table.other[pair] }

    /// The score of the pair at a position.
    @inline(__always)
    func score(_ pair: Int) -> Int64 { Int64(table.score[pair]) }

    /// Where the pairs of a node are.
    @inline(__always)
    func pairs(of node: Int32) -> Range<Int> { Range(uncheckedBounds: (begin[node], end[node])) }

    /// The position of a pair, or nil where the two are no pair.
    func position(_ node: Int32, _ other: Int32) -> Int? {
        pairs(of: node).first { table.other[$0] == other }
    }

    /// Adds a node without pairs.
    mutating func addNode() {
        begin.append(used)
        end.append(used)
        limit.append(used)
    }

    /// Adds a pair, which must not be there yet.
    mutating func insert(_ node: Int32, _ other: Int32, score: UInt16) {
        if end[node] == limit[node] { move(node) } else { reserve(0) }
        table.other[end[node]] = other
        table.score[end[node]] = score
        end[node] += 1
    }

    /// Moves a node's pairs to the end of the table, with room for one more.
    private mutating func move(_ node: Int32) {
        let count = end[node] - begin[node]
        reserve(count + 1)
        for offset in 0..<count {
            table.other[used + offset] = table.other[begin[node] + offset]
            table.score[used + offset] = table.score[begin[node] + offset]
        }
        begin[node] = used
        end[node] = used + count
        used += count + 1
        limit[node] = used
    }

    /// Takes a pair away, which must be there.
    mutating func remove(_ node: Int32, _ other: Int32) {
        guard let position = position(node, other) else { return }
        reserve(0)
        let last = end[node] - 1
        table.other[position] = table.other[last]
        table.score[position] = table.score[last]
        end[node] = last
    }

    /// Takes all pairs with some others away, in one pass.
    mutating func remove(_ node: Int32, _ others: Set<Int32>) {
        reserve(0)
        var (position, last) = (begin[node], end[node])
        while position < last {
            if others.contains(table.other[position]) {
                last -= 1
                table.other[position] = table.other[last]
                table.score[position] = table.score[last]
            } else {
                position += 1
            }
        }
        end[node] = last
    }

    /// Makes the table its own, with room for so many pairs more.
    private mutating func reserve(_ room: Int) {
        if isKnownUniquelyReferenced(&table), used + room <= table.capacity { return }
        let grown = PairTable(capacity: used + used / 4 + room + 16)
        grown.other.update(from: table.other, count: used)
        grown.score.update(from: table.score, count: used)
        table = grown
    }
}
