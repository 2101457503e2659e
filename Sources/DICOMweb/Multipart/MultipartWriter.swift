package import NIOCore

/// The text around the parts of a multipart payload (PS3.18 §8.6.1.2).
///
/// The closing delimiter is for whoever streams to send, once every part was sent whole: without it a client sees that
/// something is missing.
package struct MultipartWriter: Sendable {
    package let boundary: String
    /// The Content-Type of the whole.
    package let contentType: MediaType
    private var isFirst = true

    /// - Parameters:
    ///   - rootType: the type of the first part, without parameters (PS3.18 §8.6.1.2.1).
    ///   - boundary: what separates the parts; it must not occur in them.
    package init(rootType: MediaType, boundary: String = MultipartBoundary.random()) {
        self.boundary = boundary
        contentType = .multipartRelated(of: rootType).with("boundary", boundary)
    }

    /// What stands before a part's body.
    ///
    /// The payload begins with the delimiter itself, names are spelled as the standard spells them, and the block
    /// stays short, since clients look for exactly that.
    ///
    /// - Parameters:
    ///   - contentType: of the part.
    ///   - contentLocation: where the part can be had alone.
    ///   - contentLength: of the body in bytes, if known.
    package mutating func head(
        contentType: MediaType,
        contentLocation: String? = nil,
        contentLength: Int? = nil
    ) -> ByteBuffer {
        var text = isFirst ? "--\(boundary)\r\n" : "\r\n--\(boundary)\r\n"
        isFirst = false
        text += "Content-Type: \(contentType)\r\n"
        if let contentLocation { text += "Content-Location: \(contentLocation)\r\n" }
        if let contentLength { text += "Content-Length: \(contentLength)\r\n" }
        return ByteBuffer(string: text + "\r\n")
    }

    /// What stands after the last part.
    package var closing: ByteBuffer { ByteBuffer(string: isFirst ? "--\(boundary)--" : "\r\n--\(boundary)--") }
}

/// What separates the parts (RFC 2046 §5.1.1).
package enum MultipartBoundary {
    package static let maximumLength = 70

    /// 128 random bits, so that no part holds it.
    package static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    package static func random(using generator: inout some RandomNumberGenerator) -> String {
        var text = ""
        for _ in 0..<2 {
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            text += String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        return text
    }

    /// True of 1 to 70 of RFC 2046's `bchars`, not ending with a space.
    package static func isValid(_ text: String) -> Bool {
        (1...maximumLength).contains(text.utf8.count) && text.utf8.last != 0x20
            && text.utf8.allSatisfy(\.isBoundaryByte)
    }
}

extension UInt8 {
    /// RFC 2046's `bchars`, and what else senders use without harm: any visible ASCII.
    fileprivate var isBoundaryByte: Bool { (0x20...0x7E).contains(self) }
}
