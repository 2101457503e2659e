import DICOM
import DICOMweb
import NIOCore
import Pixels
import ScriptedPeer
import Testing

extension Fuzz {
    @Suite struct Web {
        @Test func multipart() {
            let samples: [Bytes] = [
                "--b\r\nContent-Type: application/dicom\r\n\r\nbody\r\n--b\r\nContent-Type: a/b\r\n\r\n\r\n--b--\r\n",
                "preamble\r\n--b\r\n\r\n\r\n\r\n--bb\r\n-\r\n--b\r\nX: y\r\n\r\n--b-\r\n--b--epilogue",
                "--b--", "\r\n--b\t \r\nA: b\r\n c\r\n\r\n\r\n\r\r\n--b--",
            ].map { Bytes($0.utf8) }
            Fuzz.run("multipart", samples, share: 3) { bytes, random in
                let whole = Self.events([ByteBuffer(bytes: bytes)])
                let cut = Self.events(Fuzz.slices(bytes, &random))
                guard whole.1 == cut.1 else { return .wrong("whole \(whole.1), cut \(cut.1)") }
                // What the bytes before an error completed is told or not, as they come.
                if whole.1, whole.0 != cut.0 { return .wrong("whole \(whole.0), cut \(cut.0)") }
                return whole.1 ? .accepted : .refused
            }
        }

        /// The events with bodies joined, and whether the payload came to its end.
        private static func events(_ slices: [ByteBuffer]) -> ([MultipartReader.Event], Bool) {
            guard var reader = try? MultipartReader(boundary: "b") else { return ([], false) }
            var events: [MultipartReader.Event] = []
            do throws(WebError) {
                for slice in slices {
                    for event in try reader.feed(slice) {
                        if case .body(let more) = event, case .body(var last)? = events.last {
                            last.writeImmutableBuffer(more)
                            events[events.count - 1] = .body(last)
                        } else {
                            events.append(event)
                        }
                    }
                }
                try reader.finish()
            } catch { return (events, false) }
            return (events, true)
        }

        @Test func queries() {
            let samples: [Bytes] = [
                "PatientName=M%C3%BCller*&StudyDate=20200101-20201231&limit=5&offset=2&includefield=all",
                "00100010=A%5EB&includefield=00081030,StudyDescription&fuzzymatching=true",
                "StudyInstanceUID=1.2.3,4.5&ModalitiesInStudy=CT&accept=application%2Fdicom%2Bjson", "",
                "0040A730.00080100=X&00091001=Y&includefield=00400275.00080050",
            ].map { Bytes($0.utf8) }
            Fuzz.run("QIDO query", samples, share: 3) { bytes, _ in
                guard let query = try? SearchQuery(.study, query: String(decoding: bytes, as: UTF8.self)) else {
                    return .refused
                }
                let step = SearchStep(at: .study, of: [.patient, .study], under: [:])
                guard let identifiers = try? query.identifiers(for: step, QueryCapabilities(characterSet: .utf8)) else {
                    return .refused
                }
                guard identifiers.count <= SearchQuery.maximumAlternatives else {
                    return .wrong("\(identifiers.count) queries")
                }
                for identifier in identifiers
                where (try? DataSetEncoder(.implicitVRLittleEndian).encode(identifier)) == nil {
                    return .wrong("an identifier that cannot be sent")
                }
                return .accepted
            }
        }

        /// Nothing but digits and full stops passes for a UID, however it is written (I1).
        @Test func paths() {
            let samples: [Bytes] = [
                "/studies/1.2.3/series/4.5/instances/6.7/frames/1,2,3", "/studies/1.2.3/metadata", "/studies",
                "/studies/1.2.3/series/4.5/instances/6.7/bulkdata/7FE00010", "/studies/1%2e2/rendered", "/series",
                "/studies/1.2.3/series/4.5/instances/6.7/bulkdata/00400275/0/00080100",
            ].map { Bytes($0.utf8) }
            Fuzz.run("path", samples, share: 3) { bytes, _ in
                guard let resource = try? Resource(path: String(decoding: bytes, as: UTF8.self)) else {
                    return .refused
                }
                let text = "\(resource)"
                let bad = text.utf8.contains {
                    $0 == 0 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
                }
                return bad ? .wrong(text) : .accepted
            }
        }

        @Test func uids() {
            let samples: [Bytes] = ["1.2.840.10008.1.2", "0", "2.25.329800735698586629295641978511506172918"].map {
                Bytes($0.utf8)
            }
            Fuzz.run("UID", samples, share: 5) { bytes, _ in
                let text = String(decoding: bytes, as: UTF8.self)
                let isUID = UID(validating: text) != nil
                let isPossible =
                    (1...64).contains(text.utf8.count)
                    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
                if isUID, !isPossible { return .wrong(text) }
                return isUID ? .accepted : .refused
            }
        }

        @Test func mediaTypes() {
            let samples: [Bytes] = [
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*; boundary=\"a b\"",
                "application/dicom+json;q=0.5, */*;q=0.1", "image/jpeg",
            ].map { Bytes($0.utf8) }
            Fuzz.run("media type", samples, share: 3) { bytes, _ in
                let text = String(decoding: bytes, as: UTF8.self)
                _ = Accept(header: text, query: text).chosen(among: Offer.rendered())
                guard let type = MediaType(text) else { return .refused }
                return MediaType("\(type)") == type ? .accepted : .wrong("\(type)")
            }
        }

        /// A frame of RLE Lossless is as long as its description says, or there is none.
        @Test func runLengths() throws {
            var dataSet = DataSet()
            dataSet.set(.samplesPerPixel, integers: 1)
            dataSet.set(.photometricInterpretation, .CS, "MONOCHROME2")
            for tag in [Tag.rows, .columns] { dataSet.set(tag, integers: 8) }
            dataSet.set(.bitsAllocated, integers: 16)
            dataSet.set(.bitsStored, integers: 16)
            dataSet.set(.highBit, integers: 15)
            dataSet.set(.pixelRepresentation, integers: 0)
            let description = try PixelDescription(dataSet)
            var header: Bytes = .little(2 as UInt32) + .little(64 as UInt32) + .little(68 as UInt32)
            header += Bytes(repeating: 0, count: 64 - header.count)
            let samples = [
                header + [193, 1, 128, 128, 193, 2, 128, 128],
                header + [193, 1, 128, 128, 31] + Bytes(repeating: 5, count: 32) + [31]
                    + Bytes(repeating: 6, count: 32),
            ]
            Fuzz.run("RLE", samples, share: 3) { bytes, _ in
                guard let frame = try? Frame(decoding: ByteBuffer(bytes: bytes), description, .rleLossless) else {
                    return .refused
                }
                return frame.bytes.readableBytes == 128 ? .accepted : .wrong("\(frame.bytes.readableBytes) bytes")
            }
        }
    }
}
