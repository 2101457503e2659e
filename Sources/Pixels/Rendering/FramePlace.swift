package import DICOM

/// Where a frame stands among others, as far as its image says so: what a presentation state's images are put in order by
/// (PS3.18 §8.3.5.1.6).
package struct FramePlace: Hashable, Sendable {
    /// Which dimensions they are, and the frame's place in each, the slowest first (PS3.3 §C.7.6.17).
    fileprivate struct Dimensions: Hashable, Sendable {
        let organization: [String]
        let values: [Int]
    }

    /// A plane in a space of its own.
    fileprivate struct Plane: Hashable, Sendable {
        let frameOfReference: String?
        /// Of length 1.
        let normal: [Double]
        let position: [Double]
    }

    fileprivate let dimensions: Dimensions?
    /// In the patient (PS3.3 §C.7.6.2, §C.7.6.16.2.3).
    fileprivate let patientPlane: Plane?
    /// In a volume, as ultrasound has it (PS3.3 §C.8.24.6).
    fileprivate let volumePlane: Plane?

    /// - Parameter frame: its number, from 1.
    package init(_ dataSet: DataSet, frame: Int) {
        let groups = FunctionalGroups(dataSet, frame: frame)
        dimensions = Dimensions(dataSet, groups)
        patientPlane = Plane(
            dataSet.string(.frameOfReferenceUID),
            (groups.macro(.planeOrientationSequence) ?? dataSet).numbers(.imageOrientationPatient),
            (groups.macro(.planePositionSequence) ?? dataSet).numbers(.imagePositionPatient)
        )
        volumePlane = Plane(
            dataSet.string(.volumeFrameOfReferenceUID),
            groups.macro(.planeOrientationVolumeSequence)?.numbers(.imageOrientationVolume) ?? [],
            groups.macro(.planePositionVolumeSequence)?.numbers(.imagePositionVolume) ?? []
        )
    }
}

extension FramePlace.Dimensions {
    fileprivate init?(_ dataSet: DataSet, _ groups: FunctionalGroups) {
        let values = groups.macro(.frameContentSequence)?.integers(.dimensionIndexValues) ?? []
        guard !values.isEmpty else { return nil }
        // Without an organization they mean something within the image alone.
        let organization = dataSet.items(.dimensionIndexSequence).map { item in
            item.string(.dimensionOrganizationUID) ?? dataSet.string(.sopInstanceUID) ?? ""
        }
        self.init(organization: organization, values: values)
    }
}

extension FramePlace.Plane {
    /// Nil of numbers that are no plane.
    fileprivate init?(_ frameOfReference: String?, _ orientation: [Double], _ position: [Double]) {
        guard orientation.count == 6, position.count == 3,
            (orientation + position).allSatisfy({ abs($0) < Self.farthest })
        else { return nil }
        let (row, column) = (orientation.prefix(3), orientation.suffix(3))
        let (r, c) = (Array(row), Array(column))
        let cross = [r[1] * c[2] - r[2] * c[1], r[2] * c[0] - r[0] * c[2], r[0] * c[1] - r[1] * c[0]]
        let length = Self.product(cross, cross).squareRoot()
        guard length > Self.shortest else { return nil }
        self.init(frameOfReference: frameOfReference, normal: cross.map { $0 / length }, position: position)
    }

    /// In millimetres.
    private static let farthest = 1e6
    /// Of a normal whose directions are at right angles it is 1.
    private static let shortest = 0.1

    fileprivate static func product(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Whether the planes lie one behind the other.
    fileprivate func isParallel(to other: Self) -> Bool {
        frameOfReference == other.frameOfReference && Self.product(normal, other.normal) > 0.9999
    }

    /// How far it lies along another's normal, in micrometres: what is nearer is the same.
    fileprivate func distance(along other: Self) -> Double { (Self.product(position, other.normal) * 1_000).rounded() }
}

extension [FramePlace] {
    /// The places' numbers in this list, in their order: by Dimension Index Values, then by Image Position (Patient), then
    /// by Image Position (Volume), then as they stand. Each counts where it compares all of them: where the dimensions are
    /// the same ones, and the planes parallel.
    package var order: [Int] {
        let rules = [byDimensions, along(\.patientPlane), along(\.volumePlane)].compactMap(\.self)
        return indices.sorted { left, right in
            for keys in rules where keys[left] != keys[right] {
                return keys[left].lexicographicallyPrecedes(keys[right])
            }
            return left < right
        }
    }

    private var byDimensions: [[Double]]? {
        let all = compactMap(\.dimensions)
        guard all.count == count, let first = all.first,
            all.allSatisfy({ $0.organization == first.organization && $0.values.count == first.values.count })
        else { return nil }
        return all.map { $0.values.map(Double.init) }
    }

    private func along(_ plane: KeyPath<FramePlace, FramePlace.Plane?>) -> [[Double]]? {
        let all = compactMap { $0[keyPath: plane] }
        guard all.count == count, let first = all.first, all.allSatisfy({ $0.isParallel(to: first) }) else {
            return nil
        }
        return all.map { [$0.distance(along: first)] }
    }
}

extension Tag {
    fileprivate static let dimensionOrganizationUID = Tag(0x0020, 0x9164)
    fileprivate static let dimensionIndexValues = Tag(0x0020, 0x9157)
    fileprivate static let imagePositionVolume = Tag(0x0020, 0x9301)
    fileprivate static let imageOrientationVolume = Tag(0x0020, 0x9302)
    fileprivate static let planePositionVolumeSequence = Tag(0x0020, 0x930E)
    fileprivate static let planeOrientationVolumeSequence = Tag(0x0020, 0x930F)
    fileprivate static let volumeFrameOfReferenceUID = Tag(0x0020, 0x9312)
}
