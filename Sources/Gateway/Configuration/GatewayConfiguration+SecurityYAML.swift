extension GatewayConfiguration.TLS {
    static func read(_ mapping: MappingReader, _ findings: inout Findings) -> Self? {
        var reader = mapping
        var tls = Self(certificate: "", privateKey: "")
        reader.string("certificate", into: &tls.certificate, &findings)
        reader.string("privateKey", into: &tls.privateKey, &findings)
        reader.string("clientAuthorities", into: &tls.clientAuthorities, &findings)
        reader.finish(&findings)
        guard reader.isPresent else { return nil }
        reader.require(["certificate", "privateKey"], &findings)
        return tls
    }
}

extension GatewayConfiguration.ArchiveTLS {
    static func read(_ mapping: MappingReader, _ findings: inout Findings) -> Self? {
        var reader = mapping
        var tls = Self()
        reader.boolean("enabled", into: &tls.enabled, &findings)
        reader.string("authorities", into: &tls.authorities, &findings)
        reader.string("certificate", into: &tls.certificate, &findings)
        reader.string("privateKey", into: &tls.privateKey, &findings)
        reader.string("serverName", into: &tls.serverName, &findings)
        reader.boolean("verifyName", into: &tls.verifyName, &findings)
        reader.finish(&findings)
        guard reader.isPresent else { return nil }
        if tls.certificate != nil { reader.require(["privateKey"], &findings) }
        if tls.privateKey != nil { reader.require(["certificate"], &findings) }
        return tls
    }
}

extension GatewayConfiguration.Identity {
    static func read(_ mapping: MappingReader, _ findings: inout Findings) -> Self? {
        var reader = mapping
        var identity = Self()
        reader.string("user", into: &identity.user, &findings)
        reader.secret("passcode", into: &identity.passcode, &findings)
        reader.secret("token", into: &identity.token, &findings)
        reader.string("tokenFile", into: &identity.tokenFile, &findings)
        reader.boolean("positiveResponse", into: &identity.positiveResponse, &findings)
        reader.finish(&findings)
        return reader.isPresent ? identity : nil
    }
}
