import DICOM
import DICOMweb
import Testing

@testable import Gateway

@Suite struct RepresentativeTests {
    private static let ct: UID = "1.2.840.10008.5.1.4.1.1.2"
    private static let report: UID = "1.2.840.10008.5.1.4.1.1.88.11"

    private static func series(_ uid: String, _ modality: String, _ number: Int?) -> DataSet {
        var series = DataSet()
        series.set(.seriesInstanceUID, uid)
        series.set(.modality, modality)
        if let number { series.set(.seriesNumber, integers: number) }
        return series
    }

    private static func instance(_ uid: String, _ sopClass: UID?, _ number: Int?) -> DataSet {
        var instance = DataSet()
        instance.set(.sopInstanceUID, uid)
        if let sopClass { instance.set(.sopClassUID, uid: sopClass) }
        if let number { instance.set(.instanceNumber, integers: number) }
        return instance
    }

    private static func chosen(_ series: [DataSet], _ instances: [DataSet], of scope: Scope) async throws -> UID? {
        try await Representative(archive: ListedArchive(series: series, instances: instances)).instance(of: scope)
            .instance
    }

    private static let wholeSeries = Scope.series(study: "1.2", series: "1.2.1")

    @Test(arguments: [(1, "1.2.1.1"), (2, "1.2.1.2"), (3, "1.2.1.2"), (300, "1.2.1.151")])
    func ofASeriesTheMiddleOneByNumber(count: Int, expected: String) async throws {
        let instances = (1...count).map { Self.instance("1.2.1.\($0)", Self.ct, $0) }.shuffled()
        #expect(try await Self.chosen([], instances, of: Self.wholeSeries)?.rawValue == expected)
    }

    @Test func whatHasNoPixelsStandsOnlyForItsOwnKind() async throws {
        let mixed = [Self.instance("1.2.1.1", Self.report, 1), Self.instance("1.2.1.2", Self.ct, 9)]
        #expect(try await Self.chosen([], mixed, of: Self.wholeSeries) == "1.2.1.2")
        #expect(try await Self.chosen([], [mixed[0]], of: Self.wholeSeries) == "1.2.1.1")
        let untold = [Self.instance("1.2.1.3", nil, nil)]
        #expect(try await Self.chosen([], untold, of: Self.wholeSeries) == "1.2.1.3")
    }

    @Test func ofAStudyTheFirstSeriesOfImages() async throws {
        let series = [
            Self.series("1.2.9", "CT", nil), Self.series("1.2.7", "CT", 3), Self.series("1.2.5", "SR", 1),
            Self.series("1.2.6", "MR", 2),
        ]
        let archive = ListedArchive(series: series, instances: [Self.instance("1.2.6.1", Self.ct, 1)])
        let scope = try await Representative(archive: archive).instance(of: .study("1.2"))
        #expect(scope == .instance(study: "1.2", series: "1.2.6", instance: "1.2.6.1"))
        let reports = ListedArchive(series: [series[2]], instances: [Self.instance("1.2.5.1", Self.report, 1)])
        #expect(try await Representative(archive: reports).instance(of: .study("1.2")).series == "1.2.5")
    }

    @Test func ofNothingItIsNotFound() async {
        for scope in [Scope.study("1.2"), Self.wholeSeries] {
            await #expect {
                try await Self.chosen([], [], of: scope)
            } throws: {
                if case .notFound = $0 as? WebError { true } else { false }
            }
        }
    }

    @Test func anInstanceStandsForItself() async throws {
        let scope = Scope.instance(study: "1.2", series: "1.2.1", instance: "1.2.1.1")
        #expect(try await Self.chosen([], [], of: scope) == "1.2.1.1")
    }
}

/// An archive that answers searches from lists, and has nothing to retrieve.
private struct ListedArchive: Archive {
    let name = "listed"
    let series: [DataSet]
    let instances: [DataSet]

    func echo() async throws {}

    func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches {
        ArchiveMatches(matches: query.level == .series ? series : instances, isTruncated: false)
    }

    func count(_ entities: [UncountedEntity], limit: Int) async throws -> [UncountedEntity: EntityCounts] { [:] }

    func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        throw ArchiveError(archive: name, step: .retrieve, cause: .notFound)
    }

    func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer] { [] }
}
