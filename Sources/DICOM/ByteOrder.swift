/// The order of a number's bytes (PS3.5 §7.3).
package enum ByteOrder: Hashable, Sendable {
    case little, big
}
