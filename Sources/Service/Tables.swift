import Foundation
import Households
import Scoring
import Vacancies
import Vocabulary

/// Reads the tables beside the configuration: plain CSV with a header line, no quotes but in the occupations' names.
struct Tables {
    let folder: String

    func territory(communes: String, districts: String) throws -> Territory {
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
            }
        )
    }

    func newUnits(_ file: String) throws -> [Gazetteer.Unit] {
        try rows(file, "code,name,communes,seat") { fields in
            guard fields.count == 4, let code = UnitCode(fields[0]), let seat = UnitCode(fields[3]) else { return nil }
            return Gazetteer.Unit(code: code, name: fields[1], seat: seat)
        }
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

    private func rows<Value>(_ file: String, _ header: String, _ read: ([String]) -> Value?) throws -> [Value] {
        let path = file.hasPrefix("/") ? file : folder + "/" + file
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
