import DICOM
import Dispatch
import Foundation
import NIOCore
import Synchronization
import Testing

@testable import Pixels

struct JPEGStripesTests {
    /// Helpers that come as they are told to.
    private struct Helpers: LibraryRunner {
        var most = 1
        let come: @Sendable (_ body: @escaping @Sendable () -> Void) -> Void

        func help(atMost count: Int, _ body: @escaping @Sendable () -> Void) -> Int {
            let helpers = min(count, most)
            for _ in 0..<helpers { come(body) }
            return helpers
        }

        func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
            try NoLibraries().run(job, on: bytes)
        }
    }

    /// A picture of so many pixels is compressed in stripes: widths and heights that fill no block, and stripes whose
    /// restart markers come round.
    @Test(arguments: [
        ("MONOCHROME2", 515, 1021), ("RGB", 517, 515), ("MONOCHROME2", 2301, 1003), ("MONOCHROME2", 9, 60_001),
    ])
    func stripesAreWhatTheWholeIs(photometric: String, rows: Int, columns: Int) throws {
        let picture = try ExportTests.picture(photometric, rows: rows, columns: columns)
        let (stripes, whole) = (try picture.jpeg(quality: 90), try picture.jpeg(of: 0..<rows, quality: 90))
        #expect(stripes != whole)
        for most in [1, 2, 19] {
            let helpers = Helpers(most: most) { body in DispatchQueue.global().async(execute: body) }
            #expect(try picture.jpeg(quality: 90, by: helpers) == stripes)
        }
        let description = try PixelDescription(image(photometric, rows: rows, columns: columns, allocated: 8))
        let frames = try [stripes, whole].map {
            try Frame(decoding: $0, description, .jpegBaseline8Bit, by: LocalLibraries())
        }
        #expect(frames[0].bytes == frames[1].bytes)
    }

    /// The caller does what nobody has taken, so that a picture never waits for threads that have other work; whoever
    /// comes later finds nothing to do.
    @Test(.timeLimit(.minutes(1))) func helpThatComesLateIsNotWaitedFor() throws {
        let picture = try ExportTests.picture("MONOCHROME2", rows: 512, columns: 512)
        let late = Mutex([@Sendable () -> Void]())
        let helpers = Helpers { body in late.withLock { $0.append(body) } }
        let jpeg = try picture.jpeg(quality: 90, by: helpers)
        #expect(jpeg == (try picture.jpeg(quality: 90)))
        let bodies = late.withLock { $0 }
        #expect(bodies.count == 1)
        for body in bodies { body() }
    }

    /// A helper that is faster than the caller leaves it nothing.
    @Test(.timeLimit(.minutes(1))) func helpersMayDoAllOfIt() throws {
        let picture = try ExportTests.picture("MONOCHROME2", rows: 512, columns: 512)
        #expect(try picture.jpeg(quality: 90, by: Helpers { $0() }) == picture.jpeg(quality: 90))
    }

    /// What a helper has taken is waited for.
    @Test(.timeLimit(.minutes(1))) func aSlowHelperIsWaitedFor() throws {
        let stripes = JPEGStripes(width: 512, height: 512)
        let picture = try ExportTests.picture("MONOCHROME2", rows: 512, columns: 512)
        let isTaken = DispatchSemaphore(value: 0)
        let helpers = Helpers { body in
            DispatchQueue.global().async(execute: body)
            isTaken.wait()
        }
        let caller = ObjectIdentifier(Thread.current)
        let jpeg = try stripes.joined(by: helpers) { (rows) throws(PixelError) in
            if ObjectIdentifier(Thread.current) != caller {
                isTaken.signal()
                Thread.sleep(forTimeInterval: 0.05)
            }
            return try picture.jpeg(of: rows, quality: 90)
        }
        #expect(jpeg == (try picture.jpeg(quality: 90)))
    }

    /// A stripe that fails fails the picture, whoever has compressed it.
    @Test(arguments: [0, 256]) func aFailureIsThatOfThePicture(row: Int) throws {
        let stripes = JPEGStripes(width: 512, height: 512)
        let picture = try ExportTests.picture("MONOCHROME2", rows: 512, columns: 512)
        for helpers in [Helpers { $0() }, Helpers { _ in }] {
            #expect(throws: PixelError.tooLarge) {
                try stripes.joined(by: helpers) { (rows) throws(PixelError) in
                    guard rows.lowerBound != row else { throw .tooLarge }
                    return try picture.jpeg(of: rows, quality: 90)
                }
            }
        }
    }
}
