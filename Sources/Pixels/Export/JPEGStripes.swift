import Dispatch
import NIOCore
import Synchronization

/// A picture cut into stripes of equal height, to be compressed side by side and joined to one JPEG.
///
/// Each stripe is one restart interval (ITU-T T.81 §B.2.4.4, §E.1.4): the entropy coder begins anew with it as it does
/// with an image, so that the codestreams of the stripes follow one another, and every pixel is what it would be without
/// them. How a picture is cut depends on its size alone: the same picture gives the same bytes on every machine.
struct JPEGStripes {
    private let height: Int
    /// Of each stripe but the last, which may have fewer: whole blocks.
    let rows: Int
    /// Blocks of eight by eight pixels in a restart interval.
    let interval: UInt16

    private static let block = 8
    /// A stripe of fewer pixels costs more than it saves.
    private static let leastPixels = 128 << 10
    private static let most = 16

    init(width: Int, height: Int) {
        self.height = height
        let wanted = min(Self.most, max(1, width &* height / Self.leastPixels))
        let blocksAcross = (width &+ Self.block &- 1) / Self.block
        let blocksDown = (height &+ Self.block &- 1) / Self.block
        let blocks = min((blocksDown &+ wanted &- 1) / wanted, Int(UInt16.max) / max(1, blocksAcross))
        rows = max(1, blocks) &* Self.block
        interval = UInt16(clamping: max(1, blocks) &* blocksAcross)
    }

    var count: Int { (height &+ rows &- 1) / rows }

    /// Compresses the stripes, and joins them.
    ///
    /// - Parameters:
    ///   - libraries: whose idle threads compress stripes beside the caller's.
    ///   - compress: makes a JPEG of some rows, always with the same tables.
    func joined(
        by libraries: any LibraryRunner,
        _ compress: @escaping @Sendable (Range<Int>) throws(PixelError) -> ByteBuffer
    ) throws(PixelError) -> ByteBuffer {
        let work = StripeWork(count: count) { [self] (index) throws(PixelError) in
            try compress(index &* rows..<min((index &+ 1) &* rows, height))
        }
        libraries.help(atMost: count &- 1) { work.perform() }
        work.perform()
        return try joined(work.results())
    }

    /// The first stripe's headers with the height of the whole and the restart interval, and the scans of all.
    private func joined(_ stripes: [ByteBuffer]) throws(PixelError) -> ByteBuffer {
        var jpeg = ByteBuffer()
        jpeg.reserveCapacity(stripes.reduce(0) { $0 &+ $1.readableBytes } &+ Self.room)
        for (index, bytes) in stripes.enumerated() {
            var stripe = try Stripe(bytes)
            if index == 0 {
                jpeg.writeBuffer(&stripe.tables)
                jpeg.setInteger(UInt16(truncatingIfNeeded: height), at: stripe.heightPlace)
                jpeg.writeMarker(.defineRestartInterval)
                jpeg.writeMultipleIntegers(4 as UInt16, interval)
                jpeg.writeBuffer(&stripe.scanHeader)
            } else {
                jpeg.writeMarker(.restart(index &- 1))
            }
            jpeg.writeBuffer(&stripe.scan)
        }
        jpeg.writeMarker(.endOfImage)
        return jpeg
    }

    /// More than all markers that are written in between.
    private static let room = 128
}

/// The JPEG of one stripe in its parts, as an encoder has written it: one scan, and nothing behind it.
private struct Stripe {
    /// All that stands before the scan.
    var tables: ByteBuffer
    /// Where in them the number of lines is (ITU-T T.81 §B.2.2).
    let heightPlace: Int
    var scanHeader: ByteBuffer
    /// The entropy-coded bytes.
    var scan: ByteBuffer

    init(_ bytes: ByteBuffer) throws(PixelError) {
        var (rest, height) = (bytes, 0)
        rest.moveReaderIndex(forwardBy: min(2, rest.readableBytes))
        while true {
            let place = rest.readerIndex
            let marker = try rest.readMarker()
            let segment = try rest.readSegment()
            // Behind the precision.
            if marker.isFrame { height = rest.readerIndex &- segment.readableBytes &+ 1 &- bytes.readerIndex }
            guard marker == .startOfScan else { continue }
            let length = rest.readableBytes &- 2
            guard height > 0, let tables = bytes.getSlice(at: bytes.readerIndex, length: place &- bytes.readerIndex),
                let header = bytes.getSlice(at: place, length: rest.readerIndex &- place),
                let scan = rest.getSlice(at: rest.readerIndex, length: length)
            else { throw .notEncoded("A stripe without a scan") }
            (self.tables, heightPlace, scanHeader, self.scan) = (tables, height, header, scan)
            return
        }
    }
}

/// Stripes that are compressed by whatever threads come: each takes one after another that nobody has taken.
private final class StripeWork: Sendable {
    private let count: Int
    private let compress: @Sendable (Int) throws(PixelError) -> ByteBuffer
    private let next = Atomic(0)
    private let isDone = DispatchSemaphore(value: 0)
    // The lock is held by one thread after another for as long as it takes to put a buffer down.
    private let stripes = Mutex([Int: Result<ByteBuffer, PixelError>]())

    init(count: Int, _ compress: @escaping @Sendable (Int) throws(PixelError) -> ByteBuffer) {
        self.count = count
        self.compress = compress
    }

    /// Compresses stripes until none is left to be taken. Others may still be at work then.
    func perform() {
        while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
            let stripe = Result { () throws(PixelError) in try compress(index) }
            let isLast = stripes.withLock { stripes in
                stripes[index] = stripe
                return stripes.count == count
            }
            if isLast { isDone.signal() }
        }
    }

    /// All stripes from the first to the last, once whoever has taken one is done: no longer than a stripe takes. To be
    /// called once, by a thread that has performed.
    func results() throws(PixelError) -> [ByteBuffer] {
        isDone.wait()
        let stripes = stripes.withLock { $0 }
        var parts: [ByteBuffer] = []
        for index in 0..<count {
            guard let stripe = stripes[index] else { throw .notEncoded("A stripe is missing") }
            parts.append(try stripe.get())
        }
        return parts
    }
}
