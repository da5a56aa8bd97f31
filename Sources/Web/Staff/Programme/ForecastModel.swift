import Operations
import Referrals
import Vocabulary

/// The forecast of one promise, as its card shows it; what is assumed in it is said beside it.
struct ForecastModel {
    let title: String
    let chance: String
    let sentence: String
    let facts: [Fact]
    let isStale: Bool
    let picture: Picture?
    let assumption: String
    let stages: [Stage]

    /// A figure with its words.
    struct Fact {
        let label: String
        let value: String
    }

    /// What is reached, what is likely and what was promised, on one line; nil where nothing could be seen on it.
    struct Picture {
        let words: String
        let reached: String
        let low: String
        let width: String
        let expected: String
        let target: String
    }

    /// What is believed of one stage of a referral.
    struct Stage {
        let name: String
        let underWay: String
        let observed: String
        let assumed: String
        let believed: String
        let days: String
    }

    /// - Parameters:
    ///   - promise: which promise's part of the forecast.
    ///   - kept: the forecast.
    ///   - kind: `a` or `b`, which words are said.
    ///   - texts: the reader's language.
    init(
        _ promise: KeyPath<ForecastReport, ForecastReport.Promise>,
        _ kept: ForecastShelf.Kept,
        _ kind: String,
        _ texts: Texts
    ) {
        let report = kept.forecast
        let own = report[keyPath: promise]
        let until = texts.day(report.until)
        title = texts("forecast.title", ["day": until])
        chance = texts.chance(own.chance)
        sentence = texts("forecast.chance.\(kind)", ["target": number(own.target)])
        isStale = kept.isStale
        facts = [
            Fact(label: texts("forecast.reached"), value: number(own.reached)),
            Fact(
                label: texts("forecast.expected"),
                value: texts(
                    "forecast.interval",
                    [
                        "n": number(Int(own.expected.rounded())), "low": number(own.low), "high": number(own.high),
                    ]
                )
            ),
            Fact(
                label: texts("forecast.under-way"),
                value: number(Int(own.expectedOfUnderWay.rounded()))
            ),
            Fact(
                label: texts("forecast.pace"),
                value: texts("forecast.per-week", ["n": texts.decimal(report.referralsPerWeek)])
            ),
            Fact(
                label: texts("forecast.needed"),
                value: own.neededPerWeek.map { texts("forecast.per-week", ["n": texts.decimal($0)]) }
                    ?? texts("forecast.no-pace")
            ),
        ]
        picture = Picture(own, texts)
        let (atWork, served) = (report.publishedChance.first ?? 0, report.publishedChance.last ?? 0)
        assumption = texts(
            "forecast.assumption",
            ["work": number(atWork), "served": number(served), "n": number(report.observedReferrals)]
        )
        stages = report.stages.map { stage in
            Stage(
                name: ReferralStage(rawValue: stage.stage).map { texts($0.wording) } ?? stage.stage,
                underWay: number(stage.underWay),
                observed: texts.decimal(stage.observed),
                assumed: texts.chance(stage.assumedChance),
                believed: texts.chance(stage.believedChance),
                days: texts.decimal(stage.days)
            )
        }
    }
}

extension ForecastModel.Picture {
    fileprivate init?(_ promise: ForecastReport.Promise, _ texts: Texts) {
        let most = max(promise.target, promise.high, promise.reached)
        guard most > 0 else { return nil }
        func place(_ value: Double) -> Double { (value / Double(most) * 3900).rounded() / 10 + 5 }
        let (from, to) = (place(Double(promise.low)), place(Double(promise.high)))
        reached = String(place(Double(promise.reached)) - 5)
        low = String(from)
        width = String(max(2, to - from))
        expected = String(place(promise.expected))
        target = String(place(Double(promise.target)))
        words = texts(
            "forecast.picture",
            [
                "reached": number(promise.reached), "low": number(promise.low), "high": number(promise.high),
                "target": number(promise.target),
            ]
        )
    }
}

extension Texts {
    /// A chance in per cent; what is nearly sure, or nearly out of the question, is said to be just that.
    func chance(_ chance: Double) -> String {
        if chance < 0.01 { return self("forecast.hardly") }
        if chance > 0.99 { return self("forecast.nearly-sure") }
        return "\(Int((chance * 100).rounded())) %"
    }

    /// A number with one decimal, or none where that is nought.
    func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let mark = language == .vietnamese ? "," : "."
        return tenths % 10 == 0 ? number(tenths / 10) : "\(number(tenths / 10))\(mark)\(abs(tenths % 10))"
    }
}
