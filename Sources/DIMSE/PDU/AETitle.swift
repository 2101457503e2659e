/// The rules for an Application Entity title (PS3.5 §6.2 AE, PS3.8 §9.3.2).
package enum AETitle {
    package static let length = 16

    /// True for 1 to 16 printable ASCII characters, not all spaces and without backslash.
    package static func isValid(_ title: some StringProtocol) -> Bool {
        (1...length).contains(title.utf8.count)
            && title.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }
            && !title.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
    }
}
