import Foundation
import Households
import Referrals
import Scoring
import Vacancies
import Vocabulary

/// Reads the tables beside the configuration: plain CSV with a header line, no quotes but in the occupations' names.
struct Tables {
    let folder: String

    func territory(communes: String, districts: String, newUnits: String, newUnitsFrom: Day) throws -> Territory {
        Territory(
            communes: try rows(communes, "code,name,district,latitude,longitude") { fields in
                guard fields.count == 5, let code = UnitCode(fields[0]), let latitude = Double(fields[3]),
                    let longitude = Double(fields[4])
                else { return nil }
                return Territory.Commune(
                    code: code,
                    name: fields[1],
                    district: fields[2],
                    latitude: latitude,
                    longitude: longitude
                )
            },
            districts: try rows(districts, "code,name,neighbours,wage_region") { fields in
                guard fields.count == 4, let region = WageRegion(rawValue: fields[3]) else { return nil }
                return Territory.District(
                    code: fields[0],
                    name: fields[1],
                    neighbours: Set(fields[2].split(separator: " ").map(String.init)),
                    wageRegion: region
                )
            },
            reform: Territory.Reform(on: newUnitsFrom, units: try units(newUnits))
        )
    }

    private func units(_ file: String) throws -> [Territory.Unit] {
        try rows(file, "code,name,communes,seat,wage_region") { fields in
            guard fields.count == 5, let code = UnitCode(fields[0]), let seat = UnitCode(fields[3]),
                let region = WageRegion(rawValue: fields[4])
            else { return nil }
            let communes = fields[2].split(separator: " ").compactMap { UnitCode($0) }
            guard communes.count == fields[2].split(separator: " ").count, communes.contains(seat) else { return nil }
            return Territory.Unit(code: code, name: fields[1], communes: communes, seat: seat, wageRegion: region)
        }
    }

    func identityProvinces(_ file: String) throws -> [String: String] {
        let list = try rows(file, "code,name") { fields -> (String, String)? in
            guard fields.count == 2, fields[0].utf8.count == 3, Int(fields[0]) != nil else { return nil }
            return (fields[0], fields[1])
        }
        return Dictionary(list, uniquingKeysWith: { first, _ in first })
    }

    func povertyStandard(_ file: String) throws -> Dated<PovertyStandard> {
        Dated(
            try rows(file, "from,rural,urban,poor_deprivations,decree") { fields in
                guard fields.count == 5, let from = Day(iso: fields[0]), let rural = Int64(fields[1]),
                    let urban = Int64(fields[2]), let count = Int(fields[3])
                else { return nil }
                let standard = PovertyStandard(ruralLine: Dong(rural), urbanLine: Dong(urban), poorDeprivations: count)
                return (from, standard)
            }
        )
    }

    func occupations(_ file: String) throws -> (names: [String: String], ofISCO: [String: OccupationCode]) {
        let list = try rows(file, "code,name,isco08") { fields -> (code: OccupationCode, name: String, isco: String)? in
            guard fields.count == 3, let code = OccupationCode(fields[0]) else { return nil }
            return (code, fields[1], fields[2])
        }
        let names = Dictionary(list.map { ($0.code.digits, $0.name) }, uniquingKeysWith: { first, _ in first })
        let pairs = list.filter { !$0.isco.isEmpty }.map { ($0.isco, $0.code) }
        return (names, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }

    func occupationAliases(_ file: String) throws -> [OccupationAlias] {
        try rows(file, "code,alias,kind") { fields in
            fields.count == 3 ? OccupationAlias(code: fields[0], words: fields[1], kind: fields[2]) : nil
        }
    }

    func retirementAge(_ file: String) throws -> Dated<WorkingAge.RetirementAge> {
        Dated(
            try rows(file, "from,male_months,female_months") { fields in
                guard fields.count == 3, let from = Day(iso: fields[0]), let male = Int(fields[1]),
                    let female = Int(fields[2])
                else { return nil }
                return (from, WorkingAge.RetirementAge(maleMonths: male, femaleMonths: female))
            }
        )
    }

    func minimumWage(_ file: String) throws -> Dated<[WageRegion: Dong]> {
        let list = try rows(file, "from,region,monthly,decree") { fields -> (Day, WageRegion, Dong)? in
            guard fields.count == 4, let from = Day(iso: fields[0]), let region = WageRegion(rawValue: fields[1]),
                let amount = Int64(fields[2])
            else { return nil }
            return (from, region, Dong(amount))
        }
        let byDay = Dictionary(grouping: list, by: { $0.0 })
        return Dated(
            byDay.map { day, entries in
                (day, Dictionary(entries.map { ($0.1, $0.2) }, uniquingKeysWith: { first, _ in first }))
            }
        )
    }

    func placementPolicies(_ file: String) throws -> Dated<PlacementPolicy> {
        let header =
            "from,version,connection_months,sustainable_months,also_covering,retained_months,retained_also,"
            + "covers_unconfirmed,programme_evidence,found_evidence"
        let list = try rows(file, header) { fields -> (from: Day, value: PlacementPolicy)? in
            guard fields.count == 10, let from = Day(iso: fields[0]), !fields[1].isEmpty,
                let connection = Int(fields[2]), let sustainable = Int(fields[3]), let retained = Int(fields[5]),
                (0...36).contains(connection), (1...36).contains(sustainable), (1...36).contains(retained),
                let also = kinds(fields[4]), let retainedAlso = kinds(fields[6]),
                let coversUnconfirmed = Bool(fields[7]), let programme = OutcomeEvidence(rawValue: fields[8]),
                let found = OutcomeEvidence(rawValue: fields[9])
            else { return nil }
            let policy = PlacementPolicy(
                version: fields[1],
                connectionMonths: connection,
                sustainableMonths: sustainable,
                alsoCovering: also,
                retainedMonths: retained,
                retainedAlso: retainedAlso,
                coversUnconfirmed: coversUnconfirmed,
                programmeEvidence: programme,
                foundEvidence: found
            )
            return (from, policy)
        }
        if list.isEmpty { throw ConfigurationError.table(file: file, line: 2, expected: "one policy at least") }
        return Dated(list)
    }

    /// Ways of working of which a policy may say that they cover, between spaces; nil where a word is none.
    private func kinds(_ words: String) -> Set<Employment.Kind>? {
        let kinds = words.split(separator: " ").map { word in
            PlacementPolicy.choices.first { $0.rawValue == word }
        }
        return kinds.contains(nil) ? nil : Set(kinds.compactMap(\.self))
    }

    func closedToMinors(_ file: String) throws -> [ClosedOccupation] {
        try rows(file, "from,occupation,source") { fields in
            guard fields.count == 3, let from = Day(iso: fields[0]), let code = OccupationCode(fields[1]) else {
                return nil
            }
            return ClosedOccupation(from: from, occupation: code)
        }
    }

    func difficultCommunes(_ file: String) throws -> [UnitCode: Dated<Difficulty>] {
        let list = try rows(file, "from,commune,region") { fields -> (Day, UnitCode, Difficulty)? in
            guard fields.count == 3, let from = Day(iso: fields[0]), let commune = UnitCode(fields[1]),
                let region = Difficulty(rawValue: fields[2])
            else { return nil }
            return (from, commune, region)
        }
        return Dictionary(grouping: list, by: { $0.1 }).mapValues { Dated($0.map { ($0.0, $0.2) }) }
    }

    /// The path of a file that the configuration names: from the folder beside it, unless it begins with /.
    func path(of file: String) -> String { file.hasPrefix("/") ? file : folder + "/" + file }

    private func rows<Value>(_ file: String, _ header: String, _ read: ([String]) -> Value?) throws -> [Value] {
        let path = path(of: file)
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw ConfigurationError.unreadable(file: path)
        }
        var values: [Value] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index == 0 {
                guard line == header else { throw ConfigurationError.table(file: path, line: 1, expected: header) }
                continue
            }
            if line.isEmpty { continue }
            guard let value = read(fields(line)) else {
                throw ConfigurationError.table(file: path, line: index + 1, expected: header)
            }
            values.append(value)
        }
        return values
    }

    private func fields(_ line: Substring) -> [String] {
        var fields: [String] = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
