import NIOCore

/// The header fields of one part (RFC 2046 §5.1, PS3.18 Table 8.6.1-1).
package struct PartHeaders: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        /// Lower-case.
        package var name: String
        package var value: String
    }

    package var fields: [Field] = []

    /// The value of the first field of that name, in whatever case.
    package subscript(name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0.name == name }?.value
    }

    /// What the part is; nil when it does not say, and is of the payload's root type (PS3.18 §8.6.1.2.1).
    package var contentType: MediaType? { self["content-type"].flatMap { MediaType($0) } }

    package var contentLocation: String? { self["content-location"] }
}

extension PartHeaders {
    /// Collects the lines up to the empty one.
    struct Parser {
        private var headers = PartHeaders()
        private var line: [UInt8] = []
        private var length = 0

        /// The fields once all are there; nil when more bytes are needed.
        mutating func read(
            _ bytes: inout ByteBuffer,
            _ limits: MultipartReader.Limits
        ) throws(WebError) -> PartHeaders? {
            while let byte = bytes.readInteger(as: UInt8.self) {
                length += 1
                guard length <= limits.headerLength else {
                    throw .contentTooLarge("a part's header fields take more than \(limits.headerLength) bytes")
                }
                guard byte == 0x0A else {
                    line.append(byte)
                    continue
                }
                if line.last == 0x0D { line.removeLast() }
                if line.isEmpty { return headers }
                try takeLine(limits)
            }
            return nil
        }

        private mutating func takeLine(_ limits: MultipartReader.Limits) throws(WebError) {
            let text = String(decoding: line, as: UTF8.self)
            line.removeAll(keepingCapacity: true)
            if text.first == " " || text.first == "\t", let last = headers.fields.indices.last {
                headers.fields[last].value += " " + text.trimmingWhitespace()
                return
            }
            guard let colon = text.firstIndex(of: ":"), MediaType.isToken(text[..<colon]) else {
                throw .badRequest("a part has a line that is no header field")
            }
            guard headers.fields.count < limits.headerCount else {
                throw .contentTooLarge("a part has more than \(limits.headerCount) header fields")
            }
            let value = text[text.index(after: colon)...].trimmingWhitespace()
            headers.fields.append(Field(name: text[..<colon].lowercased(), value: value))
        }
    }
}
