import DICOM
import DICOMweb
import Foundation
import NIOCore
import ScriptedPeer
import Testing

extension Fuzz {
    @Suite struct DataSets {
        private static let syntaxes: [TransferSyntax] = [
            .implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian, .deflatedExplicitVRLittleEndian,
            .jpegBaseline8Bit,
        ]

        /// Text in several character sets, numbers, sequences within sequences, private elements, pixels.
        static let samples: [DataSet] = {
            var small = DataSet()
            small.set(.specificCharacterSet, .CS, "ISO_IR 100")
            small.set(.sopClassUID, .UI, "1.2.840.10008.5.1.4.1.1.2")
            small.set(.sopInstanceUID, .UI, "1.2.3")
            small.set(.patientName, .PN, "Müller^Jörg=A=B")
            small.set(.studyDate, .DA, "20260101")
            small.set(.rows, integers: 2)
            small.set(.columns, integers: 2)
            var inner = DataSet()
            inner.set(.codeValue, .SH, "A1")
            var middle = inner
            middle.set(DataElement(.contentSequence, .SQ, .items([inner, DataSet()])))
            var nested = small
            nested.set(DataElement(.contentSequence, .SQ, .items([middle, middle])))
            nested.set(DataElement(Tag(0x0009, 0x0010), .LO, .bytes(ByteBuffer(string: "PRIVATE "))))
            nested.set(DataElement(Tag(0x0009, 0x1001), .UN, .bytes(ByteBuffer(bytes: [1, 2, 3, 4]))))
            nested.set(DataElement(.pixelData, .OW, .bytes(ByteBuffer(bytes: Array(0..<8)))))
            return [small, nested]
        }()

        private static func encoded(_ syntax: TransferSyntax) -> [Bytes] {
            samples.compactMap { sample in
                var sample = sample
                if syntax.isEncapsulated { sample.removeAll { $0.tag == .pixelData } }
                guard let bytes = try? DataSetEncoder(syntax).encode(sample) else { return nil }
                let fragments: Bytes =
                    [0xE0, 0x7F, 0x10, 0, 0x4F, 0x42, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
                    + [0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0x00, 0xE0, 4, 0, 0, 0, 0xFF, 0xD8, 0xFF, 0xD9]
                    + [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
                return Bytes(bytes.readableBytesView) + (syntax.isEncapsulated ? fragments : [])
            }
        }

        private static func read(
            _ slices: [ByteBuffer],
            _ syntax: TransferSyntax,
            deferringAbove threshold: Int? = nil
        ) -> Result<DataSet, DataError> {
            var decoder = DataSetDecoder(syntax, deferringAbove: threshold)
            do throws(DataError) {
                for slice in slices { try decoder.feed(slice) }
                return .success(try decoder.finish())
            } catch {
                return .failure(error)
            }
        }

        @Test(arguments: syntaxes)
        func dataSets(syntax: TransferSyntax) {
            Fuzz.run("data set, \(syntax)", Self.encoded(syntax)) { bytes, random in
                let whole = Self.read([ByteBuffer(bytes: bytes)], syntax)
                let cut = Self.read(Fuzz.slices(bytes, &random), syntax)
                switch (whole, cut) {
                case (.success(let left), .success(let right)):
                    guard left == right else { return .wrong("not the same when cut") }
                    _ = Self.read(Fuzz.slices(bytes, &random), syntax, deferringAbove: 4)
                    _ = try? DataSetEncoder(.explicitVRLittleEndian).encode(left)
                    return Self.describe(left)
                // For what reason depends on how much of it was there to look at.
                case (.failure, .failure): return .refused
                default: return .wrong("whole \(whole), cut \(cut)")
                }
            }
        }

        /// What was read can be shown: its texts, and JSON that is JSON.
        private static func describe(_ dataSet: DataSet) -> Fuzz.Outcome {
            for element in dataSet.elements { _ = dataSet.strings(element.tag) }
            var writer = JSONWriter()
            writer.write(dataSet)
            let json = writer.take()
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(json.readableBytesView))) is [String: Any]
            return isJSON ? .accepted : .wrong("no JSON: \(String(buffer: json).prefix(300))")
        }

        @Test func files() {
            let meta = FileMeta(
                mediaStorageSOPClassUID: "1.2.840.10008.5.1.4.1.1.2",
                mediaStorageSOPInstanceUID: "1.2.3",
                transferSyntax: .explicitVRLittleEndian
            )
            let body = Self.encoded(.explicitVRLittleEndian)
            let samples = [true, false].flatMap { preamble in
                body.map { Bytes(meta.encoded(preamble: preamble).readableBytesView) + $0 }
            }
            Fuzz.run("Part 10", samples) { bytes, random in
                func read(_ slices: [ByteBuffer]) -> Result<DataSet, DataError> {
                    var decoder = FileDecoder()
                    do throws(DataError) {
                        for slice in slices { try decoder.feed(slice) }
                        return .success(try decoder.finish())
                    } catch { return .failure(error) }
                }
                let whole = read([ByteBuffer(bytes: bytes)])
                let cut = read(Fuzz.slices(bytes, &random))
                switch (whole, cut) {
                case (.success(let left), .success(let right)):
                    return left == right ? Self.describe(left) : .wrong("not the same when cut")
                // For what reason depends on how much of it was there to look at.
                case (.failure, .failure): return .refused
                default: return .wrong("whole \(whole), cut \(cut)")
                }
            }
        }

        /// What deflates to little inflates to no more than the limits.
        @Test func deflated() {
            var limits = DecodingLimits()
            limits.maximumInflatedLength = 1 << 20
            limits.freelyInflatedLength = 1 << 16
            var black = Self.samples[0]
            black.set(DataElement(.pixelData, .OW, .bytes(ByteBuffer(repeating: 0, count: 4 << 20))))
            let bomb = (try? DataSetEncoder(.deflatedExplicitVRLittleEndian).encode(black)).map {
                Bytes($0.readableBytesView)
            }
            Fuzz.run("deflated", Self.encoded(.deflatedExplicitVRLittleEndian) + [bomb ?? []], share: 0.25) {
                bytes,
                random in
                guard var inflater = try? Inflater(limits: limits) else { return .wrong("no inflater") }
                var length = 0
                do throws(DataError) {
                    for slice in Fuzz.slices(bytes, &random) {
                        inflater.feed(slice)
                        while let piece = try inflater.next() { length += piece.readableBytes }
                    }
                } catch { return length <= limits.maximumInflatedLength ? .refused : .wrong("\(length) bytes") }
                return length <= limits.maximumInflatedLength ? .accepted : .wrong("\(length) bytes")
            }
        }

        private static let characterSets: [[String]] = [
            [], ["ISO_IR 100"], ["ISO_IR 101"], ["ISO_IR 109"], ["ISO_IR 110"], ["ISO_IR 144"], ["ISO_IR 127"],
            ["ISO_IR 126"], ["ISO_IR 138"], ["ISO_IR 148"], ["ISO_IR 13"], ["ISO_IR 166"], ["ISO_IR 192"], ["GB18030"],
            ["GBK"], ["", "ISO 2022 IR 87"], ["ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159"],
            ["", "ISO 2022 IR 149"], ["", "ISO 2022 IR 58"], ["ISO 2022 IR 100", "ISO 2022 IR 144"], ["NONE", "\u{1}"],
        ]

        @Test func texts() {
            let samples: [Bytes] = [
                Bytes("Yamada^Tarou=".utf8) + [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42, 0x5E],
                [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, 0x5E, 0x1B, 0x24, 0x29, 0x43, 0xD1, 0xCE, 0xD4, 0xD7],
                [0x1B, 0x24, 0x29, 0x41, 0xD0, 0xA1, 0x5C, 0x1B, 0x2D, 0x4C, 0xBB],
                [0xB5, 0xD8, 0x81, 0x30, 0x81, 0x30, 0x84, 0x31],
                Bytes("Müller\\Ελληνικά\\山田".utf8), [0xD4, 0xCF, 0xC0, 0xDE, 0x5E, 0x80, 0xFF, 0x20],
            ]
            let vrs: [VR] = [.PN, .LO, .SH, .LT, .UT, .UC, .ST, .CS, .UI]
            Fuzz.run("character sets", samples, share: 3) { bytes, random in
                let set = CharacterSet(terms: Self.characterSets.randomElement(using: &random) ?? [])
                let vr = vrs.randomElement(using: &random) ?? .LO
                let decoded = set.decoding(ByteBuffer(bytes: bytes), vr: vr)
                guard decoded.undecodable == 0 else { return .refused }
                guard decoded.values.allSatisfy(set.canEncode), let again = try? set.encode(decoded.values, vr: vr)
                else {
                    return .accepted
                }
                let values = set.decode(again, vr: vr)
                // Nothing but padding is one empty value, and comes back as none.
                // 05/12 is a yen sign in ISO-IR 14, and a backslash to everybody who writes one (PS3.5 §6.1.2.5.3).
                if decoded.values.contains(where: { $0.contains("\\") }) { return .accepted }
                return values == decoded.values || decoded.values == [""] && values.isEmpty
                    ? .accepted : .wrong("\(set.terms) \(vr): \(decoded.values) is \(values) after")
            }
        }

        /// Offset tables and fragments that contradict each other: frames lie within the fragments, or there are none.
        @Test func offsetTables() {
            let samples: [Bytes] = [
                [0, 0, 0, 0, 12, 0, 0, 0], [0, 0, 0, 0], [], [0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0],
            ]
            Fuzz.run("offset tables", samples) { bytes, random in
                var dataSet = DataSet()
                let frames = Int.random(in: 0...4, using: &random)
                dataSet.set(.numberOfFrames, .IS, "\(frames)")
                dataSet.set(.rows, integers: 2)
                dataSet.set(.columns, integers: 2)
                if Bool.random(using: &random) {
                    dataSet.set(DataElement(.extendedOffsetTable, .OV, .bytes(ByteBuffer(bytes: bytes))))
                    dataSet.set(
                        DataElement(.extendedOffsetTableLengths, .OV, .bytes(ByteBuffer(bytes: bytes.reversed())))
                    )
                }
                let lengths = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Int.random(in: 0...3, using: &random) * 2
                }
                var pixels: Bytes = [0xE0, 0x7F, 0x10, 0, 0x4F, 0x42, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
                for content in [bytes] + lengths.map({ Bytes(repeating: 0xFF, count: $0) }) {
                    pixels += [0xFE, 0xFF, 0x00, 0xE0] + .little(UInt32(content.count)) + content
                }
                pixels += [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
                guard let head = try? DataSetEncoder(.explicitVRLittleEndian).encode(dataSet) else {
                    return .wrong("no head")
                }
                let whole = ByteBuffer(bytes: Bytes(head.readableBytesView) + pixels)
                guard let read = try? DataSet.decode(whole, as: .jpegBaseline8Bit) else { return .refused }
                guard let index = try? FrameIndex(read, transferSyntax: .jpegBaseline8Bit) else { return .refused }
                let total = lengths.reduce(0, +)
                let reader = PixelReader(read)
                for frame in 0..<index.count {
                    guard let frame = try? index.bytes(of: frame, reading: { try reader($0) }) else {
                        return .wrong("frame \(frame) cannot be read")
                    }
                    guard frame.readableBytes <= total else {
                        return .wrong("\(frame.readableBytes) bytes of \(total)")
                    }
                }
                return .accepted
            }
        }
    }
}
