import NIOCore

/// Reads the elements of a data set that is not deflated, from bytes as they come (PS3.5 §7).
///
/// What is open lies on two stacks instead of the program's, so depth costs memory that the limits bound. A data set
/// is open for every sequence, and one more: when there are as many sequences, an item is due.
struct DataSetParser {
    let limits: DecodingLimits
    /// Top-level values longer than this are skipped, and Pixel Data always; nil keeps everything.
    let threshold: Int?
    /// Bytes that have come and are not yet read: between calls at most a part of a header.
    var input = ByteBuffer()
    /// Of the first byte of `input`, from the start of the data set.
    var position: Int
    var dataSets: [OpenDataSet]
    var sequences: [OpenSequence] = []
    var fragments: OpenFragments?
    var expected = Expected.element
    /// The header whose value is due, and the part of it that has come.
    var header = ValueHeader()
    var partial = ByteBuffer()
    var elementCount = 0
    /// Of the header of Pixel Data, or of what comes in its place, from the start of the data set.
    var pixelDataOffset: Int?
    var tolerated: [Tolerance] = []

    /// What comes next.
    enum Expected {
        case element, value, item, fragmentItem
        /// Of the fragment, or of the table before the first.
        case fragment(length: Int)
        /// The bytes of a value or fragment that is not kept.
        case skipped(remaining: Int)
    }

    /// What remains to be known of an element whose header has been read.
    struct ValueHeader {
        var tag = Tag(rawValue: 0)
        var vr = VR.UN
        var length = 0
        /// Of its numbers.
        var byteOrder = ByteOrder.little
        /// False of a group length, which is dropped (PS3.5 §7.2).
        var isKept = true
    }

    init(
        _ encoding: Encoding,
        limits: DecodingLimits,
        threshold: Int? = nil,
        characterSet: CharacterSet = .default,
        pixelRepresentation: UInt16? = nil,
        position: Int = 0
    ) {
        self.limits = limits
        self.threshold = threshold
        self.position = position
        dataSets = [
            OpenDataSet(
                encoding: encoding,
                limit: .max,
                hasLength: false,
                characterSet: characterSet,
                pixelRepresentation: pixelRepresentation
            )
        ]
    }

    // MARK: Bytes

    /// Reads as far as the bytes go.
    mutating func parse(_ bytes: ByteBuffer) throws(DataError) {
        guard bytes.readableBytes <= limits.maximumDataSetLength - position else {
            throw DataError(reason: .tooLarge, offset: position)
        }
        guard threshold != nil else {
            try parse(part: bytes)
            return
        }
        // Values are slices of what they came in. So that the few that are kept do not hold on to large chunks of
        // pixels, the bytes are copied in small parts, and what is skipped is not copied at all.
        var bytes = bytes
        while bytes.readableBytes > 0 {
            skip(from: &bytes)
            let count = min(bytes.readableBytes, Self.partLength - min(input.readableBytes, Self.partLength / 2))
            guard count > 0, let part = bytes.readSlice(length: count) else { continue }
            try parse(part: ByteBuffer(buffer: part))
        }
        // A value that is not kept may end just where the bytes do.
        while try advance() {}
    }

    private static let partLength = 16 << 10

    private mutating func parse(part: ByteBuffer) throws(DataError) {
        if input.readableBytes == 0 {
            input = part
        } else {
            // Writing into `input` would copy all that the values so far lie in.
            var joined = ByteBufferAllocator().buffer(capacity: input.readableBytes + part.readableBytes)
            joined.writeImmutableBuffer(input)
            joined.writeImmutableBuffer(part)
            input = joined
        }
        while try advance() {}
        if input.readableBytes == 0 { input = ByteBuffer() }
    }

    /// Consumes bytes of a value that is not kept.
    private mutating func skip(from bytes: inout ByteBuffer) {
        guard case .skipped(let remaining) = expected else { return }
        let count = min(remaining, bytes.readableBytes)
        bytes.moveReaderIndex(forwardBy: count)
        position += count
        expected = .skipped(remaining: remaining - count)
    }

    mutating func consume(_ count: Int) {
        input.moveReaderIndex(forwardBy: count)
        position += count
    }

    // MARK: Steps

    /// One step; false when it needs more bytes.
    private mutating func advance() throws(DataError) -> Bool {
        switch expected {
        case .element: try readElement()
        case .value: try readValue()
        case .item: try readItem()
        case .fragmentItem: try readFragmentItem()
        case .fragment(let length): try readFragment(length)
        case .skipped: try finishSkipping()
        }
    }

    /// The rest of a value of `length` bytes, of which `partial` is the beginning; nil until it is all there.
    mutating func take(_ length: Int) -> ByteBuffer? {
        let missing = length - partial.readableBytes
        let count = min(missing, input.readableBytes)
        guard var slice = input.readSlice(length: count) else { return nil }
        position += count
        if count == missing, partial.readableBytes == 0 { return slice }
        partial.writeBuffer(&slice)
        guard count == missing else { return nil }
        defer { partial = ByteBuffer() }
        return partial
    }

    private mutating func finishSkipping() throws(DataError) -> Bool {
        var rest = input
        skip(from: &rest)
        input = rest
        guard case .skipped(0) = expected else { return false }
        if fragments != nil {
            expected = .fragmentItem
            return true
        }
        if header.isKept {
            let range = (position - header.length)..<position
            let deferred = Deferred(range: range, byteOrder: header.byteOrder)
            try add(DataElement(header.tag, header.vr, .deferred(deferred)))
        }
        expected = .element
        return true
    }

    /// Counts what takes memory.
    mutating func count(_ tag: Tag) throws(DataError) {
        elementCount += 1
        guard elementCount <= limits.maximumElements else {
            throw DataError(reason: .tooLarge, tag: tag, offset: position)
        }
    }

    mutating func note(_ kind: Tolerance.Kind, _ tag: Tag? = nil) {
        tolerated.note(kind, tag: tag, offset: position)
    }

    func failure(_ reason: DataError.Reason, _ tag: Tag? = nil) -> DataError {
        DataError(reason: reason, tag: tag, offset: position)
    }
}
