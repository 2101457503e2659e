package import NIOCore

/// Does the jobs of C libraries in this process: for bytes that are our own, and in tests.
package struct LocalLibraries: LibraryRunner {
    package init() {}

    package func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
        let input = Array(bytes.readableBytesView) + job.suffix
        var output = ByteBuffer()
        var failure: PixelError?
        input.withUnsafeBytes { input in
            _ = output.writeWithUnsafeMutableBytes(minimumWritableBytes: job.outputLength) { room in
                do throws(PixelError) {
                    return try job.perform(on: input, into: .init(rebasing: room[..<job.outputLength]))
                } catch {
                    failure = error
                    return 0
                }
            }
        }
        if let failure { throw failure }
        return output
    }
}

/// Does none: for bytes of which no C library may see one.
package struct NoLibraries: LibraryRunner {
    package init() {}

    package func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
        throw .unsupportedForm("\(job.library), without the library")
    }
}
