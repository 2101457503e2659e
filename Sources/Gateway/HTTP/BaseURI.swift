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
        guard let authority = request.head.authority,
            authority.contains(/^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/)
        else {
            return "\(scheme)://\(host):\(port)\(path)"
        }
        let namesPort = authority.contains(/:\d{1,5}$/)
        return "\(scheme)://\(authority)\(namesPort || port == (scheme == "https" ? 443 : 80) ? "" : ":\(port)")\(path)"
    }
}
