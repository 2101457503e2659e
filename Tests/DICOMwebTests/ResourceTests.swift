import DICOM
import Testing

@testable import DICOMweb

@Suite struct ResourceTests {
    static let instance = Scope.instance(study: "1.2", series: "1.3", instance: "1.4")

    static let paths: [(String, Resource)] = [
        ("/studies", .search(.study, study: nil, series: nil)),
        ("/series", .search(.series, study: nil, series: nil)),
        ("/instances", .search(.instance, study: nil, series: nil)),
        ("/studies/1.2/series", .search(.series, study: "1.2", series: nil)),
        ("/studies/1.2/instances", .search(.instance, study: "1.2", series: nil)),
        ("/studies/1.2/series/1.3/instances", .search(.instance, study: "1.2", series: "1.3")),
        ("/studies/1.2", .objects(.study("1.2"))),
        ("/studies/1.02.00", .objects(.study("1.02.00"))),
        ("/studies/1.2/series/1.3", .objects(.series(study: "1.2", series: "1.3"))),
        ("/studies/1.2/series/1.3/instances/1.4", .objects(instance)),
        ("/studies/1.2/metadata", .metadata(.study("1.2"))),
        ("/studies/1.2/series/1.3/rendered", .rendered(.series(study: "1.2", series: "1.3"))),
        ("/studies/1.2/series/1.3/instances/1.4/thumbnail", .thumbnail(instance)),
        ("/studies/1.2/bulkdata", .bulkData(.study("1.2"))),
        ("/studies/1.2/series/1.3/instances/1.4/bulkdata", .bulkData(instance)),
        ("/studies/1.2/pixeldata", .pixelData(.study("1.2"))),
        ("/studies/1.2/series/1.3/instances/1.4/frames/1", .frames(instance, [1])),
        ("/studies/1.2/series/1.3/instances/1.4/frames/3,1,2", .frames(instance, [3, 1, 2])),
        ("/studies/1.2/series/1.3/instances/1.4/frames/3%2C1", .frames(instance, [3, 1])),
        ("/studies/1.2/series/1.3/instances/1.4/frames/2/rendered", .renderedFrames(instance, [2])),
        ("/studies/1.2/series/1.3/instances/1.4/frames/2/thumbnail", .thumbnailFrames(instance, [2])),
        (
            "/studies/1.2/series/1.3/instances/1.4/bulkdata/7FE00010",
            .bulkDataValue(instance, AttributePath(.pixelData))
        ),
        (
            "/studies/1.2/series/1.3/instances/1.4/bulkdata/54000100/2/54001010",
            .bulkDataValue(instance, AttributePath(.waveformData, in: [.init(sequence: .waveformSequence, item: 2)]))
        ),
    ]

    @Test(arguments: paths)
    func readsPaths(_ path: String, _ resource: Resource) throws {
        #expect(try Resource(path: path) == resource)
    }

    static let notUIDs = [
        "", "*", "%5C", "..%2F", "..", "%2E%2E%2F", String(repeating: "1", count: 65), "1.2.x", "１.２", "%D9%A1",
        "1.2%00", "1.2%20", "1,2", "%", "%zz", "%FF",
    ]

    static let places = [
        ("/studies/", "", "Study"), ("/studies/", "/metadata", "Study"),
        ("/studies/1.2/series/", "/rendered", "Series"),
        ("/studies/1.2/series/1.3/instances/", "/frames/1", "SOP"),
    ]

    @Test(arguments: notUIDs, places)
    func refusesWhatIsNoUID(_ text: String, _ place: (String, String, String)) {
        #expect { try Resource(path: place.0 + text + place.1) } throws: { error in
            guard case .badRequest(let text) = error as? WebError else { return false }
            return text.hasPrefix(place.2)
        }
    }

    @Test(arguments: ["", "0", "-1", "1,", ",1", "1,,2", "x", "1.5", "+1", "1 ", "99999999999999999999", "1-3"])
    func refusesFrameLists(_ list: String) {
        #expect {
            try Resource(path: "/studies/1.2/series/1.3/instances/1.4/frames/\(list)")
        } throws: {
            if case .badRequest = $0 as? WebError { true } else { false }
        }
    }

    @Test func refusesTooManyFrames() {
        let list = Array(repeating: "1", count: Resource.maximumFrames + 1).joined(separator: ",")
        #expect { try Resource(path: "/studies/1.2/series/1.3/instances/1.4/frames/\(list)") } throws: {
            if case .contentTooLarge = $0 as? WebError { true } else { false }
        }
    }

    @Test(arguments: [
        "", "/", "/patients", "/Studies", "/studies/1.2/foo", "/studies/1.2/metadata/x", "/series/1.3",
        "/studies/1.2/series/1.3/metadata/", "/studies/1.2/series/1.3/instances/1.4/frames/1/foo",
        "/studies/1.2/series/1.3/instances/1.4/frames/1/rendered/x", "/studies/1.2/renderedmpr", "studies",
    ])
    func knowsNoOtherPaths(_ path: String) {
        #expect { try Resource(path: path) } throws: {
            if case .notFound = $0 as? WebError { true } else { false }
        }
    }

    @Test(arguments: ["7FE0001", "PixelData", "7FE00010/1", "7FE00010/0/7FE00010", "7FE00010/x/7FE00010"])
    func refusesAttributePaths(_ text: String) {
        #expect { try Resource(path: "/studies/1.2/series/1.3/instances/1.4/bulkdata/\(text)") } throws: {
            if case .badRequest = $0 as? WebError { true } else { false }
        }
    }

    @Test func pathsAreTheInverse() throws {
        #expect(try Resource(path: Self.instance.path) == .objects(Self.instance))
        #expect(try Resource(path: Self.instance.path(frame: 7)) == .frames(Self.instance, [7]))
        let attribute = AttributePath(.waveformData, in: [.init(sequence: .waveformSequence, item: 2)])
        #expect(try Resource(path: Self.instance.path(bulkData: attribute)) == .bulkDataValue(Self.instance, attribute))
    }

    @Test func findsElementsInItems() {
        var (item, dataSet) = (DataSet(), DataSet())
        item.set(.codeValue, .SH, "A")
        dataSet.set(.conceptNameCodeSequence, items: [DataSet(), item])
        let path = AttributePath(.codeValue, in: [.init(sequence: .conceptNameCodeSequence, item: 2)])
        #expect(dataSet.element(at: path) == item[.codeValue])
        #expect(
            dataSet.element(at: AttributePath(.codeValue, in: [.init(sequence: .conceptNameCodeSequence, item: 3)]))
                == nil
        )
    }
}
