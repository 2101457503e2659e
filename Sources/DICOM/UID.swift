/// A unique identifier (PS3.5 §9).
package struct UID: RawRepresentable, Hashable, Sendable {
    package static let maximumLength = 64

    package let rawValue: String

    /// Any text, as a peer sent it; ``isValid`` tells whether it is one.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The UID that `text` spells; nil unless it is 1 to 64 of the digits 0-9 and full stops.
    ///
    /// Components with leading zeros break PS3.5 §9.1, exist in archives, and pass.
    package init?(validating text: some StringProtocol) {
        let text = String(text)
        guard Self.isValid(text) else { return nil }
        rawValue = text
    }

    package var isValid: Bool { Self.isValid(rawValue) }

    private static func isValid(_ text: String) -> Bool {
        (1...maximumLength).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
    }
}

extension UID: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        rawValue = value
    }
}

extension UID: Comparable {
    package static func < (left: UID, right: UID) -> Bool { left.rawValue < right.rawValue }
}

extension UID: CustomStringConvertible {
    package var description: String { rawValue }
}

extension UID {
    /// Of the UUID form (PS3.5 §B.2): `number`, with version and variant put in (RFC 9562 §4).
    ///
    /// - Parameter version: 4 for a random number, 8 for one made in another way; 15 at most.
    package init(uuid number: UInt128, version: UInt8) {
        let versionBits = UInt128(0xF) << 76
        let variantBits = UInt128(0b11) << 62
        let rest = number & ~(versionBits | variantBits)
        self.init(rawValue: "2.25.\(rest | UInt128(version & 0xF) << 76 | UInt128(0b10) << 62)")
    }

    /// A new one, of a random UUID.
    package static func random() -> UID { UID(uuid: .random(in: .min ... .max), version: 4) }
}
