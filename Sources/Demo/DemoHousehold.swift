import Households
import Vocabulary

/// A synthetic household with its members, in the words of the rolls.
struct DemoHousehold {
    var code: String
    var commune: Territory.Commune
    var village: String
    var povertyClass: PovertyClass
    var escapedOn: Day?
    var isWithoutLabour: Bool
    var ethnicGroup: String
    var members: [DemoMember]

    static func draw(
        number: Int,
        commune: Territory.Commune,
        village: String,
        povertyClass: PovertyClass,
        asOf: Day,
        _ random: inout SeededGenerator
    ) -> DemoHousehold {
        let digits = String(number)
        let code = "\(commune.code)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let group = random.pick(Names.ethnicShares(district: commune.district))
        let isWithoutLabour = random.chance(65)
        var family = Family(group: group, year: asOf.year, isRemote: commune.district == "060")
        let people = isWithoutLabour ? family.old(&random) : family.working(&random)
        return DemoHousehold(
            code: code,
            commune: commune,
            village: village,
            povertyClass: povertyClass,
            escapedOn: povertyClass == .newlyEscaped ? asOf.adding(days: -random.number(in: 20...900)) : nil,
            isWithoutLabour: isWithoutLabour,
            ethnicGroup: group,
            members: people.map { DemoMember.draw($0, commune: commune.code, asOf: asOf, &random) }
        )
    }
}

/// Who lives together: relations, sexes and ages that fit.
private struct Family {
    let group: String
    let year: Int
    let isRemote: Bool

    /// One or two old people without anybody able to work.
    mutating func old(_ random: inout SeededGenerator) -> [DemoMember.Person] {
        let surname = Names.surname(of: group, &random)
        let isMale = random.chance(350)
        var people = [person("Chủ hộ", surname, isMale, age: random.number(in: 66...88), &random)]
        if random.chance(350) {
            let other = Names.surname(of: group, &random)
            people.append(person(isMale ? "Vợ" : "Chồng", other, !isMale, age: random.number(in: 64...86), &random))
        }
        if random.chance(200) {
            people.append(person("Cháu", surname, random.chance(500), age: random.number(in: 3...14), &random))
        }
        return people
    }

    /// A couple or a single head with children, sometimes with parents or a brother or sister.
    mutating func working(_ random: inout SeededGenerator) -> [DemoMember.Person] {
        let surname = Names.surname(of: group, &random)
        let headAge = random.pick([
            (random.number(in: 21...29), 14), (random.number(in: 30...39), 30), (random.number(in: 40...49), 27),
            (random.number(in: 50...59), 19), (random.number(in: 60...72), 10),
        ])
        let isMale = random.chance(780)
        var people = [person("Chủ hộ", surname, isMale, age: headAge, &random)]
        let hasSpouse = random.chance(isMale ? 860 : 320)
        if hasSpouse {
            let other = Names.surname(of: group, &random)
            let age = max(18, headAge + (isMale ? -1 : 1) * random.number(in: -2...5))
            people.append(person(isMale ? "Vợ" : "Chồng", other, !isMale, age: age, &random))
        }
        let motherAge = isMale && hasSpouse ? people[1].age : headAge
        let wanted = random.pick([(0, 5), (1, 12), (2, 38), (3, isRemote ? 36 : 28), (4, isRemote ? 22 : 12), (5, 5)])
        var birthAge = random.number(in: 19...24)
        for _ in 0..<wanted {
            let age = motherAge - birthAge
            if age < 0 { break }
            // Grown children often live in households of their own.
            if age <= 22 || random.chance(330) {
                people.append(person("Con", surname, random.chance(515), age: age, &random))
            }
            birthAge += random.number(in: 2...6)
        }
        if headAge < 58, random.chance(420) {
            let isFather = random.chance(330)
            let age = headAge + random.number(in: 21...30)
            people.append(person(isFather ? "Bố" : "Mẹ", surname, isFather, age: age, &random))
        }
        if random.chance(70) {
            let age = max(16, headAge - random.number(in: 2...9))
            people.append(person("Em", surname, random.chance(500), age: age, &random))
        }
        return people
    }

    private func person(
        _ relation: String,
        _ surname: String,
        _ isMale: Bool,
        age: Int,
        _ random: inout SeededGenerator
    ) -> DemoMember.Person {
        let name = Names.person(surname: surname, group: group, isMale: isMale, &random)
        return DemoMember.Person(name: name, relation: relation, isMale: isMale, age: age, ethnicGroup: group)
    }
}
