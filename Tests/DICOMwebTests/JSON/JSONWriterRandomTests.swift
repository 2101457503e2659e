import DICOM
import Foundation
import NIOCore
import Testing

@testable import DICOMweb

/// Whatever is in a data set, what is written is JSON, and says what the data set's accessors say.
@Suite struct JSONWriterRandomTests {
    @Test(arguments: 1...8)
    func anyBytesGiveValidJSON(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<150 {
            let dataSet = random.dataSet(depth: 0)
            for bulkData in [nil, JSONWriter.BulkData(inlineLimit: 8) { "\($0)" }] {
                var writer = JSONWriter(bulkData: bulkData)
                writer.write(dataSet)
                let text = writer.take()
                let object = try JSONSerialization.jsonObject(with: Data(Array(buffer: text))) as? [String: Any]
                let tags = try #require(object).keys
                #expect(tags.allSatisfy { Tag(hex: $0) != nil })
            }
        }
    }

    @Test(arguments: 1...4)
    func numbersReadBackAsTheyWere(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<300 {
            let doubles = (0..<4).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
            let floats = (0..<4).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: random.next())) }
                .filter(\.isFinite)
            var dataSet = DataSet()
            dataSet.set(Tag(0x0011, 0x1001), .FD, numbers: doubles)
            dataSet.set(Tag(0x0011, 0x1002), .FL, numbers: floats.map(Double.init))
            var writer = JSONWriter()
            writer.write(dataSet)
            let object = try JSONDecoder().decode([String: Element].self, from: Data(Array(buffer: writer.take())))
            #expect(object["00111001"]?.Value ?? [] == doubles)
            #expect((object["00111002"]?.Value ?? []).map(Float.init) == floats)
        }
    }

    private struct Element: Decodable {
        var Value: [Double]?
    }
}

extension SplitMix {
    fileprivate mutating func dataSet(depth: Int) -> DataSet {
        let terms = [[], ["ISO_IR 192"], ["ISO_IR 100"], ["GBK"], ["", "ISO 2022 IR 87"], ["nonsense"]]
        var dataSet = DataSet(characterSet: CharacterSet(terms: terms[Int.random(in: 0..<terms.count, using: &self)]))
        for _ in 0..<Int.random(in: 0...8, using: &self) {
            let tag = Tag(rawValue: UInt32.random(in: 0x0008_0000...0x0040_FFFF, using: &self))
            let vr = VR.allCases[Int.random(in: 0..<VR.allCases.count, using: &self)]
            if vr == .SQ, depth < 4 {
                let items = (0..<Int.random(in: 0...2, using: &self)).map { _ in self.dataSet(depth: depth + 1) }
                dataSet.set(tag, items: items)
            } else {
                dataSet.set(DataElement(tag, vr, .bytes(ByteBuffer(bytes: bytes()))))
            }
        }
        return dataSet
    }

    /// Noise, with more than its share of what separates and escapes.
    private mutating func bytes() -> [UInt8] {
        let special = Array("\\=^ +-.0123456789eE\"\u{1B}\u{0}".utf8)
        return (0..<Int.random(in: 0...24, using: &self)).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &self)
            return byte < 128 ? byte : special[Int(byte) % special.count] &+ (byte > 250 ? 0x80 : 0)
        }
    }
}
