/// A media type with its parameters (RFC 9110 §8.3.1, PS3.18 §8.7).
///
/// Type, subtype and parameter names are lower-case here; parameter values are as sent, without quotes.
package struct MediaType: Hashable, Sendable {
    package struct Parameter: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var type: String
    package var subtype: String
    /// In the order in which they stand; a name may stand twice.
    package var parameters: [Parameter]

    package init(_ type: String, _ subtype: String, _ parameters: [Parameter] = []) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// The media type or range that `text` spells; nil when it has no type and subtype.
    ///
    /// Takes unquoted values with a solidus, as in `type=application/dicom`, which viewers send against
    /// RFC 9110 §5.6.6; a parameter that is none is left out.
    package init?(_ text: some StringProtocol) {
        let pieces = HeaderList.split(text, at: ";")
        guard let essence = pieces.first, let solidus = essence.firstIndex(of: "/") else { return nil }
        let (type, subtype) = (essence[..<solidus], essence[essence.index(after: solidus)...])
        guard Self.isToken(type), Self.isToken(subtype) else { return nil }
        self.init(type.lowercased(), subtype.lowercased(), pieces.dropFirst().compactMap(Parameter.init))
    }

    /// The value of the first parameter of that name.
    package subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Type and subtype, without parameters.
    package var essence: MediaType { MediaType(type, subtype) }

    package func isSameType(as other: MediaType) -> Bool { type == other.type && subtype == other.subtype }

    package func with(_ name: String, _ value: String) -> MediaType {
        MediaType(type, subtype, parameters + [Parameter(name, value)])
    }

    static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isTokenByte)
    }
}

extension MediaType: CustomStringConvertible {
    /// As a header has it: a value that is not a token is quoted; a transfer syntax is not, since readers keep quotes.
    package var description: String {
        parameters.reduce("\(type)/\(subtype)") { text, parameter in
            "\(text); \(parameter.name)=\(parameter.quotedValue)"
        }
    }
}

extension MediaType.Parameter {
    /// `name=value`, the value bare or quoted; nil without a name or an equals sign.
    fileprivate init?(_ text: String) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = text[..<equals].trimmingWhitespace()
        guard MediaType.isToken(name) else { return nil }
        self.init(name.lowercased(), HeaderList.unquoted(text[text.index(after: equals)...].trimmingWhitespace()))
    }

    fileprivate var quotedValue: String {
        guard !MediaType.isToken(value) else { return value }
        return "\"" + value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}

extension MediaType {
    package static let dicom = MediaType("application", "dicom")
    package static let dicomJSON = MediaType("application", "dicom+json")
    package static let json = MediaType("application", "json")
    package static let octetStream = MediaType("application", "octet-stream")
    package static let multipartRelated = MediaType("multipart", "related")
    package static let jpeg = MediaType("image", "jpeg")
    package static let png = MediaType("image", "png")
    package static let gif = MediaType("image", "gif")
    package static let pdf = MediaType("application", "pdf")

    /// `multipart/related` with parts of that type (PS3.18 §8.6.1.2.1).
    package static func multipartRelated(of root: MediaType) -> MediaType {
        multipartRelated.with("type", root.essence.description)
    }
}

/// Lists and quoted strings in header fields (RFC 9110 §5.6).
enum HeaderList {
    /// The trimmed pieces between separators that stand outside quoted strings; empty ones are left out.
    static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var (isQuoted, isEscaped) = (false, false)
        for character in text {
            if character == separator, !isQuoted {
                pieces.append(piece)
                piece = ""
                continue
            }
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted, character == "\\" {
                isEscaped = true
            }
            piece.append(character)
        }
        pieces.append(piece)
        return pieces.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    /// The value without its quotes and escapes; as it is when not quoted.
    static func unquoted(_ text: String) -> String {
        guard text.first == "\"" else { return text }
        var value = ""
        var isEscaped = false
        for character in text.dropFirst() {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
                continue
            } else if character == "\"" {
                break
            }
            value.append(character)
        }
        return value
    }
}

extension StringProtocol {
    /// Without the spaces and tabs at both ends (RFC 9110 §5.6.3).
    func trimmingWhitespace() -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[start...end])
    }
}

extension UInt8 {
    /// RFC 9110 §5.6.2.
    var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}
