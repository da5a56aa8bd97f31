/// A binary heap of nodes by distance, and by node where distances are equal, so that every search is deterministic.
struct PathHeap: Sendable {
    private var entries: [(distance: Int64, node: Int32)] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    mutating func push(_ distance: Int64, _ node: Int32) {
        let entry = (distance, node)
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if entries[parent] <= entry { break }
            entries[child] = entries[parent]
            child = parent
        }
        entries[child] = entry
    }

    mutating func pop() -> (distance: Int64, node: Int32)? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= entries.count { break }
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            if last <= entries[child] { break }
            entries[parent] = entries[child]
            parent = child
        }
        entries[parent] = last
        return first
    }
}
