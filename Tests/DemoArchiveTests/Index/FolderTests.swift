import DICOM
import DIMSE
import DemoArchive
import FoundationEssentials
import Logging
import NIOCore
import Testing

/// A folder as users have them.
struct FolderTests {
    @Test func whatIsDICOMIsIndexedAndTheRestIsCounted() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: "\(folder)/a/b", withIntermediateDirectories: true)
            try write(Sample().file, to: "\(folder)/a/b/IM0001")
            try write(Sample(instance: 2).encoded, to: "\(folder)/bare")
            try write(Sample().file, to: "\(folder)/same.dcm")
            let whole = try Sample(instance: 3).file
            try write(whole.part(0..<whole.readableBytes - 1), to: "\(folder)/cut.dcm")
            try write(Sample(instance: 4, pixelCount: 100_000).file.part(0..<150_000), to: "\(folder)/cut-long.dcm")
            try write(whole.part(0..<300), to: "\(folder)/cut-short.dcm")
            try write(ByteBuffer(string: "not DICOM"), to: "\(folder)/readme.txt")
            try write(ByteBuffer(), to: "\(folder)/empty")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/a/loop", withDestinationPath: folder)
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/a/gone", withDestinationPath: "/nowhere")

            let words = Words()
            try await withArchive(files: folder, progress: { words.add($0) }) { peer in
                let (_, matches) = try await find(
                    peer,
                    identifier("STUDY", [(.studyInstanceUID, ""), (.numberOfStudyRelatedInstances, "")])
                )
                #expect(matches.map { $0.integer(.numberOfStudyRelatedInstances) } == [2])
                let got = try await get(peer, identifier("STUDY", [(.studyInstanceUID, "1.2.1")]))
                let expected = try Sample(instance: 2).encoded
                #expect(got.instances["1.2.1.1.2"] == expected)
            }
            let expected = [
                "indexed 2 files; 1 with a SOP Instance UID seen before; 5 damaged, not DICOM or without UIDs"
            ]
            #expect(words.all == expected)
        }
    }

    @Test func theFirstOfEqualUIDsInTheOrderOfTheNamesStands() async throws {
        try await withFolder { folder in
            try write(Sample(patientName: "Second").file, to: "\(folder)/2")
            try write(Sample(patientName: "First").file, to: "\(folder)/1")
            try await withArchive(files: folder) { peer in
                let (_, matches) = try await find(peer, identifier("STUDY", [(.patientName, "")]))
                #expect(matches.map { $0.string(.patientName) } == ["First"])
            }
        }
    }

    @Test func longAndPrivateValuesAreNeitherKeptNorAnswered() async throws {
        try await withFolder { folder in
            var dataSet = Sample().dataSet
            dataSet.set(.imageComments, String(repeating: "x", count: 10_000))
            dataSet.set(.studyDescription, "short")
            try write(DataSetEncoder(.explicitVRLittleEndian).encode(dataSet), to: "\(folder)/1")
            try await withArchive(files: folder) { peer in
                let keys: [(DICOM.Tag, String)] = [
                    (.studyInstanceUID, "1.2.1"), (.seriesInstanceUID, "1.2.1.1"), (.imageComments, ""),
                    (.studyDescription, ""),
                ]
                let match = try #require(try await find(peer, identifier("IMAGE", keys)).matches.first)
                #expect(match[.imageComments]?.isEmpty == true)
                #expect(match.string(.studyDescription) == "short")
            }
        }
    }

    @Test func aFileThatShrinksLaterFailsAloneInARetrieval() async throws {
        try await withFolder { folder in
            try write(Sample(instance: 1).file, to: "\(folder)/1")
            try write(Sample(instance: 2).file, to: "\(folder)/2")
            try await withArchive(files: folder) { peer in
                try write(Sample(instance: 1).file.part(0..<500), to: "\(folder)/1")
                let got = try await get(peer, identifier("STUDY", [(.studyInstanceUID, "1.2.1")]))
                #expect(got.status == .subOperationsCompleteWithFailures)
                #expect(Array(got.instances.keys) == ["1.2.1.1.2"])
            }
        }
    }

    @Test func aPathThatIsNoDirectoryIsAnErrorInWords() async throws {
        let logger = Logger(label: "demo", factory: { _ in SwiftLogNoOpLogHandler() })
        let error = await #expect(throws: DemoArchiveError.noDirectory("/nowhere")) {
            _ = try await DemoArchive(files: "/nowhere", logger: logger)
        }
        #expect(error?.description == "/nowhere is not a directory")
    }
}

extension ByteBuffer {
    fileprivate func part(_ range: Range<Int>) throws -> ByteBuffer {
        try #require(getSlice(at: readerIndex + range.lowerBound, length: range.count))
    }
}
