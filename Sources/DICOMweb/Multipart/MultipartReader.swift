package import NIOCore

/// Takes a multipart payload apart as it arrives (RFC 2046 §5.1, PS3.18 §8.6.1.2).
///
/// Nothing of a part's body is kept: each feed gives slices of what was fed. The time is proportional to the bytes,
/// whatever they are: a delimiter has a CR only where it begins, so a comparison that fails is never taken up again
/// inside what it has passed.
package struct MultipartReader {
    package enum Event: Hashable, Sendable {
        /// A part begins.
        case part(PartHeaders)
        /// More of the part's body; never empty.
        case body(ByteBuffer)
        /// The part is complete.
        case endOfPart
        /// The closing delimiter: what follows is no part of the payload.
        case end
    }

    package struct Limits: Hashable, Sendable {
        /// Of the header fields of one part together, in bytes.
        package var headerLength = 16_384
        /// Of one part.
        package var headerCount = 32
        /// Of one payload.
        package var partCount = 100_000
        /// Of what stands before the first delimiter, in bytes.
        package var preambleLength = 65_536

        package init() {}
    }

    private enum State {
        case preamble
        /// After a delimiter: what follows tells whether it is one, the closing one, or part of the body.
        case delimiterTail
        case headers
        case body
        case epilogue
    }

    private let limits: Limits
    /// Two hyphens and the boundary.
    private let dashBoundary: [UInt8]
    private var state = State.preamble
    /// How much of the delimiter the bytes so far end with.
    private var matched: Int
    /// How much of that was not of the body: the line end that came before it.
    private var borrowed: Int
    private var tail: [UInt8] = []
    private var header = PartHeaders.Parser()
    private var isInPart = false
    private var partCount = 0
    private var preambleCount = 0
    private var events: [Event] = []

    /// - Throws: `badRequest` for a boundary that RFC 2046 does not allow.
    package init(boundary: String, limits: Limits = Limits()) throws(WebError) {
        guard MultipartBoundary.isValid(boundary) else {
            throw .badRequest("the boundary is not 1 to \(MultipartBoundary.maximumLength) of the allowed characters")
        }
        self.limits = limits
        dashBoundary = Array("--\(boundary)".utf8)
        // The first delimiter may begin the payload, as if a line had ended before it.
        (matched, borrowed) = (2, 2)
    }

    /// Takes the next bytes, and says what they complete.
    ///
    /// - Throws: `badRequest` for headers that are none, `contentTooLarge` beyond the limits; what the same bytes
    ///   completed before is not told then.
    package mutating func feed(_ bytes: ByteBuffer) throws(WebError) -> [Event] {
        var bytes = bytes
        while bytes.readableBytes > 0, state != .epilogue {
            switch state {
            case .preamble, .body: try search(&bytes)
            case .delimiterTail: try readTail(&bytes)
            case .headers: try readHeaders(&bytes)
            case .epilogue: break
            }
        }
        defer { events.removeAll() }
        return events
    }

    /// The payload ends here.
    ///
    /// - Throws: `truncated` unless the closing delimiter was read.
    package func finish() throws(WebError) {
        guard state == .epilogue else {
            throw .truncated("the multipart payload ends before its closing delimiter")
        }
    }
}

extension MultipartReader {
    /// Looks for the delimiter: in a body CR LF and the boundary's line, in the preamble also after a LF alone.
    private mutating func search(_ bytes: inout ByteBuffer) throws(WebError) {
        let (plainEnd, end) = scan(bytes.readableBytesSpan)
        let start = bytes.readerIndex
        try pass(&bytes, count: plainEnd)
        bytes.moveReaderIndex(to: start + end)
        if matched == dashBoundary.count + 2 { state = .delimiterTail }
    }

    /// - Returns: how many bytes are surely not of a delimiter, nor of one that begins; and how many were looked at.
    private mutating func scan(_ bytes: RawSpan) -> (plainEnd: Int, end: Int) {
        let length = dashBoundary.count + 2
        // What of a delimiter that had begun is in earlier feeds.
        var held = matched
        var (index, plainEnd) = (0, 0)
        while index < bytes.byteCount {
            if matched == 0 {
                guard let start = bytes.firstIndex(of: firstByte, from: index) else {
                    return (bytes.byteCount, bytes.byteCount)
                }
                (index, plainEnd, matched) = (start + 1, start, firstMatched)
            } else if bytes[index] == delimiter(at: matched) {
                index += 1
                matched += 1
                if matched == length { break }
            } else {
                release(held)
                (held, matched, borrowed, plainEnd) = (0, 0, 0, index)
            }
        }
        return (plainEnd, index)
    }

    /// A line of the preamble may end with LF alone; there CR is not looked at.
    private var firstByte: UInt8 { state == .preamble ? 0x0A : 0x0D }

    private var firstMatched: Int { state == .preamble ? 2 : 1 }

    private func delimiter(at index: Int) -> UInt8 {
        switch index {
        case 0: 0x0D
        case 1: 0x0A
        default: dashBoundary[index - 2]
        }
    }

    /// The first bytes of a delimiter, from earlier feeds, that turned out to be of the body.
    private mutating func release(_ count: Int) {
        guard state == .body, count > borrowed else { return }
        let held = [0x0D, 0x0A] + dashBoundary
        events.append(.body(ByteBuffer(bytes: held[borrowed..<min(count, held.count)])))
    }

    /// Gives the next bytes to the body; those of the preamble are counted and dropped.
    private mutating func pass(_ bytes: inout ByteBuffer, count: Int) throws(WebError) {
        guard count > 0, let plain = bytes.readSlice(length: count) else { return }
        if state == .body {
            events.append(.body(plain))
            return
        }
        preambleCount += count
        guard preambleCount <= limits.preambleLength else {
            throw .badRequest("no delimiter of the multipart boundary in the first \(limits.preambleLength) bytes")
        }
    }
}

extension MultipartReader {
    /// The most white space after a boundary (RFC 2046 §5.1.1, transport padding).
    private static let maximumPadding = 64

    /// Reads on behind the boundary: `--` closes; a line end, after white space, begins a part; with anything else the
    /// boundary was only like one.
    private mutating func readTail(_ bytes: inout ByteBuffer) throws(WebError) {
        while state == .delimiterTail, let byte = bytes.readInteger(as: UInt8.self) {
            tail.append(byte)
            switch (byte, tail.count) {
            case (UInt8(ascii: "-"), 1): break
            case (UInt8(ascii: "-"), 2) where tail[0] == byte: end()
            case (0x0A, _) where tail.allSatisfy(\.isLinearSpaceOrLineEnd): try beginPart()
            case (0x0D, _), (0x20, _), (0x09, _):
                if !tail.allSatisfy(\.isLinearSpaceOrLineEnd) || tail.count > Self.maximumPadding { continueBody() }
            default: continueBody()
            }
        }
    }

    private mutating func end() {
        if isInPart { events.append(.endOfPart) }
        events.append(.end)
        state = .epilogue
    }

    private mutating func beginPart() throws(WebError) {
        if isInPart { events.append(.endOfPart) }
        isInPart = false
        partCount += 1
        guard partCount <= limits.partCount else {
            throw .contentTooLarge("more than \(limits.partCount) parts")
        }
        tail.removeAll(keepingCapacity: true)
        header = PartHeaders.Parser()
        state = .headers
    }

    /// What looked like a delimiter is of the body, or of the preamble. Its tail may hold the CR of a real one.
    private mutating func continueBody() {
        state = isInPart ? .body : .preamble
        release(dashBoundary.count + 2)
        (matched, borrowed) = (0, 0)
        let rest = tail
        tail.removeAll(keepingCapacity: true)
        guard isInPart else {
            matched = rest.last == 0x0A ? firstMatched : 0
            return
        }
        matched = rest.last == 0x0D ? firstMatched : 0
        if rest.count > matched { events.append(.body(ByteBuffer(bytes: rest.dropLast(matched)))) }
    }

    private mutating func readHeaders(_ bytes: inout ByteBuffer) throws(WebError) {
        guard let headers = try header.read(&bytes, limits) else { return }
        events.append(.part(headers))
        isInPart = true
        state = .body
        // The empty line's end may be that before the next delimiter: a part with no body (RFC 2046 §5.1.1).
        (matched, borrowed) = (2, 2)
    }
}

extension RawSpan {
    fileprivate subscript(index: Int) -> UInt8 { unsafeLoad(fromByteOffset: index, as: UInt8.self) }

    /// Where the byte comes next; eight bytes are looked at together.
    fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        while index + 8 <= byteCount {
            // A byte that is equal becomes zero, and only below a zero does the subtraction borrow.
            let word = unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
            if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < byteCount {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isLinearSpaceOrLineEnd: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}
