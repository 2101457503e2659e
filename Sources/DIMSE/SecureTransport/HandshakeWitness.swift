import NIOCore
import NIOSSL

/// Stands below TLS and sees what comes in the clear: whether it is TLS at all, and which cipher suite was chosen.
final class HandshakeWitness: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Of everything that came.
    private(set) var firstByte: UInt8?
    private(set) var cipherSuite: String?
    private var reads = 0
    private var waiting: (after: Int, action: () -> Void)?

    /// Has something done as soon as more comes than what is being read now.
    func whenNextHeard(_ action: @escaping () -> Void) {
        waiting = (reads, action)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        reads += 1
        if firstByte == nil { look(at: unwrapInboundIn(data)) }
        context.fireChannelRead(data)
        if let waiting, waiting.after < reads {
            self.waiting = nil
            waiting.action()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // A handshake has no upper layer to do it, and its messages would wait for one another.
        context.acknowledgeAtOnce()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting = nil
        context.fireChannelInactive()
    }

    /// Reads the ServerHello, which comes first and in one piece (RFC 8446 §4.1.3).
    private func look(at bytes: ByteBuffer) {
        firstByte = bytes.getInteger(at: bytes.readerIndex)
        let handshake: UInt8 = 0x16
        let serverHello: UInt8 = 2
        // Record header 5, message header 4, version 2, random 32.
        let sessionID = bytes.readerIndex + 43
        guard firstByte == handshake, bytes.getInteger(at: bytes.readerIndex + 5) == serverHello,
            let length = bytes.getInteger(at: sessionID, as: UInt8.self),
            let suite = bytes.getInteger(at: sessionID + 1 + Int(length), as: UInt16.self)
        else { return }
        cipherSuite = NIOTLSCipher(rawValue: suite).knownName
    }
}

extension NIOTLSCipher {
    fileprivate var knownName: String? {
        let names: [NIOTLSCipher: String] = [
            .TLS_AES_128_GCM_SHA256: "TLS_AES_128_GCM_SHA256",
            .TLS_AES_256_GCM_SHA384: "TLS_AES_256_GCM_SHA384",
            .TLS_CHACHA20_POLY1305_SHA256: "TLS_CHACHA20_POLY1305_SHA256",
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        ]
        return names[self]
    }
}
