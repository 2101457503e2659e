/// Why the upper layer did not do what its user asked.
package enum UpperLayerError: Error, Hashable, Sendable {
    /// A primitive that cannot be issued in this state: the association ended, or never was.
    case notAllowed(UpperLayer.State)
    /// The peer's maximum length leaves no room for data: below 8 (PS3.8 §D.1).
    case maximumLengthTooSmall(UInt32)
    /// The request cannot be put into bytes.
    case invalid(PDUError)
}

extension UpperLayerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAllowed(let state): "not allowed in state \(state)"
        case .maximumLengthTooSmall(let length): "the peer takes no data: its maximum PDU length is \(length)"
        case .invalid(let error): "\(error)"
        }
    }
}
