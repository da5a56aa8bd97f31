/// Memory for plain values with one owner: no reference counts, no copy on write, and indices checked in debug builds.
///
/// Jobs that run at once may share one as long as they write to different places of it. The planner's loops live in such
/// columns; everything that comes from outside is checked before it gets here.
struct Column<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    /// The number of values.
    private(set) var count: Int

    init(repeating element: Element, count: Int) {
        capacity = max(1, count)
        base = .allocate(capacity: capacity)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    init(_ elements: [Element]) {
        self.init(elements.count) { base in
            elements.withUnsafeBufferPointer { source in
                if let address = source.baseAddress { base.initialize(from: address, count: source.count) }
            }
        }
    }

    private init(_ count: Int, _ fill: (UnsafeMutablePointer<Element>) -> Void) {
        capacity = max(1, count)
        base = .allocate(capacity: capacity)
        self.count = count
        fill(base)
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    subscript(index: Int32) -> Element {
        @inline(__always) get { self[Int(index)] }
        @inline(__always) nonmutating set { self[Int(index)] = newValue }
    }

    mutating func append(_ element: Element) {
        if count == capacity {
            let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
            grown.moveInitialize(from: base, count: count)
            base.deallocate()
            base = grown
            capacity *= 2
        }
        (base + count).initialize(to: element)
        count += 1
    }

    /// The values as an array.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// The same values in memory of their own.
    func copy() -> Column<Element> {
        Column(count) { $0.initialize(from: base, count: count) }
    }
}
