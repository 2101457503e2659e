extension GatewayConfiguration {
    /// What no gateway starts with, though the grammar allows it.
    ///
    /// - Parameter lines: where the keys stand, when they came from a file.
    package func refusals(lines: [String: Int] = [:]) -> [ConfigurationError.Finding] {
        var refusals: [ConfigurationError.Finding] = []
        if access.mode != .open {
            let text =
                "access.mode \(access.mode.rawValue): this version has no access control; only \"open\" is possible"
            refusals.append(.init(line: lines["access.mode"], text))
        } else if !http.isLoopback, !access.openToNetwork {
            let text =
                "http.host \(http.host) can be reached from the network, and this version has no access control: "
                + "listen on 127.0.0.1, or set access: { mode: open, openToNetwork: true } to accept that"
            refusals.append(.init(line: lines["http.host"], text))
        }
        var names: Set<String> = []
        for (index, archive) in archives.enumerated() {
            if !names.insert(archive.name).inserted {
                let text = "archives[\(index)].name: two archives are called \"\(archive.name)\""
                refusals.append(.init(line: lines["archives[\(index)].name"], text))
            }
        }
        return refusals + securityRefusals(lines: lines)
    }
}

extension GatewayConfiguration.HTTP {
    /// Whether only this machine can reach the address.
    package var isLoopback: Bool { host.isLoopbackHost }
}

extension GatewayConfiguration {
    /// The archives that could not deliver what they are asked to send to us: the storage port can be reached from this
    /// machine alone, and they are elsewhere.
    var archivesThatCannotDeliver: [String] {
        guard storage.host.isLoopbackHost else { return [] }
        return archives.filter { $0.retrieve != .get && !$0.host.isLoopbackHost }.map(\.name)
    }
}

extension String {
    /// Whether it is an address or a name of this machine for itself alone: 127.0.0.0/8, ::1 and `localhost` (RFC 6761
    /// §6.3).
    var isLoopbackHost: Bool {
        self == "localhost" || self == "::1" || contains(/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/)
    }
}
