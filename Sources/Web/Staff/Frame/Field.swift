import Operations

/// One field of a form as the template `field` shows it: label, control, hint, and what is wrong beside it.
struct Field {
    let name: String
    let label: String
    let value: String
    var hint: String?
    var error: String?
    var isRequired = false
    var isReadOnly = false
    var isLine = false
    var isArea = false
    var isDay = false
    var isNumber = false
    var isTick = false
    var isTicked = false
    var isChoice = false
    var isTicks = false
    var options: [Option] = []
    /// What browsers complete it with; nil where they should not.
    var completion: String?
    /// The greatest number of characters; nil where nobody counts.
    var longest: String?
    /// What somebody else has stored meanwhile, shown beside what was typed.
    var theirs: String?

    /// One thing to choose.
    struct Option {
        let value: String
        let label: String
        let isChosen: Bool

        init(_ value: String, _ label: String, isChosen: Bool) {
            self.value = value
            self.label = label
            self.isChosen = isChosen
        }
    }

    private init(_ name: String, _ label: String, _ value: String) {
        self.name = name
        self.label = label
        self.value = value
    }

    /// A line of text.
    static func line(_ name: String, _ label: String, _ value: String?, longest: Int? = nil) -> Field {
        var field = Field(name, label, value ?? "")
        field.isLine = true
        field.longest = longest.map(String.init)
        return field
    }

    /// Some lines of text.
    static func area(_ name: String, _ label: String, _ value: String?, longest: Int? = nil) -> Field {
        var field = Field(name, label, value ?? "")
        field.isArea = true
        field.longest = longest.map(String.init)
        return field
    }

    /// A day.
    static func day(_ name: String, _ label: String, _ value: String?) -> Field {
        var field = Field(name, label, value ?? "")
        field.isDay = true
        return field
    }

    /// A whole number.
    static func number(_ name: String, _ label: String, _ value: String?) -> Field {
        var field = Field(name, label, value ?? "")
        field.isNumber = true
        return field
    }

    /// One box to tick.
    static func tick(_ name: String, _ label: String, _ isTicked: Bool) -> Field {
        var field = Field(name, label, "true")
        field.isTick = true
        field.isTicked = isTicked
        return field
    }

    /// One thing of some, each with its value and label; an empty value stands for none.
    static func choice(_ name: String, _ label: String, _ value: String?, _ options: [(String, String)]) -> Field {
        var field = Field(name, label, value ?? "")
        field.isChoice = true
        field.options = options.map { Option($0.0, $0.1, isChosen: $0.0 == value ?? "") }
        return field
    }

    /// Any of some things.
    static func ticks(_ name: String, _ label: String, _ values: [String], _ options: [(String, String)]) -> Field {
        var field = Field(name, label, "")
        field.isTicks = true
        field.options = options.map { Option($0.0, $0.1, isChosen: values.contains($0.0)) }
        return field
    }

    /// The same field, needed.
    var required: Field { changed { $0.isRequired = true } }

    /// The same field with a hint below its label.
    func hint(_ hint: String) -> Field { changed { $0.hint = hint } }

    /// The same field with what is wrong with it, where anything is.
    func error(_ faults: Form.Faults?, _ texts: Texts) -> Field {
        changed { $0.error = faults?.faults[name].map { texts($0) } }
    }

    /// The same field with what somebody else has stored meanwhile.
    func theirs(_ value: String?) -> Field { changed { $0.theirs = value } }

    private func changed(_ change: (inout Field) -> Void) -> Field {
        var field = self
        change(&field)
        return field
    }
}

extension Form.Faults {
    /// What concerns the whole form.
    func general(_ texts: Texts) -> String? {
        faults[""].map { texts($0) }
    }
}

/// Where a list goes on: the template `pager` shows it.
struct Pager {
    /// How many there are in all, where that was counted.
    let total: String?
    /// The list's beginning, where this is not it.
    let first: String?
    /// Where it goes on; nil at the end.
    let next: String?

    /// A pager of the page that is asked for: `cursor` is the parameter by which lists go on.
    init(_ context: CallerContext, next: String?, total: Int? = nil) {
        self.total = total.map(number)
        first =
            context.page.query["cursor"] == nil ? nil : context.page.with(["cursor": nil, "done": nil, "undo": nil])
        self.next = next.map { context.page.with(["cursor": $0, "done": nil, "undo": nil]) }
    }
}
