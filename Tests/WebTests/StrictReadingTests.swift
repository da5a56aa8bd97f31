import Foundation
import Testing

@testable import Web

@Suite("Requests are read strictly")
struct StrictReadingTests {
    @Test(
        "JSON that could be read in two ways is refused, and where is said",
        arguments: [
            ("", "cut_short"), ("{", "cut_short"), ("[1,]", "not_json"), ("{\"a\":1,}", "not_json"),
            ("{a:1}", "not_json"),
            ("{\"a\":1,\"a\":2}", "duplicate_name"), ("{\"a\":1,\"\\u0061\":2}", "duplicate_name"),
            ("01", "text_after_value"), ("1 2", "text_after_value"), ("-", "not_json"), ("1e", "not_json"),
            ("1e999", "number_too_large"), ("NaN", "not_json"), ("'a'", "not_json"), ("\"\u{1}\"", "control_character"),
            ("\"\\ud800\"", "lone_surrogate"), ("\"\\ud800\\u0041\"", "lone_surrogate"), ("\"\\x\"", "not_json"),
            ("\"\\u00g0\"", "not_json"), ("\"abc", "cut_short"), ("tru", "not_json"),
            (String(repeating: "[", count: 100_000), "too_deep"),
        ]
    )
    func refusedJSON(text: String, code: String) {
        var found: String?
        do throws(JSONReader.Failure) {
            _ = try JSONReader.read(Array(text.utf8))
        } catch {
            found = error.code
        }
        #expect(found == code)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func notUTF8() {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read([0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test("JSON that is right is read as Foundation reads it, and written back the same")
    func readJSON() throws {
        let text = #"{"a":[1,-2.5,true,null,"Bắc Kạn \" \\ / \u0111 \ud83d\ude00 \n"],"b":{}}"#
        let value = try JSONReader.read(Array(text.utf8))
        #expect(value["a"] == [1, .number(-2.5), true, .null, "Bắc Kạn \" \\ / đ 😀 \n"])
        let again = try JSONReader.read(Array(value.text.utf8))
        #expect(again == value)
        #expect(try JSONReader.read(Array("9223372036854775807".utf8)) == .integer(.max))
        #expect(try JSONReader.read(Array("9223372036854775808".utf8)) == .number(9_223_372_036_854_775_808))
    }

    @Test("A fast writer and an encoder agree")
    func fastWriter() throws {
        var text = JSONText()
        text.object { text in
            text.name("a")
            text.array { text in
                text.value(1)
                text.value("x\"\\\u{7}\n/đ")
                text.object { _ in }
            }
            text.name("b")
            text.value(false)
        }
        #expect(try JSONReader.read(text.bytes) == ["a": [1, "x\"\\\u{7}\n/đ", [:]], "b": false])
    }

    @Test("Every fault of a body is named with its place")
    func faults() {
        let schema = Schema.object([
            .required("id", .id), .optional("on", .day), .optional("note", .text(1...5)),
            .required("kind", .choice(["a", "b"])),
            .optional("list", .array(.object([.required("x", .boolean)]), atMost: 2)),
            .optional("maybe", .nullable(.integer(0...9))),
        ])
        func codes(_ value: JSONValue) -> [String] { schema.faults(in: value).map { "\($0.pointer ?? "") \($0.code)" } }
        #expect(codes(["id": 1, "kind": "a", "on": "2024-02-29", "maybe": .null]) == [])
        #expect(codes(["id": 0, "kind": "c"]) == ["/id out_of_bounds", "/kind unknown_code"])
        #expect(codes(["kind": "a"]) == ["/id missing_field"])
        #expect(codes(["id": "1", "kind": 1]) == ["/id wrong_type", "/kind wrong_type"])
        #expect(codes(["id": .number(1.5), "kind": "a"]) == ["/id wrong_type"])
        #expect(codes(["id": .number(1e30), "kind": "a"]) == ["/id out_of_bounds"])
        #expect(codes(["id": 1, "kind": "a", "on": "2023-02-29"]) == ["/on not_a_day"])
        #expect(codes(["id": 1, "kind": "a", "on": "2023-2-1"]) == ["/on not_a_day"])
        #expect(codes(["id": 1, "kind": "a", "note": ""]) == ["/note wrong_length"])
        #expect(codes(["id": 1, "kind": "a", "note": "a\u{0}b"]) == ["/note control_character"])
        #expect(codes(["id": 1, "kind": "a", "x/y": 1]) == ["/x~1y unknown_field"])
        #expect(
            codes(["id": 1, "kind": "a", "list": [["x": 1], [:]]]) == [
                "/list/0/x wrong_type", "/list/1/x missing_field",
            ]
        )
        #expect(codes(["id": 1, "kind": "a", "list": [1, 2, 3]]) == ["/list too_many"])
        #expect(codes(["id": 1, "kind": "a", "maybe": 10]) == ["/maybe out_of_bounds"])
        #expect(codes([]) == [" wrong_type"])
    }

    @Test("A query names each parameter once, in percent-encoded UTF-8")
    func queryStrings() throws {
        #expect(try QueryString("a=1&b=B%E1%BA%AFc+K%E1%BA%A1n&c=").values == ["a": "1", "b": "Bắc Kạn", "c": ""])
        #expect(try QueryString(nil).values.isEmpty)
        for wrong in ["a=1&a=2", "a=%", "a=%4", "a=%zz", "a=%ff", "%ff=1", "a=1&%61=2"] {
            #expect(throws: Problem.self, "\(wrong)") { try QueryString(wrong) }
        }
    }

    @Test("A path that a proxy could read otherwise is refused")
    func paths() {
        for plain in ["/", "/v1/households/1", "/v1/openapi.json", "/v1/a%20b", "/v1/B%E1%BA%AFc"] {
            #expect(PathGuard.isPlain(plain), "\(plain)")
        }
        for odd in [
            "//", "/v1//x", "/v1/", "/v1/./x", "/v1/../x", "/v1/%2e%2e/x", "/v1/%2E/x", "/v1/a%2fb", "/v1/a%5cb",
            "/v1/a\\b",
            "/v1/%00", "/v1/a%0ab", "/v1/%", "/v1/%f", "/v1/%ff", "/v1/\u{1}", "v1",
        ] {
            #expect(!PathGuard.isPlain(odd), "\(odd)")
        }
    }

    @Test("A cursor is only its own list's, and nothing made up is one")
    func cursors() throws {
        let text = try Cursor(listing: "a").text(["x", "y"])
        #expect(Cursor(listing: "a").place(text, as: [String].self) == ["x", "y"])
        #expect(Cursor(listing: "b").place(text, as: [String].self) == nil)
        #expect(Cursor(listing: "a").place(text, as: Int.self) == nil)
        for wrong in ["", "x", "AAAA", text + "A", "e30"] {
            #expect(Cursor(listing: "a").place(wrong, as: [String].self) == nil, "\(wrong)")
        }
    }
}
