import Fixtures
import Testing
import Vocabulary

@Suite("Where households are registered, before and since 1 July 2025")
struct UnitsTests {
    private let before = Day.example("2025-06-30")
    private let since = Day.example("2025-07-01")

    private func territory() async throws -> Territory {
        try await shippedSettings().programme.territory
    }

    private func old(_ code: String) -> PlacedUnit { PlacedUnit(code: .example(code), vintage: .before2025) }
    private func new(_ code: String) -> PlacedUnit { PlacedUnit(code: .example(code), vintage: .since2025) }

    @Test("108 communes became 37 units, none of them split and none left over")
    func reform() async throws {
        let territory = try await territory()
        let units = try #require(territory.reform).units
        #expect(units.count == 37)
        #expect(units.flatMap(\.communes).sorted() == territory.communes.map(\.code))
        for commune in territory.communes {
            let unit = try #require(territory.unitSince2025(of: commune.code))
            #expect(territory.communes(of: unit.code).contains(commune.code))
            #expect(territory.placed(commune.code, on: before) == PlacedUnit(code: commune.code, vintage: .before2025))
            #expect(territory.placed(commune.code, on: since) == PlacedUnit(code: unit.code, vintage: .since2025))
        }
    }

    @Test("21 codes name one place in the older list and another in the newer")
    func reusedCodes() async throws {
        let territory = try await territory()
        let reused = try #require(territory.reform).units.filter { unit in
            territory.commune(unit.code).map { $0.name != unit.name } == true
        }
        #expect(reused.count == 21)
        #expect(territory.name(of: old("01864")) == "Xã Bộc Bố")
        #expect(territory.name(of: new("01864")) == "Xã Bằng Thành")
        #expect(territory.name(of: old("01858")) == "Xã Bằng Thành")
        #expect(territory.name(of: new("01858")) == nil)
    }

    @Test("Three of the new units lie in two old districts each, so figures by district need the older commune")
    func acrossDistricts() async throws {
        let territory = try await territory()
        let across = try #require(territory.reform).units.filter { unit in
            Set(unit.communes.compactMap { territory.district(of: $0)?.code }).count > 1
        }
        #expect(across.map(\.name) == ["Xã Phong Quang", "Xã Đồng Phúc", "Xã Bạch Thông"])
        #expect(across.allSatisfy { Set($0.communes.compactMap { territory.district(of: $0)?.code }).count == 2 })
    }

    @Test("Communes are rural, wards and townships urban, and seven townships became communes")
    func areas() async throws {
        let territory = try await territory()
        #expect(territory.area(of: old("01864")) == .rural)
        #expect(territory.area(of: old("01840")) == .urban)
        #expect(territory.area(of: old("02020")) == .urban)
        #expect(territory.area(of: new("02020")) == .rural)
        #expect(territory.area(of: old("00001")) == nil)
        let becameRural = territory.communes.filter { commune in
            commune.name.hasPrefix("Thị trấn")
                && territory.area(of: territory.placed(commune.code, on: before)) == .urban
                && territory.area(of: territory.placed(commune.code, on: since)) == .rural
        }
        #expect(becameRural.count == 7)
        let urban = territory.communes.filter { territory.area(of: territory.placed($0.code, on: before)) == .urban }
        #expect(urban.count == 13)
    }

    @Test("A wage region is the district's until the reform and the unit's own since")
    func wageRegions() async throws {
        let territory = try await territory()
        // Đôn Phong, of Bạch Thông, went to Phong Quang with a commune of the city.
        #expect(territory.wageRegion(of: old("01984"), on: before) == .four)
        #expect(territory.wageRegion(of: old("01984"), on: since) == .three)
        #expect(territory.wageRegion(of: old("01849"), on: before) == .three)
        #expect(territory.wageRegion(of: old("01849"), on: since) == .three)
        #expect(territory.wageRegion(of: new("01849"), on: since) == .three)
        #expect(territory.wageRegion(of: new("01849"), on: before) == .four)
        #expect(territory.wageRegion(of: new("01864"), on: since) == .four)
        #expect(territory.wageRegion(of: old("00001"), on: since) == nil)
        #expect(territory.wageRegion(of: new("00001"), on: since) == nil)
        let units = try #require(territory.reform).units
        #expect(units.filter { $0.wageRegion == .three }.map(\.code.description) == ["01840", "01843", "01849"])
        #expect(units.filter { $0.wageRegion == .four }.count == 34)
    }

    @Test("A place known only by its old district is owed what is owed anywhere in it")
    func wageRegionsOfDistricts() async throws {
        let territory = try await territory()
        #expect(territory.wageRegion(ofDistrict: "058", on: before) == .three)
        #expect(territory.wageRegion(ofDistrict: "058", on: since) == .three)
        #expect(territory.wageRegion(ofDistrict: "063", on: before) == .four)
        #expect(territory.wageRegion(ofDistrict: "063", on: since) == .four)
        #expect(territory.wageRegion(ofDistrict: "001", on: since) == nil)
    }
}
