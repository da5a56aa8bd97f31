/// Occupations of the demo, by their codes in the Vietnamese classification.
enum DemoOccupation {
    static let farming = ["6111", "6121", "6210", "6111", "9201", "9205"]
    static let taught = [
        "8153", "7531", "7212", "7231", "7411", "8322", "5141", "7112", "5120", "3221", "4110", "7522",
    ]
    static let worked = [
        "7112", "7112", "9313", "9333", "8153", "7531", "7522", "5223", "5131", "9402", "5401", "8322", "8202", "8156",
        "9321", "9111",
    ]
}
