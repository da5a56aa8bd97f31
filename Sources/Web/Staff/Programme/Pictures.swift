import Vocabulary

/// Promise A month by month, as bars.
struct MonthBars {
    let bars: [Bar]
    /// The whole picture in words, for who does not see it.
    let words: String

    /// One month.
    struct Bar {
        let x: String
        let middle: String
        let y: String
        let height: String
        let above: String
        let value: String
        let month: String
    }

    /// Bars of a year's months, as high as they are many.
    init(_ months: [Int], _ texts: Texts) {
        let most = max(months.max() ?? 0, 1)
        bars = months.enumerated().map { index, value in
            let height = value * 100 / most
            return Bar(
                x: String(4 + index * 33),
                middle: String(17 + index * 33),
                y: String(120 - height),
                height: String(height),
                above: String(114 - height),
                value: number(value),
                month: String(index + 1)
            )
        }
        words = texts(
            "programme.a.words",
            ["months": months.enumerated().map { "\($0 + 1): \(number($1))" }.joined(separator: "; ")]
        )
    }
}

/// Parts of a whole, one behind the other in one bar.
struct PartsBar {
    let parts: [Part]
    /// The whole picture in words, for who does not see it.
    let words: String

    /// One part.
    struct Part {
        /// By what the stylesheet knows how it looks.
        let look: String
        let x: String
        let width: String
        let label: String
        let figure: Figure
        let percent: String
    }

    /// The parts of a bar, each with how it looks, what it is and where its list is.
    init(_ parts: [(look: String, label: String, value: Int, link: String?)], _ texts: Texts) {
        let whole = parts.reduce(0) { $0 + $1.value }
        var before = 0
        self.parts = parts.map { part in
            let x = whole == 0 ? 0 : before * 640 / whole
            before += part.value
            return Part(
                look: part.look,
                x: String(x),
                width: String((whole == 0 ? 0 : before * 640 / whole) - x),
                label: part.label,
                figure: Figure(part.value, part.link),
                percent: texts.percent(part.value, of: whole)
            )
        }
        words = self.parts.map { "\($0.label): \($0.figure.shown) (\($0.percent))" }.joined(separator: "; ")
    }
}

/// The communes where they lie, each as large as its households that are still without.
///
/// Drawn from the centre points of the province's own list; nothing is fetched from elsewhere.
struct CommuneMap {
    let points: [Point]
    let names: [Name]
    let height: String
    let legend: [LegendPoint]

    /// One commune.
    struct Point {
        let link: String?
        let x: String
        let y: String
        let radius: String
        let title: String
    }

    /// A district's name where its communes lie.
    struct Name {
        let x: String
        let y: String
        let text: String
    }

    /// How large some number is drawn.
    struct LegendPoint {
        let radius: String
        let box: String
        let middle: String
        let value: String
    }

    private static let width = 520.0
    private static let margin = 26.0
    private static let largest = 20.0

    /// A map of these communes.
    ///
    /// - Parameters:
    ///   - communes: each with its households still without.
    ///   - territory: where they lie.
    ///   - link: where a commune's page is; nil for who may not see it.
    ///   - texts: the reader's language.
    init(
        _ communes: [(code: UnitCode, remaining: Int)],
        territory: Territory,
        link: (UnitCode) -> String?,
        _ texts: Texts
    ) {
        let all = territory.communes
        let west = all.map(\.longitude).min() ?? 0
        let east = max(all.map(\.longitude).max() ?? 1, west + 0.01)
        let north = all.map(\.latitude).max() ?? 1
        let south = all.map(\.latitude).min() ?? 0
        // A degree of longitude is shorter than one of latitude: by the cosine of 22.2°, the province's latitude.
        let scale = (CommuneMap.width - 2 * CommuneMap.margin) / (east - west)
        func place(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
            (
                CommuneMap.margin + (longitude - west) * scale,
                CommuneMap.margin + (north - latitude) * scale / 0.926
            )
        }
        height = String(Int(2 * CommuneMap.margin + (north - south) * scale / 0.926))
        let most = Double(max(communes.map(\.remaining).max() ?? 1, 1))
        func radius(_ value: Double) -> Double { max(2.5, CommuneMap.largest * (value / most).squareRoot()) }
        func text(_ value: Double) -> String { String((value * 10).rounded() / 10) }
        var taken: Set<[Double]> = []
        var points: [Point] = []
        for one in communes.sorted(by: { ($1.remaining, $0.code) < ($0.remaining, $1.code) }) {
            guard let commune = territory.commune(one.code) else { continue }
            var (x, y) = place(commune.longitude, commune.latitude)
            // Two wards with the same centre point stand beside each other.
            while !taken.insert([x, y]).inserted { x += 9 }
            points.append(
                Point(
                    link: link(one.code),
                    x: text(x),
                    y: text(y),
                    radius: text(radius(Double(one.remaining))),
                    title: texts("programme.map.point", ["name": commune.name, "n": number(one.remaining)])
                )
            )
        }
        self.points = points
        names = territory.districts.map { district in
            let own = all.filter { $0.district == district.code }
            let count = Double(max(own.count, 1))
            let (x, y) = place(
                own.reduce(0) { $0 + $1.longitude } / count,
                own.reduce(0) { $0 + $1.latitude } / count
            )
            return Name(x: text(x), y: text(y), text: district.name)
        }
        legend = [most, most / 4, most / 16].filter { $0 >= 1 }.map { value in
            let radius = radius(value)
            return LegendPoint(
                radius: text(radius),
                box: text(2 * radius + 4),
                middle: text(radius + 2),
                value: number(Int(value))
            )
        }
    }
}
