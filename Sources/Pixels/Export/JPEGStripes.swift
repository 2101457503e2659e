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
    ///   - cores: so many stripes are compressed at once, one of them by the caller's thread.
    ///   - compress: makes a JPEG of some rows, always with the same tables.
    func joined(
        by cores: Int,
        _ compress: @Sendable (Range<Int>) throws(PixelError) -> ByteBuffer
    ) throws(PixelError) -> ByteBuffer {
        // The lock is held by one thread after another for as long as it takes to put a buffer down.
        let stripes = Mutex([Int: Result<ByteBuffer, PixelError>]())
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(cores, count))) { _ in
            while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
                let stripe = Result { () throws(PixelError) in
                    try compress(index &* rows..<min((index &+ 1) &* rows, height))
                }
                stripes.withLock { $0[index] = stripe }
            }
        }
        var parts: [ByteBuffer] = []
        for index in 0..<count {
            guard let stripe = stripes.withLock({ $0[index] }) else { throw .notEncoded("A stripe is missing") }
            parts.append(try stripe.get())
        }
        return try joined(parts)
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
