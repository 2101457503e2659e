import DICOM
import Pixels
import Testing

private typealias Tag = DICOM.Tag

struct FramePlaceTests {
    private static func set(_ set: (inout DataSet) -> Void) -> DataSet {
        var dataSet = DataSet()
        set(&dataSet)
        return dataSet
    }

    /// A slice across the patient, at that height.
    private static func slice(_ z: Double, orientation: [Double] = [1, 0, 0, 0, 1, 0], frame: String = "1.2") -> DataSet
    {
        set {
            $0.set(.frameOfReferenceUID, frame)
            $0.set(.imageOrientationPatient, .DS, strings: orientation.map { "\($0)" })
            $0.set(.imagePositionPatient, .DS, "-100.5", "20", "\(z)")
        }
    }

    private static func order(_ images: [DataSet]) -> [Int] { images.map { FramePlace($0, frame: 1) }.order }

    @Test func slicesComeAlongTheirNormal() {
        #expect(Self.order([30, -5.25, 1e1, -5.25].map { Self.slice($0) }) == [1, 3, 2, 0])
        // The normal of this orientation points to the feet.
        let downwards = [30, -5.25, 10].map { Self.slice($0, orientation: [1, 0, 0, 0, -1, 0]) }
        #expect(Self.order(downwards) == [0, 2, 1])
    }

    @Test func whatCannotBeComparedStaysAsItIsReferredTo() {
        let first = Self.slice(9)
        #expect(Self.order([first, Self.slice(1, orientation: [0, 1, 0, 0, 0, 1]), Self.slice(0)]) == [0, 1, 2])
        #expect(Self.order([first, Self.slice(1, frame: "1.3")]) == [0, 1])
        #expect(Self.order([first, DataSet()]) == [0, 1])
        #expect(Self.order([first, Self.slice(1, orientation: [1, 0, 0, 1, 0, 0])]) == [0, 1])
        #expect(Self.order([first, Self.slice(.infinity)]) == [0, 1])
        #expect(Self.order([]) == [])
    }

    /// An image of several frames, each with its Dimension Index Values and its height.
    private static func enhanced(_ frames: [([Int], Double)], organization: String) -> DataSet {
        set {
            $0.set(.frameOfReferenceUID, "1.2")
            $0.set(.dimensionIndexSequence, items: [set { $0.set(Tag(0x0020, 0x9164), organization) }])
            let orientation = set { $0.set(.imageOrientationPatient, .DS, "1", "0", "0", "0", "1", "0") }
            $0.set(
                .sharedFunctionalGroupsSequence,
                items: [set { $0.set(.planeOrientationSequence, items: [orientation]) }]
            )
            let groups = frames.map { values, z in
                set { group in
                    let content = set { if !values.isEmpty { $0.set(Tag(0x0020, 0x9157), .UL, integers: values) } }
                    group.set(.frameContentSequence, items: [content])
                    let plane = set { $0.set(.imagePositionPatient, .DS, "0", "0", "\(z)") }
                    group.set(.planePositionSequence, items: [plane])
                }
            }
            $0.set(.perFrameFunctionalGroupsSequence, items: groups)
        }
    }

    private static func places(_ image: DataSet, _ count: Int) -> [FramePlace] {
        (1...count).map { FramePlace(image, frame: $0) }
    }

    @Test func dimensionsGoBeforePositions() {
        let image = Self.enhanced([([2, 1], 0), ([1, 2], 8), ([1, 10], 1), ([1, 2], 3)], organization: "1.9")
        #expect(Self.places(image, 4).order == [3, 1, 2, 0])
        let none = Self.enhanced([([], 4), ([], 8), ([], 1)], organization: "1.9")
        #expect(Self.places(none, 3).order == [2, 0, 1])
    }

    @Test func dimensionsOfOneOrganizationCompareImages() {
        let later = Self.enhanced([([2], 0), ([4], 0)], organization: "1.9")
        let earlier = Self.enhanced([([3], 9), ([1], 9)], organization: "1.9")
        #expect((Self.places(later, 2) + Self.places(earlier, 2)).order == [3, 0, 2, 1])
        // Others' numbers mean something else, and the positions decide.
        let others = Self.enhanced([([3], -1), ([1], 9)], organization: "1.8")
        #expect((Self.places(later, 2) + Self.places(others, 2)).order == [2, 0, 1, 3])
    }
}
