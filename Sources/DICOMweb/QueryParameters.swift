/// The parameters of a URI's query component, in order (PS3.18 §8.3).
package struct QueryParameters: Hashable, Sendable {
    package struct Parameter: Hashable, Sendable {
        /// The name, decoded.
        package var name: String
        /// The value as it stands in the URI: some parameters split it before, others after decoding.
        package var rawValue: String
    }

    package let parameters: [Parameter]

    /// Reads `name=value&name=value`, without a question mark. A name alone has an empty value.
    ///
    /// - Throws: `badRequest` for names that are not percent-encoded UTF-8.
    package init(_ query: String) throws(WebError) {
        var parameters: [Parameter] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, !first.isEmpty else { continue }
            guard let name = PercentEncoding.decode(first, plusIsSpace: true) else {
                throw .badRequest("a query parameter's name is not percent-encoded UTF-8")
            }
            parameters.append(Parameter(name: name, rawValue: parts.count > 1 ? String(parts[1]) : ""))
        }
        self.parameters = parameters
    }

    /// The decoded value of a parameter that may stand once.
    ///
    /// - Throws: `badRequest` when it stands twice or is not percent-encoded UTF-8.
    package func value(_ name: String) throws(WebError) -> String? {
        let found = parameters.filter { $0.name == name }
        guard found.count <= 1 else { throw .badRequest("\(name) is given more than once") }
        guard let parameter = found.first else { return nil }
        return try parameter.value()
    }
}

extension QueryParameters.Parameter {
    /// The value, decoded once.
    ///
    /// - Parameter plusIsSpace: false where a raw `+` is part of the value, as in a UTC offset.
    /// - Throws: `badRequest` when it is not percent-encoded UTF-8.
    package func value(plusIsSpace: Bool = true) throws(WebError) -> String {
        try Self.decode(rawValue, of: name, plusIsSpace: plusIsSpace)
    }

    /// The pieces between raw commas, each decoded once.
    package func values(plusIsSpace: Bool = true) throws(WebError) -> [String] {
        var values: [String] = []
        for piece in rawValue.split(separator: ",", omittingEmptySubsequences: false) {
            values.append(try Self.decode(piece, of: name, plusIsSpace: plusIsSpace))
        }
        return values
    }

    private static func decode(
        _ text: some StringProtocol,
        of name: String,
        plusIsSpace: Bool
    ) throws(WebError) -> String {
        guard let value = PercentEncoding.decode(text, plusIsSpace: plusIsSpace) else {
            throw .badRequest("\(name) is not percent-encoded UTF-8")
        }
        return value
    }
}

/// Percent-encoding of URIs (RFC 3986 §2.1).
package enum PercentEncoding {
    /// Decodes once; nil for a `%` without two hexadecimal digits and for bytes that are not UTF-8.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        let text = String(text)
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next()?.hexDigit, let low = iterator.next()?.hexDigit else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
