import HTTPTypes
import Hummingbird

/// What the absolute URLs in answers begin with (PS3.18 §8.2; G-26).
struct BaseURI: Sendable {
    private let publicURL: String?
    private let scheme: String
    private let host: String
    private let port: Int

    init(_ configuration: GatewayConfiguration.HTTP) {
        publicURL = configuration.publicURL
        scheme = configuration.tls == nil ? "http" : "https"
        host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        port = configuration.port
    }

    /// The configured public URL, or else the host that the request names; its port is ours when it names none, since
    /// dicomweb-client sends its Host without one.
    func url(of request: Request, path: String) -> String {
        if let publicURL { return publicURL + path }
        guard let text = request.head.authority, let authority = Authority(text) else {
            return "\(scheme)://\(host):\(port)\(path)"
        }
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(text)\(authority.namesPort || isUsual ? "" : ":\(port)")\(path)"
    }
}

/// What a Host header may say that is to stand in a URL: a name or an address, and a port (RFC 3986 §3.2). Read for
/// every request, and so without a regular expression, which costs a tenth of a small answer.
struct Authority: Hashable, Sendable {
    let namesPort: Bool

    /// Nil of anything else.
    init?(_ text: String) {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let address = rest[..<end].dropFirst()
            guard !address.isEmpty, address.allSatisfy(\.isAddressByte) else { return nil }
            rest = rest[end...].dropFirst()
        } else {
            let name = rest.prefix(while: \.isNameByte)
            guard !name.isEmpty else { return nil }
            rest = rest[name.endIndex...]
        }
        namesPort = !rest.isEmpty
        guard let colon = rest.popFirst() else { return }
        guard colon == UInt8(ascii: ":"), (1...5).contains(rest.count), rest.allSatisfy(\.isDigit) else { return nil }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    private var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    fileprivate var isNameByte: Bool { isDigit || isLetter || "._-".utf8.contains(self) }

    fileprivate var isAddressByte: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) || ":.".utf8.contains(self)
    }
}
