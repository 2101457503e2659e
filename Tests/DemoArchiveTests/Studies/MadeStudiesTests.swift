import DICOM
import NIOCore
import Pixels
import Testing

@testable import DemoArchive

@Suite struct MadeStudiesTests {
    /// Some of each study, drawn once: a debug build takes its time over a pixel.
    static let instances: [[MadeInstance]] = MadeStudies.studies.map { study in
        let last = study.numberOfInstances - 1
        return Set([0, 1, last / 2, last - 2, last].filter { (0...last).contains($0) }).sorted()
            .map { study.instance(at: $0) }
    }

    @Test func thereIsWhatADemonstrationNeeds() {
        for (study, instances) in zip(MadeStudies.studies, Self.instances) {
            #expect(instances.allSatisfy { $0.dataSet.uid(.studyInstanceUID) == study.studyInstanceUID })
            #expect(instances.allSatisfy { $0.dataSet.string(.studyDescription) == study.description })
            #expect(study.instances.count == study.numberOfInstances)
        }
        #expect(MadeStudies.studies.map(\.numberOfInstances) == [64, 48, 1, 1, 5])
    }

    @Test func identifiersAreValidAndNoneIsUsedTwice() {
        let all = Self.instances.joined().map(\.dataSet)
        let uids = all.compactMap { $0.uid(.sopInstanceUID) }
        #expect(uids.count == all.count && Set(uids).count == all.count)
        #expect(uids.allSatisfy { $0.isValid })
        let series = [UID?: [DataSet]](grouping: all) { $0.uid(.seriesInstanceUID) }
        #expect(series.count == 7)
        for (_, members) in series {
            #expect(Set(members.map { $0.integer(.instanceNumber) }).count == members.count)
            #expect(Set(members.map { $0.uid(.studyInstanceUID) }).count == 1)
        }
        #expect(UID.made(from: "a") == UID.made(from: "a") && UID.made(from: "a") != UID.made(from: "b"))
    }

    @Test func mandatoryAttributesAreThere() {
        let mandatory: [DICOM.Tag] = [
            .sopClassUID, .sopInstanceUID, .studyInstanceUID, .seriesInstanceUID, .patientName, .patientID, .modality,
            .studyDate, .studyTime, .rows, .columns, .samplesPerPixel, .photometricInterpretation, .bitsAllocated,
            .bitsStored, .highBit, .pixelRepresentation, .seriesNumber, .instanceNumber,
        ]
        for dataSet in Self.instances.joined().map(\.dataSet) {
            for tag in mandatory { #expect(dataSet.string(tag) != nil, "\(tag)") }
            #expect(dataSet[.pixelData] != nil)
            #expect(dataSet.uid(.sopClassUID).flatMap(StorageSOPClass.init)?.isImage == true)
            let oversized = dataSet.elements.filter { $0.vr == .LO || $0.vr == .SH }
                .filter { element in dataSet.strings(element.tag).contains { $0.count > (element.vr == .SH ? 16 : 64) }
                }
            #expect(oversized.isEmpty)
        }
    }

    @Test func transferSyntaxesAndCharacterSetsVary() {
        let all = Self.instances.joined()
        let syntaxes = Set(all.map(\.transferSyntax))
        #expect(
            syntaxes == [
                .explicitVRLittleEndian, .implicitVRLittleEndian, .rleLossless, .jpegBaseline8Bit,
                .deflatedExplicitVRLittleEndian,
            ]
        )
        let names = all.compactMap { $0.dataSet.personName(.patientName) }
        #expect(names.contains { $0.ideographic == "山田^太郎" && $0.phonetic == "やまだ^たろう" })
        #expect(names.contains { $0.alphabetic == "Διονυσίου^Ελένη" })
        #expect(names.allSatisfy { $0.description.contains("?") == false })
    }

    @Test func everyFrameDecodesToAPictureWithSomethingOnIt() throws {
        for instance in Self.instances.joined() {
            let frame = try Frame(
                decoding: instance.firstFrame(),
                PixelDescription(instance.dataSet),
                instance.transferSyntax,
                by: LocalLibraries()
            )
            let picture = try frame.rendered(Presentation(instance.dataSet, frame: 1))
            #expect(picture.width == instance.dataSet.integer(.columns))
            #expect(Set(picture.samples).count > 40)
        }
    }

    @Test func theCTVariesFromSliceToSlice() {
        let slices = Self.instances[0].map(\.dataSet)
        #expect(Set(slices.compactMap { $0.bytes(.pixelData) }).count == slices.count)
        for slice in slices {
            let height = -64 + HeadCT.distance * Double((slice.integer(.instanceNumber) ?? 0) - 1)
            #expect(slice.numbers(.imagePositionPatient).last == height)
        }
    }

    @Test func drawingTwiceGivesTheSame() {
        #expect(HeadCT.pixels(at: 30, 3) == HeadCT.pixels(at: 30, 3))
    }
}

extension MadeInstance {
    /// The first frame's bytes as they are stored.
    fileprivate func firstFrame() throws -> ByteBuffer {
        switch dataSet[.pixelData]?.value {
        case .fragments(let fragments): return try #require(fragments.fragments.first)
        case .bytes(let bytes):
            let length = try PixelDescription(dataSet).frameLength
            return try #require(bytes.getSlice(at: bytes.readerIndex, length: length))
        default: throw DataError(reason: .invalidValue, tag: .pixelData)
        }
    }
}
