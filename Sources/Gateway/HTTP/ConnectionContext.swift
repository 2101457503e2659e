import Hummingbird
import NIOCore

/// What the responder knows of the connection, or in HTTP/2 of the stream, that a request came by.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
