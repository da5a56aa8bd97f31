/// A time of the day in hours of work.
private struct Clock {
    /// Minutes after midnight.
    var minutes: Int
    /// Whether the text says that it is before or after noon.
    var isSettled: Bool
    /// Whether it is written as a time and not as a number.
    var isMarked: Bool
    /// Where the text goes on.
    var end: Int
}

/// Words for a part of the day.
private let halves: [ConditionWord] = [.morning, .afternoon, .lateNight]

extension ConditionReader {
    /// Reads whether hours of work overlap the night, from 22:00 to 06:00 (Labour Code 2019, article 106).
    mutating func readHours(_ segment: ConditionSegment) {
        guard segment.items.contains(where: { $0.word == .hour || $0.word == .colon }) else { return }
        guard !segment.items.contains(where: { $0.word == .otherHours }) else { return }
        var half: ConditionWord?
        var index = 0
        while index < segment.items.count {
            let word = segment.items[index].word
            if halves.contains(word) { half = word }
            guard let start = clock(segment, at: index, half: half) else {
                index += 1
                continue
            }
            index = start.end
            guard segment.word(index) == .dash || segment.word(index) == .to else { continue }
            let endHalf = segment.word(index + 1).flatMap { halves.contains($0) ? $0 : nil }
            let next = endHalf == nil ? index + 1 : index + 2
            guard let end = clock(segment, at: next, half: endHalf ?? (start.isSettled ? half : nil)) else { continue }
            index = end.end
            let isDuration = segment.word(index) == .slash && [.week, .months].contains(segment.word(index + 1))
            if end.isMarked, !isDuration, isNight(from: start, to: end) {
                offers[ConditionWord.Offer.nightShifts.rawValue].isOffered = true
            }
            half = nil
        }
    }

    private func isNight(from start: Clock, to end: Clock) -> Bool {
        let noon = 12 * 60
        // `1h30 - 5h30` and `8h - 5h` may count their hours from noon.
        if start.minutes < 6 * 60, start.minutes > 0, !start.isSettled, !end.isSettled, end.minutes <= noon {
            return false
        }
        if end.minutes <= start.minutes {
            return end.minutes == 0 || start.minutes > noon || start.isSettled && end.isSettled
        }
        // `Thứ 2 - 23h` does not start at two.
        if !start.isMarked, start.minutes < 6 * 60 { return false }
        return start.minutes < 6 * 60 || end.minutes > 22 * 60
    }

    /// The time at a place, of several with slashes between them the last: `8h`, `08:30`, `8 giờ 30 sáng`, `8h/9h`.
    private func clock(_ segment: ConditionSegment, at index: Int, half: ConditionWord?) -> Clock? {
        guard var clock = singleClock(segment, at: index, half: half) else { return nil }
        while segment.word(clock.end) == .slash,
            let next = singleClock(segment, at: clock.end + 1, half: half), next.isMarked
        {
            clock = next
        }
        return clock
    }

    private func singleClock(_ segment: ConditionSegment, at index: Int, half: ConditionWord?) -> Clock? {
        guard let hour = segment.number(index), hour <= 24 else { return nil }
        var clock = Clock(minutes: hour * 60, isSettled: false, isMarked: false, end: index + 1)
        let minutes = segment.number(index + 2).flatMap { $0 < 60 ? $0 : nil }
        if segment.word(clock.end) == .hour {
            clock.isMarked = true
            clock.end += 1
        } else if segment.word(clock.end) == .colon, minutes != nil, segment.items[index + 2].isJoined {
            clock.isMarked = true
            clock.end += 1
        }
        if clock.isMarked, let minutes {
            clock.minutes += minutes
            clock.end += 1
        }
        settle(&clock, hour: hour, half: half, in: segment)
        return clock
    }

    private func settle(_ clock: inout Clock, hour: Int, half: ConditionWord?, in segment: ConditionSegment) {
        var half = half
        // In `sáng 7h - 11h chiều 13h - 17h` the afternoon is of what follows.
        if let own = segment.word(clock.end), halves.contains(own), segment.number(clock.end + 1) == nil {
            half = own
            clock.end += 1
        }
        guard let half else { return }
        clock.isSettled = true
        switch (half, hour) {
        case (.afternoon, 1..<12), (.lateNight, 6..<12): clock.minutes += 12 * 60
        case (.lateNight, 12): clock.minutes = 0
        default: break
        }
    }
}
