import Testing

@testable import DICOM

@Suite struct TemporalTests {
    @Test(arguments: ["20240229", "2024.02.29", "19700101", "00010101", "99991231"])
    func daysAreDays(_ text: String) throws {
        let day = try #require(Temporal(date: text))
        #expect(day.span.count == 86_400_000_000)
    }

    @Test(arguments: [
        "", "2024", "202402", "20240230", "20230229", "20241301", "2024013", "2024010a", "２０２４０１０１", "-2024011",
    ])
    func whatIsNoDateIsNone(_ text: String) {
        #expect(Temporal(date: text) == nil)
    }

    @Test(arguments: [
        ("00", 0, 3_600_000_000), ("1030", 37_800_000_000, 60_000_000), ("103059", 37_859_000_000, 1_000_000),
        ("10:30:59", 37_859_000_000, 1_000_000), ("103059.5", 37_859_500_000, 100_000),
        ("235960", 86_399_000_000, 1_000_000), ("000000.000001", 1, 1),
    ])
    func timesSpanWhatTheyDoNotSay(_ text: String, _ first: Int64, _ length: Int64) throws {
        let span = try #require(Temporal(time: text)).span
        #expect(span.lowerBound == first)
        #expect(span.upperBound == first + length - 1)
    }

    @Test(arguments: ["", "24", "1", "1060", "10306", "1030.5", "103059.", "103059.1234567", "x"])
    func whatIsNoTimeIsNone(_ text: String) {
        #expect(Temporal(time: text) == nil)
    }

    @Test func dateTimesHaveOffsets() throws {
        let utc = try #require(Temporal(dateTime: "20240101120000+0000"))
        #expect(Temporal(dateTime: "20240101130000+0100") == utc)
        #expect(Temporal(dateTime: "20240101073000-0430") == utc)
        #expect(Temporal(dateTime: "20240101130000", offset: 60) == utc)
        #expect(Temporal(dateTime: "2024")?.span.count == 366 * 86_400_000_000)
        #expect(Temporal(dateTime: "202402")?.span.count == 29 * 86_400_000_000)
        #expect(Temporal(dateTime: "20240101120000+2500") == nil)
    }

    @Test func daysAreCountedFrom1970() {
        #expect(Temporal(date: "19700102")?.span.lowerBound == Temporal.day)
        #expect(Temporal(date: "20000301")?.span.lowerBound == 11_017 * Temporal.day)
        #expect(Temporal(date: "19691231")?.span.lowerBound == -Temporal.day)
    }

    @Test(arguments: [
        (VR.DA, "20240101-20240103", "20240103", true), (.DA, "20240101-20240103", "20240104", false),
        (.DA, "20240101-", "20991231", true), (.DA, "-20240101", "20240101", true),
        (.DA, "-20240101", "20240102", false),
        (.DA, "20240101", "20240101", true), (.DA, "20240101 - 20240103", "20240102", true),
        (.DA, "2024.01.01", "20240101", true), (.TM, "1000-1200", "120059", true), (.TM, "1000-1200", "1201", false),
        (.TM, "10", "103000", true), (.TM, "103000", "103000.000000", true), (.TM, "103000", "103001", false),
        (.DT, "20240101-20240102", "20240102235959", true), (.DT, "20240101-1900", "1950", false),
        (.DT, "20240101120000-0500", "20240101170000", true), (.DT, "20230101-0500-20240101-0500", "20230601", true),
        (.DT, "1900-1950", "194906", true),
    ])
    func rangesHoldTheirEnds(_ vr: VR, _ key: String, _ value: String, _ isInside: Bool) throws {
        let range = try #require(TemporalRange(key, vr: vr))
        let moment = try #require(Temporal(value, vr: vr))
        #expect(range.contains(moment) == isInside)
    }

    @Test(arguments: ["-", "", "x-y", "20240101-x", "2024*", "20240101-20240102-20240103"])
    func whatIsNoRangeIsNone(_ key: String) {
        #expect(TemporalRange(key, vr: .DA) == nil)
    }
}
