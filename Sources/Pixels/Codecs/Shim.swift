import CodecShims

/// Calls into the C shims, whose words become errors.
enum Shim {
    /// Runs a shim that answers zero, or something else after writing the reason into the room it is given.
    static func call(
        _ function: (UnsafeMutablePointer<CChar>) -> CInt,
        failure: (String) -> PixelError
    ) throws(PixelError) {
        let words: String? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(SHIM_MESSAGE_LENGTH)) { room in
            room.initialize(repeating: 0)
            guard let message = room.baseAddress else { return "No memory" }
            return function(message) == 0 ? nil : String(cString: message)
        }
        if let words { throw failure(words) }
    }
}
