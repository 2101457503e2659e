import NIOCore

/// A data set whose elements are being read: the root, or an item.
struct OpenDataSet {
    var encoding: Encoding
    /// Where it must end: by its own length, else by that of the nearest one around it; `.max` if none has a length.
    var limit: Int
    /// True of an item with a length of its own.
    var hasLength: Bool
    var characterSet: CharacterSet
    /// (0028,0103), its own or from around it.
    var pixelRepresentation: UInt16?
    var elements: [DataElement] = []
    /// True once the first header has confirmed or corrected the encoding.
    var isEncodingSettled = false
    var isInOrder = true

    var dataSet: DataSet { DataSet(sorting: elements, characterSet: characterSet) }
}

/// A sequence whose items are being read.
struct OpenSequence {
    var tag: Tag
    /// Of its items.
    var encoding: Encoding
    /// As of ``OpenDataSet``.
    var limit: Int
    var hasLength: Bool
    var items: [DataSet] = []
}

/// An encapsulated value whose fragments are being read (PS3.5 §A.4).
struct OpenFragments {
    var tag: Tag
    var vr: VR
    var byteOrder: ByteOrder
    /// Where its first item tag lies.
    var start: Int
    /// Nil until its first item is complete.
    var table: [UInt32]?
    /// True when only their places are kept.
    var isDeferred: Bool
    var fragments: [ByteBuffer] = []
    var ranges: [Range<Int>] = []

    /// The value, once complete.
    func value(end: Int) -> Value {
        let table = table ?? []
        guard isDeferred else { return .fragments(Fragments(basicOffsetTable: table, fragments: fragments)) }
        let encapsulation = Deferred.Encapsulation(basicOffsetTable: table, fragments: ranges)
        return .deferred(Deferred(range: start..<end, byteOrder: byteOrder, encapsulation: encapsulation))
    }
}
