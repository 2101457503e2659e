import DIMSE
import Testing

struct StatusTests {
    /// PS3.7 Annex C, PS3.4 Tables B.2-1, C.4-1, C.4-2 and C.4-3.
    private static let categories: [(UInt16, Status.Category)] = [
        (0x0000, .success), (0xFF00, .pending), (0xFF01, .pending), (0xFE00, .cancelled),
        (0x0001, .warning), (0x0107, .warning), (0x0116, .warning), (0xB000, .warning), (0xB007, .warning),
        (0xBFFF, .warning), (0x0110, .failure), (0x0122, .failure), (0x0124, .failure), (0xA700, .failure),
        (0xA801, .failure), (0xA900, .failure), (0xC000, .failure), (0xCFFF, .failure), (0x0002, .failure),
        (0xD000, .failure),
    ]

    @Test(arguments: categories)
    func eachCodeHasItsCategory(code: UInt16, category: Status.Category) {
        #expect(Status(rawValue: code).category == category)
    }

    @Test func oneCodeMeansDifferentThingsToDifferentServices() {
        #expect(Status(rawValue: 0xB000).name(in: .store) == "coercion of data elements")
        #expect(Status(rawValue: 0xB000).name(in: .move) == "sub-operations complete, one or more failures")
        #expect(Status(rawValue: 0xA900).name(in: .find) == "identifier does not match SOP class")
        #expect(Status(rawValue: 0xD000).name(in: .find) == "failure")
        #expect("\(Status.moveDestinationUnknown) \(Status.success)" == "A801 0000")
    }

    @Test(arguments: [
        (UInt16(0x8021), "C-MOVE-RSP"), (0x0FFF, "C-CANCEL-RQ"), (0x0001, "C-STORE-RQ"), (0x7777, "7777H"),
    ])
    func commandsAreNamed(code: UInt16, name: String) {
        #expect(CommandField(rawValue: code).name == name)
    }
}
