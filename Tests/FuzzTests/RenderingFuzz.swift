import DICOM
import DICOMweb
import NIOCore
import Pixels
import ScriptedPeer
import Testing

extension Fuzz {
    /// What the rendering chain reads of data sets and of queries.
    @Suite struct Rendering {
        private static func item(_ set: (inout DataSet) -> Void) -> DataSet {
            var item = DataSet()
            set(&item)
            return item
        }

        /// A shutter of each kind, an overlay plane, and tables.
        private static let image = item {
            $0.set(.samplesPerPixel, integers: 1)
            $0.set(.photometricInterpretation, .CS, "MONOCHROME1")
            for tag in [Tag.rows, .columns] { $0.set(tag, integers: 8) }
            $0.set(.bitsAllocated, integers: 16)
            $0.set(.bitsStored, integers: 12)
            $0.set(.highBit, integers: 11)
            $0.set(.pixelRepresentation, integers: 1)
            $0.set(.pixelPaddingValue, .SS, integers: -2_000)
            $0.set(.rescaleSlope, .DS, "1.5")
            $0.set(.rescaleIntercept, .DS, "-1024")
            $0.set(.windowCenter, .DS, "40", "300")
            $0.set(.windowWidth, .DS, "400", "1500")
            $0.set(Tag(0x0018, 0x1600), .CS, "RECTANGULAR", "CIRCULAR", "POLYGONAL")
            for element: UInt16 in [0x1602, 0x1606] { $0.set(Tag(0x0018, element), .IS, "2") }
            for element: UInt16 in [0x1604, 0x1608] { $0.set(Tag(0x0018, element), .IS, "7") }
            $0.set(Tag(0x0018, 0x1610), .IS, "4", "4")
            $0.set(Tag(0x0018, 0x1612), .IS, "5")
            $0.set(Tag(0x0018, 0x1620), .IS, "1", "1", "8", "1", "8", "8")
            for element: UInt16 in [0x0010, 0x0011] { $0.set(Tag(0x6000, element), .US, integers: 8) }
            $0.set(Tag(0x6000, 0x0050), .SS, integers: 1, 1)
            $0.set(Tag(0x6000, 0x3000), .OW, bytes: ByteBuffer(bytes: [1, 2, 4, 8, 16, 32, 64, 128]))
        }

        private static let state = item {
            let reference = item { $0.set(.referencedSOPInstanceUID, "1.4") }
            let series = item {
                $0.set(.seriesInstanceUID, "1.3")
                $0.set(.referencedImageSequence, items: [reference])
            }
            $0.set(.referencedSeriesSequence, items: [series])
            $0.set(.presentationLUTShape, "INVERSE")
            $0.set(Tag(0x0070, 0x0042), .US, integers: 90)
            let area = item {
                $0.set(Tag(0x0070, 0x0052), .SL, integers: 0, 2)
                $0.set(Tag(0x0070, 0x0053), .SL, integers: 9, 7)
                $0.set(Tag(0x0070, 0x0100), .CS, "MAGNIFY")
                $0.set(Tag(0x0070, 0x0103), .FL, numbers: 2)
            }
            $0.set(Tag(0x0070, 0x005A), items: [area])
            let graphic = item {
                $0.set(Tag(0x0070, 0x0005), .CS, "PIXEL")
                $0.set(Tag(0x0070, 0x0022), .FL, numbers: 1, 1, 7, 7, 2, 5)
                $0.set(Tag(0x0070, 0x0023), .CS, "INTERPOLATED")
            }
            $0.set(.graphicAnnotationSequence, items: [item { $0.set(Tag(0x0070, 0x0009), items: [graphic]) }])
        }

        private static func encoded(_ dataSet: DataSet) -> Bytes {
            let bytes = try? DataSetEncoder(.explicitVRLittleEndian).encode(dataSet)
            return bytes.map { Bytes($0.readableBytesView) } ?? []
        }

        private static func read(_ bytes: Bytes) -> DataSet? {
            var decoder = DataSetDecoder(.explicitVRLittleEndian)
            guard (try? decoder.feed(ByteBuffer(bytes: bytes))) != nil else { return nil }
            return try? decoder.finish()
        }

        private static let limits = PixelLimits(maximumPixels: 1 << 16, maximumPicturePixels: 1 << 16)

        /// A picture has as many samples as its sides say, or there is none.
        private static func outcome(_ picture: () throws -> Picture) -> Outcome {
            guard let picture = try? picture() else { return .refused }
            let count = picture.width * picture.height * picture.components
            return picture.samples.count == count ? .accepted : .wrong("\(picture.samples.count) samples of \(count)")
        }

        @Test func images() {
            Fuzz.run("image attributes", [Self.encoded(Self.image)], share: 2) { bytes, _ in
                guard let dataSet = Self.read(bytes) else { return .refused }
                return Self.outcome {
                    let description = try PixelDescription(dataSet, limits: Self.limits)
                    let samples = ByteBuffer(repeating: 0x5A, count: description.frameLength)
                    return try Frame(decoding: samples, description, .explicitVRLittleEndian)
                        .rendered(
                            Presentation(dataSet, frame: 1, showsOverlays: true),
                            framing: nil,
                            limits: Self.limits
                        )
                }
            }
        }

        @Test func presentationStates() throws {
            var image = Self.image
            image.set(.sopInstanceUID, "1.4")
            let description = try PixelDescription(image)
            let samples = ByteBuffer(repeating: 0x5A, count: description.frameLength)
            let frame = try Frame(decoding: samples, description, .explicitVRLittleEndian)
            Fuzz.run("presentation state", [Self.encoded(Self.state)], share: 2) { bytes, _ in
                guard let dataSet = Self.read(bytes) else { return .refused }
                return Self.outcome {
                    let seen = try Presentation(image, frame: 1, through: PresentationState(dataSet))
                    return try frame.rendered(
                        seen,
                        framing: .viewport(Viewport(width: 50, height: 50)),
                        limits: Self.limits
                    )
                }
            }
        }

        @Test func reports() {
            let text = Self.item {
                $0.set(.valueType, .CS, "TEXT")
                $0.set(Tag(0x0040, 0xA160), .UT, "<script>&amp;</b>")
            }
            let report = Self.item {
                $0.set(.valueType, .CS, "CONTAINER")
                $0.set(.contentSequence, items: [text, text])
                $0.set(.patientName, "A^B")
            }
            Fuzz.run("structured report", [Self.encoded(report)], share: 2) { bytes, _ in
                guard let dataSet = Self.read(bytes), let report = Report(dataSet) else { return .refused }
                // No markup but that of the page itself.
                let isPlain = !report.html.contains("<script")
                return isPlain ? .accepted : .wrong("markup passes")
            }
        }

        @Test func uriQueries() {
            let samples: [Bytes] = [
                "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4&region=0,0.25,0.5,1&rows=5&columns=9",
                "requestType=WADO&studyUID=1&seriesUID=2&objectUID=3&windowCenter=1e2&windowWidth=4&imageQuality=9",
                "requestType=WADO&studyUID=1&seriesUID=2&objectUID=3&contentType=application%2Fdicom&transferSyntax=*",
            ].map { Bytes($0.utf8) }
            Fuzz.run("WADO-URI query", samples, share: 3) { bytes, _ in
                guard let parameters = try? QueryParameters(String(decoding: bytes, as: UTF8.self)),
                    let query = try? URIQuery(parameters)
                else { return .refused }
                guard let region = query.region else { return .accepted }
                let isInside = 0 <= region.left && region.left < region.right && region.right <= 1
                return isInside ? .accepted : .wrong("\(region)")
            }
        }
    }
}
