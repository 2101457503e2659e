/// Another application entity, and where it listens.
package struct Peer: Hashable, Sendable {
    package var aeTitle: String
    package var host: String
    package var port: Int

    package init(aeTitle: String, host: String, port: Int) {
        self.aeTitle = aeTitle
        self.host = host
        self.port = port
    }
}
