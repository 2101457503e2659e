package import NIOCore

/// One attribute of a data set, with its value (PS3.5 §7.1).
package struct DataElement: Hashable, Sendable {
    package var tag: Tag
    package var vr: VR
    package var value: Value

    package init(_ tag: Tag, _ vr: VR, _ value: Value) {
        self.tag = tag
        self.vr = vr
        self.value = value
    }
}

/// What an element holds.
package enum Value: Hashable, Sendable {
    /// The bytes as they were sent, padding included, in little-endian order whatever the source's.
    case bytes(ByteBuffer)
    /// The items of a sequence (PS3.5 §7.5).
    case items([DataSet])
    /// The fragments of an encapsulated value (PS3.5 §A.4).
    case fragments(Fragments)
    /// A value left where it lies in the stored data set, since it is large.
    case deferred(Deferred)
}

/// An encapsulated value in memory: the Basic Offset Table and the fragments after it (PS3.5 §A.4).
package struct Fragments: Hashable, Sendable {
    /// Offsets of each frame's first item tag, from the first byte after the table's item; empty when not given.
    package var basicOffsetTable: [UInt32]
    package var fragments: [ByteBuffer]

    package init(basicOffsetTable: [UInt32] = [], fragments: [ByteBuffer]) {
        self.basicOffsetTable = basicOffsetTable
        self.fragments = fragments
    }
}

/// Where a value lies in the encoded data set from which its element was read.
package struct Deferred: Hashable, Sendable {
    /// Offsets, in bytes from the first byte of the data set, of the value; of an encapsulated one, from its first
    /// item tag to the end of the Sequence Delimitation Item.
    package var range: Range<Int>
    /// The order in which the numbers of the value lie there.
    package var byteOrder: ByteOrder
    /// Of an encapsulated value: its table, and where each fragment's bytes lie, from the data set's first byte.
    package var encapsulation: Encapsulation?

    package init(range: Range<Int>, byteOrder: ByteOrder = .little, encapsulation: Encapsulation? = nil) {
        self.range = range
        self.byteOrder = byteOrder
        self.encapsulation = encapsulation
    }

    /// The Basic Offset Table, and where the bytes of the fragments lie.
    package struct Encapsulation: Hashable, Sendable {
        package var basicOffsetTable: [UInt32]
        package var fragments: [Range<Int>]

        package init(basicOffsetTable: [UInt32] = [], fragments: [Range<Int>] = []) {
            self.basicOffsetTable = basicOffsetTable
            self.fragments = fragments
        }
    }
}
