/// Which VR an element has when its header does not say, or says UN (PS3.5 §6.2.2, §A.1).
enum ImplicitVR {
    /// The VR of the tag by the dictionary; where that leaves a choice, OW before any other, and SS only with signed
    /// pixels.
    ///
    /// - Parameter pixelRepresentation: (0028,0103) of the data set, or of the nearest one around it that has it.
    /// - Returns: UN for what the dictionary does not know.
    static func vr(of tag: Tag, pixelRepresentation: UInt16?) -> VR {
        guard let vr = Dictionary.vr(tag) else { return .UN }
        // Only these two begin a list of several.
        guard vr == .US || vr == .OB, let choices = Dictionary.entry(tag)?.vrs, choices.count > 1 else { return vr }
        if choices.contains(.OW) { return .OW }
        return choices.contains(.SS) && pixelRepresentation == 1 ? .SS : vr
    }
}
