extension GatewayConfiguration {
    /// TLS on a port of ours.
    package struct TLS: Hashable, Sendable {
        /// A PEM file: the certificate and those that lead to its authority.
        package var certificate: String
        /// A PEM file.
        package var privateKey: String
        /// A PEM file of the authorities whose clients are let in; nil: clients need no certificate.
        package var clientAuthorities: String?

        package init(certificate: String, privateKey: String, clientAuthorities: String? = nil) {
            self.certificate = certificate
            self.privateKey = privateKey
            self.clientAuthorities = clientAuthorities
        }
    }

    /// TLS to an archive (PS3.15 §B.12).
    package struct ArchiveTLS: Hashable, Sendable {
        /// False: plain TCP, whatever else is said.
        package var enabled = true
        /// A PEM file of the authorities of which one must have issued the archive's certificate; nil: the system's.
        package var authorities: String?
        /// A PEM file: our certificate and those that lead to its authority; nil: we present none.
        package var certificate: String?
        /// A PEM file.
        package var privateKey: String?
        /// The DNS name that the archive's certificate must bear; nil: the archive's `host`.
        package var serverName: String?
        /// Whether the certificate must bear a name at all, or need only be of a trusted authority.
        package var verifyName = true

        package init() {}
    }

    /// On whose behalf the gateway calls an archive (PS3.7 §D.3.3.7).
    package struct Identity: Hashable, Sendable {
        package var user: String?
        package var passcode: Secret?
        /// A JSON web token.
        package var token: Secret?
        /// A file that holds one, read anew for every association.
        package var tokenFile: String?
        /// Whether an archive that does not confirm the identity is not used.
        package var positiveResponse = false

        package init() {}
    }

    /// A text that no log, error or debugger's dump shows.
    package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        package let value: String

        package init(_ value: String) {
            self.value = value
        }

        package var description: String { "(secret)" }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }
}
