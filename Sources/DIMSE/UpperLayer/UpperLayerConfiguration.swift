/// What the upper layer waits for and puts up with.
package struct UpperLayerConfiguration: Sendable {
    /// How long ARTIM runs (PS3.8 §9.1.5): for a whole A-ASSOCIATE-RQ to come, and for the peer to close in the end.
    package var artim: Duration = .seconds(30)
    package var limits: PDULimits = .default
    /// Read buffers follow what arrives, between these sizes.
    package var receiveBuffer = (minimum: 4 << 10, initial: 64 << 10, maximum: 1 << 20)

    package init() {}

    package static let `default` = UpperLayerConfiguration()
}
