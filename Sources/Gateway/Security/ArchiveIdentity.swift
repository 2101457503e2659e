package import DIMSE
import FoundationEssentials

/// On whose behalf we call an archive: what its A-ASSOCIATE-RQ says (PS3.7 §D.3.3.7).
package struct ArchiveIdentity: Sendable {
    /// Item, kind, request and two lengths take the rest of what an item can hold (PS3.7 Table D.3-14).
    private static let longest = 65_000

    private let configuration: GatewayConfiguration.Identity

    package init(_ configuration: GatewayConfiguration.Identity) {
        self.configuration = configuration
    }

    /// A token's file is read anew, since tokens expire.
    ///
    /// - Throws: ``IdentityError``, which tells no secret.
    package func userIdentity() throws(IdentityError) -> UserIdentity {
        let (kind, primary) = try primaryField()
        let secondary = Array((configuration.passcode?.value ?? "").utf8)
        guard primary.count + secondary.count <= Self.longest else { throw .tooLong }
        return UserIdentity(
            kind: kind,
            isResponseRequested: configuration.positiveResponse,
            primary: primary,
            secondary: secondary
        )
    }

    private func primaryField() throws(IdentityError) -> (UserIdentity.Kind, [UInt8]) {
        if let user = configuration.user {
            return (configuration.passcode == nil ? .username : .usernameAndPasscode, Array(user.utf8))
        }
        if let token = configuration.token { return (.jsonWebToken, Array(token.value.utf8)) }
        let file = configuration.tokenFile ?? ""
        guard let data = FileManager.default.contents(atPath: file) else { throw .unreadable(file) }
        let token = String(decoding: data, as: UTF8.self).trimmed
        guard !token.isEmpty else { throw .empty(file) }
        return (.jsonWebToken, Array(token.utf8))
    }
}

/// Why no user identity can be sent.
package enum IdentityError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(String)
    case empty(String)
    case tooLong

    package var description: String {
        switch self {
        case .unreadable(let file): "\(file) is not there, or may not be read"
        case .empty(let file): "\(file) is empty"
        case .tooLong: "the user identity is longer than an association request can hold"
        }
    }
}

extension String {
    /// Without the white space around it, such as the line end of a file.
    fileprivate var trimmed: String {
        let rest = drop { $0.isWhitespace }
        return String(rest.prefix(rest.count - rest.reversed().prefix { $0.isWhitespace }.count))
    }
}
