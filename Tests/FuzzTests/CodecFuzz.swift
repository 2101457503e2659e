import Codestreams
import DICOM
import NIOCore
import Pixels
import ScriptedPeer
import Testing

extension Fuzz {
    /// What is looked at before a C library sees a codestream, and the decoders that are our own.
    @Suite struct Codecs {
        /// Takes the library's place: what was let through is as large as the data set says.
        private struct Witness: LibraryRunner {
            func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
                ByteBuffer(repeating: 0, count: job.outputLength)
            }
        }

        private static func dataSet(_ photometric: String, allocated: Int, stored: Int) -> DataSet {
            var dataSet = DataSet()
            dataSet.set(.samplesPerPixel, integers: photometric == "RGB" ? 3 : 1)
            dataSet.set(.photometricInterpretation, photometric)
            dataSet.set(.rows, integers: Codestreams.rows)
            dataSet.set(.columns, integers: Codestreams.columns)
            dataSet.set(.bitsAllocated, integers: allocated)
            dataSet.set(.bitsStored, integers: stored)
            return dataSet
        }

        private static let monochrome = dataSet("MONOCHROME2", allocated: 16, stored: 12)
        private static let colour = dataSet("RGB", allocated: 8, stored: 8)
        private static let deepColour = dataSet("RGB", allocated: 16, stored: 12)

        private static func run(
            _ name: String,
            _ streams: [ByteBuffer],
            _ dataSets: [DataSet],
            _ syntax: TransferSyntax
        ) throws {
            let descriptions = try dataSets.map { try PixelDescription($0) }
            Fuzz.run(name, streams.map { Bytes($0.readableBytesView) }) { bytes, random in
                var outcome = Outcome.refused
                for description in descriptions {
                    let reduce = Int.random(in: 0...3, using: &random)
                    guard
                        let frame = try? Frame(
                            decoding: ByteBuffer(bytes: bytes),
                            description,
                            syntax,
                            by: Witness(),
                            reduce: reduce
                        )
                    else { continue }
                    let found = frame.description
                    guard found.columns <= description.columns, found.rows <= description.rows,
                        frame.bytes.readableBytes == found.frameLength
                    else { return .wrong("\(found)") }
                    outcome = .accepted
                }
                return outcome
            }
        }

        @Test func jpegLossless() throws {
            let streams = [Codestreams.jpegLossless, Codestreams.jpegLosslessSlope, Codestreams.jpegLosslessColour]
            try Self.run("JPEG Lossless", streams, [Self.monochrome, Self.colour], .jpegLossless)
        }

        @Test func jpegExtended() throws {
            let streams = [Codestreams.jpegExtended, Codestreams.jpegExtendedColour]
            try Self.run("JPEG Extended", streams, [Self.monochrome, Self.deepColour], .jpegExtended12Bit)
        }

        @Test func jpegLSHeaders() throws {
            let streams = [Codestreams.jpegLS12, Codestreams.jpegLSPlanes, Codestreams.jpegLSLines]
            try Self.run("JPEG-LS header", streams, [Self.monochrome, Self.colour], .jpegLSLossless)
        }

        @Test func jpegXLHeaders() throws {
            let streams = [Codestreams.jpegXL, Codestreams.jpegXLColour]
            try Self.run("JPEG XL header", streams, [Self.monochrome, Self.colour], .jpegXLLossless)
        }

        @Test func jpeg2000Headers() throws {
            let streams = [
                Codestreams.jpeg2000, Codestreams.jpeg2000Signed, Codestreams.jpeg2000RGB, Codestreams.highThroughput,
            ]
            try Self.run("JPEG 2000 header", streams, [Self.monochrome, Self.colour], .jpeg2000)
        }
    }
}
