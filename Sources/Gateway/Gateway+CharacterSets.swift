import Logging

extension Gateway {
    /// Says at the start which character sets cannot be read here, rather than let names be lost later.
    ///
    /// - Parameter missing: the encodings that the system's iconv lacks; none on most systems.
    static func warn(of missing: [String], _ logger: Logger) {
        guard !missing.isEmpty else { return }
        logger.warning("\(encodingWarning)", metadata: ["encodings": "\(missing.joined(separator: ", "))"])
    }

    /// What it means that encodings are missing, and what to do.
    static let encodingWarning =
        "names in Japanese, Korean or Chinese character sets cannot be read here: the system's iconv lacks encodings; "
        + "install the gconv modules of its C library"
}
