import DIMSE
import Logging

extension GatewayConfiguration {
    /// What is wrong with the files of TLS and with user identities.
    ///
    /// - Parameter lines: where the keys stand, when they came from a file.
    func securityRefusals(lines: [String: Int]) -> [ConfigurationError.Finding] {
        var refusals = CheckedKeys(lines: lines)
        refusals.check(http.tls, at: "http.tls")
        refusals.check(storage.tls, at: "storage.tls")
        for (index, archive) in archives.enumerated() {
            refusals.check(archive.tls, at: "archives[\(index)].tls")
            refusals.check(archive.identity, at: "archives[\(index)].identity")
        }
        return refusals.findings
    }
}

/// Collects complaints about keys, each with its line.
private struct CheckedKeys {
    let lines: [String: Int]
    var findings: [ConfigurationError.Finding] = []

    init(lines: [String: Int]) {
        self.lines = lines
    }

    private mutating func refuse(_ key: String, _ text: String) {
        findings.append(.init(line: lines[key], "\(key): \(text)"))
    }

    mutating func check(_ tls: GatewayConfiguration.TLS?, at path: String) {
        // Without both, the reader has complained.
        guard let tls, !tls.certificate.isEmpty, !tls.privateKey.isEmpty else { return }
        do {
            try SecureTransport.acceptor(tls, logger: .silent).load()
        } catch {
            refuse("\(path).\(error.part == .authorities ? "clientAuthorities" : error.part.rawValue)", "\(error)")
        }
    }

    mutating func check(_ tls: GatewayConfiguration.ArchiveTLS?, at path: String) {
        guard let tls, tls.enabled else { return }
        if let name = tls.serverName, name.contains(/^[0-9.]+$|:/) {
            refuse("\(path).serverName", "must be a DNS name, and \(name) is an address; say verifyName: false instead")
        }
        do {
            try SecureTransport.requestor(tls, logger: .silent).load()
        } catch {
            refuse("\(path).\(error.part.rawValue)", "\(error)")
        }
    }

    mutating func check(_ identity: GatewayConfiguration.Identity?, at path: String) {
        guard let identity else { return }
        let kinds = [identity.user, identity.token?.value, identity.tokenFile].compactMap { $0 }
        if kinds.count != 1 { refuse(path, "must have one of user, token and tokenFile") }
        if identity.passcode != nil, identity.user == nil { refuse("\(path).passcode", "needs a user") }
        do {
            _ = try ArchiveIdentity(identity).userIdentity()
        } catch {
            let key = identity.tokenFile != nil ? "tokenFile" : identity.token != nil ? "token" : "user"
            refuse("\(path).\(key)", "\(error)")
        }
    }
}
