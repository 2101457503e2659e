package import NIOCore

/// A piece of a message's command set or data set, on one presentation context (PS3.8 §9.3.5.1, Annex E).
///
/// The boundaries between pieces mean nothing: the receiver joins and the sender cuts them as suits it.
package struct PresentationDataValue: Hashable, Sendable {
    package var contextID: UInt8
    /// A piece of the command set; else of the data set.
    package var isCommand: Bool
    /// Nothing follows of this command set or data set.
    package var isLast: Bool
    package var bytes: ByteBuffer

    package init(contextID: UInt8, isCommand: Bool, isLast: Bool, bytes: ByteBuffer) {
        self.contextID = contextID
        self.isCommand = isCommand
        self.isLast = isLast
        self.bytes = bytes
    }
}

extension PresentationDataValue {
    /// Item length, presentation context id and message control header.
    static let headerLength = 6

    /// The bytes of message that fit into a P-DATA-TF for a receiver that advertised `maximumLength` (PS3.8 §D.1);
    /// 0 is no limit. An even number, as PS3.8 §E.2 asks; nil when not even two bytes fit.
    package static func capacity(maximumLength: UInt32) -> Int? {
        let limit = maximumLength == 0 ? largestSent : min(maximumLength, largestSent)
        let capacity = (Int(limit) - headerLength) & ~1
        return capacity > 0 ? capacity : nil
    }

    /// Takes what must be sent before the last fragment, `capacity` bytes of it; nil when the rest fits into one.
    mutating func removeFragment(capacity: Int) -> PresentationDataValue? {
        guard bytes.readableBytes > capacity, let part = bytes.readSlice(length: capacity) else { return nil }
        return PresentationDataValue(contextID: contextID, isCommand: isCommand, isLast: false, bytes: part)
    }

    /// Longer P-DATA-TF are never sent, whatever the receiver takes: nothing is won beyond it.
    static let largestSent: UInt32 = 256 << 10
}
