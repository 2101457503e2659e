import DIMSE
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL

/// HTTP/1.1, and over TLS HTTP/2 as well, as the configuration says.
enum HTTPServer {
    /// Set above the configured limit, which is answered with 431: what is beyond this one ends the connection.
    private static let decoderHeadroom = 4

    static func builder(
        _ configuration: GatewayConfiguration,
        requests: RequestCount,
        logger: Logger
    ) throws(ConfigurationError) -> HTTPServerBuilder {
        let headers = configuration.limits.requestHeaders * decoderHeadroom
        let stream = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ExchangeHandler(requests: requests, logger: logger)],
            idleTimeout: TimeAmount(configuration.http.idle),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: max(headers, configuration.limits.requestTarget * decoderHeadroom),
                maxHeaderListSize: headers,
                maxHeaderFieldCount: 100 * decoderHeadroom
            )
        )
        guard let tls = configuration.http.tls else {
            return HTTPServerBuilder {
                EventLoopChannel(base: HTTP1Channel(responder: $0, configuration: stream), requests: requests)
            }
        }
        do {
            let security = try TLSConfiguration(tls, logger: logger)
            let connection = HTTP2ChannelConfiguration(
                idleTimeout: configuration.http.idle,
                streamConfiguration: stream
            )
            return HTTPServerBuilder { responder in
                EventLoopChannel(
                    base: try HTTP2UpgradeChannel(
                        tlsConfiguration: security,
                        configuration: connection,
                        responder: responder
                    ),
                    requests: requests
                )
            }
        } catch {
            throw ConfigurationError(file: tls.certificate, findings: [.init("http.tls cannot be used: \(error)")])
        }
    }
}

extension TLSConfiguration {
    /// TLS 1.2 or later, as BCP 195 asks (PS3.15 §B.12), with a certificate that is looked for anew at each handshake.
    fileprivate init(_ configuration: GatewayConfiguration.TLS, logger: Logger) throws {
        self = .makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(configuration.certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: configuration.privateKey, format: .pem))
        )
        minimumTLSVersion = .tlsv12
        let security = SecureTransport.acceptor(configuration, logger: logger)
        try security.load()
        sslContextCallback = { _, promise in promise.completeWith(Result { try security.renewal() }) }
        if let authorities = configuration.clientAuthorities {
            trustRoots = .file(authorities)
            // Clients are known by their authority: their certificates bear no host name.
            certificateVerification = .noHostnameVerification
        }
    }
}
