/// What a person can do, or is licensed to do, beyond an occupation; few enough to ask for on a roll.
package enum Skill: String, Sendable, CaseIterable {
    /// Works a computer (tin học văn phòng).
    case computer
    /// Cooks for many (nấu ăn).
    case cooking
    /// Licence for cars (bằng lái xe B1, B2).
    case drivingCar = "driving_car"
    /// Licence for lorries and buses (bằng lái xe C, D, E, F).
    case drivingHeavy = "driving_heavy"
    /// Licence for motorcycles (bằng lái xe A1, A2).
    case drivingMotorcycle = "driving_motorcycle"
    /// Electrical work (điện).
    case electrical
    /// Certificate for forklift trucks (chứng chỉ lái xe nâng).
    case forklift
    /// Masonry (xây).
    case masonry
    /// Professional certificate of health work (dược, điều dưỡng).
    case healthCertificate = "health_certificate"
    /// Sews on machines (may công nghiệp).
    case sewing
    /// Welding (hàn).
    case welding
    /// Woodwork (mộc).
    case woodwork

    /// Whether nobody may do without where an employer asks for it.
    package var isLicence: Bool {
        switch self {
        case .drivingCar, .drivingHeavy, .drivingMotorcycle, .forklift, .healthCertificate: true
        case .computer, .cooking, .electrical, .masonry, .sewing, .welding, .woodwork: false
        }
    }
}
