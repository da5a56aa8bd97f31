import Isolation

/// Writes what a feed holds into a file for another process, which reads it with `Spool`.
///
/// Frames follow one another, each with its length before it; the summary comes last, and where it begins stands in the
/// last eight bytes. So a file that was not finished is known by its end.
struct SpoolWriter {
    private var frames: FrameWriter

    /// A writer to an open file, from its start.
    init(descriptor: Int32) {
        frames = FrameWriter(descriptor: descriptor)
    }

    /// Writes an event.
    mutating func write(_ event: FeedEvent) throws(FeedError) {
        var frame = ByteEncoder()
        switch event {
        case .restart:
            return try write { frames throws(Child.FileError) in try frames.restart() }
        case .advertisement(let read):
            frame.put(true)
            frame.put(read.hash.bytes)
            frame.put(read.advertisement.reference)
            frame.put(read.number)
            frame.put(read.place.line)
            frame.put(read.place.offset)
            frame.put(read.place.length)
            frame.put(read.advertisement.isClosed)
            frame.put(read.advertisement.expiresOn?.number)
            frame.put(read.advertisement.confirmedOn?.number)
            frame.put(read.advertisement)
        case .rejected(let rejection, let fragment):
            frame.put(false)
            frame.put(rejection.number)
            frame.put(rejection.place.line)
            frame.put(rejection.place.offset)
            frame.put(rejection.place.length)
            frame.put(rejection.reference)
            frame.put(rejection.reason.rawValue)
            frame.put(rejection.faultLine)
            frame.put(fragment)
        }
        try write { frames throws(Child.FileError) in try frames.add(frame) }
    }

    /// Writes the summary, and with it the end.
    mutating func finish(_ summary: FeedSummary) throws(FeedError) {
        var end = ByteEncoder()
        end.put(frames.length)
        var frame = ByteEncoder()
        frame.put(summary)
        try write { frames throws(Child.FileError) in
            try frames.add(frame)
            frames.append(end.bytes)
            try frames.flush()
        }
    }

    private mutating func write(_ body: (inout FrameWriter) throws(Child.FileError) -> Void) throws(FeedError) {
        do throws(Child.FileError) { try body(&frames) } catch { throw .unreadable(code: error.code) }
    }
}
