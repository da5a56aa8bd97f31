import Foundation
import Operations
import Store

/// What happened, for other systems to follow.
struct EventsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/events",
                id: "followEvents",
                tag: "events",
                "What happened after an event, oldest first, as CloudEvents 1.0; never changed, and without gaps.",
                access: .may(.readReferrals),
                parameters: [
                    .query(
                        "after",
                        .integer(0...(1 << 53 - 1)),
                        "The `last` of the answer before; 0, as where it is left out, for the first event there is."
                    ),
                    .query("limit", .integer(1...1000), "At most so many events; 200 where it is left out."),
                ],
                success: [.ok(EventsAPI.schema)],
                refusals: [.eventsAhead]
            ) { request in
                let page = try await office.events(
                    after: request.text("after").flatMap { Int64($0) } ?? 0,
                    limit: request.integer("limit") ?? 200,
                    caller: request.caller
                )
                return .json(EventsAPI.text(page))
            }
        ]
    }

    private static let schema = Schema.object([
        .required(
            "events",
            .array(
                .named(
                    "CloudEvent",
                    .object([
                        .required("specversion", .choice(["1.0"])), .required("id", .anyText),
                        .required("source", .anyText), .required("type", .anyText), .required("subject", .anyText),
                        .required("time", .anyText), .required("datacontenttype", .choice(["application/json"])),
                        .required("data", .map(.anything)),
                    ])
                ),
                atMost: 1000
            )
        ),
        .required("last", .described("What to ask after next.", .integer(0...(1 << 53 - 1)))),
        .required("more", .described("Whether there is more already.", .boolean)),
    ])

    private static func text(_ page: EventPage) -> JSONText {
        var text = JSONText()
        text.object { text in
            text.name("events")
            text.array { text in
                for event in page.events { write(event, of: page.source, &text) }
            }
            text.name("last")
            text.value(Int(page.last))
            text.name("more")
            text.value(page.hasMore)
        }
        return text
    }

    private static func write(_ event: StoredEvent, of source: String, _ text: inout JSONText) {
        text.object { text in
            func member(_ name: StaticString, _ value: String) {
                text.name(name)
                text.value(value)
            }
            member("specversion", "1.0")
            member("id", String(event.number))
            member("source", "urn:noiviec:\(source)")
            member("type", "vn.noiviec.\(event.kind)")
            member("subject", "\(event.subjectKind)/\(event.subject)")
            member("time", time(event.at))
            member("datacontenttype", "application/json")
            text.name("data")
            text.written(event.data)
        }
    }

    /// A moment as RFC 3339 writes it.
    private static func time(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}
